import { type ParentLecture, ParentLectureStatus } from '../../../src/domains/volunteering/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, daysAfter, type Given, nextNumber, stored, WRITTEN_AT } from '../given.ts';
import type { GuardianRecord } from '../people/guardian.ts';

export type ParentLectureRecord = RecordOf<ParentLecture>;

const ENDED: readonly ParentLectureStatus[] = [ParentLectureStatus.DECLINED, ParentLectureStatus.CANCELLED];
const UNDECIDED: readonly ParentLectureStatus[] = [ParentLectureStatus.PROPOSED, ParentLectureStatus.WITHDRAWN];

/** Proposed. Past that it names who decided, and where it is scheduled its shift and the time of that. */
export function aParentLecture(
  given: Given<ParentLecture> & {
    readonly guardian: GuardianRecord;
    readonly schoolClass: NonNullable<Given<ParentLecture>['schoolClass']>;
  },
): ParentLectureRecord {
  const status = given.status ?? ParentLectureStatus.PROPOSED;
  const proposedAt = given.proposedAt ?? WRITTEN_AT;
  return completed<ParentLectureRecord>(
    {
      ...stored(given),
      schoolClass: '',
      guardian: '',
      person: given.guardian.person,
      title: `第${nextNumber()}讲：桥是怎样造成的`,
      outline: '从石拱桥讲到斜拉桥，带模型，请同学们动手搭一座纸桥。',
      durationMinutes: 40,
      preferredTimes: '周三下午',
      status,
      proposedAt,
      decidedBy: null,
      decidedForDistrict: false,
      decidedAt: UNDECIDED.includes(status) ? null : daysAfter(proposedAt, 2),
      reason: ENDED.includes(status) ? '与本学期课程安排冲突' : null,
      shift: null,
      startsAt: null,
      endsAt: null,
    },
    given,
  );
}
