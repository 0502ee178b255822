import { getNamedType, getNullableType, isInputObjectType, isListType, type GraphQLSchema } from 'graphql';
import { saidOf } from '../support/held-to.ts';
import type { ArrangeList } from './waiting.ts';

/** By every mutation that takes a list of things, each of which is looked at, written or decided. */
export const LISTS: Readonly<Record<string, ArrangeList>> = saidOf('lists');

/** Of values, or of what one thing is said to be; or counted where they have a world of their own. */
export const OTHER_LISTS: readonly string[] = [
  'createSchool',
  'createServiceToken',
  'createShiftSeries',
  'createVolunteerActivity',
  'reportAttendance',
  'updateSchool',
  'updateShiftSeries',
  'updateVolunteerActivity',
];

/** Mutations whose input has a list. */
export function takeLists(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ args }) => {
      const input = getNamedType(args[0]?.type);
      return (
        isInputObjectType(input) &&
        Object.values(input.getFields()).some(({ type }) => isListType(getNullableType(type)))
      );
    })
    .map(({ name }) => name);
}

/** Those that nobody has given rows to. */
export const uncountedLists = (schema: GraphQLSchema): string[] =>
  takeLists(schema).filter((name) => !(name in LISTS) && !OTHER_LISTS.includes(name));
