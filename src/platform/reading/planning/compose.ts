import { RIGHTS_VERSION, type ViewerShape } from '../../auth/index.ts';
import { valueOf, type Catalog, type ReadType } from '../catalog.ts';
import type { Count, ToMany, ToOne } from '../declare.ts';
import { allOfRoot, pageOfRoot, tailOf, type FirstRows } from '../found.ts';
import { carry } from '../held.ts';
import { allOf, empty, join, Late, never, raw, sql, Sql, type Alias, type Run } from '../sql.ts';
import { counted, seenThrough, slice } from '../statements.ts';
import { holdParent, tied } from '../disclosure/tied.ts';
import type { HeldId, ListOutline, Outline, Part, RootPart, RowOutline } from './outline.ts';
import { rowsOfList, type ListState, type PlannedRun } from './request.ts';
import { arrayOfRows, arrayText, NULL, orNone, orNull, rowText } from './text.ts';
import { mayLookUp } from '../disclosure/look-up.ts';
import {
  mustCount,
  nothingTold,
  onlyNumberTold,
  onlySomeTold,
  seenOfList,
  toldOfList,
  type HangsOn,
} from '../disclosure/told.ts';
import { KeptOnRecord } from './unplannable.ts';

/** A value that the run of a planned statement brings. */
function late(name: string, value: (run: PlannedRun) => unknown): Late {
  return new Late(name, (run: Run) => value(run as PlannedRun));
}

/** What a list or a count hangs on: a row of the statement, or an id alone. */
interface Whose {
  readonly id: Sql;
  readonly row?: Alias;
}

function idIn({ object, by }: HeldId): Sql {
  return sql`${late('held', (run) => run.objects[object]![by])}::uuid`;
}

/** Values of the order that a list's rows bring besides what is asked of them, for its cursors are made of them. */
export function cursorNames(list: ListOutline, state: ListState): readonly string[] {
  if (!list.wantsCursors) return [];
  const asked = new Set(list.row.names);
  return state.ordering.terms.map((term) => term.column.property).filter((name) => !asked.has(name));
}

/** Rows that end with one more than the page tell that there are more. Where much hangs on a row, that one is counted instead of read. */
export function countsBeyond(list: ListOutline): boolean {
  return list.wantsMore && list.row.parts.length > 0;
}

/**
 * One statement for a whole operation, of rows that the viewer sees and no others: what hangs on a row stands beside its values, as a query of its own that names the
 * row. Each is read by an index, for the rows that are answered and no others. What it answers is text: arrays by position, which take
 * the database least.
 */
export class Composer {
  readonly #catalog: Catalog;
  readonly #viewer: ViewerShape;
  readonly #lists: readonly ListState[];
  #rows = 0;

  constructor(catalog: Catalog, viewer: ViewerShape, lists: readonly ListState[]) {
    this.#catalog = catalog;
    this.#viewer = viewer;
    this.#lists = lists;
  }

