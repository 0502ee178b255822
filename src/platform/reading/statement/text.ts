import type { Column, ReadType } from '../catalog.ts';
import { empty, join, raw, sql, type Sql } from '../sql.ts';

/*
 * Statements write their answer as the text of JSON. The functions that build JSON find out anew of which type each value of each
 * row is; put together as text, ids, numbers, moments and enums need no more than quotes, and the statement a sixth less time.
 */

/** Text that a statement writes as it stands, or SQL of text that is never null. */
type Piece = string | Sql;

export const NULL = raw(`'null'`);

/** Stands where an empty list is refused. */
export const REFUSED = raw(`'false'`);

/** What stands around a value so that its own text is JSON; undefined where something in it may have to be escaped. */
function quotesOf({ sqlType, isEnum }: Column): '' | '"' | undefined {
  if (isEnum) return '"';
  if (/^(?:uuid|date|time|timestamptz)(?:\(\d+\))?$/.test(sqlType)) return '"';
  return /^(?:smallint|int|integer|bigint|boolean)$/.test(sqlType) ? '' : undefined;
}

const isQuoted = (column: Column | undefined): boolean => column !== undefined && quotesOf(column) === '"';

/** Named values of a row in the order in which they stand in its array, after its parts: first those that are written as they are; moments as PostgreSQL writes them. */
export function inOrder(
  { columns }: ReadType,
  names: readonly string[],
): { readonly plain: readonly Column[]; readonly others: readonly string[] } {
  const isPlain = (name: string): boolean => {
    const column = columns.get(name);
    return column !== undefined && quotesOf(column) !== undefined;
  };
  return {
    plain: names.filter(isPlain).map((name) => columns.get(name)!),
    others: names.filter((name) => !isPlain(name)),
  };
}

/** An array; null where the text is. */
export function arrayText(texts: readonly Sql[]): Sql {
  return concatenated(['[', ...separated(texts.map((each) => [each])), ']']);
}

/** An array of all rows, in their order; null where there is none. */
export function arrayOfRows(row: Sql, filter?: Sql): Sql {
  return sql`'[' || string_agg(${row}, ',')${filter ? sql` filter (where ${filter})` : empty} || ']'`;
}

export function orNull(text: Sql): Sql {
  return sql`coalesce(${text}, ${NULL})`;
}

/** @param refused where there being none is not told */
export function orNone(text: Sql, refused: Sql | undefined): Sql {
  return refused ? sql`coalesce(${text}, case when ${refused} then ${REFUSED} else ${NULL} end)` : orNull(text);
}

/** What a row brings. */
export interface RowValues {
  readonly type: ReadType;
  /** What hangs on it, as texts that are never null. */
  readonly parts: readonly Sql[];
  readonly names: readonly string[];
  /** Names of columns and facts that come last, whatever they are. */
  readonly more: readonly string[];
  readonly valueOf: (name: string) => Sql;
}

/** The array of a row. */
export function rowText({ type, parts, names, more, valueOf }: RowValues): Sql {
  const { plain, others } = inOrder(type, names);
  const written = [
    ...others.map(valueOf),
    ...more.map((name) => (isQuoted(type.columns.get(name)) ? sql`${valueOf(name)}::text` : valueOf(name))),
  ];
  const own = separated(plain.map((column) => plainText(column, valueOf(column.property))));
  if (written.length === 0) own.push(']');
  // All of its array but the bracket that opens it.
  else own.push(plain.length > 0 ? ',' : '', sql`right(json_build_array(${join(written)})::text, -1)`);
  if (parts.length === 0) return concatenated(['[', ...own]);
  // Parts are long, and each `||` copies what stands before it.
  return concatenated([
    '[',
    ...separated(parts.map((each) => [each])),
    plain.length + written.length > 0 ? ',' : '',
    sql`(${concatenated(own)})`,
  ]);
}

function plainText(column: Column, value: Sql): Piece[] {
  const quote = quotesOf(column)!;
  const text = [quote, sql`${value}::text`, quote];
  return column.nullable ? [orNull(concatenated(text))] : text;
}

function separated(texts: readonly (readonly Piece[])[]): Piece[] {
  return texts.flatMap((pieces, index) => (index === 0 ? pieces : [',', ...pieces]));
}

/** Neighbours that are written as they stand are one. */
function concatenated(pieces: readonly Piece[]): Sql {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  return join(
    merged.filter((piece) => piece !== '').map((piece) => (typeof piece === 'string' ? raw(`'${piece}'`) : piece)),
    ' || ',
  );
}
