import { requiredReason, type Transaction } from '../../../../platform/commands/index.ts';
import { callOff } from '../shifts/call-off.ts';
import { ActivityStatus, ParentLectureStatus } from '../../model/index.ts';
import { decideLecture } from './decide-on-parent-lecture.ts';
import { lockLectureToDecide } from './lecture.locks.ts';
import { ParentLectureAction } from './lecture.rules.ts';

/**
 * Calls a lecture off before it begins, with its activity and shift: the guardian and the room are free again.
 * @throws RuleViolation WRONG_STATUS, NotFound, Forbidden, BadUserInput
 */
export async function cancelParentLecture(
  tx: Transaction,
  { lectureId, reason }: { readonly lectureId: string; readonly reason: string },
): Promise<{ lecture: string; shift: string }> {
  const cancelReason = requiredReason(reason);
  const { lecture, scheduled } = await lockLectureToDecide(tx, lectureId, ParentLectureAction.CANCEL);
  const { activity, shift, roles } = scheduled!;
  decideLecture(tx, lecture, ParentLectureStatus.CANCELLED, cancelReason);
  activity.status = ActivityStatus.CANCELLED;
  activity.cancelledAt = tx.now;
  activity.cancelReason = cancelReason;
  activity.revision += 1;
  await callOff(tx, [{ shift, roles }], cancelReason);
  return { lecture: lecture.id, shift: shift.id };
}
