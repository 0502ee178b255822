/** Where the values of a row stand in the array that a statement makes of it: what hangs on it first, then its values. */
import type { ViewerShape } from '../../auth/index.ts';
import { SUBJECTS } from '../catalog.ts';
import type { BoundList } from '../plan/bind.ts';
import type { ListNode, RowNode } from '../plan/plan.ts';
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
