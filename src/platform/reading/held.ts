import { always, raw, sql, type Alias, type Sql } from './sql.ts';

/** A row that a statement has beside another one, whose reference leads to it. */
interface Held {
  readonly row: Alias;
  /** The viewer sees it: the statement reads no row of which that is not so. */
  readonly seen: boolean;
  used: boolean;
}

const held = new WeakMap<Alias, Map<string, Held>>();

/**
 * Says that a statement has `other` beside `row`, and that the reference `column` leads from one to the other.
 * @param row an alias of this statement alone
 * @returns whether any SQL has been made that names `other`
 */
export function hold(row: Alias, column: string, other: Alias, { seen }: { readonly seen: boolean }): () => boolean {
  const entry: Held = { row: other, seen, used: false };
  const columns = held.get(row) ?? new Map<string, Held>();
  held.set(row, columns.set(column, entry));
  return () => entry.used;
}

/**
 * The row that the column of `row` refers to, where the statement has it at hand; undefined where a condition must look it
 * up: `heldBy(row, 'meeting_id')`.
 */
export function heldBy(row: Alias, column: string): Alias | undefined {
  const entry = held.get(row)?.get(column);
  if (entry) entry.used = true;
  return entry?.row;
}

/** For rows that are seen whenever the row is that their column refers to: nothing is left to check where it has been read. */
export function seenWith(row: Alias, column: string, otherwise: () => Sql): Sql {
  return held.get(row)?.get(column)?.seen ? always : otherwise();
}

/** A value that a row brings besides its columns. */
export interface Carried {
  readonly name: Alias;
  readonly value: Sql;
}

type ValueOf = (row: Alias) => Sql;

const carriers = new WeakMap<Alias, Map<ValueOf, Carried>>();

/**
 * Says that a statement can have values beside the columns of `row`, found once for each row.
 * @param row an alias of this statement alone
 * @returns those that have been asked for so far, which the statement must bring
 */
export function carry(row: Alias): () => readonly Carried[] {
  const values = new Map<ValueOf, Carried>();
  carriers.set(row, values);
  return () => [...values.values()];
}

/**
 * A value of a row on which many others may hang that all need it: found once for the row where the statement can do so, and
 * where it stands otherwise.
 * @param of the same function for the same value
 */
export function once(row: Alias, of: ValueOf): Sql {
  const values = carriers.get(row);
  if (!values) return of(row);
  let carried = values.get(of);
  if (!carried) values.set(of, (carried = { name: raw(`_v${values.size}`), value: of(row) }));
  return sql`${row}.${carried.name}`;
}
