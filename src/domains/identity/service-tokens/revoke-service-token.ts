import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf, type Rules } from '../../../platform/errors/index.ts';
import { mine, now, sql } from '../../../platform/reading/index.ts';

export const REVOKE_SERVICE_TOKEN_RULES: Rules<'ALREADY_REVOKED'> = {
  ALREADY_REVOKED: { description: 'It was revoked before (已撤销).', zh: '该服务令牌已撤销。', en: 'This service token was revoked before.' },
};

/** Shuts a service token from the next request on. @throws NotFound, RuleViolation ALREADY_REVOKED */
export async function revokeServiceToken(tx: Transaction, { serviceTokenId }: { readonly serviceTokenId: string }): Promise<{ serviceToken: string }> {
  const [token] = await tx.query<{ revoked: boolean }>(sql`select tok.revoked_at is not null as revoked from service_token tok
    where tok.id = ${serviceTokenId} and tok.district_id = any(${mine.districtIds}) for no key update`);
  if (!token) throw new NotFound();
  if (token.revoked) throw violationOf(REVOKE_SERVICE_TOKEN_RULES, 'ALREADY_REVOKED', ['serviceTokenId']);
  await tx.query(sql`update service_token set revoked_at = ${now} where id = ${serviceTokenId}`);
  return { serviceToken: serviceTokenId };
}
