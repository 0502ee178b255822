import { getArgumentValues, visit, type FieldNode, type GraphQLField } from 'graphql';

export interface ArgumentsOf {
  readonly of: (variables: Readonly<Record<string, unknown>>) => Record<string, unknown>;
  /** The variables that are named. */
  readonly named: readonly string[];
}

/** The arguments of a field, coerced; those that name no variable are coerced once. */
export function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): ArgumentsOf {
  const named = variablesIn(node);
  if (named.length > 0) return { named, of: (variables) => getArgumentValues(field, node, variables) };
  let known: Record<string, unknown> | undefined;
  return { named, of: () => (known ??= getArgumentValues(field, node, {})) };
}

function variablesIn({ arguments: given = [] }: FieldNode): string[] {
  const names = new Set<string>();
  for (const each of given) visit(each, { Variable: ({ name }) => void names.add(name.value) });
  return [...names];
}
