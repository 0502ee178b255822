/** The forms that all of the schema has: a newcomer who knows one part of it can guess the rest. */
import { hubSchema } from '../../src/app.ts';
import { mayBeRefused } from '../../src/platform/reading/index.ts';
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';

/** A field, argument or input field. */
interface Place {
  readonly where: string;
  readonly name: string;
  readonly type: GraphQLType;
  readonly description: string | null | undefined;
  readonly parent: GraphQLNamedType;
}

type WithFields = GraphQLObjectType | GraphQLInterfaceType;

function typesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
}

function fieldsOf(schema: GraphQLSchema): { parent: WithFields; field: GraphQLField<unknown, unknown> }[] {
  return typesOf(schema)
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((parent) => Object.values(parent.getFields()).map((field) => ({ parent, field })));
}

function placesOf(schema: GraphQLSchema): Place[] {
  const fields = fieldsOf(schema).flatMap(({ parent, field }) => [
    { where: `${parent.name}.${field.name}`, parent, ...pick(field) },
    ...field.args.map((argument) => ({
      where: `${parent.name}.${field.name}(${argument.name}:)`,
      parent,
      ...pick(argument),
    })),
  ]);
  const inputs = typesOf(schema)
    .filter(isInputObjectType)
    .flatMap((parent) =>
      Object.values(parent.getFields()).map((field) => ({
        where: `${parent.name}.${field.name}`,
        parent,
        ...pick(field),
      })),
    );
  return [...fields, ...inputs];
}

const pick = ({ name, type, description }: Omit<Place, 'where' | 'parent'>) => ({ name, type, description });

/** Values that a row carries, so many at most, as the field is declared. */
function isBounded(parent: string, name: string): boolean {
  const field = hubSchema().reader.catalog.byName.get(parent)?.fields.get(name);
  return field?.kind === 'computed' && field.atMost !== undefined;
}

/** A list of things is a page of a connection, the groups of one, or what a mutation has just touched; what else is a list holds plain values. */
export function listViolations(schema: GraphQLSchema): string[] {
  return fieldsOf(schema).flatMap(({ parent, field }) => {
    const where = `${parent.name}.${field.name}`;
    const list = getNullableType(field.type);
    if (!isListType(list)) return [];
    if (isListType(getNullableType(list.ofType))) return [`${where} is a list of lists.`];
    if (where === 'Query.nodes' || isBounded(parent.name, field.name)) return [];
    const holes = isNonNullType(list.ofType) ? [] : [`${where} has items that may be null.`];
    const isPage = parent.name.endsWith('Connection') && (field.name === 'nodes' || field.name === 'edges');
    const isOfGroups = parent.name.endsWith('Groups') && field.name === 'nodes';
    const isTouched = parent.name.endsWith('Payload');
    if (!isCompositeType(getNamedType(field.type)) || isPage || isOfGroups || isTouched) return holes;
    return [
      ...holes,
      `${where} is a bare list of ${getNamedType(field.type).name}: make it a connection, or say \`atMost\` where the row carries it.`,
    ];
  });
}

/** A list of which somebody is told nothing at all is an error, which must not take its parent with it. */
function refused(parent: string, name: string): boolean {
  const { catalog } = hubSchema().reader;
  const root = parent === 'Query' ? catalog.roots[name] : undefined;
  if (root?.kind === 'connection')
    return root.access.kind !== 'anyone' || mayBeRefused(catalog, catalog.typeOf(root.of), undefined, root);
  const type = catalog.byName.get(parent);
  const field = type?.fields.get(name);
  return field?.kind === 'many' && mayBeRefused(catalog, catalog.typeOf(field.to), type, field);
}

const LIST_ARGUMENTS = { first: 'Int', after: 'String', last: 'Int', before: 'String' };

export function connectionViolations(schema: GraphQLSchema): string[] {
  const types = typesOf(schema)
    .filter((type) => type.name.endsWith('Connection'))
    .flatMap((type) => {
      const of = type.name.slice(0, -'Connection'.length);
      return [
        ...missing(schema, type.name, {
          nodes: `[${of}!]!`,
          edges: `[${of}Edge!]!`,
          pageInfo: 'PageInfo!',
          totalCount: 'Int!',
        }),
        ...missing(schema, `${of}Edge`, { cursor: 'String!', node: `${of}!` }),
      ];
    });
  const fields = fieldsOf(schema)
    .filter(({ field }) => getNamedType(field.type).name.endsWith('Connection'))
    .flatMap(({ parent, field }) => [
      ...(isNonNullType(field.type) || refused(parent.name, field.name)
        ? []
        : [`${parent.name}.${field.name} may be null: a list of nothing is empty.`]),
      ...Object.entries(LIST_ARGUMENTS)
        .filter(([name, type]) => String(field.args.find((each) => each.name === name)?.type) !== type)
        .map(([name, type]) => `${parent.name}.${field.name} has no argument ${name}: ${type}.`),
    ]);
  return [...types, ...fields];
}

