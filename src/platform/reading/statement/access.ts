import type { ViewerShape } from '../../auth/index.ts';
import { momentOf, momentText } from '../../database/index.ts';
import { isMoment, type Column } from '../catalog.ts';
import type { BoundList } from '../plan/bind.ts';
import type { ListNode, Plan, RowNode } from '../plan/plan.ts';
import { BY_NAME, type Access, type AccessOf, type Convert } from '../result/access.ts';
import type { FetchedPage, Values } from '../result/fetched.ts';
import { namesBesides, slotOf } from './layout.ts';

/** Rows as a statement has brought them: arrays by position, moments as PostgreSQL writes them. */
class ByPosition implements Access {
  readonly moment = momentText as Convert;
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

  fact(column: Column | undefined): Convert | undefined {
    return column && isMoment(column) ? (value) => (value === null ? null : momentOf(value as string)) : undefined;
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
export function accessInStatement({ inStatement }: Plan, viewer: ViewerShape, lists: readonly BoundList[]): AccessOf {
  const byPosition = new ByPosition(viewer, lists);
  return (node) => (inStatement.has(node) ? byPosition : BY_NAME);
}
