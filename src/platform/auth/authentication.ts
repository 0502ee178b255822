import type { Viewer } from './viewer.ts';

/** A viewer who is as they were unless the version of rights is another by now: whoever uses it must ask the database. */
export interface RecalledViewer {
  readonly viewer: Viewer;
  readonly version: string;
}

/** Says who asks, by the header `Authorization`. All throw NotSignedIn for one that is present but not valid, TryLater for one that nobody can judge now. */
export interface Authentication {
  /**
   * The account that a token speaks for by its signature, before anything is read: who is counted by account, whatever address they
   * come from. Undefined for guests, and for secrets that only the database knows.
   */
  requesterKeyOf(authorization: string | undefined): Promise<string | undefined>;
  /** With the rights of this moment: one statement. */
  viewerOf(authorization: string | undefined, now: Date): Promise<Viewer>;
  /**
   * As they were when they asked last, without a statement; undefined where nobody is remembered. Good for nothing but a
   * statement that answers under that version of rights alone, or for what is thrown away where they hold no more.
   */
  recall(authorization: string | undefined, now: Date): Promise<RecalledViewer | undefined>;
  /**
   * Whether nobody's rights have changed since.
   * @param told the version of this moment, where it is known: one statement where it is not
   */
  stillHolds(recalled: RecalledViewer, told?: string): Promise<boolean>;
}
