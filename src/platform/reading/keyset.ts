import { BadUserInput } from '../errors/index.ts';
import type { Column, ReadType } from './catalog.ts';
import type { OrderTerm } from './readable.ts';
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
  /** Equal for equal orderings of one type, whose columns hold the same. */
  readonly key: string;
}

/** What narrows and orders a list, apart from whose it is. */
export interface ListShape {
  readonly ordering: Ordering;
  readonly backward: boolean;
  readonly after?: readonly unknown[] | undefined;
  readonly before?: readonly unknown[] | undefined;
}

export function orderingOf(
  type: ReadType,
  asked: readonly OrderArgument[] | null | undefined,
  fallback?: readonly OrderTerm[],
): Ordering {
  const wanted: readonly OrderTerm[] = asked?.length
    ? asked.map((each) => ({ by: type.readable.orders![each.by]! as never, direction: each.direction }))
    : (fallback ?? (type.readable.defaultOrder as readonly OrderTerm[]));
  const properties = wanted.map((term) => term.by as string);
  if (new Set(properties).size < properties.length) {
    throw new BadUserInput({ zh: 'orderBy 中同一字段出现了两次。', en: 'orderBy names one field twice.' }, ['orderBy']);
  }
  const terms: Term[] = wanted.map((term) => ({ column: type.columns.get(term.by)!, direction: term.direction }));
  if (!properties.includes('id'))
    terms.push({ column: type.columns.get('id')!, direction: terms.at(-1)?.direction ?? 'ASC' });
  return {
    terms,
    key: `${type.name}:${terms.map(({ column, direction }) => `${column.property} ${column.sqlType} ${direction}`).join(',')}`,
  };
}

export function orderSql(ordering: Ordering, row: Alias, backward: boolean): Sql {
  return join(
    ordering.terms.map(
      ({ column, direction }) =>
        sql`${row}.${column.column} ${raw((direction === 'DESC') !== backward ? 'desc' : 'asc')}`,
    ),
  );
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
  return anyOf(
    terms.map((term, index) =>
      allOf([
        ...terms.slice(0, index).map((equal) => sql`${equal.column} = ${equal.value}`),
        sql`${term.column} ${term.operator} ${term.value}`,
      ]),
    ),
  );
}
