import { requiredReason, type Transaction } from '../../../../platform/commands/index.ts';
import { callOff } from '../shifts/call-off.ts';
import { lockShifts } from '../shifts/shift.locks.ts';
import { ActivityStatus, ShiftStatus } from '../../model/index.ts';
import { lockManageableActivity, requireStanding } from './activity.locks.ts';

/**
 * Calls an activity off, with its drafts and all shifts that have not begun. What has begun goes on.
 * @throws RuleViolation ALREADY_CANCELLED; NotFound, Forbidden, BadUserInput
 */
export async function cancelVolunteerActivity(
  tx: Transaction,
  { activityId, reason }: { readonly activityId: string; readonly reason: string },
): Promise<{ activity: string; cancelledShiftCount: number }> {
  const cancelReason = requiredReason(reason);
  const activity = await lockManageableActivity(tx, activityId);
  requireStanding(activity, ['activityId']);
  activity.status = ActivityStatus.CANCELLED;
  activity.cancelledAt = tx.now;
  activity.cancelReason = cancelReason;
  activity.revision += 1;

  const locked = await lockShifts(tx, { activityId });
  const ahead = locked.filter(
    ({ shift }) =>
      shift.status !== ShiftStatus.CANCELLED && (shift.status === ShiftStatus.DRAFT || shift.startsAt > tx.now),
  );
  await callOff(tx, ahead, cancelReason);
  return { activity: activity.id, cancelledShiftCount: ahead.length };
}
