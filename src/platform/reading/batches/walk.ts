import type { RequestContext } from '../../request/index.ts';
import { objectIn } from '../plan/complete.ts';
import type { BoundPlan } from '../plan/planned-query.ts';
import type { Edge, EdgeOf, PlanNode, RowNode } from '../plan/plan.ts';
import { holderOf, type LayoutOf } from '../result/layout.ts';
import { rowsIn, type FetchedNode, type FetchedPage, type Values } from '../result/fetched.ts';
import type { PlainRow } from '../rows.ts';
import { EdgeReader, type NodeRow } from './edges.ts';
import type { Reader } from './reader.ts';
import { PendingReads } from './pending-reads.ts';

/** Fetches what a plan asks for by batches: all that stands at one place of a query has what hangs on it read together. */
export class PlanWalk {
  readonly #reads = new PendingReads();
  readonly #edges: EdgeReader;

  constructor(reader: Reader, bound: BoundPlan, context: RequestContext, layoutOf: LayoutOf) {
    this.#edges = new EdgeReader(reader, bound, context, layoutOf);
  }

  /** Everything. */
  async whole({ plan: { root } }: BoundPlan): Promise<Values> {
    const values = holderOf(root, {});
    await this.#reads.whole(() => this.#enter(root, [values]));
    return values;
  }

  /** What is cut out of a statement that has read the rest. */
  async cutOut({ plan: { root } }: BoundPlan, values: Values): Promise<void> {
    await this.#reads.whole(() => this.#passBy(root, [values]));
  }

  /** Where nobody asks, nothing is read, and nothing that would be asked is judged. */
  #enter(of: PlanNode, holders: readonly Values[]): void {
    if (holders.length === 0) return;
    for (const [index, edge] of of.edges.entries()) this.#follow(of, edge, index, holders);
  }

  #passBy(of: PlanNode, holders: readonly Values[]): void {
    if (holders.length === 0) return;
    for (const [index, edge] of of.edges.entries()) {
      if (edge.cut) this.#follow(of, edge, index, holders);
      else for (const [next, values] of heldBy(edge, index, holders)) this.#passBy(next, values);
    }
  }

  #follow(of: PlanNode, edge: Edge, index: number, holders: readonly Values[]): void {
    this.#reads.with(this.#edges.read(of, edge, holders), (read) => {
      const placed = this.#placed(edge, read);
      for (let each = 0; each < holders.length; each += 1) holders[each]![index] = placed[each];
    });
  }

  /** What was read, with room for what hangs on it, which is read next. */
  #placed(edge: Edge, read: readonly unknown[]): readonly unknown[] {
    switch (edge.kind) {
      case 'one':
        return this.#rows(edge.row, read as readonly (PlainRow | null)[]);
      case 'several':
        return this.#lists(edge.row, read as readonly (readonly PlainRow[])[]);
      case 'list':
      case 'root list':
        return this.#pages(edge, read as readonly FetchedPage<PlainRow>[]);
      case 'node':
        return this.#nodes(edge, read as readonly (NodeRow | null)[]);
      case 'ids':
        return [this.#nodes(edge, read[0] as readonly (NodeRow | null)[])];
      case 'root object':
      case 'objects':
        return this.#objects(edge, read);
      case 'aggregate':
        return read;
    }
  }

  /** One and the same row, to which several lead, is gone on from once. */
  #rows(node: RowNode, rows: readonly (PlainRow | null)[]): readonly (Values | null)[] {
    if (node.edges.length === 0) return rows as unknown as readonly (Values | null)[];
    const known = new Map<PlainRow, Values>();
    const placed = rows.map((row) => {
      if (row === null) return null;
      let values = known.get(row);
      if (!values) known.set(row, (values = holderOf(node, row)));
      return values;
    });
    this.#enter(node, [...known.values()]);
    return placed;
  }

  /** Each row of a list is gone on from by itself: there are hardly ever two of one. */
  #lists(node: RowNode, lists: readonly (readonly PlainRow[])[]): Values[][] {
    if (node.edges.length === 0) return lists as unknown as Values[][];
    const placed = lists.map((rows) => rows.map((row) => holderOf(node, row)));
    this.#enter(node, placed.flat());
    return placed;
  }

  #pages({ list }: EdgeOf<'list' | 'root list'>, pages: readonly FetchedPage<PlainRow>[]): FetchedPage[] {
    const rows = list.wantsRows ? this.#lists(list.row, pages.map(rowsIn)) : [];
    return pages.map((page, index) => {
      const fetched = { ...page, rows: rows[index] ?? [] };
      if (list.wantsCount) this.#reads.with(page.total, (total) => (fetched.total = total));
      return fetched;
    });
  }

  #nodes(edge: EdgeOf<'node' | 'ids'>, nodes: readonly (NodeRow | null)[]): (FetchedNode | null)[] {
    const fetched: (FetchedNode | null)[] = nodes.map(() => null);
    const places = Map.groupBy(nodes.keys(), (place) => nodes[place]?.target);
    for (const [row, those] of places) {
      if (!row) continue;
      const target = 'targetOf' in edge ? edge.targetOf(row.type) : edge.targets.find((each) => each.row === row)!;
      const placed = this.#rows(
        row,
        those.map((place) => nodes[place]!.row),
      );
      for (const [index, place] of those.entries()) fetched[place] = { target, values: placed[index]! };
    }
    return fetched;
  }

  /** Objects in lists, or alone. */
  #objects({ object }: EdgeOf<'root object' | 'objects'>, read: readonly unknown[]): unknown[] {
    const holders: Values[] = [];
    const placed = (value: unknown): unknown => {
      if (value == null) return null;
      if (Array.isArray(value)) return value.map(placed);
      const values = holderOf(object, objectIn(value));
      holders.push(values);
      return values;
    };
    const all = read.map(placed);
    this.#enter(object, holders);
    return all;
  }
}

/** What a statement has read for an edge: the places to which it leads. */
function heldBy(edge: Edge, index: number, holders: readonly Values[]): (readonly [PlanNode, readonly Values[]])[] {
  const read = holders.map((values) => values[index]);
  switch (edge.kind) {
    case 'one':
      return [[edge.row, read.filter((each) => each !== null) as Values[]]];
    case 'root object':
      return [[edge.object, read as Values[]]];
    case 'list':
    case 'root list':
      return [[edge.list.row, (read as FetchedPage[]).flatMap(({ rows }) => rows)]];
    case 'ids': {
      const nodes = (read as (FetchedNode | null)[][]).flat().filter((each) => each !== null);
      return edge.targets.map((target) => [
        target.row,
        nodes.filter((each) => each.target === target).map(({ values }) => values),
      ]);
    }
    default:
      return [];
  }
}
