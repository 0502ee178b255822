import { requiredReason, type Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { ORGANISER_RULES } from '../activities/activity.rules.ts';
import { callOff } from './call-off.ts';
import { lockManageableShift } from './shift.locks.ts';
import { type Shift, ShiftStatus } from '../../model/index.ts';
import { STARTED_RULE } from './shift.rules.ts';

/**
 * Calls one shift off. Where a series made it, the series passes it by from now on.
 * @throws RuleViolation ALREADY_CANCELLED, STARTED; NotFound, Forbidden, BadUserInput
 */
export async function cancelShift(
  tx: Transaction,
  { shiftId, reason }: { readonly shiftId: string; readonly reason: string },
): Promise<{ shift: string }> {
  const cancelReason = requiredReason(reason);
  const locked = await lockManageableShift(tx, shiftId);
  requireAhead(tx, locked.shift, ['shiftId']);
  locked.shift.detached = locked.shift.series !== null;
  await callOff(tx, [locked], cancelReason);
  return { shift: shiftId };
}

/** @throws RuleViolation ALREADY_CANCELLED, STARTED: a draft whose day has passed can still be changed */
export function requireAhead(tx: Transaction, shift: Shift, path: readonly string[]): void {
  if (shift.status === ShiftStatus.CANCELLED) throw violationOf(ORGANISER_RULES, 'ALREADY_CANCELLED', path);
  if (shift.status === ShiftStatus.SCHEDULED && shift.startsAt <= tx.now)
    throw violationOf(STARTED_RULE, 'STARTED', path);
}
