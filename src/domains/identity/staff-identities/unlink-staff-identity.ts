import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf, type Rules } from '../../../platform/errors/index.ts';
import { mine, sql } from '../../../platform/reading/index.ts';
import { INBOX } from '../../people/index.ts';

export const UNLINK_RULES: Rules<'OWN_IDENTITY'> = {
  OWN_IDENTITY: {
    description: 'Nobody shuts themselves out: another administrator can do it (不能解除本人绑定).',
    zh: '不能解除本人的绑定,请由其他管理员操作。', en: 'Another administrator must do this: nobody shuts themselves out.',
  },
};

/**
 * From the next request on the subject is nobody here. What was linked stands in the audit log.
 * @param staffIdentityId bare id; of a staff member with a role in a district that the caller administers
 * @throws NotFound, RuleViolation OWN_IDENTITY
 */
export async function unlinkStaffIdentity(tx: Transaction, { staffIdentityId }: { readonly staffIdentityId: string }): Promise<{ staff: string }> {
  const [gone] = await tx.query<{ staff_id: string; account_id: string }>(sql`
    delete from staff_identity sid using account acc, staff stf
    where sid.id = ${staffIdentityId} and acc.id = sid.account_id and stf.person_id = acc.person_id and exists (
      select 1 from staff_assignment asg where asg.staff_id = stf.id and asg.district_id = any(${mine.districtIds}))
    returning stf.id as staff_id, sid.account_id`);
  if (!gone) throw new NotFound();
  if (gone.account_id === tx.viewer.accountId) throw violationOf(UNLINK_RULES, 'OWN_IDENTITY', ['staffIdentityId']);
  await tx.services.get(INBOX).askDeciders(tx, [staffIdentityId]);
  return { staff: gone.staff_id };
}
