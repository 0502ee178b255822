import {
  LONGEST_REASON,
  PartlyDone,
  requiredText,
  rowByRow,
  type ErrorPolicy,
  type Transaction,
} from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { RoleRequestStatus } from '../staff/role-request.entity.ts';
import { Staff } from '../staff/staff.entity.ts';
import { tellOfDecidedRoles } from '../telling/tell-of-roles.ts';
import { requestDecisionBlocker, lockRoleRequests } from './role-requests.locks.ts';
import { REJECT_ROLE_RULES } from './role-requests.rules.ts';

/** Declines roles that somebody else has asked for. @param requestIds bare ids @throws RuleViolation, BadUserInput */
export async function rejectRoleRequests(
  tx: Transaction,
  {
    requestIds,
    reason,
    errorPolicy,
  }: { readonly requestIds: readonly string[]; readonly reason: string; readonly errorPolicy: ErrorPolicy },
): Promise<PartlyDone<{ requests: string[] }>> {
  const why = requiredText(reason, { path: ['reason'], longest: LONGEST_REASON });
  const found = await lockRoleRequests(tx, requestIds);
  const { done, refused } = await rowByRow(requestIds, { field: 'requestIds', policy: errorPolicy }, (id) => {
    const known = found.get(id);
    const blocker = known ? requestDecisionBlocker(tx, known) : 'NOT_FOUND';
    if (blocker !== null) throw violationOf(REJECT_ROLE_RULES, blocker);
    const { request } = known!;
    request.status = RoleRequestStatus.REJECTED;
    request.decidedBy = tx.em.getReference(Staff, tx.viewer.staffId!);
    request.decidedAt = tx.now;
    request.reason = why;
    return Promise.resolve(request.id);
  });
  await tellOfDecidedRoles(tx, done, 'REJECTED');
  return new PartlyDone({ requests: done }, refused);
}
