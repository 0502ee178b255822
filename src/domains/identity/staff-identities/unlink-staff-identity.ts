import type { Transaction } from '../../../platform/commands/index.ts';
import { LOCAL_ISSUER } from '../../../platform/config/index.ts';
import { NotFound, ownCase, violationOf, type Rules } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { INBOX } from '../../people/index.ts';
import { worksElsewhere, worksForMe } from '../identity.access.ts';
import { LINK_RULES } from './accounts-of-staff.ts';
import { endPasswordSessions } from '../sessions/end-sessions.ts';
import { tellOfLinks } from './links.notices.ts';
import { StaffIdentityStatus } from './staff-identity.entity.ts';

export const UNLINK_RULES: Rules<'OWN_IDENTITY' | 'ROLE_ELSEWHERE'> = {
  OWN_IDENTITY: ownCase({
    description: 'Nobody shuts themselves out: another administrator can do it (不能解除本人绑定).',
    zh: '不能解除本人的绑定,请由其他管理员操作。',
    en: 'Another administrator must do this: nobody shuts themselves out.',
  }),
  ROLE_ELSEWHERE: LINK_RULES.ROLE_ELSEWHERE,
};

/**
 * From the next request on nobody signs in by it: the subject is nobody here, a password is good for nothing, and what was begun by it is over. What was linked stands in the audit log. One that waits gives nothing to anybody,
 * and is taken back though the person works for another district as well.
 * @param staffIdentityId bare id; of a staff member who works in a district that the caller administers
 * @throws NotFound, RuleViolation OWN_IDENTITY or ROLE_ELSEWHERE
 */
export async function unlinkStaffIdentity(
  tx: Transaction,
  { staffIdentityId }: { readonly staffIdentityId: string },
): Promise<{ staff: string }> {
  // Whom it names and where they work is asked for after the wait.
  await tx.query(sql`select sid.id from staff_identity sid where sid.id = ${staffIdentityId} for update`);
  const [gone] = await tx.query<{
    staff_id: string;
    account_id: string;
    issuer: string;
    status: StaffIdentityStatus;
    elsewhere: boolean;
    linker: string | null;
    linked: string;
  }>(sql`
    delete from staff_identity sid using account acc, staff stf
    where sid.id = ${staffIdentityId} and acc.id = sid.account_id and stf.person_id = acc.person_id and ${worksForMe(sql`stf.id`)}
    returning stf.id as staff_id, sid.account_id, sid.issuer, sid.status, ${worksElsewhere(sql`stf.id`)} as elsewhere,
      (select lkr.person_id from staff lkr where lkr.id = sid.linked_by_id) as linker, stf.person_id as linked`);
  if (!gone) throw new NotFound();
  if (gone.account_id === tx.viewer.accountId) throw violationOf(UNLINK_RULES, 'OWN_IDENTITY', ['staffIdentityId']);
  if (gone.elsewhere && gone.status === StaffIdentityStatus.ACTIVE)
    throw violationOf(UNLINK_RULES, 'ROLE_ELSEWHERE', ['staffIdentityId']);
  if (gone.issuer === LOCAL_ISSUER) await endPasswordSessions(tx, [gone.account_id]);
  await tx.services.get(INBOX).askDeciders(tx, [staffIdentityId]);
  await tellOfLinks(tx, [
    gone.status === StaffIdentityStatus.ACTIVE
      ? { to: gone.linked, what: 'UNLINKED' }
      : { to: gone.linker, what: 'DECLINED' },
  ]);
  return { staff: gone.staff_id };
}
