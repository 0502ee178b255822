import { shanghaiDay } from '../../../platform/calendar/index.ts';
import { PartlyDone, rowByRow, type ErrorPolicy, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { raw, sql } from '../../../platform/reading/index.ts';
import { makeWay } from '../administration/make-way.ts';
import { askedForIsHeld } from '../staff/held-role.facts.ts';
import { RoleRequestStatus, type RoleRequest } from '../staff/role-request.entity.ts';
import { StaffAssignment } from '../staff/staff-assignment.entity.ts';
import { Staff } from '../staff/staff.entity.ts';
import { askWhoIsNew, tellOfDecidedRoles } from '../telling/tell-of-roles.ts';
import { requestDecisionBlocker, lockRoleRequests } from './role-requests.locks.ts';
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
  const refused = (rule: ApproveRoleRule): Error => violationOf(APPROVE_ROLE_RULES, rule);
  const found = await lockRoleRequests(tx, requestIds);
  const held = await heldAlready(tx, requestIds);
  const { done, refused: others } = await rowByRow(requestIds, { field: 'requestIds', policy: errorPolicy }, (id) => {
    const known = found.get(id);
    if (!known) throw refused('NOT_FOUND');
    const blocker = requestDecisionBlocker(tx, known) ?? (known.askerMay ? null : 'ASKER_GONE');
    if (blocker !== null) throw refused(blocker);
    const { request } = known;
    const validFrom = [request.validFrom, shanghaiDay(tx.now)].sort()[1]!;
    if (known.lastDay !== null && known.lastDay < validFrom) throw refused('YEAR_OVER');
    if (request.validTo !== null && request.validTo < validFrom) throw refused('EXPIRED');
    if (held.has(id)) throw refused('ALREADY_HELD');
    return Promise.resolve(give(tx, request, validFrom));
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
  return new PartlyDone({ requests, assignments: done.map(({ assignment }) => assignment.id) }, others);
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

function give(
  tx: Transaction,
  request: RoleRequest,
  validFrom: string,
): { request: string; assignment: StaffAssignment } {
  const approvedBy = tx.em.getReference(Staff, tx.viewer.staffId!);
  const assignment = tx.em.create(StaffAssignment, {
    ...roleOf(request),
    validFrom,
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
