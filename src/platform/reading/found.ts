import type { ViewerShape } from '../auth/viewer.ts';
import type { Stored } from '../database/stored.entity.ts';
import type { Catalog, ReadType } from './catalog.ts';
import type { Found } from './readable.ts';
import { orderSql, type Ordering } from './keyset.ts';
import type { Scope } from './scope/scope.ts';
import { allOf, always, anyOf, empty, join, never, raw, sql, type Sql } from './sql.ts';

const id = raw('_key.id');

/** Of more ids, what is read of each is more than what is passed by where everybody's rows are walked: they are a good part of all. */
const FEW = raw('20');

/** What narrows a list, apart from its length: the same for its page and its count. */
interface Narrowed {
  readonly type: ReadType;
  readonly row: Scope;
  readonly viewer: ViewerShape;
  /** What its rows must be besides visible. */
  readonly narrowed: readonly (Sql | undefined)[];
}

export interface FirstRows {
  readonly ordering: Ordering;
  readonly backward: boolean;
  /** How many. */
  readonly most: Sql;
}

/**
 * The rows of a list that hangs on no parent, to be written after `from`. Where few ids lead to all that the viewer sees, the
 * list of each is read in its order and no further than its first rows, which an index of that reference gives; the first of these are
 * the first of all. What one way has found the next leaves out. Whether there are few is known when the statement is run: where there may be
 * many it has both queries, and one of them is run.
 */
export function pageOfRoot(catalog: Catalog, { type, row, viewer, narrowed }: Narrowed, first: FirstRows): Sql {
  const ways = type.readable.foundBy?.(viewer);
  const tail = tailOf(row, first);
  const visible = type.readable.visible(row, viewer);
  const condition = allOf([visible, ...narrowed]);
  if (!ways?.length) return sql`${type.rows(viewer)} ${row} where ${condition} ${tail}`;
  const many = ways.filter((way) => way.many).map((way) => sql`cardinality(${way.among}) > ${FEW}`);
  const few = many.length > 0 ? sql`where not ${anyOf(many)}` : empty;
  const lists = ways.map((way, index) => {
    const column = sql`${row}.${catalog.columnOf(type.entity, way.by).column}`;
    const before = ways.slice(0, index).map((each) => sql`${found(catalog, type, each, row)} is not true`);
    const ofKey = sql`${type.rows(viewer)} ${row} where ${allOf([sql`${column} = ${id}`, way.where?.(row), ...before, mostly(visible), ...narrowed])}`;
    return sql`select _found.* from (select distinct unnest(${way.among}) as id ${few}) _key cross join lateral (
      select ${row}.* from ${ofKey} ${within(row, way, ofKey, first)} ${tail}) _found`;
  });
  if (many.length > 0) {
    const walked = allOf([anyOf(many), foundAmongMany(catalog, type, ways, row), condition]);
    lists.push(sql`(select ${row}.* from ${type.rows(viewer)} ${row} where ${walked} ${tail})`);
  }
  return sql`(${join(lists, ' union all ')}) ${row} ${tail}`;
}

/**
 * Most of what the viewer's ids lead to is visible. PostgreSQL reckons that both the id and what makes a row visible are rare, and would
 * read and sort all rows of each id rather than the first ones in their order: of what it cannot see into it expects a half.
 */
function mostly(visible: Sql): Sql {
  return visible === always ? always : sql`coalesce(${visible}, false)`;
}

export function tailOf(row: Scope, { ordering, backward, most }: FirstRows): Sql {
  return sql`order by ${orderSql(ordering, row, backward)} limit ${most}`;
}

/** With fewer lists than these, to find out where to stop costs as much as it saves. */
const MANY_LISTS = 3;

/**
 * Of many lists that are merged most rows would be read for nothing. Where each has brought an equal share of the page, there are as
 * many rows as the page has: nothing is read beyond the last of these. Only moments and days have a value that nothing lies beyond,
 * for lists that are too short to tell.
 */
function within(row: Scope, { among }: Found<Stored>, ofKey: Sql, { ordering, backward, most }: FirstRows): Sql {
  const {
    column: { column, sqlType },
    direction,
  } = ordering.terms[0]!;
  if (!/^(?:timestamptz|date)/.test(sqlType)) return empty;
  const [operator, order, beyondAll] =
    (direction === 'ASC') === backward ? ['>=', 'desc', '-infinity'] : ['<=', 'asc', 'infinity'];
  return sql`and ${row}.${column} ${raw(operator!)} coalesce((select _first.value
    from (select ${among} as ids, (${most} + cardinality(${among}) - 1) / cardinality(${among}) as size where cardinality(${among}) >= ${raw(String(MANY_LISTS))}) _share
    cross join lateral (select distinct unnest(_share.ids) as id) _key
    cross join lateral (select ${row}.${column} as value from ${ofKey} order by ${orderSql(ordering, row, backward)} limit _share.size) _first
    order by _first.value ${raw(order!)} offset ${most} - 1 limit 1), '${raw(beyondAll!)}')`;
}

/** True of the rows to which the ways lead, looked up in a table of the ids: where many rows are passed by, and there are many ids. */
function foundAmongMany(catalog: Catalog, type: ReadType, ways: readonly Found<Stored>[], row: Scope): Sql {
  const each = ways.map(({ by, among, where }) =>
    allOf([sql`${row}.${catalog.columnOf(type.entity, by).column} in (select unnest(${among}))`, where?.(row)]),
  );
  return mostly(anyOf(each));
}

/** The same rows, for counting: their order is of no use. Whoever sees none of them, or a part, and counts more is told of those. */
export function allOfRoot(catalog: Catalog, { type, row, viewer, narrowed }: Narrowed): Sql {
  const visible = type.readable.visible(row, viewer);
  const widely =
    (visible === never || catalog.disclosure.countsWidely(viewer)) && type.readable.countable?.(row, viewer);
  const ways = (!widely && visible !== never && type.readable.foundBy?.(viewer)) || [];
  const reached = ways.length > 0 && anyOf(ways.map((each) => found(catalog, type, each, row)));
  return sql`${type.rows(viewer)} ${row} where ${allOf([reached, widely || visible, ...narrowed])}`;
}

/** True of the rows to which the way leads. */
export function found(catalog: Catalog, type: ReadType, { by, among, where }: Found<Stored>, row: Scope): Sql {
  return allOf([sql`${row}.${catalog.columnOf(type.entity, by).column} = any(${among})`, where?.(row)]);
}
