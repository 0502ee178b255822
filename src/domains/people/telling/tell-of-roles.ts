import { shanghaiDay } from '../../../platform/calendar/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, toGlobalId } from '../../../platform/reading/index.ts';
import type { NoParams, NoticeKind } from '../../notice-kinds/index.ts';
import { rightsRegained } from '../rights/rights-ended.ts';
import type { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { INBOX } from './inbox.ts';
import {
  roleApproved,
  type roleEndedWithYear,
  roleExpired,
  roleGivenOtherwise,
  roleNamedReleased,
  roleRejected,
} from './kinds.ts';

/** Asks whoever may decide on roles that were asked for. */
export async function askWhoDecidesOnRoles(tx: Transaction, requestIds: readonly string[]): Promise<void> {
  await tx.em.flush();
  await tx.services.get(INBOX).askDeciders(tx, requestIds);
}

/**
 * Asks whoever has a role from now on what waits at its place, and gives back what had rested on a role that they had; one that
 * begins later is found by the day.
 */
export async function askWhoIsNew(
  tx: Transaction,
  given: readonly Pick<StaffAssignment, 'staff' | 'school' | 'district' | 'validFrom'>[],
): Promise<void> {
  const today = shanghaiDay(tx.now);
  const begun = given.filter(({ validFrom }) => validFrom <= today);
  await tx.services.get(INBOX).askAt(
    tx,
    begun.map(({ school, district }) => ({ school: school?.id ?? null, district: district.id })),
  );
  if (begun.length > 0) await rightsRegained(tx, { staffIds: begun.map(({ staff }) => staff.id) });
}

export type RoleOutcome = 'APPROVED' | 'REJECTED' | 'EXPIRED' | 'GIVEN_OTHERWISE' | 'NAMED_RELEASED' | 'WITHDRAWN';

const KINDS: Readonly<Record<RoleOutcome, NoticeKind<NoParams> | null>> = {
  APPROVED: roleApproved,
  REJECTED: roleRejected,
  EXPIRED: roleExpired,
  GIVEN_OTHERWISE: roleGivenOtherwise,
  NAMED_RELEASED: roleNamedReleased,
  WITHDRAWN: null,
};

/** Tells whoever asked what became of it, and whoever is named of a role that they have; it waits for nobody any more. */
export async function tellOfDecidedRoles(
  tx: Transaction,
  requestIds: readonly string[],
  outcome: RoleOutcome,
): Promise<void> {
  if (requestIds.length === 0) return;
  await tx.em.flush();
  await tx.services.get(INBOX).askDeciders(tx, requestIds);
  const kind = KINDS[outcome];
  if (!kind) return;
  const told = await tx.query<{
    id: string;
    asked_by: string;
    named: string;
  }>(sql`select rqs.id, ask.person_id as asked_by, nam.person_id as named
    from role_request rqs join staff ask on ask.id = rqs.asked_by_id join staff nam on nam.id = rqs.staff_id where rqs.id = any(${[...requestIds]}::uuid[]) order by rqs.id`);
  await tx.services.get(INBOX).tellEach(
    tx,
    kind,
    told.map(({ id, asked_by, named }) => ({
      to: outcome === 'APPROVED' ? [asked_by, named] : asked_by,
      params: {},
      about: toGlobalId('role-request', id),
      dedupe: id,
    })),
  );
}

/** Tells the holders of roles what a change of the school year has made of them. */
export async function tellOfRolesOfYear(
  tx: Transaction,
  assignmentIds: readonly string[],
  kind: typeof roleEndedWithYear,
): Promise<void> {
  if (assignmentIds.length === 0) return;
  const told = await tx.query<{ id: string; to: string }>(sql`select asg.id, stf.person_id as to
    from staff_assignment asg join staff stf on stf.id = asg.staff_id where asg.id = any(${[...assignmentIds]}::uuid[]) order by asg.id`);
  await tx.services.get(INBOX).tellEach(
    tx,
    kind,
    told.map(({ id, to }) => ({ to, params: {}, about: toGlobalId('staff-assignment', id), dedupe: id })),
  );
}
