import { sameSecret, type RefreshToken } from '../../../platform/auth/index.ts';

/**
 * A refresh token that was used already is given the same successor again for so long, if that has not been used itself:
 * the answer was lost on the way, or two requests of one client met. Whoever holds a stolen copy gains nothing that lasts:
 * thief and owner then hold one token, and the second of them to use it later gives the theft away (RFC 9700, 4.14.2).
 */
export const LOST_ANSWER_MS = 10_000;

/** The facts of a session, under lock, when somebody asks to refresh it. */
export interface RefreshFacts {
  readonly now: Date;
  readonly ended: boolean;
  readonly accountActive: boolean;
  readonly expiresAt: Date;
  readonly refreshedAt: Date;
  readonly refreshHash: string | null;
  readonly token: RefreshToken;
  readonly successor: RefreshToken;
}

export type RefreshDecision =
  /** The token is good: its successor takes its place. */
  | 'ROTATE'
  /** The token was used a moment ago: its successor is answered once more. */
  | 'REPEAT'
  /** The token was used before: somebody has a copy, and the session ends for everybody who holds a token of it. */
  | 'REUSED'
  /** The session is over. */
  | 'OVER';

export function decideRefresh(facts: RefreshFacts): RefreshDecision {
  const { now, ended, accountActive, expiresAt, refreshedAt, refreshHash, token, successor } = facts;
  if (ended || !accountActive || expiresAt <= now || refreshHash === null) return 'OVER';
  if (sameSecret(refreshHash, token.hash)) return 'ROTATE';
  const justNow = now.getTime() - refreshedAt.getTime() < LOST_ANSWER_MS;
  return justNow && sameSecret(refreshHash, successor.hash) ? 'REPEAT' : 'REUSED';
}

const DAY = 86_400_000;

/** The end of a session that is used at `now`: so many days on, and never beyond the longest that a session may last. */
export function expiryOf(
  startedAt: Date,
  now: Date,
  days: { readonly refresh: number; readonly longest: number },
): Date {
  return new Date(Math.min(now.getTime() + days.refresh * DAY, startedAt.getTime() + days.longest * DAY));
}
