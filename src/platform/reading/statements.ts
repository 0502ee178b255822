import { isToldOfLargeGroupsOnly, type ViewerShape } from '../auth/index.ts';
import { valueOf, type Catalog, type ReadType } from './catalog.ts';
import type { Condition, Count, EntityClass, ToMany, ToOne } from './declare.ts';
import { allOfRoot, pageOfRoot } from './found.ts';
import { hold } from './held.ts';
import { beyond, orderSql, type Ordering } from './keyset.ts';
import type { Selection } from './selection.ts';
import { allOf, empty, join, never, raw, sql, take, theKeys, type Alias, type Sql } from './sql.ts';

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
    return this.#perParent(from, relation, viewer, (type, child) => ({
      list: selectList(type, selection, viewer, child), conditions: seenThrough(relation, type, child, viewer), tail: sql`limit 1`,
    }));
  }

  /** The first rows of a list for each parent of `theKeys`, one more than `take` says. Select list: the parent's id, the selection. */
  many(from: Parent, relation: ToMany, selection: Selection, viewer: ViewerShape, list: ListShape, filter: (type: ReadType) => Sql): Sql {
    return this.#perParent(from, relation, viewer, (type, child) => ({
      list: selectList(type, selection, viewer, child),
      conditions: [...seenThrough(relation, type, child, viewer), filter(type), ...slice(list, child)],
      tail: sql`order by ${orderSql(list.ordering, child, list.backward)} limit ${take}`,
    }));
  }

  /** Select list: the parent's id, a number or null where the group is too small to be told. */
  count(from: Parent, relation: Count | ToMany, viewer: ViewerShape, filter: (type: ReadType) => Sql): Sql {
    return this.#perParent(from, relation, viewer, (type, child) => {
      const { number, conditions } = counted(relation, type, child, viewer);
      return { list: sql`${number} as n`, conditions: [...conditions, filter(type)], tail: empty };
    });
  }

  rootList(type: ReadType, selection: Selection, viewer: ViewerShape, list: ListShape, where: Condition | undefined, filter: Sql): Sql {
    const narrowed = [where?.(row, viewer), filter, ...slice(list, row)];
    const asked = selectList(type, selection, viewer);
    return sql`select ${asked} from ${pageOfRoot(this.#catalog, { type, row, viewer, narrowed }, { ...list, most: take, asked })}`;
  }

  rootCount(type: ReadType, viewer: ViewerShape, where: Condition | undefined, filter: Sql): Sql {
    return sql`select count(*)::int from ${allOfRoot(this.#catalog, { type, row, viewer, narrowed: [where?.(row, viewer), filter] })}`;
  }

  /**
   * A lateral query runs once for each key, so "the first n of each parent" stops at n rows of an index instead of
   * numbering them all. Its rows leave it in their order, for it is all that is joined, to the keys or to the parents: with a third
   * one beside them PostgreSQL might put the rows into a hash table, which gives them back as they come.
   */
  #perParent(from: Parent, relation: Linked & { readonly to: EntityClass }, viewer: ViewerShape, query: (to: ReadType, child: Alias) => PerParent): Sql {
    const to = this.#catalog.typeOf(relation.to);
    const child = raw(listedRow.sql);
    const needed = from.table && holdParent(this.#catalog, relation, to, child, parent, { seen: false });
    const { list, conditions, tail } = query(to, child);
    const atHand = 'via' in relation.link || needed?.();
    const id = sql`${atHand ? parent : key}.id`;
    const { tables, condition } = tied(this.#catalog, relation, to, { id, row: parent }, child, viewer);
    return sql`select ${id}, _found.* from ${atHand ? sql`${from.table!} ${parent}` : sql`unnest(${theKeys}) as ${key}(id)`} cross join lateral (
      select ${list} from ${tables} where ${allOf([condition, ...conditions])} ${tail}) _found ${atHand ? sql`where ${id} = any(${theKeys})` : empty}`;
  }
}

/** What is read for each parent. */
interface PerParent {
  readonly list: Sql;
  readonly conditions: readonly (Sql | undefined)[];
  readonly tail: Sql;
}

type Linked = Pick<ToOne | ToMany | Count, 'kind' | 'link'>;

/** A child that names its parent has it at hand. @returns whether a condition or a value of the child reads it */
export function holdParent(
  catalog: Catalog, { kind, link: how }: Linked, to: ReadType, child: Alias, of: Alias, options: { readonly seen: boolean },
): (() => boolean) | undefined {
  const reference = 'backBy' in how ? how.backBy : 'by' in how && kind !== 'one' ? how.by : undefined;
  return reference === undefined ? undefined : hold(child, catalog.columnOf(to.entity, reference).name, of, options);
}

/** Where the rows on the other side of a relation stand, and what ties them to one parent; a `via` reads the parent's row. */
export function tied(
  catalog: Catalog, { link: how }: Linked, to: ReadType, from: { readonly id: Sql; readonly row: Alias }, child: Alias, viewer: ViewerShape,
): { readonly tables: Sql; readonly condition: Sql } {
  const tables = sql`${to.table} ${child}`;
  if ('by' in how) return { tables, condition: sql`${child}.${catalog.columnOf(to.entity, how.by).column} = ${from.id}` };
  if ('backBy' in how) return { tables, condition: sql`${child}.${catalog.columnOf(to.entity, how.backBy).column} = ${from.id}` };
  if ('via' in how) return { tables, condition: how.via(from.row, child, viewer) };
  const { link: table, from: near, to: far, where } = how.through;
  const stored = catalog.tables.get(table)!;
  return {
    tables: sql`${stored.table} ${link} join ${tables} on ${child}.id = ${link}.${stored.columns.get(far)!.column}`,
    condition: allOf([sql`${link}.${stored.columns.get(near)!.column} = ${from.id}`, where?.(link)]),
  };
}

/** What narrows the rows of a relation, apart from whose they are. */
export function seenThrough(relation: ToOne | ToMany, type: ReadType, child: Alias, viewer: ViewerShape): (Sql | undefined)[] {
  return [type.readable.visible(child, viewer), relation.where?.(child, viewer)];
}

/** The number of rows that the viewer may count: null where the group is too small to be told. */
export function counted(relation: Count | ToMany, type: ReadType, child: Alias, viewer: ViewerShape): { number: Sql; conditions: (Sql | undefined)[] } {
  const visible = type.readable.visible(child, viewer);
  const widely = relation.kind === 'count' ? !relation.visibleOnly : visible === never;
  const countable = widely && type.readable.countable?.(child, viewer);
  const smallest = relation.kind === 'count' && countable && isToldOfLargeGroupsOnly(viewer) ? relation.withheldBelow : undefined;
  const number = smallest
    ? sql`case when count(*) between 1 and ${raw(String(smallest - 1))} and count(*) filter (where ${visible}) < count(*)
        then null else count(*)::int end`
    : sql`count(*)::int`;
  return { number, conditions: [countable || visible, relation.where?.(child, viewer)] };
}

function selectList(type: ReadType, selection: Selection, viewer: ViewerShape, from: Alias = row): Sql {
  return join(selection.names.map((name, index) => sql`${valueOf(type, name, from, viewer)} as ${raw(`v${index}`)}`));
}

/** The part of a list that lies between its cursors. */
export function slice(list: Pick<ListShape, 'ordering' | 'after' | 'before'>, child: Alias): (Sql | undefined)[] {
  return [
    list.after && beyond(list.ordering, child, list.after, 'after'),
    list.before && beyond(list.ordering, child, list.before, 'before'),
  ];
}
