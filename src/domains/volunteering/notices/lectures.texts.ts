import { ownRecord, families, staff, teachers, type NoticeText } from './notice-text.ts';

/** Told of lectures that parents give. */
export const LECTURES = {
  LECTURE_ENDED: ownRecord(
    'HAPPENED',
    'parent-lecture',
    '家长讲堂已结束',
    'Your lecture has ended',
    '您的“{lecture}”已结束,不再进行。',
    'Your lecture “{lecture}” does not take place.',
  ),
  /** Told once of a lecture, whatever the reason and whoever ended it. */
  LECTURE_OFF: staff(
    'HAPPENED',
    'parent-lecture',
    '家长讲堂已取消',
    'A lecture is off',
    '“{lecture}”不再进行:{reason}',
    '“{lecture}” does not take place: {reason}',
  ),
  LECTURE_PROPOSED: teachers(
    'QUESTION',
    'parent-lecture',
    '家长讲堂申请',
    'A lecture is proposed',
    '一位家长申请讲“{lecture}”,请审核。',
    'A parent proposes the lecture “{lecture}”: please decide.',
  ),
  LECTURE_ACCEPTED: families(
    'STATE',
    'parent-lecture',
    '家长讲堂已采纳',
    'Your lecture is wanted',
    '{by, 班级希望您来讲, 区已同意您来讲}“{lecture}”,时间待定。',
    '{by, The class would like to hear, The district has accepted} “{lecture}”; the time is to be found.',
  ),
  LECTURE_DECLINED: families(
    'HAPPENED',
    'parent-lecture',
    '家长讲堂未采纳',
    'Lecture declined',
    '“{lecture}”未采纳:{reason}',
    '“{lecture}” was declined: {reason}',
  ),
  LECTURE_SCHEDULED: families(
    'STATE',
    'parent-lecture',
    '家长讲堂已排定',
    'Your lecture has a time',
    '“{lecture}”定于{at}在{place}进行。',
    '“{lecture}” takes place at {at}, {place}.',
  ),
} as const satisfies Readonly<Record<string, NoticeText>>;
