import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { domains, hubSchema } from '../../src/app.ts';
import type { MutationDeclaration } from '../../src/platform/graphql/index.ts';

const { schema, reader } = hubSchema();
const declared = new Map(domains.flatMap((domain) => domain.mutations).map((each) => [each.name, each]));

export interface Call {
  /** As in `schema/access.json`. */
  readonly name: string;
  readonly field: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One well-formed call of each root field. Every id in it is of the right type and of nothing that exists. */
export function callsOf(kind: 'Query' | 'Mutation'): Call[] {
  const root = kind === 'Query' ? schema.getQueryType()! : schema.getMutationType()!;
  return Object.values(root.getFields()).map((field) => {
    const wanted = field.args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
    const declarations = wanted.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
    const given = wanted.map(({ name }) => `${name}: $${name}`).join(', ');
    return {
      name: `${kind}.${field.name}`,
      field: field.name,
      document: `${kind.toLowerCase()} ${declarations && `(${declarations})`} { ${field.name}${given && `(${given})`} ${selectionOf(field.type)} }`,
      variables: Object.fromEntries(
        wanted.map((argument) => [
          argument.name,
          valueOf(argument.type, kind === 'Query' ? idOf(field, argument) : idOfInput(field.name), []),
        ]),
      ),
    };
  });
}

/** A mutation with one of its texts, given or not by `callsOf`, replaced. */
export interface TextOfCall {
  /** The mutation, and the path of the text within its input: `enrolStudents.rows.name`. */
  readonly name: string;
  readonly field: string;
  /** With the numbers of lists: `['rows', '0', 'name']`. */
  readonly path: readonly string[];
  readonly callWith: (text: string) => Call;
}

/** Every String in the input of every mutation. */
export function textsOfCalls(): TextOfCall[] {
  return callsOf('Mutation').flatMap((call) => {
    const { type } = schema.getMutationType()!.getFields()[call.field]!.args[0]!;
    return pathsIn(type, 'String').map((path): TextOfCall => ({
      name: [call.field, ...path.filter((step) => step !== '0')].join('.'),
      field: call.field,
      path,
      callWith: (text) => ({
        ...call,
        variables: { input: withText(call.variables['input'], type, idOfInput(call.field), path, [], text) },
      }),
    }));
  });
}

/** Paths of the values of a scalar, with the numbers of lists. */
function pathsIn(type: GraphQLInputType, scalar: 'String' | 'ID'): string[][] {
  if (isNonNullType(type)) return pathsIn(type.ofType, scalar);
  if (isListType(type)) return pathsIn(type.ofType, scalar).map((path) => ['0', ...path]);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).flatMap((field) =>
      pathsIn(field.type, scalar).map((path) => [field.name, ...path]),
    );
  return type.name === scalar ? [[]] : [];
}

function withText(
  value: unknown,
  type: GraphQLInputType,
  id: MakeId,
  [step, ...rest]: readonly string[],
  at: readonly string[],
  text: string,
): unknown {
  if (isNonNullType(type)) return withText(value, type.ofType, id, step === undefined ? [] : [step, ...rest], at, text);
  if (step === undefined) return text;
  const within = value ?? valueOf(type, id, at);
  if (isListType(type)) return [withText((within as unknown[])[0], type.ofType, id, rest, at, text)];
  if (!isInputObjectType(type)) throw new Error(`There is no ${step} in ${type.toString()}.`);
  const inner = [...at, step];
  return {
    ...(within as object),
    [step]: withText((within as Record<string, unknown>)[step], type.getFields()[step]!.type, id, rest, inner, text),
  };
}

type MakeId = (path: readonly string[]) => string;

/** Of a root field that answers one thing by its id. */
function idOf(field: GraphQLField<unknown, unknown>, _argument: GraphQLArgument): MakeId {
  const type = reader.catalog.byName.get(getNamedType(field.type).name);
  return () => `${type?.readable.prefix ?? 'school'}_${randomUUID()}`;
}

function idWithoutType(mutation: string, path: readonly string[]): string {
  return `${mutation}.${path.join('.')} is an ID: say of which type in \`ids\` of mutation('${mutation}', …).`;
}

/** One sentence for each ID in the input of a mutation that does not say of which type it is. */
export function idsWithoutType(mutations: ReadonlyMap<string, Pick<MutationDeclaration, 'ids'>> = declared): string[] {
  return Object.values(schema.getMutationType()!.getFields()).flatMap(({ name, args }) => {
    const { ids = {} } = mutations.get(name)!;
    return pathsIn(args[0]!.type, 'ID')
      .map((path) => path.filter((step) => step !== '0'))
      .filter((path) => !reader.catalog.types.has(ids[path.join('.')]!))
      .map((path) => idWithoutType(name, path));
  });
}

function idOfInput(mutation: string): MakeId {
  const { ids = {} } = declared.get(mutation)!;
  const prefixOf = (path: readonly string[]): string => {
    const entity = ids[path.join('.')];
    const type = entity && reader.catalog.types.get(entity);
    if (!type) throw new Error(idWithoutType(mutation, path));
    return type.readable.prefix;
  };
  return (path) => `${prefixOf(path)}_${randomUUID()}`;
}

/** @param path of the value within the input, without the numbers of lists */
function valueOf(type: GraphQLInputType, id: MakeId, path: readonly string[]): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, id, path);
  if (isListType(type)) return [valueOf(type.ofType, id, path)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type)) {
    const wanted = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(wanted.map((field) => [field.name, valueOf(field.type, id, [...path, field.name])]));
  }
  switch (type.name) {
    case 'ID':
      return id(path);
    case 'Int':
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'Date':
      return '2026-11-02';
    case 'DateTime':
      return '2026-11-02T08:00:00.000Z';
    case 'LocalTime':
      return '08:00';
    default:
      return '测试';
  }
}

/** What shows that the field was answered: ids where it has any. */
function selectionOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isInterfaceType(named)) return '{ id }';
  if (!isObjectType(named)) return '';
  const fields = named.getFields();
  if (fields['nodes']) return '{ nodes { id } }';
  if (fields['userErrors']) return '{ userErrors { code path } }';
  return fields['id'] ? '{ id }' : '{ __typename }';
}

/** Root fields that answer one thing by its id, by the name of its type. */
export const rootsById: ReadonlyMap<string, string> = new Map(
  Object.entries(reader.catalog.roots).flatMap(([name, root]) =>
    root.kind === 'node' ? [[reader.catalog.typeOf(root.of).name, name] as const] : [],
  ),
);
