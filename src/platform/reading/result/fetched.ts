/** What was read for a plan, whoever read it: the fetchers differ only in where the values of a row lie (`access.ts`). */
import type { AskedList } from '../page.ts';
import type { RowView } from '../plan/plan.ts';

/** Of a row or an object: first what its edges lead to, each under its number, then its own values; the object alone where it has no edges. */
export type Values = unknown[];

/** What the edge of a connection leads to: a page, its rows in the order of the answer. */
export interface FetchedPage {
  readonly rows: readonly Values[];
  readonly more: boolean;
  readonly total: unknown;
  readonly list: AskedList;
}

/** What an edge leads to that may be of any type. */
export interface FetchedNode {
  readonly target: RowView;
  readonly values: Values;
}
