import {
  isNonNullType,
  isNullableType,
  Kind,
  typeFromAST,
  TypeInfo,
  ValidationContext,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { BadUserInput } from '../errors/index.ts';
import { keptIn } from '../memory/index.ts';

const known = new WeakMap<OperationDefinitionNode, readonly string[]>();

/**
 * A variable with a default may stand where null may not, and be null all the same: GraphQL lets the document pass, and leaves it
 * to execution to fail at that field. Whoever sends it is told before anything runs.
 * @throws BadUserInput naming the variable
 */
export function refuseNulls(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  if (!operation.variableDefinitions?.length) return;
  for (const name of keptIn(known, operation, () => neverNull(schema, document, operation))) {
    if (!isNull(operation, name, variables)) continue;
    throw new BadUserInput({ zh: `变量 $${name} 不能为 null。`, en: `The variable $${name} must not be null here.` }, [
      'variables',
      name,
    ]);
  }
}

/** Variables that may be null by their own type, and not where they stand. */
function neverNull(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): string[] {
  const nullable = new Set(
    operation.variableDefinitions!.flatMap(({ variable, type }) => {
      const declared = typeFromAST(schema, type as Extract<TypeNode, { kind: Kind.NAMED_TYPE }>);
      return declared && isNullableType(declared) ? [variable.name.value] : [];
    }),
  );
  if (nullable.size === 0) return [];
  const usages = new ValidationContext(
    schema,
    document,
    new TypeInfo(schema),
    () => undefined,
  ).getRecursiveVariableUsages(operation);
  const names = usages.flatMap(
    ({
      node: {
        name: { value },
      },
      type,
    }) => (isNonNullType(type) && nullable.has(value) ? [value] : []),
  );
  return [...new Set(names)];
}

function isNull(
  { variableDefinitions }: OperationDefinitionNode,
  name: string,
  variables: Readonly<Record<string, unknown>>,
): boolean {
  const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (given !== undefined) return given === null;
  return variableDefinitions!.find(({ variable }) => variable.name.value === name)?.defaultValue?.kind === Kind.NULL;
}
