import type { ViewerShape } from '../auth/viewer.ts';
import type { Stored } from '../database/stored.entity.ts';
import type { Catalog, ReadType } from './catalog.ts';
import type { Found } from './declare.ts';
import { allOf, anyOf, empty, join, raw, sql, type Alias, type Sql } from './sql.ts';

const id = raw('_key.id');

/** Of more ids, the first rows of each are more than what is passed by where everybody's rows are walked: the ids are a good part of all. */
const FEW = raw('20');

/** What narrows a list, apart from its length: the same for its page and its count. */
interface Narrowed {
  readonly type: ReadType;
  readonly row: Alias;
  readonly viewer: ViewerShape;
  readonly condition: Sql;
}

/**
 * The rows of a list that hangs on no parent, to be written after `from`. Where few ids lead to all that the viewer sees, the
 * list of each is read in its order and no further than its first rows, which an index of that reference gives; the first of these are
 * the first of all. What one way has found the next leaves out. Whether there are few is known when the statement is run: it
 * has both roads then, and enters one.
 * @param tail its order and limit
 */
export function pageOfRoot(catalog: Catalog, { type, row, viewer, condition }: Narrowed, tail: Sql): Sql {
  const ways = type.readable.foundBy?.(viewer);
  if (!ways?.length) return sql`${type.table} ${row} where ${condition} ${tail}`;
  const many = ways.filter((way) => way.many).map((way) => sql`cardinality(${way.among}) > ${FEW}`);
  const few = many.length > 0 ? sql`where not ${anyOf(many)}` : empty;
  const lists = ways.map((way, index) => {
    const column = sql`${row}.${catalog.columnOf(type.entity, way.by).column}`;
    const before = ways.slice(0, index).map((each) => sql`${found(catalog, type, each, row)} is not true`);
    return sql`select _found.* from (select distinct unnest(${way.among}) as id ${few}) _key cross join lateral (
      select ${row}.* from ${type.table} ${row} where ${allOf([sql`${column} = ${id}`, way.where?.(row), ...before, condition])} ${tail}) _found`;
  });
  if (many.length > 0) lists.push(sql`(select ${row}.* from ${type.table} ${row} where ${allOf([anyOf(many), condition])} ${tail})`);
  return sql`(${join(lists, ' union all ')}) ${row} ${tail}`;
}

/** The same rows, for counting: their order is of no use. */
export function allOfRoot(catalog: Catalog, { type, row, viewer, condition }: Narrowed): Sql {
  const ways = type.readable.foundBy?.(viewer) ?? [];
  const reached = ways.length > 0 && anyOf(ways.map((each) => found(catalog, type, each, row)));
  return sql`${type.table} ${row} where ${allOf([reached, condition])}`;
}

/** True of the rows to which the way leads. */
export function found(catalog: Catalog, type: ReadType, { by, among, where }: Found<Stored>, row: Alias): Sql {
  return allOf([sql`${row}.${catalog.columnOf(type.entity, by).column} = any(${among})`, where?.(row)]);
}
