import { shapeKey, shapeOf, type Viewer, type ViewerShape } from '../auth/index.ts';
import type { RequestContext } from '../request/index.ts';
import type { Catalog, ReadType } from './catalog.ts';
import type { Count, RootConnection, ToMany, ToOne } from './declare.ts';
import { filterSql } from './filter.ts';
import type { Ordering } from './keyset.ts';
import { listOf, type List } from './list.ts';
import { Page, type ListArguments } from './page.ts';
import { rowMaker, type PlainRow } from './rows.ts';
import { withNames, type Selection } from './selection.ts';
import { prepare, type Prepared, type Run, type Sql } from './sql.ts';
import { listedRow, Statements, type Parent } from './statements.ts';

/** What is asked of a list besides its rows. */
export interface PageSelection {
  readonly rows: Selection;
  readonly wantsRows: boolean;
  /** Cursors are made of the values that the list is ordered by. */
  readonly wantsCursors: boolean;
  readonly wantsCount: boolean;
}

type Keyed = Pick<PlainRow, 'id'>;

const MOST_PREPARED = 2000;

/**
 * Reads what was declared, in batches: of all parents of one level of an operation, each relation is read by one
 * statement. The statements of lists without filters and cursors are kept, for their text depends on declarations alone.
 */
export class Reader {
  readonly catalog: Catalog;
  readonly #statements: Statements;
  readonly #prepared = new Map<string, Prepared>();

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    this.#statements = new Statements(catalog);
  }

  /** The row of this id, or null where the viewer sees none. */
  byId(context: RequestContext, type: ReadType, selection: Selection, id: string): Promise<PlainRow | null> {
    const { shape, key } = shapeOfViewer(context.viewer);
    const name = `${type.name}|${selection.key}`;
    return context.loaders.get<string, PlainRow | null>(name, async (ids) => {
      const statement = this.#prepare(`${name}|${key}`, () => this.#statements.byId(type, selection, shape));
      const make = rowMaker(type.name, selection.names, 0);
      const rows = new Map<string, PlainRow>();
      for (const values of await run(context, statement, { keys: ids })) {
        const row = make(values);
        rows.set(row.id, row);
      }
      keepOnRecord(context, type, rows.keys());
      return ids.map((each) => rows.get(each) ?? null);
    }).load(id);
  }

  one(context: RequestContext, from: ReadType, field: string, relation: ToOne, selection: Selection, parent: PlainRow): Promise<PlainRow | null> {
    const { shape, key } = shapeOfViewer(context.viewer);
    const type = this.catalog.typeOf(relation.to);
    const name = `${from.name}.${field}|${selection.key}`;
    return context.loaders.get<string, PlainRow | null>(name, async (ids) => {
      const statement = this.#prepare(`${name}|${key}`, () => this.#statements.one(from, relation, selection, shape));
      const make = rowMaker(type.name, selection.names, 1);
      const rows = new Map((await run(context, statement, { keys: ids })).map((values) => [values[0] as string, make(values)]));
      keepOnRecord(context, type, [...rows.values()].map((row) => row.id));
      return ids.map((each) => rows.get(each) ?? null);
    }).load(parent.id);
  }

  count(context: RequestContext, from: Parent, field: string, relation: Count, parent: Keyed): Promise<number | null> {
    return this.#count(context, from, `${from.name}.${field}#`, relation, undefined, parent);
  }

  /** A page of the relation `from.field`. */
  page(context: RequestContext, from: Parent, field: string, relation: ToMany, selection: PageSelection, args: ListArguments, parent: Keyed): Promise<Page> {
    const type = this.catalog.typeOf(relation.to);
    const list = listOf(type, args, relation.order);
    const rows = rowsOf(selection, list.ordering);
    const name = `${from.name}.${field}|${rows.key}|${list.key}`;
    const total = selection.wantsCount ? this.#count(context, from, `${from.name}.${field}#`, relation, args, parent) : undefined;
    return this.#pageOf(selection, list, args, total, () => this.#rowsOf(context, name, from, relation, rows, list, args, parent));
  }

  /** The page of a list that nobody has; what is asked of it is judged all the same. */
  emptyPage(relation: ToMany, args: ListArguments): Page {
    const list = listOf(this.catalog.typeOf(relation.to), args, relation.order);
    return new Page([], list.window, args, list.ordering, Promise.resolve(0));
  }

  /** A page of a list that hangs on no parent. */
  rootPage(context: RequestContext, field: string, root: RootConnection, selection: PageSelection, args: ListArguments): Promise<Page> {
    const { shape, key } = shapeOfViewer(context.viewer);
    const type = this.catalog.typeOf(root.of);
    const list = listOf(type, args, root.order);
    const selected = rowsOf(selection, list.ordering);
    const name = `${field}|${selected.key}|${list.key}|${key}`;
    const filter = (): Sql => filterSql(this.catalog, type, args.where, listedRow);
    const total = selection.wantsCount
      ? run(context, this.#prepare(args.where ? undefined : `${field}#|${key}`, () => this.#statements.rootCount(type, shape, root.where, filter())), {})
          .then((rows) => rows[0]![0] as number)
      : undefined;
    return this.#pageOf(selection, list, args, total, async () => {
      const statement = this.#prepare(list.plain ? name : undefined, () =>
        this.#statements.rootList(type, selected, shape, list, root.where, filter()));
      const make = rowMaker(type.name, selected.names, 0);
      const rows = (await run(context, statement, { take: list.window.size + 1 })).map(make);
      keepOnRecord(context, type, shown(rows, list));
      return rows;
    });
  }

  async #pageOf(selection: PageSelection, list: List, args: ListArguments, total: Promise<number | null> | undefined, read: () => Promise<PlainRow[]>): Promise<Page> {
    // A page that fails is the error of both; the count must not be left behind as an unhandled rejection.
    total?.catch(() => undefined);
    const rows = selection.wantsRows ? await read() : [];
    return new Page(rows, list.window, args, list.ordering, total);
  }

  #rowsOf(
    context: RequestContext, name: string, from: Parent, relation: ToMany, selection: Selection, list: List, args: ListArguments, parent: Keyed,
  ): Promise<PlainRow[]> {
    const { shape, key } = shapeOfViewer(context.viewer);
    const type = this.catalog.typeOf(relation.to);
    const asked = list.plain ? name : `${name}|${JSON.stringify([args.after, args.before, args.where])}`;
    return context.loaders.get<string, PlainRow[]>(`${asked}|${list.window.size}`, async (ids) => {
      const statement = this.#prepare(list.plain ? `${name}|${key}` : undefined, () =>
        this.#statements.many(from, relation, selection, shape, list, (each) => filterSql(this.catalog, each, args.where, listedRow)));
      const make = rowMaker(type.name, selection.names, 1);
      const children = new Map<string, PlainRow[]>(ids.map((each) => [each, []]));
      for (const values of await run(context, statement, { keys: ids, take: list.window.size + 1 })) {
        children.get(values[0] as string)!.push(make(values));
      }
      for (const rows of children.values()) keepOnRecord(context, type, shown(rows, list));
      return ids.map((each) => children.get(each)!);
    }).load(parent.id);
  }

  #count(context: RequestContext, from: Parent, name: string, relation: Count | ToMany, args: ListArguments | undefined, parent: Keyed): Promise<number | null> {
    const { shape, key } = shapeOfViewer(context.viewer);
    const where = args?.where;
    return context.loaders.get<string, number | null>(where ? `${name}|${JSON.stringify(where)}` : name, async (ids) => {
      const statement = this.#prepare(where ? undefined : `${name}|${relation.kind}|${key}`, () =>
        this.#statements.count(from, relation, shape, (type) => filterSql(this.catalog, type, where, listedRow)));
      const numbers = new Map((await run(context, statement, { keys: ids })) as [string, number | null][]);
      return ids.map((each) => numbers.get(each) ?? null);
    }).load(parent.id);
  }

  #prepare(name: string | undefined, build: () => Sql): Prepared {
    const kept = name === undefined ? undefined : this.#prepared.get(name);
    if (kept) return kept;
    const prepared = prepare(build());
    if (name !== undefined && this.#prepared.size < MOST_PREPARED) this.#prepared.set(name, prepared);
    return prepared;
  }
}

