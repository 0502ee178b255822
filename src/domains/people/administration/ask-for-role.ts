import type { Viewer } from '../../../platform/auth/index.ts';
import { freeIds, type Transaction } from '../../../platform/commands/index.ts';
import { raw, sql, table, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { actingStaff } from '../acting.ts';
import { askedForIsHeld } from '../staff/held-role.facts.ts';
import { RoleRequest, RoleRequestStatus } from '../staff/role-request.entity.ts';
import { mayGive } from '../staff/role-request.facts.ts';
import type { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { GIVEN_BY_TWO, type StaffRole } from '../staff/staff-role.enum.ts';
import { tellOfDecidedRoles } from '../telling/tell-of-roles.ts';

/** How long a second administrator has. */
const DAYS = 30;

/** Whether it takes a second administrator to give the role: nobody gives themselves anything alone, nor anybody a role that reads a whole district. */
export function takesTwo(viewer: Viewer, staffId: string, role: StaffRole): boolean {
  return staffId === viewer.staffId || GIVEN_BY_TWO.has(role);
}

export type WantedStaffRole = Pick<
  StaffAssignment,
  'staff' | 'role' | 'district' | 'school' | 'grade' | 'schoolClass' | 'subject' | 'validFrom' | 'lastDayGiven'
>;

/** Whoever asked could still give the role. */
export function askerMay(request: Alias): Sql {
  return sql`exists (select 1 from ${table('staff_assignment')} ask where ask.staff_id = ${request}.asked_by_id and ${mayGive(raw('ask'), request)})`;
}

/** Requests that wait, so many at most; what is being decided elsewhere is left to the next time. */
const someOf = (those: Sql, most: number): Sql =>
  sql`rqs.id = any(${freeIds(sql`select rqs.id from role_request rqs where rqs.status = 'PENDING' and ${those} order by rqs.id`, most)})`;

/** Ends requests that wait, and tells nobody. @param those a condition on requests `rqs` @returns their bare ids */
export async function expireRequests(tx: Transaction, those: Sql): Promise<string[]> {
  const ended = await tx.query<{
    id: string;
  }>(sql`update role_request rqs set status = ${RoleRequestStatus.EXPIRED}, decided_at = ${tx.now}
    where rqs.status = 'PENDING' and ${those} returning rqs.id`);
  return ended.map(({ id }) => id);
}

/**
 * The same, and tells whom it concerns.
 * @param those a condition on requests `rqs`
 * @returns their bare ids
 */
export async function endRequests(
  tx: Transaction,
  those: Sql,
  outcome: 'EXPIRED' | 'ASKER_GONE' | 'GIVEN_OTHERWISE' | 'NAMED_RELEASED',
): Promise<string[]> {
  const ids = await expireRequests(tx, those);
  await tellOfDecidedRoles(tx, ids, outcome);
  return ids;
}

/**
 * Ends requests for the role that nobody can approve any more, so that it can be asked for anew: those whose time is over, though
 * the clock has not come round to them, and those whose asker is gone. Under the lock of the member of staff.
 */
export async function endRequestsPastApproval(
  tx: Transaction,
  { staff, role }: Pick<WantedStaffRole, 'staff' | 'role'>,
): Promise<void> {
  const those = sql`rqs.staff_id = ${staff.id} and rqs.role = ${role}`;
  await endRequests(tx, sql`${those} and rqs.expires_at <= ${tx.now}`, 'EXPIRED');
  await endRequests(tx, sql`${those} and not ${askerMay(raw('rqs'))}`, 'ASKER_GONE');
}

/**
 * Ends requests for roles that were given by another road, for what is held already nobody can approve. Under the lock of the members of
 * staff, after what was given.
 * @param staffIds bare ids
 */
export async function endRequestsForHeld(tx: Transaction, staffIds: readonly string[]): Promise<void> {
  await tx.em.flush();
  await endRequests(
    tx,
    sql`rqs.staff_id = any(${[...staffIds]}::uuid[]) and ${askedForIsHeld(raw('rqs'))}`,
    'GIVEN_OTHERWISE',
  );
}

/**
 * Ends requests that nobody has decided in time, and those for roles that are held already, so many of each at most.
 * @returns their bare ids, of either kind
 */
export async function endRequestsByClock(tx: Transaction, most: number): Promise<[late: string[], held: string[]]> {
  const late = await endRequests(tx, someOf(sql`rqs.expires_at <= ${tx.now}`, most), 'EXPIRED');
  return [late, await endRequests(tx, someOf(askedForIsHeld(raw('rqs')), most), 'GIVEN_OTHERWISE')];
}

/** Ends requests for roles of somebody who is released: approved, they would be of the staff again. Under the lock of the member of staff. */
export async function endRequestsNaming(
  tx: Transaction,
  staffId: string,
  those: (request: Alias) => Sql,
): Promise<void> {
  await endRequests(tx, sql`rqs.staff_id = ${staffId} and ${those(raw('rqs'))}`, 'NAMED_RELEASED');
}

/** Puts on record that the caller asks for the role. */
export function askForRole(tx: Transaction, { lastDayGiven: lastDayAsked, ...wanted }: WantedStaffRole): RoleRequest {
  return tx.em.create(RoleRequest, {
    ...wanted,
    lastDayAsked,
    askedBy: actingStaff(tx),
    status: RoleRequestStatus.PENDING,
    expiresAt: new Date(tx.now.getTime() + DAYS * 86_400_000),
    createdAt: tx.now,
  });
}
