import { newServiceSecret } from '../../../platform/auth/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf, type Rules } from '../../../platform/errors/index.ts';
import { Scope, sql } from '../../../platform/reading/index.ts';
import { assignmentHolds, INBOX } from '../../people/index.ts';
import { visibleServiceTokens } from '../identity.access.ts';
import { SERVICE_TOKEN_RULES } from './create-service-token.ts';
import { myFootingFor } from './footing.ts';
import { holdsPermissions } from './service-grant.ts';
import type { ServiceRole } from './service-token.entity.ts';

export type TakeOverRefusal = 'CONFLICT' | 'MORE_THAN_YOURS' | 'OVER';

export const TAKE_OVER_RULES: Rules<TakeOverRefusal> = {
  CONFLICT: {
    description:
      'Somebody else has just taken it over, whose secret would be good for nothing: look again (已被他人接管).',
    zh: '其他管理员刚刚接管了该服务令牌,请刷新后再决定是否接管。',
    en: 'Another administrator has just taken this service token over: look again before you do.',
  },
  MORE_THAN_YOURS: SERVICE_TOKEN_RULES.MORE_THAN_YOURS,
  OVER: {
    description: 'It was revoked or has expired: make a new one (已撤销或已过期).',
    zh: '该服务令牌已撤销或已过期,请新建。',
    en: 'This service token was revoked or has expired: make a new one.',
  },
};

interface Token {
  readonly role: ServiceRole;
  readonly district_id: string;
  readonly school_id: string | null;
  readonly permissions: string[];
  readonly over: boolean;
  readonly rests_on_id: string | null;
  /** Just now. */
  readonly fresh: boolean;
}

/** For so long whoever took a token over is not overtaken by somebody who has seen it as it was before: their secret would be good for nothing, and nobody would tell them. */
const FRESH_MINUTES = 5;

/**
 * From now on the token rests on the role of the caller, who must hold all that it gives. Its secret is a new one, told this once: whoever
 * held it before may have lost the role, or never held it, and must read nothing by it; of two at one moment one takes it over. @throws NotFound, RuleViolation with a TakeOverRefusal
 */
export async function takeOverServiceToken(
  tx: Transaction,
  { serviceTokenId }: { readonly serviceTokenId: string },
): Promise<{ serviceToken: string; secret: string }> {
  const tok = new Scope('tok');
  // Whether the role holds that it rests on is asked for after the wait: somebody may have taken it over, or lost their role.
  await tx.query(sql`select tok.id from service_token tok where tok.id = ${serviceTokenId} for no key update`);
  const [token] = await tx.query<Token>(sql`select tok.role, tok.district_id, tok.school_id, tok.permissions,
      tok.revoked_at is not null or tok.expires_at <= ${tx.now} as over,
      tok.rests_on_id, coalesce(tok.taken_over_at > ${tx.now}::timestamptz - make_interval(mins => ${FRESH_MINUTES}::int), false)
        and exists (select 1 from staff_assignment asg where asg.id = tok.rests_on_id and ${assignmentHolds(sql`asg`)}) as fresh
    from service_token tok where tok.id = ${serviceTokenId} and ${visibleServiceTokens(tok, tx.viewer.shape)}`);
  if (!token) throw new NotFound();
  if (token.over) throw violationOf(TAKE_OVER_RULES, 'OVER', ['serviceTokenId']);
  const grant = {
    role: token.role,
    districtId: token.district_id,
    schoolId: token.school_id,
    permissions: token.permissions,
  };
  const footing = await myFootingFor(tx, grant);
  if (footing === null || !holdsPermissions(tx.viewer, grant))
    throw violationOf(TAKE_OVER_RULES, 'MORE_THAN_YOURS', ['serviceTokenId']);
  if (token.fresh && token.rests_on_id !== footing) throw violationOf(TAKE_OVER_RULES, 'CONFLICT', ['serviceTokenId']);
  const secret = newServiceSecret(serviceTokenId);
  await tx.query(
    sql`update service_token set rests_on_id = ${footing}, taken_over_at = ${tx.now}, secret_hash = ${secret.hash} where id = ${serviceTokenId}`,
  );
  await tx.services.get(INBOX).askDeciders(tx, [serviceTokenId]);
  return { serviceToken: serviceTokenId, secret: secret.text };
}