function run(context: RequestContext, statement: Prepared, part: Pick<Run, 'keys' | 'take'>): Promise<unknown[][]> {
  return context.loaders.read(statement.text, statement.values({ viewer: context.viewer, now: context.now, ...part }));
}

/** Notes rows whose reading is kept on record: the record is written before the answer is sent. */
function keepOnRecord({ viewer, meter: { recorded } }: RequestContext, { readable: { recorded: isKept, prefix } }: ReadType, ids: Iterable<string>): void {
  if (!isKept?.(shapeOfViewer(viewer).shape)) return;
  const noted = recorded.get(prefix) ?? new Set();
  recorded.set(prefix, noted);
  for (const id of ids) noted.add(id);
}

/** A page is read with one row more, which only tells that there is another. */
function shown(rows: readonly PlainRow[], { window: { size } }: List): string[] {
  return rows.slice(0, size).map((row) => row.id);
}

function rowsOf(selection: PageSelection, ordering: Ordering): Selection {
  return selection.wantsCursors ? withNames(selection.rows, ordering.terms.map((term) => term.column.property)) : selection.rows;
}

const shapes = new WeakMap<Viewer, { shape: ViewerShape; key: string }>();

/** The parts that this viewer plays. */
export function shapeOfViewer(viewer: Viewer): { shape: ViewerShape; key: string } {
  let known = shapes.get(viewer);
  if (!known) {
    const shape = shapeOf(viewer);
    shapes.set(viewer, (known = { shape, key: shapeKey(shape) }));
  }
  return known;
}
