import { newServiceSecret, shapeOf } from '../../../platform/auth/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf, type Rules } from '../../../platform/errors/index.ts';
import { raw, sql } from '../../../platform/reading/index.ts';
import { visibleServiceTokens } from '../identity.access.ts';
import { SERVICE_TOKEN_RULES } from './create-service-token.ts';
import { myFootingFor } from './footing.ts';
import { holdsPermissions } from './service-grant.ts';
import type { ServiceRole } from './service-token.entity.ts';

export type TakeOverRefusal = 'MORE_THAN_YOURS' | 'OVER';

export const TAKE_OVER_RULES: Rules<TakeOverRefusal> = {
  MORE_THAN_YOURS: SERVICE_TOKEN_RULES.MORE_THAN_YOURS,
  OVER: { description: 'It was revoked or has expired: make a new one (已撤销或已过期).', zh: '该服务令牌已撤销或已过期,请新建。', en: 'This service token was revoked or has expired: make a new one.' },
};

interface Token {
  readonly role: ServiceRole;
  readonly district_id: string;
  readonly school_id: string | null;
  readonly permissions: string[];
  readonly over: boolean;
}

/**
 * From now on the token rests on the role of the caller, who must hold all that it gives. Its secret is a new one, told this once: whoever
 * held it before may have lost the role, or never held it, and must read nothing by it. @throws NotFound, RuleViolation with a TakeOverRefusal
 */
export async function takeOverServiceToken(
  tx: Transaction, { serviceTokenId }: { readonly serviceTokenId: string },
): Promise<{ serviceToken: string; secret: string }> {
  const tok = raw('tok');
  const [token] = await tx.query<Token>(sql`select tok.role, tok.district_id, tok.school_id, tok.permissions,
      tok.revoked_at is not null or tok.expires_at <= ${tx.now} as over
    from service_token tok where tok.id = ${serviceTokenId} and ${visibleServiceTokens(tok, shapeOf(tx.viewer))} for no key update`);
  if (!token) throw new NotFound();
  if (token.over) throw violationOf(TAKE_OVER_RULES, 'OVER', ['serviceTokenId']);
  const grant = { role: token.role, districtId: token.district_id, schoolId: token.school_id, permissions: token.permissions };
  const footing = await myFootingFor(tx, grant);
  if (footing === null || !holdsPermissions(tx.viewer, grant)) throw violationOf(TAKE_OVER_RULES, 'MORE_THAN_YOURS', ['serviceTokenId']);
  const secret = newServiceSecret(serviceTokenId);
  await tx.query(sql`update service_token set rests_on_id = ${footing}, secret_hash = ${secret.hash} where id = ${serviceTokenId}`);
  return { serviceToken: serviceTokenId, secret: secret.text };
}
