import { hash } from 'node:crypto';
import { BadUserInput } from '../errors/index.ts';
import type { Column, ReadType } from './catalog.ts';
import type { OrderTerm } from './declare.ts';
import { allOf, anyOf, join, raw, sql, type Alias, type Sql } from './sql.ts';

/** One term of `orderBy` as a client gives it. */
export interface OrderArgument {
  readonly by: string;
  readonly direction: 'ASC' | 'DESC';
}

interface Term {
  readonly column: Column;
  readonly direction: 'ASC' | 'DESC';
}

/** A total order: its last term is the id. */
export interface Ordering {
  readonly terms: readonly Term[];
  /** Equal for equal orderings of one type. */
  readonly key: string;
}

export function orderingOf(type: ReadType, asked: readonly OrderArgument[] | null | undefined, fallback?: readonly OrderTerm[]): Ordering {
  const wanted: readonly OrderTerm[] = asked?.length
    ? asked.map((each) => ({ by: type.readable.orders![each.by]! as never, direction: each.direction }))
    : (fallback ?? (type.readable.defaultOrder as readonly OrderTerm[]));
  const properties = wanted.map((term) => term.by as string);
  if (new Set(properties).size < properties.length) {
    throw new BadUserInput({ zh: 'orderBy 中同一字段出现了两次。', en: 'orderBy names one field twice.' }, ['orderBy']);
  }
  const terms: Term[] = wanted.map((term) => ({ column: type.columns.get(term.by)!, direction: term.direction }));
  if (!properties.includes('id')) terms.push({ column: type.columns.get('id')!, direction: terms.at(-1)?.direction ?? 'ASC' });
  return { terms, key: `${type.name}:${terms.map((term) => `${term.column.property} ${term.direction}`).join(',')}` };
}

export function orderSql(ordering: Ordering, row: Alias, backward: boolean): Sql {
  return join(ordering.terms.map(({ column, direction }) =>
    sql`${row}.${column.column} ${raw((direction === 'DESC') !== backward ? 'desc' : 'asc')}`));
}

/** The rows that stand after `values` in the order, or before them. */
export function beyond(ordering: Ordering, row: Alias, values: readonly unknown[], side: 'after' | 'before'): Sql {
  const terms = ordering.terms.map((term, index) => ({
    column: sql`${row}.${term.column.column}`,
    value: sql`${values[index]}::${raw(term.column.sqlType)}`,
    operator: raw((term.direction === 'ASC') === (side === 'after') ? '>' : '<'),
  }));
  if (ordering.terms.every((term) => term.direction === ordering.terms[0]!.direction)) {
    return sql`(${join(terms.map((term) => term.column))}) ${terms[0]!.operator} (${join(terms.map((term) => term.value))})`;
  }
  return anyOf(terms.map((term, index) => allOf([
    ...terms.slice(0, index).map((equal) => sql`${equal.column} = ${equal.value}`),
    sql`${term.column} ${term.operator} ${term.value}`,
  ])));
}

const tagOf = (ordering: Ordering, payload: string): string => hash('sha256', `${ordering.key}\n${payload}`, 'base64url').slice(0, 8);

/** Where a row stands in the order, as a text that is opaque to clients and bound to the ordering. */
export function encodeCursor(ordering: Ordering, row: Readonly<Record<string, unknown>>): string {
  return cursorOf(ordering, ordering.terms.map((term) => row[term.column.property]));
}

/** The same, of the values of the order's terms. */
export function cursorOf(ordering: Ordering, values: readonly unknown[]): string {
  const payload = JSON.stringify(values);
  return Buffer.from(tagOf(ordering, payload) + payload).toString('base64url');
}

/** @throws BadUserInput for a cursor that was tampered with or belongs to another ordering */
export function decodeCursor(ordering: Ordering, cursor: string, argument: 'after' | 'before'): unknown[] {
  const text = cursor.length <= 2000 ? Buffer.from(cursor, 'base64url').toString() : '';
  const payload = text.slice(8);
  if (text.slice(0, 8) !== tagOf(ordering, payload)) {
    throw new BadUserInput({
      zh: `${argument} 不是此列表在此排序下的游标。`,
      en: `${argument} is no cursor of this list in this order.`,
    }, [argument]);
  }
  return JSON.parse(payload) as unknown[];
}
