import { RIGHTS_VERSION, type ViewerShape } from '../../auth/index.ts';
import { groupsText, toldGroups } from '../aggregates/groups.ts';
import { scopeOf, valueOf, type Catalog, type ReadType } from '../catalog.ts';
import { referenceOf, type Count, type ToMany, type ToOne } from '../declare.ts';
import { allOfRoot, pageOfRoot, tailOf, type FirstRows } from '../found.ts';
import type { Scope } from '../scope/scope.ts';
import { allOf, empty, join, never, raw, sql, type Sql } from '../sql.ts';
import { counted, countedRows, seenThrough, slice } from '../statements.ts';
import { tied, type Of, type Tied } from '../disclosure/tied.ts';
import {
  aliasOfGroups,
  aliasOfList,
  rowsOfGroups,
  rowsOfList,
  type BoundGroups,
  type BoundList,
} from '../plan/bind.ts';
import {
  type Edge,
  type EdgeOf,
  type GroupsNode,
  type ListNode,
  type ObjectNode,
  type Plan,
  type PlanNode,
  type RowNode,
} from '../plan/plan.ts';
import { arrayOfRows, arrayText, NULL, orNone, orNull, rowText } from './text.ts';
import { mayLookUp } from '../disclosure/look-up.ts';
import {
  mustBeTold,
  mustCount,
  mustTellNumber,
  onlyNumberTold,
  onlySomeTold,
  seenOfList,
  type HangsOn,
} from '../disclosure/told.ts';
import { Unplannable } from '../plan/unplannable.ts';
import type { Condition } from '../readable.ts';
import { countsBeyond, namesBesides } from './layout.ts';
import { MadeRows } from './made-rows.ts';
import { idIn, late, lateFilter, type StatementRun } from './run.ts';

/** What an edge hangs on: a row of the statement, an object of the request, or the query. */
type Whose = { readonly type: ReadType; readonly row: Scope } | { readonly object: number } | undefined;

/**
 * One statement for a whole operation, of rows that the viewer sees and no others: what hangs on a row stands beside its values, as a query of its own that names the
 * row. Each is read by an index, for the rows that are answered and no others. What it answers is text: arrays by position, which take
 * the database least.
 */
export class StatementCompiler {
  readonly #catalog: Catalog;
  readonly #viewer: ViewerShape;
  readonly #lists: readonly BoundList[];
  readonly #grouped: readonly BoundGroups[];
  #rows = 0;
  readonly #made = new MadeRows();
  readonly #places: Record<string, string> = {};

  constructor(catalog: Catalog, viewer: ViewerShape, { lists, groups }: Pick<StatementRun, 'lists' | 'groups'>) {
    this.#catalog = catalog;
    this.#viewer = viewer;
    this.#lists = lists;
    this.#grouped = groups;
  }

  /** By the name under which rows stand in the statement, the field that reads them: `Meeting.replies`. */
  get places(): Readonly<Record<string, string>> {
    return this.#places;
  }

