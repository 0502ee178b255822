import type { ViewerShape } from '../auth/index.ts';
import { groupsText, toldGroups, type AskedGroups } from './aggregates/groups.ts';
import { scopeOf, valueOf, type Catalog, type ReadType } from './catalog.ts';
import type { Count, ToMany, ToOne } from './declare.ts';
import type { Condition } from './readable.ts';
import { allOfRoot, pageOfRoot } from './found.ts';
import { beyond, orderSql, type ListShape } from './keyset.ts';
import type { Selection } from './selection.ts';
import { Scope } from './scope/scope.ts';
import { allOf, empty, join, never, raw, sql, take, theKeys, type Alias, type Sql } from './sql.ts';
import { rowOf, tied, type Of } from './disclosure/tied.ts';
import { seenOfList } from './disclosure/told.ts';
import { Withholding } from './disclosure/withheld.ts';

/* The names of rows in a statement; a leading underscore keeps them apart from the names inside conditions. */
const ROW = '_row';
const PARENT = '_parent';

/** Whose list it is: a type, or an object without a table, whose lists are found by an id alone. */
export interface Parent {
  readonly name: string;
  readonly table?: Sql;
}

/** What a list is narrowed to by whoever asks. */
export type Filter = (type: ReadType, row: Scope) => Sql;

export class Statements {
  readonly #catalog: Catalog;
  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  /** Rows of `theKeys` that the viewer may see. Select list: the selection. */
  byId(type: ReadType, selection: Selection, viewer: ViewerShape): Sql {
    const row = scopeOf(type, ROW);
    return sql`select ${selectList(type, selection, viewer, row)} from ${type.rows(viewer)} ${row}
      where ${allOf([sql`${row}.id = any(${theKeys})`, type.readable.visible(row, viewer)])}`;
  }

