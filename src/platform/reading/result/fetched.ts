/** What was read for a plan, whoever read it: the fetchers differ only in where the values of a row lie (`layout.ts`). */
import type { HubError } from '../../errors/index.ts';
import { standing, type GroupArguments, type List } from '../list.ts';
import type { RowView } from '../plan/plan.ts';
import type { PlainRow } from '../rows.ts';

/** Of a row or an object: first what its edges lead to, each under its number, then its own values; the object alone where it has no edges. */
export type Values = unknown[];

/** What is answered of a list of groups: the first ones, those of the largest figure. */
export interface Groups {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly hasMore: boolean;
}

/** What the edge of a connection leads to: a page, its rows in the order of the answer. */
export interface FetchedPage<Row = Values> {
  readonly rows: readonly Row[];
  readonly more: boolean;
  /** How many there are, or will be told to be. */
  readonly total: unknown;
  readonly list: List;
  /** Of whoever is not told its rows. */
  readonly refusal?: HubError | undefined;
  /** Groups of all rows of the list, for graphql-js, where they can be grouped. */
  readonly groups?: (by: GroupArguments) => Groups | Promise<Groups>;
}

/** @param read as far as the list was read, from where it begins: one row more than the page only tells that there are more */
export function pageOf<Row>(read: readonly Row[], list: List, total: unknown, refusal?: HubError): FetchedPage<Row> {
  const { size, backward } = list.window;
  const more = read.length > size;
  const rows = more ? read.slice(0, size) : read;
  return { rows: backward ? rows.toReversed() : rows, more, total, list, refusal };
}

/** @throws Forbidden where they are not told */
export function rowsIn<Row>({ rows, refusal }: FetchedPage<Row>): readonly Row[] {
  if (refusal) throw refusal;
  return rows;
}

/** The fields of a connection for graphql-js, which asks for each by itself. */
export const PAGE_FIELDS: Readonly<Record<string, (page: FetchedPage<PlainRow>) => unknown>> = {
  totalCount: ({ total }) => total,
  nodes: rowsIn,
  edges: (page) => rowsIn(page).map((node) => ({ node, cursor: () => cursorOf(page, node) })),
  pageInfo: (page) => {
    const rows = rowsIn(page);
    return {
      ...standing(page.list, page.more),
      startCursor: () => cursorOf(page, rows[0]),
      endCursor: () => cursorOf(page, rows.at(-1)),
    };
  },
};

function cursorOf({ list: { cursors, ordering } }: FetchedPage<PlainRow>, row: PlainRow | undefined): string | null {
  return row ? cursors.encode(ordering, row) : null;
}

/** What an edge leads to that may be of any type. */
export interface FetchedNode {
  readonly target: RowView;
  readonly values: Values;
}
