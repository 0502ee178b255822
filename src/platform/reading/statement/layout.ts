/** Where the values of a row stand in the array that a statement makes of it: what hangs on it first, then its values. */
import type { ViewerShape } from '../../auth/index.ts';
import { momentOf, momentText } from '../../database/index.ts';
import { isMoment, SUBJECTS } from '../catalog.ts';
import type { BoundList } from '../plan/bind.ts';
import type { ListNode, Plan, RowNode } from '../plan/plan.ts';
import type { FetchedPage, Values } from '../result/fetched.ts';
import { BY_NAME, type Convert, type Layout, type LayoutOf } from '../result/layout.ts';
import { inOrder } from './text.ts';

/** The list whose rows they are, and how it is asked for. */
export interface OfList {
  readonly list: ListNode;
  readonly bound: BoundList;
}

/** Values that rows bring besides what is asked of them: those of the order, of which cursors are made, and of whom they tell. */
export function namesBesides(row: RowNode, viewer: ViewerShape, of: OfList | undefined): readonly string[] {
  const { recorded } = row.type.readable;
  const names = of?.list.wantsCursors ? of.bound.ordering.terms.map(({ column }) => column.property) : [];
  if (recorded?.by(viewer)) names.push(recorded.subjects ? SUBJECTS : 'id');
  const asked = new Set(row.names);
  return [...new Set(names)].filter((name) => !asked.has(name));
}

/** Where a value stands in the array of a row. */
export function slotOf(row: RowNode, name: string, besides: readonly string[]): number {
  const { plain, others } = inOrder(row.type, row.names);
  const index = [...plain.map(({ property }) => property), ...others, ...besides].indexOf(name);
  if (index < 0) throw new Error(`A row of ${row.type.name} does not bring ${name}.`);
  return row.edges.length + index;
}

/** Rows that end with one more than the page tell that there are more. Where much hangs on a row, that one is counted instead of read. */
export function countsBeyond({ wantsMore, row }: ListNode): boolean {
  return wantsMore && row.edges.length > 0;
}

/** Rows as a statement has brought them: arrays by position, moments as PostgreSQL writes them. */
class ByPosition implements Layout {
  readonly moment = momentText as Convert;
  readonly dateOf = momentOf;
  readonly makers: Layout['makers'] = new WeakMap();
  readonly #viewer: ViewerShape;
  readonly #lists: readonly BoundList[];

  constructor(viewer: ViewerShape, lists: readonly BoundList[]) {
    this.#viewer = viewer;
    this.#lists = lists;
  }

  of(row: RowNode, name: string): string {
    return `v[${slotOf(row, name, [])}]`;
  }

  get(row: RowNode, name: string): (values: Values) => unknown {
    const slot = slotOf(row, name, []);
    return (values) => values[slot];
  }

  cursor(list: ListNode): (values: Values, page: FetchedPage) => string {
    const bound = this.#lists[list.number]!;
    const besides = namesBesides(list.row, this.#viewer, { list, bound });
    const terms = bound.ordering.terms.map(({ column }) => ({
      slot: slotOf(list.row, column.property, besides),
      of: isMoment(column) ? this.moment : undefined,
    }));
    return (values, { list: { cursors, ordering } }) =>
      cursors.of(
        ordering,
        terms.map(({ slot, of }) => (of ? of(values[slot]) : values[slot])),
      );
  }
}

/** What is in the statement by position, and by name what is cut out of it. */
export function layoutInStatement({ inStatement }: Plan, viewer: ViewerShape, lists: readonly BoundList[]): LayoutOf {
  const byPosition = new ByPosition(viewer, lists);
  return (node) => (inStatement.has(node) ? byPosition : BY_NAME);
}
