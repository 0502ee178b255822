import type { Transaction } from '../../../platform/commands/index.ts';
import { service } from '../../../platform/request/index.ts';
import type { NoticeKind, NoticeParams } from '../../notice-kinds/index.ts';
import type { RestsOn, RightAtHand } from '../rights/rests-on.ts';

/** Something that some people are told. */
export interface Notification<Params extends NoticeParams> {
  /** Bare ids of the persons who are told; twice the same is told once. */
  readonly to: string | readonly string[];
  readonly params: Params;
  /** Global id of the thing that it is about. Whoever may not see it is not shown it. */
  readonly about?: string;
  /** A person is told something of one kind under one key once, however often a job or a retry says it. */
  readonly dedupe?: string;
  /** It asks for a decision on what it is about: told once while that waits, and shown to nobody once it does not wait for them any more. */
  readonly waiting?: true;
  /** Whoever no longer holds this right is not shown it any more. Left out where it tells of nothing but the reader's own. */
  readonly restsOn?: RestsOn;
  /** Whoever no longer holds this right is told without the names (see `NoticeKind.names`). */
  readonly namesRestOn?: RightAtHand;
}

/** Bare ids; of no school where the role is one of the district itself. */
export interface PlaceOfRole {
  readonly school: string | null;
  readonly district: string;
}

/** Where people are told of what waits for them, and of what became of it: it lies above this room, and is offered to it. */
export interface Inbox {
  /** In the transaction of what happened: what is rolled back was never told. */
  tellEach<Params extends NoticeParams>(
    tx: Transaction,
    kind: NoticeKind<Params>,
    tellings: readonly Notification<Params>[],
  ): Promise<unknown>;
  /** Things, by bare id, have come to wait or do no longer, or are for others to decide: whoever may decide today is asked, and nobody else any more. */
  askDeciders(tx: Transaction, things: readonly string[]): Promise<void>;
  /** The same of what some persons were asked, by bare id, and may decide no more. */
  askInPlaceOf(tx: Transaction, personIds: readonly string[]): Promise<void>;
  /** The same of what waits at a place where somebody has a role from now on, or no more. */
  askAt(tx: Transaction, places: readonly PlaceOfRole[]): Promise<void>;
}

export const INBOX = service<Inbox>('inbox');
