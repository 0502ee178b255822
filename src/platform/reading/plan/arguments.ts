import { getArgumentValues, Kind, type FieldNode, type GraphQLField, type ValueNode } from 'graphql';

export interface ArgumentsOf {
  readonly of: (variables: Readonly<Record<string, unknown>>) => Record<string, unknown>;
  /** No variable is named. */
  readonly fixed: boolean;
}

/** The arguments of a field, coerced; those that name no variable are coerced once. */
export function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): ArgumentsOf {
  const fixed = !node.arguments?.some(({ value }) => namesVariable(value));
  if (!fixed) return { fixed, of: (variables) => getArgumentValues(field, node, variables) };
  let known: Record<string, unknown> | undefined;
  return { fixed, of: () => (known ??= getArgumentValues(field, node, {})) };
}

function namesVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(namesVariable);
    case Kind.OBJECT:
      return value.fields.some((each) => namesVariable(each.value));
    default:
      return false;
  }
}
