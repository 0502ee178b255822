import type { Transaction } from '../../../../platform/commands/index.ts';
import { requireAhead } from '../shifts/cancel-shift.ts';
import { changeRole } from './change-role.ts';
import { changedTerms, type RoleChange } from './role.terms.ts';
import { lockManageableRole } from '../shifts/shift.locks.ts';

/**
 * Changes what a role says and how many places it has: of two organisers the last one has the word.
 * @throws RuleViolation CAPACITY_RANGE, CAPACITY_BELOW_CONFIRMED, HAS_SIGNUPS, ALREADY_CANCELLED, STARTED; NotFound, Forbidden, BadUserInput
 */
export async function updateShiftRole(
  tx: Transaction,
  { roleId, ...change }: RoleChange & { readonly roleId: string },
): Promise<{ role: string; shift: string }> {
  const { shift, roles, role } = await lockManageableRole(tx, roleId);
  requireAhead(tx, shift, ['roleId']);
  const terms = changedTerms(
    role,
    roles.filter((each) => each !== role),
    change,
  );
  await changeRole(tx, shift, role, terms, []);
  return { role: role.id, shift: shift.id };
}
