import type { Transaction } from '../../../../platform/commands/index.ts';
import { requireAhead } from '../shifts/cancel-shift.ts';
import { addRole, requireRoomFor, roleTerms, type WantedShiftRole } from './role.terms.ts';
import { lockManageableShift } from '../shifts/shift.locks.ts';

/**
 * Adds something to do to a shift.
 * @throws RuleViolation CAPACITY_RANGE, TOO_MANY_ROLES, ALREADY_CANCELLED, STARTED; NotFound, Forbidden, BadUserInput
 */
export async function addShiftRole(
  tx: Transaction,
  { shiftId, ...wanted }: WantedShiftRole & { readonly shiftId: string },
): Promise<{ role: string; shift: string }> {
  const terms = roleTerms(wanted);
  const { shift, roles } = await lockManageableShift(tx, shiftId);
  requireAhead(tx, shift, ['shiftId']);
  requireRoomFor(roles, terms.name, []);
  const role = addRole(tx, shift, roles, terms);
  return { role: role.id, shift: shift.id };
}
