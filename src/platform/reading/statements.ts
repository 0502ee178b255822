import { isToldOfLargeGroupsOnly, type ViewerShape } from '../auth/index.ts';
import { valueOf, type Catalog, type ReadType } from './catalog.ts';
import type { Condition, Count, Link, ToMany, ToOne } from './declare.ts';
import { beyond, orderSql, type Ordering } from './keyset.ts';
import type { Selection } from './selection.ts';
import { allOf, empty, join, raw, sql, take, theKeys, type Sql } from './sql.ts';

/* The names of rows in a statement; a leading underscore keeps them apart from the names inside conditions. */
export const listedRow = raw('_row');
const row = listedRow;
const parent = raw('_parent');
const key = raw('_key');
const link = raw('_link');

/** Whose list it is: a type, or an object without a table, whose lists are found by an id alone. */
export interface Parent {
  readonly name: string;
  readonly table?: Sql;
}

/** What narrows and orders a list, apart from whose it is. */
export interface ListShape {
  readonly ordering: Ordering;
  readonly backward: boolean;
  readonly after?: readonly unknown[] | undefined;
  readonly before?: readonly unknown[] | undefined;
}

export class Statements {
  readonly #catalog: Catalog;
  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Rows of `theKeys` that the viewer may see. Select list: the selection. */
  byId(type: ReadType, selection: Selection, viewer: ViewerShape, where?: Condition): Sql {
    return sql`select ${selectList(type, selection, viewer)} from ${type.table} ${row}
      where ${allOf([sql`${row}.id = any(${theKeys})`, type.readable.visible(row, viewer), where?.(row, viewer)])}`;
  }

  /** At most one row for each parent of `theKeys`. Select list: the parent's id, the selection. */
  one(from: ReadType, relation: ToOne, selection: Selection, viewer: ViewerShape): Sql {
    const type = this.#catalog.typeOf(relation.to);
    const condition = [type.readable.visible(row, viewer), relation.where?.(row, viewer)];
    return this.#perParent(from, relation.link, type, viewer, selectList(type, selection, viewer), condition, sql`limit 1`);
  }

  /** The first rows of a list for each parent of `theKeys`, one more than `take` says. Select list: the parent's id, the selection. */
  many(from: Parent, relation: ToMany, selection: Selection, viewer: ViewerShape, list: ListShape, filter: (type: ReadType) => Sql): Sql {
    const type = this.#catalog.typeOf(relation.to);
    const condition = [type.readable.visible(row, viewer), relation.where?.(row, viewer), filter(type), ...slice(list)];
    return this.#perParent(from, relation.link, type, viewer, selectList(type, selection, viewer), condition,
      sql`order by ${orderSql(list.ordering, row, list.backward)} limit ${take}`);
  }

  /** Select list: the parent's id, a number or null where the group is too small to be told. */
  count(from: Parent, relation: Count | ToMany, viewer: ViewerShape, filter: (type: ReadType) => Sql): Sql {
    const type = this.#catalog.typeOf(relation.to);
    const visible = type.readable.visible(row, viewer);
    const countable = relation.kind === 'count' && !relation.visibleOnly && type.readable.countable?.(row, viewer);
    const condition = [countable || visible, relation.where?.(row, viewer), filter(type)];
    const smallest = relation.kind === 'count' && countable && isToldOfLargeGroupsOnly(viewer) ? relation.withheldBelow : undefined;
    const number = smallest
      ? sql`case when count(*) between 1 and ${raw(String(smallest - 1))} and count(*) filter (where ${visible}) < count(*)
          then null else count(*)::int end as n`
      : sql`count(*)::int as n`;
    return this.#perParent(from, relation.link, type, viewer, number, condition, empty);
  }

  rootList(type: ReadType, selection: Selection, viewer: ViewerShape, list: ListShape, where: Condition | undefined, filter: Sql): Sql {
    return sql`select ${selectList(type, selection, viewer)} from ${type.table} ${row}
      where ${allOf([type.readable.visible(row, viewer), where?.(row, viewer), filter, ...slice(list)])}
      order by ${orderSql(list.ordering, row, list.backward)} limit ${take}`;
  }

  rootCount(type: ReadType, viewer: ViewerShape, where: Condition | undefined, filter: Sql): Sql {
    return sql`select count(*)::int from ${type.table} ${row}
      where ${allOf([type.readable.visible(row, viewer), where?.(row, viewer), filter])}`;
  }

  /**
   * A lateral query runs once for each key, so "the first n of each parent" stops at n rows of an index instead of
   * numbering them all; the rows of one parent leave it in its order.
   */
  #perParent(
    from: Parent, how: Link, to: ReadType, viewer: ViewerShape,
    list: Sql, conditions: readonly (Sql | undefined)[], tail: Sql,
  ): Sql {
    let outer = sql`unnest(${theKeys}) as ${key}(id)`;
    let inner = sql`${to.table} ${row}`;
    let tie: Sql | undefined;
    if ('by' in how) {
      tie = sql`${row}.${this.#catalog.columnOf(to.entity, how.by).column} = ${key}.id`;
    } else if ('through' in how) {
      const { link: table, from: near, to: far, where } = how.through;
      const stored = this.#catalog.tables.get(table)!;
      inner = sql`${stored.table} ${link} join ${to.table} ${row} on ${row}.id = ${link}.${stored.columns.get(far)!.column}`;
      tie = allOf([sql`${link}.${stored.columns.get(near)!.column} = ${key}.id`, where?.(link)]);
    } else {
      outer = sql`${outer} join ${from.table!} ${parent} on ${parent}.id = ${key}.id`;
      tie = how.via(parent, row, viewer);
    }
    return sql`select ${key}.id, _found.* from ${outer} cross join lateral (
      select ${list} from ${inner} where ${allOf([tie, ...conditions])} ${tail}) _found`;
  }
}

function selectList(type: ReadType, selection: Selection, viewer: ViewerShape): Sql {
  return join(selection.names.map((name, index) => sql`${valueOf(type, name, row, viewer)} as ${raw(`v${index}`)}`));
}

function slice(list: ListShape): (Sql | undefined)[] {
  return [
    list.after && beyond(list.ordering, row, list.after, 'after'),
    list.before && beyond(list.ordering, row, list.before, 'before'),
  ];
}
