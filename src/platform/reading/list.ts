import { BadUserInput } from '../errors/index.ts';
import type { ReadType } from './catalog.ts';
import type { OrderTerm } from './readable.ts';
import type { Cursors } from './cursors.ts';
import { orderingOf } from './keyset.ts';
import { windowOf, type ListArguments, type Window } from './page.ts';
import type { ListShape } from './statements.ts';

/** A list that is asked for: its order, its window and where it begins. */
export interface List extends ListShape {
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
