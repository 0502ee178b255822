import { getArgumentValues, Kind, type FieldNode, type GraphQLField, type ValueNode } from 'graphql';

export interface ArgumentsOf {
  readonly of: (variables: Readonly<Record<string, unknown>>) => Record<string, unknown>;
  /** The variables that are named. */
  readonly named: readonly string[];
}

/** The arguments of a field, coerced; those that name no variable are coerced once. */
export function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): ArgumentsOf {
  const named = [...new Set(node.arguments?.flatMap(({ value }) => variablesIn(value)))];
  if (named.length > 0) return { named, of: (variables) => getArgumentValues(field, node, variables) };
  let known: Record<string, unknown> | undefined;
  return { named, of: () => (known ??= getArgumentValues(field, node, {})) };
}

function variablesIn(value: ValueNode): string[] {
  switch (value.kind) {
    case Kind.VARIABLE:
      return [value.name.value];
    case Kind.LIST:
      return value.values.flatMap(variablesIn);
    case Kind.OBJECT:
      return value.fields.flatMap((each) => variablesIn(each.value));
    default:
      return [];
  }
}
