import type DataLoader from 'dataloader';
import type { RequestContext } from '../request/index.ts';
import type { Catalog, ReadType } from './catalog.ts';
import { CURSORS } from './cursors.ts';
import type { Condition, Count, ToMany, ToOne } from './declare.ts';
import type { RootConnection } from './roots.ts';
import { filterSql } from './filter.ts';
import type { Ordering } from './keyset.ts';
import { listOf, type List } from './list.ts';
import { Page, type ListArguments } from './page.ts';
import { Bounded } from '../memory/index.ts';
import { noteRead, withSubjects } from './disclosure/recorded.ts';
import { rowMaker, type PlainRow } from './rows.ts';
import { withNames, type PageSelection, type Selection } from './selection.ts';
import { shapeOfViewer } from './shapes.ts';
import { prepare, type Prepared, type Run, type Sql } from './sql.ts';
import { listedRow, Statements, type Parent } from './statements.ts';
import { lookedUp, mustBeOnlyLookUp, mustNotProbe } from './disclosure/look-up.ts';
import {
  countsWidely,
  mustCount,
  noRowsTold,
  nothingTold,
  onlyNumberTold,
  onlySomeTold,
  toldOfList,
  type HangsOn,
  type Told,
} from './disclosure/told.ts';

type Keyed = Pick<PlainRow, 'id'>;

const MOST_PREPARED = 2000;
const NOTHING = Promise.resolve(null);

/**
 * Reads what was declared, in batches: of all parents of one level of an operation, each relation is read by one
 * statement. The statements of lists without filters and cursors are kept, for their text depends on declarations alone.
 */
export class Reader {
  readonly catalog: Catalog;
  readonly #statements: Statements;
  readonly #prepared = new Bounded<string, Prepared>(MOST_PREPARED);

  constructor(catalog: Catalog) {
    this.catalog = catalog;
    this.#statements = new Statements(catalog);
  }

  /** The row of this id, or null where the viewer sees none. */
  byId(context: RequestContext, type: ReadType, selection: Selection, id: string): Promise<PlainRow | null> {
    return this.#byId(context, type, selection).load(id);
  }

  /** The same of several ids, in their order; null for each that is null. */
  byIds(
    context: RequestContext,
    type: ReadType,
    selection: Selection,
    ids: readonly (string | null)[],
  ): Promise<(PlainRow | null)[]> {
    const rows = this.#byId(context, type, selection);
    return Promise.all(ids.map((id) => (id === null ? NOTHING : rows.load(id))));
  }

  one(
    context: RequestContext,
    from: ReadType,
    field: string,
    relation: ToOne,
    selection: Selection,
    parent: PlainRow,
  ): Promise<PlainRow | null> {
    return this.#one(context, from, field, relation, selection).load(parent.id);
  }

  ones(
    context: RequestContext,
    from: ReadType,
    field: string,
    relation: ToOne,
    selection: Selection,
    parents: readonly Keyed[],
  ): Promise<(PlainRow | null)[]> {
    const rows = this.#one(context, from, field, relation, selection);
    return Promise.all(parents.map((parent) => rows.load(parent.id)));
  }

  count(context: RequestContext, from: Parent, field: string, relation: Count, parent: Keyed): Promise<number | null> {
    return this.#count(context, from, `${from.name}.${field}#`, relation, undefined).load(parent.id);
  }

  counts(
    context: RequestContext,
    from: Parent,
    field: string,
    relation: Count,
    parents: readonly Keyed[],
  ): Promise<(number | null)[]> {
    if (parents.length === 0) return Promise.resolve([]);
    const numbers = this.#count(context, from, `${from.name}.${field}#`, relation, undefined);
    return Promise.all(parents.map((parent) => numbers.load(parent.id)));
  }

  /** A page of the relation `from.field`. */
  page(
    context: RequestContext,
    from: ReadType | Parent,
    field: string,
    relation: ToMany,
    selection: PageSelection,
    args: ListArguments,
    parent: Keyed,
  ): Promise<Page> {
    return this.pages(context, from, field, relation, selection, args, [parent]).then(([page]) => page!);
  }