  /** Answers null, and reads nothing, where the viewer was read under another version of rights than that of this moment. */
  statement({ root }: Plan): Sql {
    const rights = late('rights', (run) => run.rights);
    const edges = arrayText(this.#edges(root, undefined));
    return sql`${this.#made.text}select case when ${rights}::uuid is null or ${rights}::uuid = ${raw(RIGHTS_VERSION)} then ${edges} end`;
  }

  #edges({ edges }: PlanNode, of: Whose): Sql[] {
    return edges.map((edge) => (edge.cut ? NULL : this.#edge(edge, of)));
  }

  #edge(edge: Edge, of: Whose): Sql {
    switch (edge.kind) {
      case 'one':
        return this.#one(edge, of!);
      case 'list':
        return this.#list(edge, of!);
      case 'aggregate':
        if (edge.groups) return this.#groups(edge, of);
        mustCount(this.#catalog.typeOf(edge.over.to), this.#viewer, edge.over);
        return this.#number(edge.over, { of: of!, alias: this.#newAlias(edge.at) });
      case 'root list':
        return this.#rootList(edge);
      case 'ids':
        return this.#ids(edge);
      case 'root object':
        return this.#object(edge.object, edge.number);
      case 'several':
      case 'node':
      case 'objects':
        throw new Error(`${edge.at} stands in no statement.`);
    }
  }

  #object(object: ObjectNode, number: number): Sql {
    return arrayText(this.#edges(object, { object: number }));
  }

  /** The rows of each type by themselves. */
  #ids({ number, targets, at }: EdgeOf<'ids'>): Sql {
    return arrayText(
      targets.map(({ row: { type }, row }) => {
        const alias = scopeOf(type, this.#newAlias(`${at} (${type.name})`));
        const ids = late('ids', (run) => run.ids[number]!.flatMap((id) => (id?.type === type.name ? [id.uuid] : [])));
        const visible = type.readable.visible(alias, this.#viewer);
        return orNull(
          sql`(select ${arrayOfRows(this.#row(row, alias))} from ${type.rows(this.#viewer)} ${alias} where ${allOf([sql`${alias}.id = any(${ids}::uuid[])`, visible])})`,
        );
      }),
    );
  }

  #newAlias(at: string): string {
    return this.#named(`_r${this.#rows++}`, at);
  }

  #named(alias: string, at: string): string {
    this.#places[alias] = at;
    return alias;
  }

  #row(row: RowNode, alias: Scope, list?: ListNode): Sql {
    const { type } = row;
    // Where nobody is let see one there is no row, and nothing that hangs on it is asked for.
    if (type.readable.visible(alias, this.#viewer) === never) return NULL;
    return rowText({
      type,
      parts: this.#edges(row, { type, row: alias }),
      names: row.names,
      more: namesBesides(row, this.#viewer, list && { list, bound: this.#lists[list.number]! }),
      valueOf: (name) => valueOf(type, name, alias, this.#viewer),
    });
  }

  /** What hangs on a bare id is tied by a reference, which looks at no row. */
  #parentOf(of: Exclude<Whose, undefined>, parent: string | undefined): Of {
    return 'row' in of
      ? { id: sql`${of.row}.id`, row: of.row, seen: true }
      : { id: idIn(of.object, parent!), seen: true };
  }

  /** How many there are; null where that is not told. */
  #number(
    relation: Count | ToMany,
    { of, alias, filter }: { readonly of: Exclude<Whose, undefined>; readonly alias: string; readonly filter?: Sql },
  ): Sql {
    const type = this.#catalog.typeOf(relation.to);
    const parent = this.#parentOf(of, relation.parent);
    const { child, tables, condition } = this.#tied(relation, type, parent, alias);
    const { number, conditions } = counted(this.#catalog, relation, type, child, this.#viewer, {
      ...parent,
      from: relation.kind === 'count' && 'type' in of ? of.type : undefined,
    });
    return orNull(sql`(select (${number})::text from ${tables} where ${allOf([condition, ...conditions, filter])})`);
  }

  #tied(relation: ToOne | ToMany | Count, type: ReadType, of: Of, alias: string): Tied {
    return tied(this.#catalog, relation, this.#made.of(type, this.#viewer), of, alias, this.#viewer);
  }

  #one({ relation, row, at }: EdgeOf<'one'>, of: Exclude<Whose, undefined>): Sql {
    const { type } = row;
    const { child, tables, condition, tail } = this.#tiedOne(relation, type, of, at);
    const seen = seenThrough(relation, type, child, this.#viewer);
    return orNull(sql`(select ${this.#row(row, child)} from ${tables} where ${allOf([condition, ...seen])}${tail})`);
  }

  #tiedOne(relation: ToOne, type: ReadType, of: Exclude<Whose, undefined>, at: string): Tied & { readonly tail: Sql } {
    const alias = this.#newAlias(at);
    const by = referenceOf(relation);
    if (by === undefined)
      return { ...this.#tied(relation, type, this.#parentOf(of, undefined), alias), tail: raw(' limit 1') };
    const child = scopeOf(type, alias);
    const id = 'row' in of ? sql`${of.row}.${this.#catalog.columnOf(of.type.entity, by).column}` : idIn(of.object, by);
    return {
      child,
      tables: sql`${type.rows(this.#viewer)} ${child}`,
      condition: sql`${child}.id = ${id}`,
      tail: empty,
    };
  }

  #list({ list, relation, at }: EdgeOf<'list'>, of: Exclude<Whose, undefined>): Sql {
    const filter = this.#filterOf(list, 'row' in of ? of.type : 'viewer', relation.where);
    const alias = this.#named(aliasOfList(list), at);
    const total = list.wantsCount ? this.#number(relation, { of, alias, filter }) : undefined;
    if (!list.wantsRows) return total ?? NULL;
    const { type } = list.row;
    const parent = this.#parentOf(of, relation.parent);
    const { refused, told } = parent.row ? seenOfList(this.#catalog, relation, type, parent.row, this.#viewer) : {};
    const { child, tables, condition } = this.#tied(relation, type, parent, alias);
    const conditions = [
      condition,
      ...seenThrough(relation, type, child, this.#viewer),
      ...this.#narrowed(list, child, filter),
      told,
    ];
    const rowsOf = (page: FirstRows): Sql => sql`${tables} where ${allOf(conditions)} ${tailOf(child, page)}`;
    const rows = this.#page(list, child, rowsOf, refused);
    return total ? arrayText([rows, total]) : rows;
  }

  /** The groups of a list, by its filter; null where they are not told. */
  #groups({ over, groups, at }: Extract<EdgeOf<'aggregate'>, { groups: GroupsNode }>, of: Whose): Sql {
    const { type, number } = groups;
    this.#named(aliasOfGroups(number), at);
    const { asked, where, filter } = this.#grouped[number]!;
    const atRoot = over.kind === 'connection';
    const from = atRoot ? (over.ofViewer ? 'viewer' : 'query') : 'row' in of! ? of.type : 'viewer';
    mustTellNumber(this.#catalog, type, this.#viewer, { from, where: over.where, filter: where });
    const wanted = lateFilter(filter, (run) => run.groups[number]!);
    const most = sql`(${late('size', (run) => run.groups[number]!.asked.size)}::int + 1)`;
    if (atRoot) {
      const row = rowsOfGroups(groups);
      const narrowed = [over.where?.(row, this.#viewer), wanted];
      const rows = allOfRoot(this.#catalog, { type, row, viewer: this.#viewer, narrowed });
      return toldGroups(groupsText(asked, type, row, rows, most));
    }
    const parent = this.#parentOf(of!, over.parent);
    const { child, tables, condition } = this.#tied(over, type, parent, aliasOfGroups(number));
    const { conditions, refused } = countedRows(this.#catalog, over, type, child, this.#viewer, parent);
    const rows = sql`${tables} where ${allOf([condition, ...conditions, wanted])}`;
    return toldGroups(groupsText(asked, type, child, rows, most), refused);
  }

  #rootList({ list, root, at }: EdgeOf<'root list'>): Sql {
    this.#named(aliasOfList(list), at);
    const filter = this.#filterOf(list, root.ofViewer ? 'viewer' : 'query', root.where);
    const row = rowsOfList(list);
    const viewer = this.#viewer;
    const of = { type: list.row.type, row, viewer };
    const where = root.where?.(row, viewer);
    const total = list.wantsCount
      ? sql`(select count(*)::text from ${allOfRoot(this.#catalog, { ...of, narrowed: [where, filter] })})`
      : undefined;
    if (!list.wantsRows) return total ?? NULL;
    const narrowed = { ...of, narrowed: [where, ...this.#narrowed(list, row, filter)] };
    const rows = this.#page(list, row, (page) => pageOfRoot(this.#catalog, narrowed, page), undefined);
    return total ? arrayText([rows, total]) : rows;
  }

  /** What narrows the page of a list: its filter, and the cursors between which it lies. */
  #narrowed(list: ListNode, row: Scope, filter: Sql): (Sql | undefined)[] {
    const { number } = list;
    const { ordering, after, before } = this.#lists[number]!;
    const placed = {
      ordering,
      after: after && ordering.terms.map((_, index) => late('after', (run) => run.lists[number]!.after![index])),
      before: before && ordering.terms.map((_, index) => late('before', (run) => run.lists[number]!.before![index])),
    };
    return [filter, ...slice(placed, row)];
  }

  /** @param refused of which parents it is not told that there are no rows */
  #page(list: ListNode, found: Scope, rowsOf: (page: FirstRows) => Sql, refused: Sql | undefined): Sql {
    const { number } = list;
    const size = sql`${late('size', (run) => run.lists[number]!.window.size)}::int`;
    const most = list.wantsMore ? sql`(${size} + 1)` : size;
    const { made: row, carried } = found.carrying((told) => this.#row(list.row, told, list));
    const page = sql`select ${found}.* from ${rowsOf({ ...this.#lists[number]!, most })}`;
    const values = join([empty, ...carried.map(({ name, value }) => sql`${value} as ${name}`)]);
    if (countsBeyond(list)) {
      const all = orNone(arrayOfRows(row, sql`${found}._n <= ${size}`), refused);
      return sql`(select ${arrayText([all, sql`(count(*) > ${size})::text`])}
        from (select ${found}.*, row_number() over () as _n ${values} from (${page}) ${found}) ${found})`;
    }
    // PostgreSQL would write a value anew wherever it is named, but for the offset.
    const rows = carried.length > 0 ? sql`select ${found}.* ${values} from (${page}) ${found} offset 0` : page;
    return orNone(sql`(select ${arrayOfRows(row)} from (${rows}) ${found})`, refused);
  }

  /**
   * The filter of the first request of this shape, its values left to each run.
   * @throws Forbidden where the list is not told, Unplannable where somebody may be looked up, which batches do
   */
  #filterOf(list: ListNode, from: HangsOn, where: Condition<never> | undefined): Sql {
    const { type } = list.row;
    const { args, filter } = this.#lists[list.number]!;
    if (args.where && mayLookUp(type, this.#viewer)) throw new Unplannable('look-up', type.name);
    const { number, wantsCount, wantsRows } = list;
    const asked = { from, where, wantsCount, wantsRows, filter: args.where };
    const told = mustBeTold(this.#catalog, type, this.#viewer, asked);
    if (told === 'number' && wantsRows) throw onlyNumberTold();
    if (wantsCount && told === 'own rows') throw onlySomeTold();
    return lateFilter(filter, (run) => run.lists[number]!);
  }
}
