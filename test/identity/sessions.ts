import { MySessionsDocument } from '../../schema/generated/mini-program.ts';
import { createRefreshTokens } from '../../src/platform/auth/index.ts';
import { TEST_SIGNING_KEY } from '../support/config.ts';
import type { TestHub } from '../support/hub.ts';
import { bearer } from '../support/signed-in.ts';

/** Refresh tokens that are none any more: what is done to a good one. */
export const SPOILED: [string, (token: string) => string][] = [
  ['empty', () => ''],
  ['of 100,000 characters', () => 'x'.repeat(100_000)],
  ['with another secret', (token) => `${token.slice(0, 60)}${token[60] === 'A' ? 'B' : 'A'}${token.slice(61)}`],
  ['of another session', (token) => token.replace(/_[0-9a-f]{32}_/, `_${'0'.repeat(32)}_`)],
  [
    'of another hub',
    (token) =>
      createRefreshTokens('another-key-of-another-hub-altogether').first(
        createRefreshTokens(TEST_SIGNING_KEY).read(token)!.sessionId,
      ).text,
  ],
  ['written in another way', (token) => `${token}=`],
];

/** Sessions as they are stored, audited and listed. */
export function recordedSessions(hub: () => TestHub) {
  const sessionOf = async (refreshToken: string) => {
    const { rows } = await hub().database.pool.query<{
      id: string;
      ending: string | null;
      refresh_hash: string;
      expires_at: Date;
    }>('select * from session where id = $1', [createRefreshTokens(TEST_SIGNING_KEY).read(refreshToken)!.sessionId]);
    return rows[0]!;
  };
  const auditOf = async (session: string) =>
    (
      await hub().database.pool.query<{
        mutation: string;
        outcome: string;
        code: string | null;
        account: string | null;
      }>(
        `select mutation, outcome, code, account from audit_record where subjects->>'session' = $1 order by created_at, id`,
        [session],
      )
    ).rows;
  const listed = async (token: string) =>
    (await hub().ask(MySessionsDocument, { headers: bearer(token) })).data!.viewer.account!.sessions.nodes;

  return { sessionOf, auditOf, listed };
}