  /** At most one row for each parent of `theKeys`. Select list: the parent's id, the selection. */
  one(from: ReadType, relation: ToOne, selection: Selection, viewer: ViewerShape): Sql {
    return this.#perParent(from, relation, viewer, (type, child) => ({
      list: selectList(type, selection, viewer, child),
      conditions: seenThrough(relation, type, child, viewer),
      tail: sql`limit 1`,
    }));
  }

  /** The first rows of a list for each parent of `theKeys`, one more than `take` says. Select list: the parent's id, the selection; of a parent whose list is refused its id alone. */
  many(
    from: Parent,
    relation: ToMany,
    selection: Selection,
    viewer: ViewerShape,
    list: ListShape,
    filter: Filter,
  ): Sql {
    return this.#perParent(from, relation, viewer, (type, child, { row }) => {
      const { refused, told } = row ? seenOfList(this.#catalog, relation, type, row, viewer) : {};
      return {
        list: selectList(type, selection, viewer, child),
        conditions: [...seenThrough(relation, type, child, viewer), filter(type, child), ...slice(list, child), told],
        tail: sql`order by ${orderSql(list.ordering, child, list.backward)} limit ${take}`,
        refused,
        id: selection.names.indexOf('id'),
      };
    });
  }

  /** Select list: the parent's id, a number or null where the group is too small to be told. */
  count(from: Parent, relation: Count | ToMany, viewer: ViewerShape, filter: Filter): Sql {
    return this.#perParent(from, relation, viewer, (type, child, of) => {
      const { number, conditions } = counted(this.#catalog, relation, type, child, viewer, {
        from: this.#catalog.byName.get(from.name),
        ...of,
      });
      return { list: sql`${number} as n`, conditions: [...conditions, filter(type, child)], tail: empty };
    });
  }

  /** Select list: the parent's id, the text of its groups, null where they are not told. */
  groups(from: Parent, relation: ToMany, viewer: ViewerShape, asked: AskedGroups, filter: Filter): Sql {
    return this.#perParent(from, relation, viewer, (type, child, of) => {
      const { conditions, refused } = countedRows(this.#catalog, relation, type, child, viewer, of);
      return {
        conditions: [...conditions, filter(type, child)],
        made: (rows) => sql`select ${toldGroups(groupsText(asked, type, child, rows, take), refused)} as told`,
      };
    });
  }

  rootGroups(
    type: ReadType,
    viewer: ViewerShape,
    asked: AskedGroups,
    where: Condition<never> | undefined,
    filter: Filter,
  ): Sql {
    const row = scopeOf(type, ROW);
    const narrowed = [where?.(row, viewer), filter(type, row)];
    return sql`select ${toldGroups(groupsText(asked, type, row, allOfRoot(this.#catalog, { type, row, viewer, narrowed }), take))}`;
  }

  rootList(
    type: ReadType,
    selection: Selection,
    viewer: ViewerShape,
    list: ListShape,
    where: Condition<never> | undefined,
    filter: Filter,
  ): Sql {
    const row = scopeOf(type, ROW);
    const narrowed = [where?.(row, viewer), filter(type, row), ...slice(list, row)];
    const page = pageOfRoot(this.#catalog, { type, row, viewer, narrowed }, { ...list, most: take });
    return sql`select ${selectList(type, selection, viewer, row)} from ${page}`;
  }

  rootCount(type: ReadType, viewer: ViewerShape, where: Condition<never> | undefined, filter: Filter): Sql {
    const row = scopeOf(type, ROW);
    return sql`select count(*)::int from ${allOfRoot(this.#catalog, { type, row, viewer, narrowed: [where?.(row, viewer), filter(type, row)] })}`;
  }

  /**
   * A lateral query runs once for each key, so "the first n of each parent" stops at n rows of an index instead of
   * numbering them all. Its rows leave it in their order, for it is all that is joined, to the keys or to the parents: with a third
   * one beside them PostgreSQL might put the rows into a hash table, which gives them back as they come.
   */
  #perParent(
    from: Parent,
    relation: ToOne | ToMany | Count,
    viewer: ViewerShape,
    query: (to: ReadType, child: Scope, of: Of) => PerParent,
  ): Sql {
    const to = this.#catalog.typeOf(relation.to);
    const type = this.#catalog.byName.get(from.name);
    const parent = type ? scopeOf(type, PARENT) : new Scope(PARENT);
    const of: Of = { id: sql`${parent}.id`, row: type && parent, seen: false };
    const { child, tables, condition } = tied(this.#catalog, relation, to, of, ROW, viewer);
    const { conditions, ...read } = query(to, child, of);
    const those = sql`${tables} where ${allOf([condition, ...conditions])}`;
    const { refused, id } = 'made' in read ? { refused: undefined, id: undefined } : read;
    const rows = sql`(${'made' in read ? read.made(those) : sql`select ${read.list} from ${those} ${read.tail}`}) _found`;
    const looksAtParent =
      type !== undefined &&
      ('via' in relation.link ||
        child.namesOther ||
        (relation.kind !== 'one' &&
          (relation.countedWhere !== undefined ||
            ('seenWhere' in relation && relation.seenWhere !== undefined) ||
            Withholding.concerns(this.#catalog, relation, viewer))));
    const parents = looksAtParent ? sql`${type.rows(viewer)} ${parent}` : sql`unnest(${theKeys}) as ${parent}(id)`;
    const asked = looksAtParent ? sql`${of.id} = any(${theKeys})` : undefined;
    if (!refused)
      return sql`select ${of.id}, _found.* from ${parents} cross join lateral ${rows} ${asked ? sql`where ${asked}` : empty}`;
    return sql`select ${of.id}, _found.* from ${parents} left join lateral ${rows} on true where ${allOf([asked, sql`(_found.${raw(`v${id}`)} is not null or ${refused})`])}`;
  }
}

/** What is read for each parent: a select list, or what else is made of its rows. */
type PerParent = { readonly conditions: readonly (Sql | undefined)[] } & (
  ListOfParent | { readonly made: (rows: Sql) => Sql }
);

interface ListOfParent {
  readonly list: Sql;
  readonly tail: Sql;
  /** Of which parents it is refused that there are no rows. */
  readonly refused?: Sql | undefined;
  /** Where the id stands in `list`. */
  readonly id?: number;
}

/** What narrows the rows of a relation, apart from whose they are. */
export function seenThrough(
  relation: ToOne | ToMany,
  type: ReadType,
  child: Scope,
  viewer: ViewerShape,
): (Sql | undefined)[] {
  return [type.readable.visible(child, viewer), relation.where?.(child, viewer)];
}

/** What a count is told of besides its rows: the type and the row that it hangs on, for the counts beside it. */
export interface CountOf extends Of {
  readonly from: ReadType | undefined;
}

/** The rows of a relation that the viewer counts, and of which parents their number is not told. */
export function countedRows(
  catalog: Catalog,
  relation: Count | ToMany,
  type: ReadType,
  child: Scope,
  viewer: ViewerShape,
  of: Of,
): {
  readonly conditions: (Sql | undefined)[];
  readonly refused: Sql | undefined;
  /** Whether they may be more than the viewer sees. */
  readonly widely: boolean;
} {
  const visible = type.readable.visible(child, viewer);
  // Of their own somebody counts what they see: what they have lost is theirs no longer, though it stands in figures.
  const widely =
    relation.kind === 'count' ? !relation.visibleOnly : visible === never || !catalog.disclosure.hasOwn(viewer);
  const countable = widely ? type.readable.countable?.(child, viewer) : undefined;
  return {
    conditions: [countable ?? visible, relation.where?.(child, viewer)],
    refused: relation.countedWhere && sql`(${relation.countedWhere(rowOf(of), viewer)}) is not true`,
    widely: countable !== undefined,
  };
}

/** The number of rows that the viewer may count: null where the group is too small to be told, or where it is not theirs to know how many there are. */
export function counted(
  catalog: Catalog,
  relation: Count | ToMany,
  type: ReadType,
  child: Scope,
  viewer: ViewerShape,
  of: CountOf,
): { number: Sql; conditions: (Sql | undefined)[] } {
  const { conditions, refused, widely } = countedRows(catalog, relation, type, child, viewer, of);
  const withholding = new Withholding(catalog, viewer);
  const nulls = [
    ...(refused ? [refused] : []),
    ...(widely && Withholding.concerns(catalog, relation, viewer)
      ? [withholding.withholds(of.from, relation, withholding.unseen(type, child), of)]
      : []),
  ];
  const whens = nulls.map((each) => sql`when ${each} then null `);
  const number = nulls.length > 0 ? sql`case ${join(whens, '')}else count(*)::int end` : sql`count(*)::int`;
  return { number, conditions };
}

function selectList(type: ReadType, selection: Selection, viewer: ViewerShape, from: Scope): Sql {
  return join(selection.names.map((name, index) => sql`${valueOf(type, name, from, viewer)} as ${raw(`v${index}`)}`));
}

/** The part of a list that lies between its cursors. */
export function slice(list: Pick<ListShape, 'ordering' | 'after' | 'before'>, child: Alias): (Sql | undefined)[] {
  return [
    list.after && beyond(list.ordering, child, list.after, 'after'),
    list.before && beyond(list.ordering, child, list.before, 'before'),
  ];
}
