import { PartlyDone, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf, type Rules } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { AccountStatus } from '../account.entity.ts';
import { IDENTITY } from '../services.ts';
import { tokensOf, type SessionTokens } from './begin-session.ts';
import { decideRefresh, expiryOf } from './refreshing.ts';
import { Session, SESSION_DAYS, SessionEnding } from './session.entity.ts';

/** One reason for whatever is wrong with a token: a guesser must not learn what. */
export const REFRESH_RULES: Rules<'UNAUTHENTICATED'> = {
  UNAUTHENTICATED: {
    description: 'The token is good for nothing, or the session is over: sign in again (需重新登录).',
    zh: '请先登录,或重新登录。',
    en: 'Sign in first, or sign in again.',
  },
};

/**
 * Goes on with a session: a refresh token is used once, and its successor takes its place. Callers queue for the session,
 * so that several at once with one token are given one and the same successor.
 * @throws RuleViolation UNAUTHENTICATED
 */
export async function refreshSession(
  tx: Transaction,
  { refreshToken }: { readonly refreshToken: string },
): Promise<SessionTokens | PartlyDone<Partial<SessionTokens>>> {
  const { refreshTokens, refreshTokenDays } = tx.services.get(IDENTITY);
  const refused = () => violationOf(REFRESH_RULES, 'UNAUTHENTICATED', ['refreshToken']);
  const token = refreshTokens.read(refreshToken);
  if (!token) throw refused();
  const found = await lockSession(tx, token.sessionId);
  if (!found) throw refused();
  const { session, accountId, accountActive } = found;
  tx.notes['account'] = accountId;
  tx.notes['session'] = session.id;

  const successor = refreshTokens.successorOf(token);
  const decision = decideRefresh({
    now: tx.now,
    ended: session.endedAt !== null,
    accountActive,
    expiresAt: session.expiresAt,
    refreshedAt: session.lastUsedAt,
    refreshHash: session.refreshHash,
    token,
    successor,
  });
  switch (decision) {
    case 'OVER':
      throw refused();
    case 'REUSED':
      session.endedAt = tx.now;
      session.ending = SessionEnding.REFRESH_REUSED;
      return new PartlyDone({}, [refused()], SessionEnding.REFRESH_REUSED);
    case 'ROTATE':
      session.refreshHash = successor.hash;
      session.lastUsedAt = new Date(Math.max(tx.now.getTime(), session.lastUsedAt.getTime()));
      session.expiresAt = expiryOf(session.startedAt, tx.now, { refresh: refreshTokenDays, longest: SESSION_DAYS });
      return tokensOf(tx, accountId, session, successor.text);
    case 'REPEAT':
      return tokensOf(tx, accountId, session, successor.text);
  }
}

async function lockSession(
  tx: Transaction,
  id: string,
): Promise<{ session: Session; accountId: string; accountActive: boolean } | null> {
  const [row] = await tx.query<{ account_id: string }>(
    sql`select ses.* from session ses where ses.id = ${id} for no key update`,
  );
  if (!row) return null;
  const [account] = await tx.query<{ status: AccountStatus }>(
    sql`select acc.status from account acc where acc.id = ${row.account_id}`,
  );
  return {
    session: tx.em.map(Session, row),
    accountId: row.account_id,
    accountActive: account!.status === AccountStatus.ACTIVE,
  };
}