  /** The page of each parent. @throws BadUserInput for arguments that name no list */
  pages(
    context: RequestContext,
    from: ReadType | Parent,
    field: string,
    relation: ToMany,
    selection: PageSelection,
    args: ListArguments,
    parents: readonly Keyed[],
  ): Promise<Page[]> {
    const type = this.catalog.typeOf(relation.to);
    const list = listOf(type, args, relation.order, context.services.get(CURSORS));
    if (parents.length === 0) return Promise.resolve([]);
    const told = mustBeTold(type, context, 'readable' in from ? from : 'viewer', relation.where, selection, args);
    const refusal = told === 'number' ? onlyNumberTold() : undefined;
    const selected = rowsOf(selection, list.ordering, type, context);
    const name = `${from.name}.${field}|${selected.key}|${list.key}`;
    const counts =
      selection.wantsCount && told !== 'own rows'
        ? this.#count(context, from, `${from.name}.${field}#`, relation, args)
        : undefined;
    const totals = selection.wantsCount
      ? parents.map((parent) => leftBehind(totalOf(counts?.load(parent.id))))
      : undefined;
    if (!selection.wantsRows || refusal)
      return Promise.resolve(parents.map((_, index) => new Page([], list, args, totals?.[index], refusal)));
    const rows = this.#rowsOf(context, name, from, relation, selected, list, args);
    return Promise.all(parents.map((parent) => rows.load(parent.id))).then((all) =>
      all.map(
        (each, index) =>
          new Page(
            each ?? [],
            list,
            args,
            totals?.[index],
            each === null ? noRowsTold(relation, type, shapeOfViewer(context.viewer).shape) : undefined,
          ),
      ),
    );
  }

  /** The page of a list that nobody has; what is asked of it is judged all the same. */
  emptyPage({ services }: RequestContext, relation: ToMany, args: ListArguments): Page {
    const list = listOf(this.catalog.typeOf(relation.to), args, relation.order, services.get(CURSORS));
    return new Page([], list, args, Promise.resolve(0));
  }

  /** A page of a list that hangs on no parent. */
  rootPage(
    context: RequestContext,
    field: string,
    root: RootConnection,
    selection: PageSelection,
    args: ListArguments,
  ): Promise<Page> {
    const { shape, key } = shapeOfViewer(context.viewer);
    const listed = this.catalog.typeOf(root.of);
    const list = listOf(listed, args, root.order, context.services.get(CURSORS));
    const found = lookedUp(listed, args.where, shape);
    if (found) mustBeOnlyLookUp(context, args.where);
    const type = found ?? listed;
    const told = found
      ? 'rows'
      : mustBeTold(type, context, root.ofViewer ? 'viewer' : 'query', root.where, selection, args);
    const refusal = told === 'number' ? onlyNumberTold() : undefined;
    const selected = rowsOf(selection, list.ordering, type, context);
    const name = `${field}|${selected.key}|${list.key}|${key}`;
    const filter = (): Sql => filterSql(this.catalog, type, args.where, listedRow);
    const total = !selection.wantsCount
      ? undefined
      : leftBehind(
          told === 'own rows'
            ? totalOf()
            : context.loaders.once(`${field}#|${JSON.stringify(args.where)}`, async () => {
                const statement = this.#prepare(args.where ? undefined : `${field}#|${key}`, () =>
                  this.#statements.rootCount(type, shape, root.where, filter()),
                );
                return (await run(context, statement, {}))[0]![0] as number;
              }),
        );
    // Whoever looks is on record for whom they find, though they ask for the number alone.
    const rows =
      (selection.wantsRows || found) && !refusal
        ? context.loaders.once(`${name}|${list.window.size}|${askedOf(list, args)}`, async () => {
            const statement = this.#prepare(list.plain ? name : undefined, () =>
              this.#statements.rootList(type, selected, shape, list, root.where, filter()),
            );
            const read = (await run(context, statement, { take: list.window.size + 1 })).map(
              rowMaker(type.name, selected.names, 0),
            );
            noteRead(context, type, shown(read, list));
            return read;
          })
        : Promise.resolve([]);
    return rows.then((read) => new Page(read, list, args, total, refusal));
  }

  #byId(context: RequestContext, type: ReadType, asked: Selection): DataLoader<string, PlainRow | null> {
    const { shape, key } = shapeOfViewer(context.viewer);
    const selection = withSubjects(asked, type, shape);
    const name = `${type.name}|${selection.key}`;
    return context.loaders.get<string, PlainRow | null>(name, async (ids) => {
      const statement = this.#prepare(`${name}|${key}`, () => this.#statements.byId(type, selection, shape));
      const make = rowMaker(type.name, selection.names, 0);
      const rows = new Map<string, PlainRow>();
      for (const values of await run(context, statement, { keys: ids })) {
        const row = make(values);
        rows.set(row.id, row);
      }
      noteRead(context, type, rows.values());
      return ids.map((each) => rows.get(each) ?? null);
    });
  }

  #one(
    context: RequestContext,
    from: ReadType,
    field: string,
    relation: ToOne,
    asked: Selection,
  ): DataLoader<string, PlainRow | null> {
    const { shape, key } = shapeOfViewer(context.viewer);
    const type = this.catalog.typeOf(relation.to);
    const selection = withSubjects(asked, type, shape);
    const name = `${from.name}.${field}|${selection.key}`;
    return context.loaders.get<string, PlainRow | null>(name, async (ids) => {
      const statement = this.#prepare(`${name}|${key}`, () => this.#statements.one(from, relation, selection, shape));
      const make = rowMaker(type.name, selection.names, 1);
      const rows = new Map(
        (await run(context, statement, { keys: ids })).map((values) => [values[0] as string, make(values)]),
      );
      noteRead(context, type, rows.values());
      return ids.map((each) => rows.get(each) ?? null);
    });
  }

  /** Of each parent its rows; null where there are none, and that is not told. */
  #rowsOf(
    context: RequestContext,
    name: string,
    from: Parent,
    relation: ToMany,
    selection: Selection,
    list: List,
    args: ListArguments,
  ): DataLoader<string, PlainRow[] | null> {
    const { shape, key } = shapeOfViewer(context.viewer);
    const type = this.catalog.typeOf(relation.to);
    return context.loaders.get<string, PlainRow[] | null>(
      `${name}|${list.window.size}|${askedOf(list, args)}`,
      async (ids) => {
        const statement = this.#prepare(list.plain ? `${name}|${key}` : undefined, () =>
          this.#statements.many(from, relation, selection, shape, list, (each) =>
            filterSql(this.catalog, each, args.where, listedRow),
          ),
        );
        const make = rowMaker(type.name, selection.names, 1);
        const children = new Map<string, PlainRow[]>(ids.map((each) => [each, []]));
        const refused = new Set<string>();
        const id = 1 + selection.names.indexOf('id');
        for (const values of await run(context, statement, { keys: ids, take: list.window.size + 1 })) {
          if (values[id] === null) refused.add(values[0] as string);
          else children.get(values[0] as string)!.push(make(values));
        }
        for (const rows of children.values()) noteRead(context, type, shown(rows, list));
        return ids.map((each) => (refused.has(each) ? null : children.get(each)!));
      },
    );
  }

  #count(
    context: RequestContext,
    from: Parent,
    name: string,
    relation: Count | ToMany,
    args: ListArguments | undefined,
  ): DataLoader<string, number | null> {
    const { shape, key } = shapeOfViewer(context.viewer);
    mustCount(this.catalog.typeOf(relation.to), shape, relation);
    const where = args?.where;
    return context.loaders.get<string, number | null>(
      where ? `${name}|${JSON.stringify(where)}` : name,
      async (ids) => {
        const statement = this.#prepare(where ? undefined : `${name}|${relation.kind}|${key}`, () =>
          this.#statements.count(from, relation, shape, (type) => filterSql(this.catalog, type, where, listedRow)),
        );
        const numbers = new Map((await run(context, statement, { keys: ids })) as [string, number | null][]);
        return ids.map((each) => numbers.get(each) ?? null);
      },
    );
  }

  #prepare(name: string | undefined, build: () => Sql): Prepared {
    const kept = name === undefined ? undefined : this.#prepared.get(name);
    if (kept) return kept;
    const prepared = prepare(build());
    if (name !== undefined) this.#prepared.set(name, prepared);
    return prepared;
  }
}

