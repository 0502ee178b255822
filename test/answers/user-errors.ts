/** The answers that each mutation gives to what a person may expect to fail: as its rules are declared. */
import {
  getNamedType,
  isListType,
  isNonNullType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { domains, hubSchema } from '../../src/app.ts';

const { schema } = hubSchema();
const declared = new Map(domains.flatMap((domain) => domain.mutations).map((each) => [each.name, each]));

/** By code: nothing was done, and so there is nothing to show but the reason. */
export function refusalsOf({ definitions }: DocumentNode): Readonly<Record<string, object>> {
  const operation = definitions.find(
    (each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION,
  )!;
  const field = operation.selectionSet.selections[0] as FieldNode;
  const payload = getNamedType(schema.getMutationType()!.getFields()[field.name.value]!.type) as GraphQLObjectType;
  const nothing = Object.fromEntries(
    field
      .selectionSet!.selections.filter((each): each is FieldNode => each.kind === Kind.FIELD)
      .map(({ name: { value } }) => [value, nothingOf(payload, value)]),
  );
  return Object.fromEntries(
    Object.entries(declared.get(field.name.value)!.rules).map(([code, { zh }]) => {
      const error = { code, message: zh, path: [], __typename: `${payload.name.replace(/Payload$/, '')}Error` };
      return [code, { data: { [field.name.value]: { ...nothing, userErrors: [error] } } }];
    }),
  );
}

function nothingOf(payload: GraphQLObjectType, field: string): unknown {
  if (field === '__typename') return payload.name;
  const { type } = payload.getFields()[field]!;
  return isNonNullType(type) && isListType(type.ofType) ? [] : null;
}
