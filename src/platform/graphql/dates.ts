import { GraphQLError, type GraphQLScalarType, type GraphQLSchema, type ValueNode } from 'graphql';
import { inWords } from './limits/sentence.ts';

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 9999;
const YEARS = {
  zh: `年份应在 ${EARLIEST_YEAR} 年到 ${LATEST_YEAR} 年之间。`,
  en: `The year must be from ${EARLIEST_YEAR} to ${LATEST_YEAR}.`,
};

/**
 * Days and moments as they are taken. A day of the calendar has no time zone: commands and statements get `2026-09-01` as it
 * was sent, never a moment. Years that no calendar here knows, such as the year 0, are refused before anything asks the database.
 */
export function takeDates(schema: GraphQLSchema): void {
  take(schema, 'Date', (value, node) =>
    value instanceof Date ? inRange(value, node).toISOString().slice(0, 10) : value,
  );
  take(schema, 'DateTime', (value, node) => (value instanceof Date ? inRange(value, node) : value));
}

function take(
  schema: GraphQLSchema,
  name: string,
  taken: (value: Date | string, node?: ValueNode) => Date | string,
): void {
  const type = schema.getType(name) as GraphQLScalarType<Date | string> | undefined;
  if (!type) return;
  const { parseValue, parseLiteral } = type;
  type.parseValue = (value) => taken(parseValue(value));
  type.parseLiteral = (node, variables) => taken(parseLiteral(node, variables), node);
}

/** @param node where the document says it */
function inRange(date: Date, node: ValueNode | undefined): Date {
  const year = date.getUTCFullYear();
  if (!(year >= EARLIEST_YEAR && year <= LATEST_YEAR))
    throw new GraphQLError(YEARS.en, {
      ...(node && { nodes: node }),
      extensions: { code: 'BAD_USER_INPUT', ...inWords(YEARS) },
    });
  return date;
}
