import {
  decideOnEach,
  PartlyDone,
  requiredReason,
  type ErrorPolicy,
  type Transaction,
} from '../../../platform/commands/index.ts';
import { actingStaff } from '../acting.ts';
import { RoleRequestStatus } from '../staff/role-request.entity.ts';
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
  const why = requiredReason(reason);
  const found = await lockRoleRequests(tx, requestIds);
  const { done, refused } = await decideOnEach(requestIds, {
    field: 'requestIds',
    policy: errorPolicy,
    rules: REJECT_ROLE_RULES,
    found,
    blocker: (known) => requestDecisionBlocker(tx, known),
    decide: ({ request }) => {
      request.status = RoleRequestStatus.REJECTED;
      request.decidedBy = actingStaff(tx);
      request.decidedAt = tx.now;
      request.reason = why;
      return request.id;
    },
  });
  await tellOfDecidedRoles(tx, done, 'REJECTED');
  return new PartlyDone({ requests: done }, refused);
}
