/** How batches read what an edge leads to, for all that stand at one place together. */
import type DataLoader from 'dataloader';
import type { RequestContext } from '../../request/index.ts';
import { NO_GROUPS } from '../aggregates/groups.ts';
import type { ReadType } from '../catalog.ts';
import { referenceOf, type Count, type ToMany } from '../declare.ts';
import type { GroupArguments, ListArguments } from '../list.ts';
import type { BoundPlan } from '../plan/planned-query.ts';
import { RowNode, type Edge, type GroupsNode, type ListNode, type ObjectNode, type PlanNode } from '../plan/plan.ts';
import { getOfHolder, type LayoutOf } from '../result/layout.ts';
import { valueMaker } from '../result/facts.ts';
import type { Values } from '../result/fetched.ts';
import type { PlainRow } from '../rows.ts';
import type { PageSelection } from '../selection.ts';
import type { Parent } from '../statements.ts';
import type { Reader } from './reader.ts';

/** What an edge leads to as batches give it, one for each holder and in their order. */
export type Read = readonly unknown[] | Promise<readonly unknown[]>;

/** A thing of any type, and which. */
export interface NodeRow {
  readonly target: RowNode;
  readonly row: PlainRow;
}

/** What must be known of a list for it to be read. */
export type ListToRead = Pick<ListNode, keyof PageSelection | 'arguments'>;
type ToRead<E> = E extends { readonly list: ListNode }
  ? Omit<E, 'cut' | 'at' | 'list'> & { readonly list: ListToRead }
  : Omit<E, 'cut' | 'at'>;
/** What must be known of an edge for it to be read. */
export type EdgeToRead = ToRead<Edge>;
type ToReadOf<K extends Edge['kind']> = Extract<EdgeToRead, { kind: K }>;

/** What a request gives its fields. */
type AskedValues = Pick<BoundPlan, 'variables' | 'ids'>;

/** One request, as its edges are read. */
export class EdgeReader {
  readonly #reader: Reader;
  readonly #bound: AskedValues;
  readonly #context: RequestContext;
  readonly #layoutOf: LayoutOf;

  constructor(reader: Reader, bound: AskedValues, context: RequestContext, layoutOf: LayoutOf) {
    this.#reader = reader;
    this.#bound = bound;
    this.#context = context;
    this.#layoutOf = layoutOf;
  }

  read(of: PlanNode, edge: EdgeToRead, holders: readonly Values[]): Read {
    const context = this.#context;
    switch (edge.kind) {
      case 'one':
        return this.#one(of, edge, holders);
      case 'list':
        return this.#list(of, edge, holders);
      case 'aggregate':
        return this.#aggregate(of, edge, holders);
      case 'several':
        return this.#several(of, edge, holders);
      case 'node':
        return this.#nodes(of, edge, holders);
      case 'root list':
        return this.#rootList(edge);
      case 'ids':
        return this.#ids(edge);
      case 'root object':
        return [edge.root.value(context)];
      case 'objects': {
        const value = valueMaker(of as RowNode | ObjectNode, edge.from, this.#layoutOf(of));
        return holders.map((values) => value(values, context));
      }
    }
  }

  #get(of: PlanNode, name: string): (values: Values) => unknown {
    return of instanceof RowNode ? this.#layoutOf(of).get(of, name) : getOfHolder(of, name);
  }