  /** Answers null, and reads nothing, where the viewer was read under another version of rights than that of this moment. */
  statement(outline: Outline): Sql {
    const rights = late('rights', (run) => run.rights);
    const parts = arrayText(outline.parts.map((part) => this.#root(part)));
    return sql`select case when ${rights}::uuid is null or ${rights}::uuid = ${raw(RIGHTS_VERSION)} then ${parts} end`;
  }

  #root(part: RootPart): Sql {
    if (part.kind === 'list')
      return part.of
        ? this.#list(part.list, 'viewer', { id: idIn(part.of) })
        : this.#list(part.list, part.list.ofViewer ? 'viewer' : 'query');
    if (part.kind === 'count') return this.#count(part.relation, undefined, { id: idIn(part.of) });
    const alias = this.#newRow();
    const { type } = part.row;
    const visible = type.readable.visible(alias, this.#viewer);
    const row = this.#row(part.row, alias);
    if (part.kind === 'reference') {
      return orNull(
        sql`(select ${row} from ${type.table} ${alias} where ${allOf([sql`${alias}.id = ${idIn(part.of)}`, visible])})`,
      );
    }
    const { number } = part;
    const ids = late('ids', (run) => run.ids[number]!.flatMap((id) => (id?.type === type.name ? [id.uuid] : [])));
    return orNull(
      sql`(select ${arrayOfRows(row)} from ${type.table} ${alias} where ${allOf([sql`${alias}.id = any(${ids}::uuid[])`, visible])})`,
    );
  }

  #newRow(): Alias {
    return raw(`_r${this.#rows++}`);
  }

  #row(row: RowOutline, alias: Alias, more: readonly string[] = []): Sql {
    // Where nobody is let see one there is no row, and nothing that hangs on it is asked for.
    if (row.type.readable.visible(alias, this.#viewer) === never) return NULL;
    if (row.type.readable.recorded?.by(this.#viewer)) throw new KeptOnRecord(row.type.name);
    const parts = row.parts.map((part) => this.#part(part, row, alias));
    return rowText({
      type: row.type,
      parts,
      names: row.names,
      more,
      valueOf: (name) => valueOf(row.type, name, alias, this.#viewer),
    });
  }

  #part(part: Part, from: RowOutline, parent: Alias): Sql {
    switch (part.kind) {
      case 'one':
        return this.#one(part, from, parent);
      case 'list':
        return this.#list(part.list, from.type, { id: sql`${parent}.id`, row: parent });
      case 'count':
        return this.#count(part.relation, from.type, { id: sql`${parent}.id`, row: parent });
    }
  }

  #count(relation: Count, from: ReadType | undefined, of: Whose): Sql {
    mustCount(this.#catalog.typeOf(relation.to), this.#viewer, relation);
    return this.#number(relation, { from, of, row: this.#newRow() });
  }

  /** How many there are; null where that is not told. */
  #number(
    relation: Count | ToMany,
    {
      from,
      of,
      row,
      filter,
    }: { readonly from?: ReadType | undefined; readonly of: Whose; readonly row: Alias; readonly filter?: Sql },
  ): Sql {
    const type = this.#catalog.typeOf(relation.to);
    const { tables, condition } = this.#tied(relation, type, of, row);
    const { number, conditions } = counted(this.#catalog, relation, type, row, this.#viewer, {
      from,
      id: of.id,
      row: of.row ?? raw(''),
    });
    return orNull(sql`(select (${number})::text from ${tables} where ${allOf([condition, ...conditions, filter])})`);
  }

  #tied(relation: ToOne | ToMany | Count, type: ReadType, { id, row }: Whose, alias: Alias): ReturnType<typeof tied> {
    if (row) holdParent(this.#catalog, relation, type, alias, row, { seen: true });
    // What hangs on a bare id is tied by a reference, which looks at no row.
    return tied(this.#catalog, relation, type, { id, row: row ?? raw('') }, alias, this.#viewer);
  }

  #one({ relation, row }: Extract<Part, { kind: 'one' }>, from: RowOutline, parent: Alias): Sql {
    const alias = this.#newRow();
    const { type } = row;
    if ('by' in relation.link && !relation.where) {
      const { column } = this.#catalog.columnOf(from.type.entity, relation.link.by);
      const seen = seenThrough(relation, type, alias, this.#viewer);
      return orNull(
        sql`(select ${this.#row(row, alias)} from ${type.table} ${alias} where ${allOf([sql`${alias}.id = ${parent}.${column}`, ...seen])})`,
      );
    }
    const { tables, condition } = this.#tied(relation, type, { id: sql`${parent}.id`, row: parent }, alias);
    const seen = seenThrough(relation, type, alias, this.#viewer);
    return orNull(sql`(select ${this.#row(row, alias)} from ${tables} where ${allOf([condition, ...seen])} limit 1)`);
  }

  #list(list: ListOutline, from: HangsOn, of?: Whose): Sql {
    const state = this.#lists[list.number]!;
    const told = toldOfList(this.#catalog, list.row.type, this.#viewer, from, list.where);
    if (state.args.where && mayLookUp(list.row.type, this.#viewer)) throw new KeptOnRecord(list.row.type.name);
    if (told === 'nothing') throw nothingTold();
    if (told === 'number' && list.wantsRows) throw onlyNumberTold();
    if (list.wantsCount && told === 'own rows') throw onlySomeTold();
    const filter = this.#filterOf(list, state);
    if (!list.wantsRows) return list.wantsCount ? this.#total(list, filter, of) : NULL;
    const rows = this.#page(list, state, filter, of);
    return list.wantsCount ? arrayText([rows, this.#total(list, filter, of)]) : rows;
  }

  #page(list: ListOutline, state: ListState, filter: Sql, of: Whose | undefined): Sql {
    const { number } = list;
    const alias = rowsOfList(list);
    const size = sql`${late('size', (run) => run.lists[number]!.window.size)}::int`;
    const placed = {
      ordering: state.ordering,
      after:
        state.after && state.ordering.terms.map((_, index) => late('after', (run) => run.lists[number]!.after![index])),
      before:
        state.before &&
        state.ordering.terms.map((_, index) => late('before', (run) => run.lists[number]!.before![index])),
    };
    const most = list.wantsMore ? sql`(${size} + 1)` : size;
    const { refused, told } =
      list.relation && of?.row ? seenOfList(this.#catalog, list.relation, list.row.type, of.row, this.#viewer) : {};
    const firstRows = this.#source(list, of, alias, [filter, ...slice(placed, alias), told]);
    const carried = carry(alias);
    const row = this.#row(list.row, alias, cursorNames(list, state));
    const besides = carried();
    const asked = join([row, ...besides.map(({ value }) => value)]);
    const page = sql`select ${alias}.* from ${firstRows({ ...state, most, asked })}`;
    const values = join([empty, ...besides.map(({ name, value }) => sql`${value} as ${name}`)]);
    if (countsBeyond(list)) {
      const all = orNone(arrayOfRows(row, sql`${alias}._n <= ${size}`), refused);
      return sql`(select ${arrayText([all, sql`(count(*) > ${size})::text`])}
        from (select ${alias}.*, row_number() over () as _n ${values} from (${page}) ${alias}) ${alias})`;
    }
    // PostgreSQL would write a value anew wherever it is named, but for the offset.
    const rows = besides.length > 0 ? sql`select ${alias}.* ${values} from (${page}) ${alias} offset 0` : page;
    return orNone(sql`(select ${arrayOfRows(row)} from (${rows}) ${alias})`, refused);
  }

  #total(list: ListOutline, filter: Sql, of: Whose | undefined): Sql {
    // A list and its count look at the rows under one name, so that both have the same filter.
    const row = rowsOfList(list);
    if (list.relation && of) return this.#number(list.relation, { of, row, filter });
    return sql`(select count(*)::text from ${allOfRoot(this.#catalog, this.#rootOf(list, row, [filter]))})`;
  }

  /** Where the rows of a page stand. */
  #source(
    list: ListOutline,
    of: Whose | undefined,
    row: Alias,
    narrowed: readonly (Sql | undefined)[],
  ): (page: FirstRows) => Sql {
    const { relation } = list;
    if (!relation || !of) return (page) => pageOfRoot(this.#catalog, this.#rootOf(list, row, narrowed), page);
    const { type } = list.row;
    const { tables, condition } = this.#tied(relation, type, of, row);
    return (page) =>
      sql`${tables} where ${allOf([condition, ...seenThrough(relation, type, row, this.#viewer), ...narrowed])} ${tailOf(row, page)}`;
  }

  #rootOf(
    { row: { type }, where }: Pick<ListOutline, 'row' | 'where'>,
    row: Alias,
    narrowed: readonly (Sql | undefined)[],
  ) {
    return { type, row, viewer: this.#viewer, narrowed: [where?.(row, this.#viewer), ...narrowed] };
  }

  /** The filter of the first request of this shape, its values left to each run. */
  #filterOf({ number }: ListOutline, { filter }: ListState): Sql {
    return new Sql(
      filter.strings,
      filter.values.map((value, index) =>
        value instanceof Late ? value : late('filter', (run) => run.lists[number]!.filter.values[index]),
      ),
    );
  }
}
