import { BadUserInput, type HubError } from '../errors/index.ts';
import type { WhereArgument } from './filter.ts';
import type { Cursors } from './cursors.ts';
import type { OrderArgument, Ordering } from './keyset.ts';
import type { PlainRow } from './rows.ts';

/** The arguments of a connection. */
export interface ListArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly where?: WhereArgument | null;
  readonly orderBy?: readonly OrderArgument[] | null;
}

/** The arguments of `groupedAggregates`. */
export interface GroupArguments {
  readonly groupBy: readonly string[];
  readonly first?: number | null;
}

export const DEFAULT_PAGE = 20;
export const LARGEST_PAGE = 100;

export interface Window {
  readonly size: number;
  readonly backward: boolean;
}

/** @throws BadUserInput for a page size out of range, or for `first` with `last` */
export function windowOf(args: ListArguments): Window {
  const { first, last } = args;
  if (first != null && last != null) {
    throw new BadUserInput({ zh: 'first 与 last 只能给出一个。', en: 'Give first or last, not both.' }, ['last']);
  }
  const name = last == null ? 'first' : 'last';
  const size = first ?? last ?? DEFAULT_PAGE;
  if (size < 1 || size > LARGEST_PAGE) {
    throw new BadUserInput(
      { zh: `${name} 应在 1 到 ${LARGEST_PAGE} 之间。`, en: `${name} must be from 1 to ${LARGEST_PAGE}.` },
      [name],
    );
  }
  return { size, backward: last != null };
}

/** Whether there are rows on either side of a page; `more` tells of the side that it is read towards. */
export function standing(
  { backward }: Window,
  { after, before }: ListArguments,
  more: boolean,
): { hasNextPage: boolean; hasPreviousPage: boolean } {
  return { hasNextPage: backward ? before != null : more, hasPreviousPage: backward ? more : after != null };
}

/** A list as it was asked for: what its pages must know of it. */
export interface AskedList {
  readonly ordering: Ordering;
  readonly window: Window;
  readonly cursors: Cursors;
  readonly args: ListArguments;
}

/** What is answered of a list of groups: the first ones, those of the largest figure. */
export interface Groups {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly hasMore: boolean;
}

/** One page of a connection, as the schema's `…Connection` types read it. */
export class Page {
  readonly totalCount: Promise<number | null> | undefined;
  readonly list: AskedList;
  /** Whether more rows follow. */
  readonly more: boolean;
  /** Groups of all rows of the list, where they can be grouped. */
  readonly groups: ((args: GroupArguments) => Promise<Groups>) | undefined;
  readonly #rows: readonly PlainRow[];
  readonly #refusal: HubError | undefined;

  /**
   * @param rows may hold one more than the window: it only tells that there are more
   * @param refusal of whoever is told the number alone
   */
  constructor(
    rows: readonly PlainRow[],
    list: AskedList,
    totalCount: Promise<number | null> | undefined,
    groups: Page['groups'],
    refusal?: HubError,
  ) {
    const { window } = list;
    const kept = rows.length > window.size ? rows.slice(0, window.size) : rows;
    this.#refusal = refusal;
    this.#rows = window.backward ? kept.toReversed() : kept;
    this.more = rows.length > window.size;
    this.list = list;
    this.groups = groups;
    this.totalCount = totalCount;
  }

  /** @throws Forbidden */
  get nodes(): readonly PlainRow[] {
    if (this.#refusal) throw this.#refusal;
    return this.#rows;
  }

  get edges(): { readonly cursor: string; readonly node: PlainRow }[] {
    return this.nodes.map((node) => ({ cursor: this.#cursorOf(node), node }));
  }

  get pageInfo(): {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  } {
    const [first, last] = [this.nodes[0], this.nodes.at(-1)];
    return {
      ...standing(this.list.window, this.list.args, this.more),
      startCursor: first ? this.#cursorOf(first) : null,
      endCursor: last ? this.#cursorOf(last) : null,
    };
  }

  #cursorOf(row: PlainRow): string {
    return this.list.cursors.encode(this.list.ordering, row);
  }
}
