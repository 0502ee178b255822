import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { requireAhead } from '../shifts/cancel-shift.ts';
import { rolesWithHistory } from './change-role.ts';
import { lockManageableRole } from '../shifts/shift.locks.ts';
import { REMOVE_ROLE_RULES } from '../shifts/shift.rules.ts';

/**
 * Takes something out of a shift for which nobody has ever signed up.
 * @throws RuleViolation HAS_SIGNUPS, LAST_ROLE, ALREADY_CANCELLED, STARTED; NotFound, Forbidden
 */
export async function removeShiftRole(
  tx: Transaction,
  { roleId }: { readonly roleId: string },
): Promise<{ shift: string }> {
  const { shift, roles, role } = await lockManageableRole(tx, roleId);
  requireAhead(tx, shift, ['roleId']);
  if (roles.length === 1) throw violationOf(REMOVE_ROLE_RULES, 'LAST_ROLE', ['roleId']);
  if ((await rolesWithHistory(tx, [role])).size > 0) throw violationOf(REMOVE_ROLE_RULES, 'HAS_SIGNUPS', ['roleId']);
  tx.em.remove(role);
  return { shift: shift.id };
}
