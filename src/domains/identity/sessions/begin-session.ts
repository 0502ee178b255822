import { v7 } from 'uuid';
import type { Transaction } from '../../../platform/commands/index.ts';
import { Account } from '../account.entity.ts';
import { IDENTITY } from '../services.ts';
import { expiryOf } from './refreshing.ts';
import { Session, SESSION_DAYS, type SignInMethod } from './session.entity.ts';

/** What a client says of itself, in characters. */
export const LONGEST_CLIENT = 100;

/** Tokens for a client: told once, and stored nowhere. */
export interface SessionTokens extends Readonly<Record<string, unknown>> {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
}

/** Begins a session of an account that has just proven who it is. */
export async function beginSession(
  tx: Transaction,
  {
    accountId,
    method,
    client,
  }: { readonly accountId: string; readonly method: SignInMethod; readonly client: string | null },
): Promise<SessionTokens> {
  const { refreshTokens, refreshTokenDays } = tx.services.get(IDENTITY);
  const id = v7();
  const token = refreshTokens.first(id);
  const expiresAt = expiryOf(tx.now, tx.now, { refresh: refreshTokenDays, longest: SESSION_DAYS });
  tx.em.create(Session, {
    id,
    account: tx.em.getReference(Account, accountId),
    method,
    client,
    startedAt: tx.now,
    lastUsedAt: tx.now,
    expiresAt,
    endedAt: null,
    ending: null,
    refreshHash: token.hash,
    createdAt: tx.now,
  });
  tx.notes['account'] = accountId;
  tx.notes['session'] = id;
  return tokensOf(tx, accountId, { id, expiresAt }, token.text);
}

/** A short access token, which names the session, and the refresh token that is good now. */
export async function tokensOf(
  tx: Transaction,
  accountId: string,
  session: Pick<Session, 'id' | 'expiresAt'>,
  refreshToken: string,
): Promise<SessionTokens> {
  const { tokens, accessTokenSeconds } = tx.services.get(IDENTITY);
  return {
    accessToken: await tokens.sign(accountId, accessTokenSeconds, session.id),
    accessTokenExpiresAt: new Date(Math.min(tx.now.getTime() + accessTokenSeconds * 1000, session.expiresAt.getTime())),
    refreshToken,
    refreshTokenExpiresAt: session.expiresAt,
  };
}
