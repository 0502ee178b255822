import { GraphQLBoolean, GraphQLInt, GraphQLString, isNonNullType, type GraphQLOutputType } from 'graphql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import { momentOf, momentText } from '../../database/index.ts';
import type { Column } from '../catalog.ts';

const isMoment = (column: Column): boolean => column.sqlType.startsWith('timestamptz');

/** How a column's value becomes that of its field, where it does not stand in the answer as it was read. */
export function leafOf(column: Column, type: GraphQLOutputType): 'as read' | ((value: string) => unknown) | undefined {
  const bare = isNonNullType(type) ? type.ofType : type;
  switch (column.sqlType.replace(/\(.*/, '')) {
    case 'timestamptz':
      return bare === GraphQLDateTime ? momentText : undefined;
    case 'date':
      return bare === GraphQLDate ? 'as read' : undefined;
    case 'text':
      return bare === GraphQLString ? 'as read' : undefined;
    case 'smallint':
    case 'int':
      return bare === GraphQLInt ? 'as read' : undefined;
    case 'boolean':
      return bare === GraphQLBoolean ? 'as read' : undefined;
    default:
      return undefined;
  }
}

/** How the value of a column becomes what functions of facts are given. */
export function plannedFactOf(column: Column | undefined): ((value: unknown) => unknown) | undefined {
  return column && isMoment(column) ? (value) => (value === null ? null : momentOf(value as string)) : undefined;
}

/** What a cursor holds of a column: a moment stands there as in an answer. */
export function cursorValueOf(column: Column): ((value: unknown) => unknown) | undefined {
  return isMoment(column) ? (value) => momentText(value as string) : undefined;
}
