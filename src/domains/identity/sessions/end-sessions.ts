import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf, type Rules } from '../../../platform/errors/index.ts';
import { now, sql, type Sql } from '../../../platform/reading/index.ts';
import { mine } from '../../people/index.ts';
import { SessionEnding, SignInMethod } from './session.entity.ts';

export const NO_SESSION_RULES: Rules<'NO_SESSION'> = {
  NO_SESSION: {
    description: 'The token of this request belongs to no session: it ends by itself (令牌不属于任何会话).',
    zh: '当前令牌不属于任何会话,到期自动失效。',
    en: 'The token of this request belongs to no session: it ends by itself.',
  },
};

export const REVOKE_SESSION_RULES: Rules<'ALREADY_OVER'> = {
  ALREADY_OVER: {
    description: 'The session was over already (会话已结束).',
    zh: '该会话已结束。',
    en: 'This session was over already.',
  },
};

/** Ends the session of this request. @throws RuleViolation NO_SESSION */
export async function signOut(tx: Transaction): Promise<{ session: string }> {
  const id = tx.viewer.sessionId;
  if (id === null) throw violationOf(NO_SESSION_RULES, 'NO_SESSION');
  await endSessions(tx, SessionEnding.SIGNED_OUT, sql`ses.id = ${id}`);
  return { session: id };
}

/** Ends a session of the caller's account; one that is over stays as it ended. @throws NotFound, RuleViolation ALREADY_OVER */
export async function revokeSession(
  tx: Transaction,
  { sessionId }: { readonly sessionId: string },
): Promise<{ session: string }> {
  const [own] = await tx.query(
    sql`select ses.id from session ses where ses.id = ${sessionId} and ses.account_id = ${mine.accountId}`,
  );
  if (!own) throw new NotFound();
  const ended = await endSessions(tx, SessionEnding.REVOKED, sql`ses.id = ${sessionId}`);
  if (ended === 0) throw violationOf(REVOKE_SESSION_RULES, 'ALREADY_OVER', ['sessionId']);
  return { session: sessionId };
}

/** Ends every session of the caller's account but that of this request. @throws RuleViolation NO_SESSION */
export async function revokeOtherSessions(tx: Transaction): Promise<{ revokedCount: number }> {
  if (tx.viewer.sessionId === null) throw violationOf(NO_SESSION_RULES, 'NO_SESSION');
  return { revokedCount: await endSessions(tx, SessionEnding.REVOKED, sql`ses.id <> ${mine.sessionId}`) };
}

/** Ends whatever goes on of accounts that are not signed in to so any more. */
export async function endAllSessions(tx: Transaction, accountIds: readonly string[]): Promise<void> {
  await tx.query(
    sql`update session set ended_at = ${now}, ending = ${SessionEnding.REVOKED} where account_id = any(${[...accountIds]}::uuid[]) and ended_at is null and expires_at > ${now}`,
  );
}

/** @returns how many were going on */
async function endSessions(tx: Transaction, ending: SessionEnding, which: Sql): Promise<number> {
  const ended = await tx.query(sql`update session ses set ended_at = ${now}, ending = ${ending}
    where ses.account_id = ${mine.accountId} and ses.ended_at is null and ses.expires_at > ${now} and ${which} returning ses.id`);
  return ended.length;
}

/** Ends what was begun by a password that is good no more, but for the session of this request. @param accountIds of whoever it was the password of */
export async function endPasswordSessions(tx: Transaction, accountIds: readonly string[]): Promise<void> {
  await tx.query(sql`update session ses set ended_at = ${now}, ending = ${SessionEnding.SIGN_IN_CHANGED}
    where ses.account_id = any(${accountIds}::uuid[]) and ses.method = ${SignInMethod.PASSWORD} and ses.ended_at is null and ses.expires_at > ${now}
      and ses.id is distinct from ${mine.sessionId}`);
}
