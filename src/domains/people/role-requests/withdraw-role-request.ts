import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound, violationOf } from '../../../platform/errors/index.ts';
import { actingStaff } from '../acting.ts';
import { RoleRequestStatus } from '../staff/role-request.entity.ts';
import { tellOfDecidedRoles } from '../telling/tell-of-roles.ts';
import { lockRoleRequests } from './role-requests.locks.ts';
import { WITHDRAW_ROLE_RULES } from './role-requests.rules.ts';

/** Takes back what the caller asked for. @throws NotFound, RuleViolation */
export async function withdrawRoleRequest(
  tx: Transaction,
  { requestId }: { readonly requestId: string },
): Promise<{ request: string }> {
  const request = (await lockRoleRequests(tx, [requestId])).get(requestId)?.request;
  if (!request) throw new NotFound();
  if (request.askedBy.id !== tx.viewer.staffId) throw violationOf(WITHDRAW_ROLE_RULES, 'NOT_YOURS', ['requestId']);
  if (request.status !== RoleRequestStatus.PENDING)
    throw violationOf(WITHDRAW_ROLE_RULES, 'NOT_PENDING', ['requestId']);
  request.status = RoleRequestStatus.WITHDRAWN;
  request.decidedBy = actingStaff(tx);
  request.decidedAt = tx.now;
  await tellOfDecidedRoles(tx, [request.id], 'WITHDRAWN');
  return { request: request.id };
}
