import type { Transaction } from '../../../../platform/commands/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { tell } from '../../notices/index.ts';
import { decideLecture } from './decide-on-parent-lecture.ts';
import { lockLectureToDecide } from './lecture.locks.ts';
import { ParentLectureAction } from './lecture.rules.ts';
import { ParentLectureStatus } from '../../model/index.ts';

/** Says that the class wants the lecture; a time is found later. @throws RuleViolation WRONG_STATUS, NotFound, Forbidden */
export async function acceptParentLecture(
  tx: Transaction,
  { lectureId }: { readonly lectureId: string },
): Promise<{ lecture: string }> {
  const { lecture } = await lockLectureToDecide(tx, lectureId, ParentLectureAction.ACCEPT);
  decideLecture(tx, lecture, ParentLectureStatus.ACCEPTED, null);
  await askDeciders(tx, [lecture.id]);
  await tell(tx, 'LECTURE_ACCEPTED', {
    to: [lecture.person.id],
    params: { lecture: lecture.title },
    about: lecture.id,
  });
  return { lecture: lecture.id };
}
