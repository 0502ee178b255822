import { requiredText, type Transaction } from '../../../../platform/commands/index.ts';
import { requireRevision } from '../activities/activity.locks.ts';
import { requireAhead } from './cancel-shift.ts';
import { LONGEST_PLACE } from './create-shift.ts';
import { moveShift, settleRoles } from './move-shift.ts';
import { lockManageableShift } from './shift.locks.ts';
import { movedTimes, requireTimes, type ShiftTimes } from './shift.times.ts';

/** What is left out stays; sign-up and cancelling move with the start. */
export interface ShiftChange extends Partial<{ readonly [K in keyof ShiftTimes]: Date | null }> {
  readonly shiftId: string;
  /** That the caller has seen. */
  readonly revision: number;
  readonly place?: string | null;
}

/**
 * Gives one shift another time or place. Where a series made it, the series passes it by from now on.
 * @throws RuleViolation of its times, ALREADY_CANCELLED, STARTED, CONFLICT; NotFound, Forbidden, BadUserInput
 */
export async function updateShift(tx: Transaction, change: ShiftChange): Promise<{ shift: string }> {
  const place = change.place == null ? null : requiredText(change.place, { path: ['place'], longest: LONGEST_PLACE });
  const locked = await lockManageableShift(tx, change.shiftId);
  const { shift } = locked;
  requireAhead(tx, shift, ['shiftId']);
  requireRevision(shift, change.revision);
  const times = movedTimes(shift, change);
  requireTimes(times, tx.now);

  await settleRoles(tx, locked);
  const changed = await moveShift(tx, locked, { ...times, place: place ?? shift.place });
  if (changed && shift.series !== null) shift.detached = true;
  return { shift: shift.id };
}