  /** The ids by which something is read; null where an object holds none. */
  #idsOf(of: PlanNode, name: string, holders: readonly Values[]): (string | null)[] {
    const get = this.#get(of, name);
    return holders.map((values) => (get(values) ?? null) as string | null);
  }

  #one(of: PlanNode, { relation, field, row: { type, selection } }: ToReadOf<'one'>, holders: readonly Values[]): Read {
    const by = referenceOf(relation);
    const { loaders } = this.#reader;
    const rows =
      by !== undefined
        ? loaders.byId(this.#context, type, selection)
        : loaders.one(this.#context, (of as RowNode).type, field, relation, selection);
    return loadEach(rows, this.#idsOf(of, by ?? 'id', holders));
  }

  #list(of: PlanNode, { relation, field, list }: ToReadOf<'list'>, holders: readonly Values[]): Read {
    const args = list.arguments.of(this.#bound.variables) as ListArguments;
    return this.#ofParents(of, relation, holders, {
      none: () => this.#reader.emptyPage(this.#context, relation, args),
      read: (from, ids) => this.#reader.pages(this.#context, from, field, relation, list, args, ids),
    });
  }

  #aggregate(of: PlanNode, edge: ToReadOf<'aggregate'>, holders: readonly Values[]): Read {
    if (edge.groups) return this.#groups(of, edge, holders);
    const { over, field } = edge;
    const { loaders } = this.#reader;
    return this.#ofParents(of, over, holders, {
      none: () => 0,
      read: (from, ids) =>
        ids.length === 0
          ? []
          : loadEach(loaders.count(this.#context, from, `${from.name}.${field}`, over, undefined), ids),
    });
  }

  #groups(
    of: PlanNode,
    { over, field, groups }: Extract<ToReadOf<'aggregate'>, { groups: GroupsNode }>,
    holders: readonly Values[],
  ): Read {
    const list = groups.list.of(this.#bound.variables) as ListArguments;
    const args = groups.arguments.of(this.#bound.variables) as unknown as GroupArguments;
    const context = this.#context;
    if (over.kind === 'connection')
      return this.#reader.rootGroups(context, field, over, list, args).then((read) => [read]);
    return this.#ofParents(of, over, holders, {
      none: () => NO_GROUPS,
      read: (from, ids) => this.#reader.groups(context, from, field, over, list, args, ids),
    });
  }

  /** What hangs on rows hangs on their ids; on objects, on an id that they hold: without one there is nothing to read. */
  #ofParents(
    of: PlanNode,
    { parent }: ToMany | Count,
    holders: readonly Values[],
    { none, read }: { none(): unknown; read(from: ReadType | Parent, ids: readonly string[]): Read },
  ): Read {
    if (of instanceof RowNode) return read(of.type, this.#idsOf(of, 'id', holders) as string[]);
    const ids = this.#idsOf(of, parent!, holders);
    return (async () => {
      const found = await read(
        of as ObjectNode,
        ids.filter((id) => id !== null),
      );
      let next = 0;
      return ids.map((id) => (id === null ? none() : found[next++]));
    })();
  }

  #several(
    of: PlanNode,
    { relation, row: { type, selection } }: ToReadOf<'several'>,
    holders: readonly Values[],
  ): Read {
    const get = this.#get(of, relation.by);
    return Promise.all(
      holders.map(async (values) => {
        const rows = this.#reader.loaders.byId(this.#context, type, selection);
        return (await loadEach(rows, get(values) as readonly string[])).filter((each) => each !== null);
      }),
    );
  }

  #nodes(of: PlanNode, { relation, targetOf }: ToReadOf<'node'>, holders: readonly Values[]): Read {
    const { byPrefix } = this.#reader.catalog;
    const prefixes = this.#idsOf(of, relation.prefix, holders);
    const ids = this.#idsOf(of, relation.id, holders);
    return Promise.all(
      prefixes.map((prefix, index) => {
        const type = prefix === null ? undefined : byPrefix.get(prefix);
        return this.#node(type && targetOf(type).row, ids[index]!);
      }),
    );
  }

  /** Null where there is no such type, or no such row for the viewer. */
  async #node(target: RowNode | undefined, id: string | null): Promise<NodeRow | null> {
    if (!target || id === null) return null;
    const row = await this.#reader.loaders.byId(this.#context, target.type, target.selection).load(id);
    return row && { target, row };
  }

  async #rootList({ field, root, list }: ToReadOf<'root list'>): Promise<readonly unknown[]> {
    const args = list.arguments.of(this.#bound.variables) as ListArguments;
    return [await this.#reader.rootPage(this.#context, field, root, list, args)];
  }

  async #ids({ number, targets }: ToReadOf<'ids'>): Promise<readonly unknown[]> {
    const rows = this.#bound.ids[number]!.map((id) =>
      this.#node(targets.find(({ row }) => row.type.name === id?.type)?.row, id?.uuid ?? null),
    );
    return [await Promise.all(rows)];
  }
}

const NOTHING = Promise.resolve(null);

/** Null for each id that is null. */
function loadEach<T>(from: DataLoader<string, T>, ids: readonly (string | null)[]): Promise<(T | null)[]> {
  return Promise.all(ids.map((id) => (id === null ? NOTHING : from.load(id))));
}
