import { getArgumentValues, Kind, visit, type FieldNode, type GraphQLField } from 'graphql';

export interface ArgumentsOf {
  readonly of: (variables: Readonly<Record<string, unknown>>) => Record<string, unknown>;
  /** No variable is named. */
  readonly fixed: boolean;
}

/** The arguments of a field, coerced; those that name no variable are coerced once. */
export function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): ArgumentsOf {
  let fixed = true;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      [Kind.VARIABLE]() {
        fixed = false;
      },
    });
  }
  if (!fixed) return { fixed, of: (variables) => getArgumentValues(field, node, variables) };
  let known: Record<string, unknown> | undefined;
  return { fixed, of: () => (known ??= getArgumentValues(field, node, {})) };
}
