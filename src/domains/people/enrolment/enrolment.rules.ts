import { ownCase, type Rules } from '../../../platform/errors/index.ts';

/** Pupils or classes that one call is about. */
export const MOST_PUPILS = 100;
export const MOST_CLASSES = 100;

/** Nobody who is a guardian of a pupil, or has asked to be, decides what becomes of them. */
const OWN_CHILD = ownCase({
  description: 'Nobody decides where their own child goes to school (不能办理本人子女的转班、转学或离校).',
  zh: '不能为本人子女办理转班、转学或离校,请由其他管理员办理。',
  en: 'Another administrator must do this for your own child.',
});

export type TransferRule = 'OWN_CHILD' | 'NO_SUCH_PUPIL' | 'IN_CLASS' | 'YEAR_OVER';

export const TRANSFER_RULES: Rules<TransferRule> = {
  OWN_CHILD,
  NO_SUCH_PUPIL: {
    description: 'No pupil of this number goes to a school of the caller (没有该学籍号的学生).',
    zh: '您管理的学校中没有该学籍号的学生。从其他学校转入须由区级管理员办理。',
    en: 'No pupil of this number goes to a school of yours. From another school the district moves a pupil.',
  },
  IN_CLASS: {
    description: 'The pupil is in the class already (学生已在班级中).',
    zh: '学生已在该班级中。',
    en: 'The pupil is in the class already.',
  },
  YEAR_OVER: {
    description: 'The school year of the class is over (班级所在学年已结束).',
    zh: '该班级所在学年已结束。',
    en: 'The school year of the class is over.',
  },
};

export type LeavingRule = 'OWN_CHILD' | 'NO_ROWS' | 'TOO_MANY' | 'LEFT_ALREADY' | 'DAY_TO_COME' | 'BEFORE_COMING';

export const LEAVING_RULES: Rules<LeavingRule> = {
  OWN_CHILD,
  NO_ROWS: {
    description: 'There is nobody named (没有学生).',
    zh: '没有要办理离校的学生。',
    en: 'There is nobody named.',
  },
  TOO_MANY: {
    description: 'More than a hundred pupils at once (一次过多).',
    zh: `一次最多 ${MOST_PUPILS} 名学生。`,
    en: `At most ${MOST_PUPILS} pupils at a time.`,
  },
  LEFT_ALREADY: {
    description: 'The pupil has left already (学生已离校).',
    zh: '该学生已离校。',
    en: 'The pupil has left already.',
  },
  DAY_TO_COME: {
    description: 'The last day is yet to come (离校日期未到).',
    zh: '离校日期不能晚于今天。',
    en: 'The last day must not be later than today.',
  },
  BEFORE_COMING: {
    description: 'The last day lies before the pupil came to the school (离校日期早于入校日期).',
    zh: '离校日期不能早于该学生入校的日期。',
    en: 'The last day must not lie before the pupil came to the school.',
  },
};

export type PromoteRule =
  'NO_ROWS' | 'TOO_MANY' | 'NOT_NEXT_YEAR' | 'PROMOTED_ALREADY' | 'LAST_GRADE' | 'TAKEN' | 'NUMBER_RANGE';

export const PROMOTE_RULES: Rules<PromoteRule> = {
  NO_ROWS: {
    description: 'There is no class named (没有班级).',
    zh: '没有要升班的班级。',
    en: 'There is no class named.',
  },
  TOO_MANY: {
    description: 'More than a hundred classes at once (一次过多).',
    zh: `一次最多 ${MOST_CLASSES} 个班级。`,
    en: `At most ${MOST_CLASSES} classes at a time.`,
  },
  NOT_NEXT_YEAR: {
    description: 'The school year is not the one that follows that of the class (不是下一学年).',
    zh: '目标学年不是该班级的下一学年。',
    en: 'The school year is not the one that follows that of the class.',
  },
  PROMOTED_ALREADY: {
    description: 'The class has gone on already (班级已升班).',
    zh: '该班级已升班。',
    en: 'The class has gone on already.',
  },
  LAST_GRADE: {
    description: 'The school does not teach the next grade: its pupils graduate (毕业班不升班).',
    zh: '学校不设下一年级:请为该班学生办理毕业。',
    en: 'The school does not teach the next grade: its pupils graduate.',
  },
  TAKEN: {
    description: 'The grade has a class of this number in that year (班号已存在).',
    zh: '该年级在目标学年已有此班号。',
    en: 'The grade has a class of this number in that year already.',
  },
  NUMBER_RANGE: {
    description: 'The number is not from 1 to 60 (班号超出范围).',
    zh: '班号应为 1 到 60。',
    en: 'The number must be from 1 to 60.',
  },
};
