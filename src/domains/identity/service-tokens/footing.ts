import type { Transaction } from '../../../platform/commands/index.ts';
import { now, sql, table, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { assignmentHolds, mine } from '../../people/index.ts';
import { ServiceRole } from './service-token.entity.ts';
import type { ServiceGrant } from './service-grant.ts';

/** The role that the token rests on holds, and the account of who holds it is open. The same as `load-service-viewer` asks of each request. */
export function hasFooting(token: Alias): Sql {
  return sql`exists (select 1 from ${table('staff_assignment')} ftg join ${table('staff')} hdr on hdr.id = ftg.staff_id join ${table('account')} hac on hac.person_id = hdr.person_id
    where ftg.id = ${token}.rests_on_id and hac.status = 'ACTIVE' and ${assignmentHolds(sql`ftg`)})`;
}

/**
 * The token of the caller while it is good, locked against its end and against its maker's becoming one person with somebody else; `null`
 * of the caller finds none.
 */
export const tokenAtWork: Sql = sql`select tok.id from service_token tok join account mkr on mkr.id = tok.created_by_id
  where tok.id = ${mine.serviceTokenId} and tok.revoked_at is null and tok.expires_at > ${now}
    and coalesce((select jnd.person_id from account jnd where jnd.id = mkr.joined_into_id), mkr.person_id) = any(${mine.ownPersonIds}) for share of tok, mkr`;

/** The caller's own role that reaches as far as the grant, the one that lasts longest; null where they hold none. */
export async function myFootingFor(
  tx: Transaction,
  { role, districtId, schoolId }: ServiceGrant,
): Promise<string | null> {
  const reaches = {
    [ServiceRole.DISTRICT_ADMIN]: sql`asg.role = 'DISTRICT_ADMIN'`,
    [ServiceRole.ANALYST]: sql`asg.role in ('DISTRICT_ADMIN', 'ANALYST')`,
    [ServiceRole.SCHOOL_ADMIN]: sql`asg.role = 'SCHOOL_ADMIN' and asg.school_id = ${schoolId}::uuid`,
  }[role];
  const [found] = await tx.query<{ id: string }>(sql`select asg.id from staff_assignment asg
    where asg.staff_id = ${mine.staffId} and asg.district_id = ${districtId}::uuid and ${assignmentHolds(sql`asg`)} and ${reaches}
    order by asg.valid_to desc nulls first, asg.id limit 1`);
  return found?.id ?? null;
}
