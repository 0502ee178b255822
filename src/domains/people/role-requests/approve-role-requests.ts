import { shanghaiDay } from '../../../platform/calendar/index.ts';
import { decideOnEach, PartlyDone, type ErrorPolicy, type Transaction } from '../../../platform/commands/index.ts';
import { raw, sql } from '../../../platform/reading/index.ts';
import { actingStaff } from '../acting.ts';
import { makeWay } from '../administration/make-way.ts';
import { askedForIsHeld } from '../staff/held-role.facts.ts';
import { RoleRequestStatus, type RoleRequest } from '../staff/role-request.entity.ts';
import { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { askWhoIsNew, tellOfDecidedRoles } from '../telling/tell-of-roles.ts';
import { requestDecisionBlocker, lockRoleRequests, type LockedRequest } from './role-requests.locks.ts';
import { APPROVE_ROLE_RULES, type ApproveRoleRule } from './role-requests.rules.ts';

/**
 * Gives the roles that somebody else has asked for, for somebody else than the caller: from the next request on they hold.
 * @param requestIds bare ids
 * @throws RuleViolation, BadUserInput
 */
export async function approveRoleRequests(
  tx: Transaction,
  { requestIds, errorPolicy }: { readonly requestIds: readonly string[]; readonly errorPolicy: ErrorPolicy },
): Promise<PartlyDone<{ requests: string[]; assignments: string[] }>> {
  const found = await lockRoleRequests(tx, requestIds);
  const held = await heldAlready(tx, requestIds);
  const { done, refused } = await decideOnEach(requestIds, {
    field: 'requestIds',
    policy: errorPolicy,
    rules: APPROVE_ROLE_RULES,
    found,
    blocker: (known) => requestDecisionBlocker(tx, known) ?? givingBlocker(tx, known, held),
    decide: ({ request }) => give(tx, request),
  });
  await makeWay(
    tx,
    done.map(({ assignment }) => assignment),
  );
  const requests = done.map(({ request }) => request);
  await tellOfDecidedRoles(tx, requests, 'APPROVED');
  await askWhoIsNew(
    tx,
    done.map(({ assignment }) => assignment),
  );
  return new PartlyDone({ requests, assignments: done.map(({ assignment }) => assignment.id) }, refused);
}

/** Why it cannot be given today, whoever decides. */
function givingBlocker(
  tx: Transaction,
  { request, askerMay, lastDay }: LockedRequest,
  held: ReadonlySet<string>,
): Exclude<ApproveRoleRule, 'NOT_FOUND'> | null {
  const validFrom = firstDayOf(tx, request);
  if (!askerMay) return 'ASKER_GONE';
  if (lastDay !== null && lastDay < validFrom) return 'YEAR_OVER';
  if (request.validTo !== null && request.validTo < validFrom) return 'EXPIRED';
  return held.has(request.id) ? 'ALREADY_HELD' : null;
}

/** Nobody has it for a day that has passed. */
function firstDayOf({ now }: Transaction, { validFrom }: RoleRequest): string {
  return [validFrom, shanghaiDay(now)].sort()[1]!;
}

/**
 * Requests for what the member of staff holds at a time of it already: what the exclusion constraint would refuse. Under the locks of all
 * whom they name; two that wait are never for the same.
 */
async function heldAlready(tx: Transaction, requestIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>(
    sql`select rqs.id from role_request rqs where rqs.id = any(${requestIds}::uuid[]) and ${askedForIsHeld(raw('rqs'))}`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Until when it was asked for: that the year is shorter today is no part of it. */
function roleOf({
  staff,
  role,
  district,
  school,
  grade,
  schoolClass,
  subject,
  lastDayAsked: lastDayGiven,
}: RoleRequest) {
  return { staff, role, district, school, grade, schoolClass, subject, lastDayGiven };
}

function give(tx: Transaction, request: RoleRequest): { request: string; assignment: StaffAssignment } {
  const approvedBy = actingStaff(tx);
  const assignment = tx.em.create(StaffAssignment, {
    ...roleOf(request),
    validFrom: firstDayOf(tx, request),
    assignedBy: request.askedBy,
    approvedBy,
    createdAt: tx.now,
  });
  request.status = RoleRequestStatus.APPROVED;
  request.decidedBy = approvedBy;
  request.decidedAt = tx.now;
  request.assignment = assignment;
  return { request: request.id, assignment };
}
