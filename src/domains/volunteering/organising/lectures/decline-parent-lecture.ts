import { requiredReason, type Transaction } from '../../../../platform/commands/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { tell } from '../../notices/index.ts';
import { decideLecture } from './decide-on-parent-lecture.ts';
import { lockLectureToDecide } from './lecture.locks.ts';
import { ParentLectureAction } from './lecture.rules.ts';
import { ParentLectureStatus } from '../../model/index.ts';

/** Declines a lecture that has no time yet, also one that was accepted. @throws RuleViolation WRONG_STATUS, NotFound, Forbidden, BadUserInput */
export async function declineParentLecture(
  tx: Transaction,
  { lectureId, reason }: { readonly lectureId: string; readonly reason: string },
): Promise<{ lecture: string }> {
  const why = requiredReason(reason);
  const { lecture } = await lockLectureToDecide(tx, lectureId, ParentLectureAction.DECLINE);
  decideLecture(tx, lecture, ParentLectureStatus.DECLINED, why);
  await askDeciders(tx, [lecture.id]);
  await tell(tx, 'LECTURE_DECLINED', {
    to: [lecture.person.id],
    params: { lecture: lecture.title, reason: why },
    about: lecture.id,
  });
  return { lecture: lecture.id };
}
