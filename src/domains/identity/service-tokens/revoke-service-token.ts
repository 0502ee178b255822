import { optionalReason, type Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf, type Rules } from '../../../platform/errors/index.ts';
import { now, Scope, sql } from '../../../platform/reading/index.ts';
import { INBOX, mine } from '../../people/index.ts';
import { visibleServiceTokens } from '../identity.access.ts';

export const REVOKE_SERVICE_TOKEN_RULES: Rules<'ALREADY_REVOKED'> = {
  ALREADY_REVOKED: {
    description: 'It was revoked before (已撤销).',
    zh: '该服务令牌已撤销。',
    en: 'This service token was revoked before.',
  },
};

/** Shuts a service token from the next request on. @throws NotFound, RuleViolation ALREADY_REVOKED, BadUserInput */
export async function revokeServiceToken(
  tx: Transaction,
  { serviceTokenId, reason }: { readonly serviceTokenId: string; readonly reason: string | null },
): Promise<{ serviceToken: string }> {
  const why = optionalReason(reason);
  const tok = new Scope('tok');
  const [token] = await tx.query<{
    revoked: boolean;
  }>(sql`select tok.revoked_at is not null as revoked from service_token tok
    where tok.id = ${serviceTokenId} and ${visibleServiceTokens(tok, tx.viewer.shape)} for no key update`);
  if (!token) throw new NotFound();
  if (token.revoked) throw violationOf(REVOKE_SERVICE_TOKEN_RULES, 'ALREADY_REVOKED', ['serviceTokenId']);
  await tx.query(
    sql`update service_token set revoked_at = ${now}, revoked_by_id = ${mine.staffId}, revoke_reason = ${why} where id = ${serviceTokenId}`,
  );
  await tx.services.get(INBOX).askDeciders(tx, [serviceTokenId]);
  return { serviceToken: serviceTokenId };
}