function missing(schema: GraphQLSchema, typeName: string, fields: Readonly<Record<string, string>>): string[] {
  const type = schema.getType(typeName);
  return Object.entries(fields)
    .filter(([name, wanted]) => !isObjectType(type) || String(type.getFields()[name]?.type) !== wanted)
    .map(([name, wanted]) => `${typeName} has no ${name}: ${wanted}.`);
}

/** What is called an id is an ID; an ID is called one, but for the operands of filters. */
export function idViolations(schema: GraphQLSchema): string[] {
  return placesOf(schema).flatMap(({ where, name, type, parent }) => {
    const isId = getNamedType(type).name === 'ID';
    const isCalledId = /^ids?$|[a-z]Ids?$/.test(name);
    if (isCalledId && !isId) return [`${where} is called an id and is a ${String(type)}.`];
    if (isId && !isCalledId && !parent.name.endsWith('Filter')) return [`${where} is an ID and is not called one.`];
    return [];
  });
}

/** A share is a Rate, whose value is the one Float. */
export function floatViolations(schema: GraphQLSchema): string[] {
  return placesOf(schema)
    .filter(({ where, type }) => getNamedType(type).name === 'Float' && where !== 'Rate.value')
    .map(({ where }) => `${where} is a Float: a share is a Rate, a length of time an Int with its unit.`);
}

const UNIT = /^(milliseconds|seconds|minutes|hours|days)$|[a-z](Milliseconds|Seconds|Minutes|Hours|Days)$/;
const LENGTH_OF_TIME = /duration|elapsed|interval|delay|timeout|(?:^|[a-z])length$|^length/i;
const IN_UNITS = /\bin (milliseconds|seconds|minutes|hours|days)\b/i;

/** A length of time is an Int that names its unit. */
export function unitViolations(schema: GraphQLSchema): string[] {
  return placesOf(schema).flatMap(({ where, name, type, description }) => {
    const [, alone, last] = UNIT.exec(name) ?? [];
    const unit = isCompositeType(getNamedType(type)) ? undefined : (alone ?? last)?.toLowerCase();
    const told = IN_UNITS.exec(description ?? '')?.[1]?.toLowerCase();
    if (unit && getNamedType(type).name !== 'Int') return [`${where} counts ${unit} and is no Int.`];
    if (LENGTH_OF_TIME.test(name) && !unit) return [`${where} is a length of time that does not name its unit.`];
    if (told && told !== unit) return [`${where} is in ${told}, which its name does not say.`];
    return [];
  });
}

/** type-graphql publishes the key and stores the value. */
export function enumViolations(schema: GraphQLSchema): string[] {
  return typesOf(schema)
    .filter(isEnumType)
    .flatMap((type) =>
      type
        .getValues()
        .flatMap(({ name, value }) => [
          ...(name === value
            ? []
            : [`${type.name}.${name} stands for ${JSON.stringify(value)}: key and value must be equal.`]),
          ...(/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(name) ? [] : [`${type.name}.${name} is not in capitals.`]),
        ]),
    );
}

/** Whatever takes no key says so: who asks again has it done again. */
const isKeyedAsTold = ({ description }: GraphQLField<unknown, unknown>, input: GraphQLInputObjectType): boolean =>
  String(input.getFields()['idempotencyKey']?.type ?? 'none') ===
  (description?.includes('Takes no idempotencyKey') ? 'none' : 'String');

/** `verbNoun(input: VerbNounInput!): VerbNounPayload!`, with expected failures as data. */
export function mutationViolations(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap((mutation) => {
    const name = `${mutation.name[0]!.toUpperCase()}${mutation.name.slice(1)}`;
    const input = schema.getType(`${name}Input`);
    const payload = schema.getType(`${name}Payload`);
    const says = mutation.args.map((argument) => `${argument.name}: ${String(argument.type)}`).join(', ');
    const faults = [
      !/^[a-z]+[A-Z]\w*$/.test(mutation.name) && 'is not called by a verb and a noun',
      says !== `input: ${name}Input!` && `takes (${says}) instead of (input: ${name}Input!)`,
      String(mutation.type) !== `${name}Payload!` && `answers ${String(mutation.type)} instead of ${name}Payload!`,
      isInputObjectType(input) &&
        !isKeyedAsTold(mutation, input) &&
        'has no input.idempotencyKey: String, or tells otherwise',
    ].filter((fault) => fault !== false);
    const emptyHanded = isObjectType(payload)
      ? Object.values(payload.getFields()).filter(
          (field) =>
            field.name !== 'userErrors' && isNonNullType(field.type) && !isListType(getNullableType(field.type)),
        )
      : [];
    return [
      ...faults.map((fault) => `Mutation.${mutation.name} ${fault}.`),
      ...emptyHanded.map(
        (field) => `${name}Payload.${field.name} must be nullable: a refused call has nothing to show.`,
      ),
      ...missing(schema, `${name}Payload`, { userErrors: `[${name}Error!]!` }),
      ...missing(schema, `${name}Error`, { code: `${name}ErrorCode!`, message: 'String!', path: '[String!]!' }),
      ...(isEnumType(schema.getType(`${name}ErrorCode`)) ? [] : [`${name}ErrorCode is no enum.`]),
    ];
  });
}
