import type { Transaction } from '../../../../platform/commands/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { tell } from '../../notices/index.ts';
import { ownSentence, ParentLectureStatus } from '../../model/index.ts';
import { whoDecidesOnLectures } from './lecture-people.ts';
import { lockOwnLecture } from './lecture.locks.ts';
import { ParentLectureAction } from './lecture.rules.ts';

/**
 * Takes back a lecture of the caller's, and tells the teachers of the class. Once it has a time the class counts on it: then the teacher cancels it.
 * @throws RuleViolation WRONG_STATUS, NotFound, Forbidden
 */
export async function withdrawParentLecture(
  tx: Transaction,
  { lectureId }: { readonly lectureId: string },
): Promise<{ lecture: string }> {
  const { lecture } = await lockOwnLecture(tx, lectureId, ParentLectureAction.WITHDRAW);
  lecture.status = ParentLectureStatus.WITHDRAWN;
  await askDeciders(tx, [lecture.id]);
  await tell(tx, 'LECTURE_OFF', {
    to: await whoDecidesOnLectures(tx, lecture.schoolClass.id, lecture.person.id),
    params: { lecture: lecture.title, reason: ownSentence('LECTURE_WITHDRAWN') },
    about: lecture.id,
    dedupe: lecture.id,
  });
  return { lecture: lecture.id };
}
