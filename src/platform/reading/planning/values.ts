import { GraphQLBoolean, GraphQLInt, GraphQLString, isNonNullType, type GraphQLOutputType } from 'graphql';
import { GraphQLDate, GraphQLDateTime } from 'graphql-scalars';
import type { Column } from '../catalog.ts';

const isMoment = (column: Column): boolean => column.sqlType.startsWith('timestamptz');

/** A moment as PostgreSQL writes it in JSON, in UTC, as an answer has it: `2026-11-22T04:31:56.123Z`. */
export function momentText(text: string): string {
  if (text.charCodeAt(10) === 84 && text.charCodeAt(text.length - 6) === 43) {
    switch (text.length) {
      case 25:
        return `${text.slice(0, 19)}.000Z`;
      case 27:
        return `${text.slice(0, 21)}00Z`;
      case 28:
        return `${text.slice(0, 22)}0Z`;
      case 29:
        return `${text.slice(0, 23)}Z`;
    }
  }
  return new Date(text).toISOString();
}

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

/** What a cursor holds of a column: a moment stands there as in an answer. */
export function cursorValueOf(column: Column): ((value: unknown) => unknown) | undefined {
  return isMoment(column) ? (value) => momentText(value as string) : undefined;
}
