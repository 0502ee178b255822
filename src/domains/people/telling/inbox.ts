import type { Transaction } from '../../../platform/commands/index.ts';
import type { NoticeKind, NoticeParams } from '../../../platform/graphql/index.ts';
import { service } from '../../../platform/request/index.ts';
import type { RestsOn } from '../rights/rests-on.ts';

/** What some people are told. */
export interface Telling<Params extends NoticeParams> {
  /** Bare ids of the persons who are told; twice the same is told once. */
  readonly to: string | readonly string[];
  readonly params: Params;
  /** Global id of the thing that it is about. Whoever may not see it is not shown it. */
  readonly about?: string;
  /** A person is told something of one kind under one key once, however often a job or a retry says it. */
  readonly dedupe?: string;
  /** Whoever no longer holds this right is not shown it any more. Left out where it tells of nothing but the reader's own. */
  readonly restsOn?: RestsOn;
}

/** Something that waited for whoever was told of it under this key. */
export interface Settled {
  /** Bare ids of the persons. */
  readonly of: readonly string[];
  readonly dedupe: string;
}

/** Where people are told of what waits for them, and of what became of it: it lies above this room, and is offered to it. */
export interface Inbox {
  /** In the transaction of what happened: what is rolled back was never told. */
  tellEach<Params extends NoticeParams>(tx: Transaction, kind: NoticeKind<Params>, tellings: readonly Telling<Params>[]): Promise<unknown>;
  /** What waited is decided: nobody is shown any more that it waits. */
  settleEach(tx: Transaction, kind: Pick<NoticeKind, 'key'>, settled: readonly Settled[]): Promise<void>;
}

export const INBOX = service<Inbox>('inbox');
