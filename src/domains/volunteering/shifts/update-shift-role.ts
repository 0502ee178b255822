import type { Transaction } from '../../../platform/commands/index.ts';
import { requireAhead } from './cancel-shift.ts';
import { changeRole } from './change-role.ts';
import { requireOwnName, requirePlaces, roleName, roleText, type WantedRole } from './role.terms.ts';
import { lockManageableRole } from './shift.locks.ts';

/** What is left out stays as it is. */
export interface RoleChange extends Partial<{ readonly [K in keyof WantedRole]: WantedRole[K] | null }> {
  readonly roleId: string;
}

/**
 * Changes what a role says and how many places it has: of two organisers the last one has the word.
 * @throws RuleViolation CAPACITY_RANGE, CAPACITY_BELOW_CONFIRMED, HAS_SIGNUPS, ALREADY_CANCELLED, STARTED; NotFound, Forbidden, BadUserInput
 */
export async function updateShiftRole(tx: Transaction, change: RoleChange): Promise<{ role: string; shift: string }> {
  const { shift, roles, role } = await lockManageableRole(tx, change.roleId);
  requireAhead(tx, shift, ['roleId']);
  const terms = {
    name: change.name == null ? role.name : roleName(change.name, []),
    description: change.description === undefined ? role.description : roleText('description', change.description, []),
    capacity: change.capacity ?? role.capacity,
    minimum: change.minimum ?? role.minimum,
    approvalRequired: change.approvalRequired ?? role.approvalRequired,
    qualification: change.qualification === undefined ? role.qualification : roleText('qualification', change.qualification, []),
  };
  requirePlaces(terms, []);
  requireOwnName(roles.filter((each) => each !== role), terms.name, []);
  await changeRole(tx, shift, role, terms, []);
  return { role: role.id, shift: shift.id };
}
