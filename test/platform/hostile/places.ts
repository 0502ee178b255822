/** Every place of the schema where a client may put a value, read from the schema as it is built. */
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { isNodeType } from './reach.ts';
import type { Reach } from './reach.ts';

export type Step = string | number;

/** An argument of a field, and how the field is asked. */
export interface Asked {
  readonly reach: Reach;
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
}

export interface Place extends Asked {
  /** E.g. `School.classes(where.name.contains)`. */
  readonly name: string;
  /** What the schema takes there. */
  readonly type: GraphQLInputType;
  /** Whether the place must be given, for want of a default. */
  readonly within: readonly Step[];
}

/** Fields that a query can ask with arguments, and how it comes to them. */
export function placesOf(reaches: readonly Reach[]): Place[] {
  return reaches.flatMap((reach) =>
    Object.values(reach.type.getFields()).flatMap((field) =>
      field.args.flatMap((argument) =>
        pathsIn(argument.type, []).map(({ type, within }) => ({
          reach,
          field,
          argument,
          type,
          within,
          name: `${reach.type.name}.${field.name}(${[argument.name, ...within].filter((step) => typeof step === 'string').join('.')})`,
        })),
      ),
    ),
  );
}

interface Path {
  readonly type: GraphQLInputType;
  readonly within: readonly Step[];
}

/** Itself, and all that stands in it; `and`, `or` and `not` are not entered a second time. */
function pathsIn(type: GraphQLInputType, within: readonly Step[], entered: readonly string[] = []): Path[] {
  const wanted = getNullableType(type);
  const own = { type, within };
  if (isListType(wanted)) return [own, ...pathsIn(wanted.ofType, [...within, 0], entered)];
  if (!isInputObjectType(wanted) || entered.includes(wanted.name)) return [own];
  return [
    own,
    ...Object.values(wanted.getFields()).flatMap((field) =>
      pathsIn(field.type, [...within, field.name], [...entered, wanted.name]),
    ),
  ];
}

/** What tells of the answer, and has what can be seen of a row read. */
export function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isInterfaceType(named)) return '{ id }';
  if (!isObjectType(named)) return '';
  const fields = named.getFields();
  if (fields['userErrors']) return '{ userErrors { code path message } }';
  if (fields['nodes'])
    return `{ nodes ${selectionOf(schema, fields['nodes'].type)} pageInfo { endCursor } totalCount }`;
  return isNodeType(schema, named) ? '{ id }' : '{ __typename }';
}

export type MakeSound = (type: GraphQLInputType, at: readonly Step[]) => unknown;

/** A value that the schema takes with `given` at one place in it. */
export function withGiven(
  type: GraphQLInputType,
  [step, ...rest]: readonly Step[],
  given: unknown,
  sound: MakeSound,
  at: readonly Step[] = [],
): unknown {
  if (step === undefined) return given;
  const wanted = getNullableType(type);
  if (isListType(wanted)) return [withGiven(wanted.ofType, rest, given, sound, [...at, step])];
  if (!isInputObjectType(wanted)) throw new Error(`There is no ${step} in ${type.toString()}.`);
  const fields = wanted.getFields();
  const others = Object.values(fields).filter(({ name }) => name !== step && mustBeGiven(fields[name]!));
  return {
    ...Object.fromEntries(others.map((field) => [field.name, sound(field.type, [...at, field.name])])),
    [step]: withGiven(fields[step]!.type, rest, given, sound, [...at, step]),
  };
}

export const mustBeGiven = ({
  type,
  defaultValue,
}: {
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}): boolean => isNonNullType(type) && defaultValue === undefined;
