import type DataLoader from 'dataloader';
import { keptIn, LruCache } from '../../memory/index.ts';
import type { RequestContext } from '../../request/index.ts';
import type { AskedGroups } from '../aggregates/groups.ts';
import type { Catalog, ReadType } from '../catalog.ts';
import type { Count, ToMany, ToOne } from '../declare.ts';
import { noteRead, withSubjects } from '../disclosure/recorded.ts';
import { mustCount } from '../disclosure/told.ts';
import { filterSql } from '../filter.ts';
import type { List, ListArguments } from '../list.ts';
import type { RootConnection } from '../roots.ts';
import { rowMaker, type PlainRow } from '../rows.ts';
import type { Selection } from '../selection.ts';
import type { Prepared, Run, Sql } from '../sql.ts';
import { Statements, type Filter, type Parent } from '../statements.ts';
import { theGroupsOf, theNumberOf } from './names-of-reads.ts';

const MOST_PREPARED = 2000;

/**
 * Reads what was declared, in batches: of all parents of one level of an operation, each relation is read by one
 * statement. The statements of lists without filters and cursors are kept, for their text depends on declarations alone.
 */
export class Loaders {
  readonly #catalog: Catalog;
  readonly #statements: Statements;
  readonly #prepared = new LruCache<string, Prepared>(MOST_PREPARED);

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#statements = new Statements(catalog);
  }

  byId(context: RequestContext, type: ReadType, asked: Selection): DataLoader<string, PlainRow | null> {
    const { shape, shapeKey: key } = context.viewer;
    const selection = withSubjects(asked, type, shape);
    const name = `${type.name}|${selection.key}`;
    return context.loaders.get<string, PlainRow | null>(name, async (ids) => {
      const statement = this.#prepare(`${name}|${key}`, () => this.#statements.byId(type, selection, shape));
      const make = rowMaker(type.name, selection.names, 0);
      const rows = new Map<string, PlainRow>();
      for (const values of await run(context, type.name, statement, { keys: ids })) {
        const row = make(values);
        rows.set(row.id, row);
      }
      noteRead(context, type, rows.values());
      return ids.map((each) => rows.get(each) ?? null);
    });
  }

  one(
    context: RequestContext,
    from: ReadType,
    field: string,
    relation: ToOne,
    asked: Selection,
  ): DataLoader<string, PlainRow | null> {
    const { shape, shapeKey: key } = context.viewer;
    const type = this.#catalog.typeOf(relation.to);
    const selection = withSubjects(asked, type, shape);
    const name = `${from.name}.${field}|${selection.key}`;
    return context.loaders.get<string, PlainRow | null>(name, async (ids) => {
      const statement = this.#prepare(`${name}|${key}`, () => this.#statements.one(from, relation, selection, shape));
      const make = rowMaker(type.name, selection.names, 1);
      const rows = new Map(
        (await run(context, `${from.name}.${field}`, statement, { keys: ids })).map((values) => [
          values[0] as string,
          make(values),
        ]),
      );
      noteRead(context, type, rows.values());
      return ids.map((each) => rows.get(each) ?? null);
    });
  }

  /** Of each parent its rows; null where there are none, and that is not told. */
  rows(
    context: RequestContext,
    coordinate: string,
    from: Parent,
    relation: ToMany,
    selection: Selection,
    list: List,
  ): DataLoader<string, PlainRow[] | null> {
    const name = `${coordinate}|${selection.key}|${list.key}`;
    const { shape, shapeKey: key } = context.viewer;
    const type = this.#catalog.typeOf(relation.to);
    return context.loaders.get<string, PlainRow[] | null>(
      `${name}|${list.window.size}|${askedOf(list)}`,
      async (ids) => {
        const statement = this.#prepare(list.plain ? `${name}|${key}` : undefined, () =>
          this.#statements.many(from, relation, selection, shape, list, this.#filterOf(list.args.where)),
        );
        const make = rowMaker(type.name, selection.names, 1);
        const children = new Map<string, PlainRow[]>(ids.map((each) => [each, []]));
        const refused = new Set<string>();
        const id = 1 + selection.names.indexOf('id');
        for (const values of await run(context, coordinate, statement, { keys: ids, take: list.window.size + 1 })) {
          if (values[id] === null) refused.add(values[0] as string);
          else children.get(values[0] as string)!.push(make(values));
        }
        for (const rows of children.values()) noteRead(context, type, shown(rows, list));
        return ids.map((each) => (refused.has(each) ? null : children.get(each)!));
      },
    );
  }

  count(
    context: RequestContext,
    from: Parent,
    coordinate: string,
    relation: Count | ToMany,
    args: ListArguments | undefined,
  ): DataLoader<string, number | null> {
    const name = `${coordinate}#`;
    const { shape, shapeKey: key } = context.viewer;
    mustCount(this.#catalog.typeOf(relation.to), shape, relation);
    const where = args?.where;
    return context.loaders.get<string, number | null>(
      where ? `${name}|${JSON.stringify(where)}` : name,
      async (ids) => {
        const statement = this.#prepare(where ? undefined : `${name}|${relation.kind}|${key}`, () =>
          this.#statements.count(from, relation, shape, this.#filterOf(where)),
        );
        const numbers = new Map(
          (await run(context, theNumberOf(coordinate), statement, { keys: ids })) as [string, number | null][],
        );
        return ids.map((each) => numbers.get(each) ?? null);
      },
    );
  }

  /** Of each parent the text of its groups, null where they are not told. */
  groups(
    context: RequestContext,
    from: Parent,
    coordinate: string,
    relation: ToMany,
    args: ListArguments,
    asked: AskedGroups,
  ): DataLoader<string, string> {
    const name = `${coordinate}#${asked.key}`;
    const { shape, shapeKey: key } = context.viewer;
    const { where } = args;
    return context.loaders.get<string, string>(`${name}|${asked.size}|${JSON.stringify(where)}`, async (ids) => {
      const statement = this.#prepare(where ? undefined : `${name}|${key}`, () =>
        this.#statements.groups(from, relation, shape, asked, this.#filterOf(where)),
      );
      const part = { keys: ids, take: asked.size + 1 };
      const read = await run(context, theGroupsOf(coordinate), statement, part);
      const texts = new Map(read as [string, string][]);
      return ids.map((each) => texts.get(each) ?? 'null');
    });
  }

  /** The same of a list that hangs on no parent. */
  rootGroups(
    context: RequestContext,
    field: string,
    type: ReadType,
    root: RootConnection,
    { where }: ListArguments,
    asked: AskedGroups,
  ): Promise<string> {
    const name = `${field}#${asked.key}`;
    const { shape, shapeKey: key } = context.viewer;
    return context.loaders.once(`${name}|${asked.size}|${JSON.stringify(where)}`, async () => {
      const statement = this.#prepare(where ? undefined : `${name}|${key}`, () =>
        this.#statements.rootGroups(type, shape, asked, root.where, this.#filterOf(where)),
      );
      const part = { take: asked.size + 1 };
      return (await run(context, theGroupsOf(`Query.${field}`), statement, part))[0]![0] as string;
    });
  }

  /** Of a list that hangs on no parent: how many rows it has. */
  rootCount(
    context: RequestContext,
    field: string,
    type: ReadType,
    root: RootConnection,
    args: ListArguments,
  ): Promise<number> {
    const { shape, shapeKey: key } = context.viewer;
    return context.loaders.once(`${field}#|${JSON.stringify(args.where)}`, async () => {
      const statement = this.#prepare(args.where ? undefined : `${field}#|${key}`, () =>
        this.#statements.rootCount(type, shape, root.where, this.#filterOf(args.where)),
      );
      return (await run(context, theNumberOf(`Query.${field}`), statement, {}))[0]![0] as number;
    });
  }

  /** Of a list that hangs on no parent: its rows. */
  rootRows(
    context: RequestContext,
    field: string,
    type: ReadType,
    root: RootConnection,
    selection: Selection,
    list: List,
  ): Promise<PlainRow[]> {
    const { shape, shapeKey: key } = context.viewer;
    const name = `${field}|${selection.key}|${list.key}|${key}`;
    return context.loaders.once(`${name}|${list.window.size}|${askedOf(list)}`, async () => {
      const statement = this.#prepare(list.plain ? name : undefined, () =>
        this.#statements.rootList(type, selection, shape, list, root.where, this.#filterOf(list.args.where)),
      );
      const read = (await run(context, `Query.${field}`, statement, { take: list.window.size + 1 })).map(
        rowMaker(type.name, selection.names, 0),
      );
      noteRead(context, type, shown(read, list));
      return read;
    });
  }

  #filterOf(where: ListArguments['where']): Filter {
    return (type, row) => filterSql(this.#catalog, type, where, row);
  }

  #prepare(name: string | undefined, build: () => Sql): Prepared {
    const prepared = (): Prepared => this.#catalog.prepare(build());
    return name === undefined ? prepared() : keptIn(this.#prepared, name, prepared);
  }
}

function run(
  context: RequestContext,
  reads: string,
  statement: Prepared,
  part: Pick<Run, 'keys' | 'take'>,
): Promise<unknown[][]> {
  return context.loaders.read({
    reads,
    text: statement.text,
    values: statement.values({ viewer: context.viewer, now: context.now, ...part }),
    moments: 'texts',
  });
}

/** A page is read with one row more, which only tells that there is another. */
function shown(rows: readonly PlainRow[], { window: { size } }: List): readonly PlainRow[] {
  return rows.slice(0, size);
}

/** What tells one part of a list from the others, apart from its order and length. */
function askedOf({ plain, args: { after, before, where } }: List): string {
  return plain ? '' : JSON.stringify([after, before, where]);
}