function run(context: RequestContext, statement: Prepared, part: Pick<Run, 'keys' | 'take'>): Promise<unknown[][]> {
  return context.loaders.read(
    statement.text,
    statement.values({ viewer: context.viewer, now: context.now, ...part }),
    'texts',
  );
}

/** What is told of a list. @throws Forbidden where nothing is, or where more is counted than is seen and the filter would tell more */
function mustBeTold(
  type: ReadType,
  { viewer }: RequestContext,
  from: HangsOn,
  where: Condition | undefined,
  { wantsCount }: PageSelection,
  args: ListArguments,
): Told {
  const { shape } = shapeOfViewer(viewer);
  const told = toldOfList(type, shape, from, where);
  if (told === 'nothing') throw nothingTold();
  if (told === 'number' || (wantsCount && countsWidely(shape))) mustNotProbe(type, args.where);
  return told;
}

/** A page is read with one row more, which only tells that there is another. */
function shown(rows: readonly PlainRow[], { window: { size } }: List): readonly PlainRow[] {
  return rows.slice(0, size);
}

/** What tells one part of a list from the others, apart from its order and length. */
function askedOf({ plain }: List, { after, before, where }: ListArguments): string {
  return plain ? '' : JSON.stringify([after, before, where]);
}

/** @throws Forbidden where no number is told */
async function totalOf(counted?: Promise<number | null>): Promise<number> {
  const number = await counted;
  if (number === null || number === undefined) throw onlySomeTold();
  return number;
}

/** A page that fails is the error of its count as well: that must not be left behind as an unhandled rejection. */
function leftBehind<T>(total: Promise<T>): Promise<T> {
  total.catch(() => undefined);
  return total;
}

function rowsOf(selection: PageSelection, ordering: Ordering, type: ReadType, { viewer }: RequestContext): Selection {
  const rows = selection.wantsCursors
    ? withNames(
        selection.rows,
        ordering.terms.map((term) => term.column.property),
      )
    : selection.rows;
  return withSubjects(rows, type, shapeOfViewer(viewer).shape);
}
