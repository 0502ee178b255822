import { BadUserInput } from '../errors/index.ts';
import type { ReadType } from './catalog.ts';
import type { Cursors } from './cursors.ts';
import type { WhereArgument } from './filter.ts';
import { orderingOf, type ListShape, type OrderArgument } from './keyset.ts';
import type { OrderTerm } from './readable.ts';

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
  { window: { backward }, args: { after, before } }: Pick<List, 'window' | 'args'>,
  more: boolean,
): { hasNextPage: boolean; hasPreviousPage: boolean } {
  return { hasNextPage: backward ? before != null : more, hasPreviousPage: backward ? more : after != null };
}

/** A list that is asked for: its order, its window and where it begins. */
export interface List extends ListShape {
  readonly args: ListArguments;
  readonly window: Window;
  /** Makes the cursors of its rows. */
  readonly cursors: Cursors;
  /** True without filter and cursor: the text of its statement is then the same for everybody of one shape. */
  readonly plain: boolean;
  readonly key: string;
}

/** @throws BadUserInput for arguments that name no list */
export function listOf(
  type: ReadType,
  args: ListArguments,
  order: readonly OrderTerm[] | undefined,
  cursors: Cursors,
): List {
  const window = windowOf(args);
  const ordering = orderingOf(type, args.orderBy, order);
  const { after, before } = args;
  if (after === '' || before === '') {
    throw new BadUserInput({ zh: '游标不能为空。', en: 'A cursor cannot be empty.' }, [
      after === '' ? 'after' : 'before',
    ]);
  }
  return {
    args,
    window,
    ordering,
    cursors,
    backward: window.backward,
    after: after == null ? undefined : cursors.decode(ordering, after, 'after'),
    before: before == null ? undefined : cursors.decode(ordering, before, 'before'),
    plain: after == null && before == null && !args.where,
    key: `${ordering.key}${window.backward ? ' backward' : ''}`,
  };
}
