import { shanghaiDay } from '../../../platform/calendar/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { raw, sql, toGlobalId, type Sql } from '../../../platform/reading/index.ts';
import type { NoticeKind, NoticeParams } from '../../notice-kinds/index.ts';
import { rightsRegained } from '../rights/rights-ended.ts';
import type { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import type { StaffRole } from '../staff/staff-role.enum.ts';
import { INBOX } from './inbox.ts';
import {
  roleApproved,
  roleEnded,
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

interface EndedRole {
  readonly id: string;
  readonly staff_id: string;
  readonly district_id: string;
  readonly school_id: string | null;
  /** It was in force, or to come. */
  readonly stood: boolean;
}

/** Whoever held roles hears that they have ended, but for who has done it; what waits at their places is asked of whoever may decide there now. */
export async function tellOfEndedRoles(tx: Transaction, roles: readonly EndedRole[]): Promise<void> {
  const inbox = tx.services.get(INBOX);
  await inbox.askAt(
    tx,
    roles.map(({ school_id: school, district_id: district }) => ({ school, district })),
  );
  const lost = Map.groupBy(
    roles.filter(({ staff_id, stood }) => stood && staff_id !== tx.viewer.staffId),
    ({ staff_id }) => staff_id,
  );
  const told = await tx.query<{ id: string; to: string; place: string }>(sql`
    select stf.id, stf.person_id as to, string_agg(distinct coalesce(sch.name, dis.name), '、') as place
    from staff stf join staff_assignment asg on asg.staff_id = stf.id join district dis on dis.id = asg.district_id left join school sch on sch.id = asg.school_id
    where asg.id = any(${[...lost.values()].flatMap((each) => each.map(({ id }) => id))}::uuid[]) group by stf.id order by stf.id`);
  await inbox.tellEach(
    tx,
    roleEnded,
    told.map(({ id, to, place }) => ({
      to,
      params: { place, count: lost.get(id)!.length },
      about: toGlobalId('staff-assignment', lost.get(id)![0]!.id),
    })),
  );
}

export type RoleOutcome =
  | 'APPROVED'
  | 'REJECTED'
  | 'EXPIRED'
  | 'ASKER_GONE'
  | 'YEAR_SHORTER'
  | 'GIVEN_OTHERWISE'
  | 'NAMED_RELEASED'
  | 'WITHDRAWN';

const TOLD: Readonly<Record<RoleOutcome, { readonly kind: NoticeKind; readonly params: NoticeParams } | null>> = {
  APPROVED: { kind: roleApproved, params: {} },
  REJECTED: { kind: roleRejected, params: {} },
  EXPIRED: { kind: roleExpired, params: { why: 'TIME' } },
  ASKER_GONE: { kind: roleExpired, params: { why: 'ASKER' } },
  YEAR_SHORTER: { kind: roleExpired, params: { why: 'YEAR' } },
  GIVEN_OTHERWISE: { kind: roleGivenOtherwise, params: {} },
  NAMED_RELEASED: { kind: roleNamedReleased, params: {} },
  WITHDRAWN: null,
};

/** Of a row `row` of a role, or of a request for one. */
const PLACE = (row: 'rqs' | 'asg'): Sql =>
  sql`(select coalesce((select sch.name from school sch where sch.id = ${raw(row)}.school_id), dis.name) from district dis where dis.id = ${raw(row)}.district_id)`;

/** Tells whoever asked what became of it, and whoever is named of a role that they have; it waits for nobody any more. */
export async function tellOfDecidedRoles(
  tx: Transaction,
  requestIds: readonly string[],
  outcome: RoleOutcome,
): Promise<void> {
  if (requestIds.length === 0) return;
  await tx.em.flush();
  await tx.services.get(INBOX).askDeciders(tx, requestIds);
  const news = TOLD[outcome];
  if (news === null) return;
  const told = await tx.query<{
    id: string;
    asked_by: string;
    named: string;
    role: StaffRole;
    place: string;
  }>(sql`select rqs.id, ask.person_id as asked_by, nam.person_id as named, rqs.role, ${PLACE('rqs')} as place
    from role_request rqs join staff ask on ask.id = rqs.asked_by_id join staff nam on nam.id = rqs.staff_id where rqs.id = any(${[...requestIds]}::uuid[]) order by rqs.id`);
  await tx.services.get(INBOX).tellEach(
    tx,
    news.kind,
    told.map(({ id, asked_by, named, role, place }) => ({
      to: outcome === 'APPROVED' ? [asked_by, named] : asked_by,
      params: { ...news.params, role, place },
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
  const told = await tx.query<{ id: string; to: string; role: StaffRole; place: string }>(sql`
    select asg.id, stf.person_id as to, asg.role, ${PLACE('asg')} as place
    from staff_assignment asg join staff stf on stf.id = asg.staff_id where asg.id = any(${[...assignmentIds]}::uuid[]) order by asg.id`);
  await tx.services.get(INBOX).tellEach(
    tx,
    kind,
    told.map(({ id, to, role, place }) => ({
      to,
      params: { role, place },
      about: toGlobalId('staff-assignment', id),
      dedupe: id,
    })),
  );
}
