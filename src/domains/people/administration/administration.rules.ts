import { ownCase, type Rules } from '../../../platform/errors/index.ts';

export const SCHOOL_RULES: Rules<'CODE_TAKEN' | 'CODE_SHAPE' | 'NO_STAGES'> = {
  CODE_TAKEN: {
    description: 'A school has this code already (学校标识码已存在).',
    zh: '该学校标识码已存在。',
    en: 'A school has this code already.',
  },
  CODE_SHAPE: {
    description: 'The code is not ten digits (学校标识码格式不正确).',
    zh: '学校标识码应为 10 位数字。',
    en: 'The code must have ten digits.',
  },
  NO_STAGES: {
    description: 'A school teaches at least one stage (请选择学段).',
    zh: '请至少选择一个学段。',
    en: 'Name at least one stage.',
  },
};

export const CALENDAR_RULES: Rules<
  'DATES' | 'OVERLAP' | 'NUMBER_TAKEN' | 'OUTSIDE_YEAR' | 'TWICE' | 'FOLLOWS_WEEKDAY' | 'TOO_MANY'
> = {
  DATES: {
    description: 'The first day is not before the last (日期顺序不正确).',
    zh: '开始日期应早于结束日期。',
    en: 'The first day must be before the last.',
  },
  OVERLAP: {
    description: 'Another one covers some of these days (日期与已有的重叠).',
    zh: '日期与已有的学年或学期重叠。',
    en: 'Another one covers some of these days.',
  },
  NUMBER_TAKEN: {
    description: 'The school year has a term of this number (学期序号已存在).',
    zh: '该学年已有此学期。',
    en: 'The school year has a term of this number already.',
  },
  OUTSIDE_YEAR: {
    description: 'A day lies outside of the school year (日期不在学年内).',
    zh: '日期不在该学年内。',
    en: 'A day lies outside of the school year.',
  },
  TWICE: { description: 'A day is named twice (日期重复).', zh: '同一日期出现了两次。', en: 'A day is named twice.' },
  FOLLOWS_WEEKDAY: {
    description: 'A make-up day, and no other, says whose timetable it follows (调休日须注明按周几上课).',
    zh: '调休上课日须注明按周几课表上课,放假日不填。',
    en: 'A make-up day, and no other, says which weekday it follows, 1 to 7.',
  },
  TOO_MANY: { description: 'More than 200 days (一次过多).', zh: '特殊日最多 200 天。', en: 'At most 200 days.' },
};

export const CLASS_RULES: Rules<'TAKEN' | 'NUMBER_RANGE' | 'OTHER_DISTRICT' | 'STAGE_NOT_TAUGHT' | 'PROMOTION'> = {
  TAKEN: {
    description: 'The grade has a class of this number in this year (班级已存在).',
    zh: '该年级本学年已有此班号。',
    en: 'The grade has a class of this number in this year already.',
  },
  NUMBER_RANGE: {
    description: 'The number is not from 1 to 60 (班号超出范围).',
    zh: '班号应为 1 到 60。',
    en: 'The number must be from 1 to 60.',
  },
  OTHER_DISTRICT: {
    description: "The school year is another district's (学年不属于本区).",
    zh: '该学年不属于学校所在区。',
    en: 'The school year belongs to another district.',
  },
  STAGE_NOT_TAUGHT: {
    description: 'The school does not teach this stage (学校不设该学段).',
    zh: '学校不设该年级所在的学段。',
    en: 'The school does not teach the stage of this grade.',
  },
  PROMOTION: {
    description: 'A class goes on from one of the same school in an earlier year (升班来源不正确).',
    zh: '升班来源应为本校更早学年的班级。',
    en: 'A class goes on from one of the same school in an earlier year.',
  },
};

export const SCHOOL_ROOM_RULES: Rules<'TAKEN' | 'CAPACITY'> = {
  TAKEN: {
    description: 'The school has a room of this name (场地名称已存在).',
    zh: '学校已有同名场地。',
    en: 'The school has a room of this name already.',
  },
  CAPACITY: {
    description: 'A room has one seat at least (座位数应大于 0).',
    zh: '座位数应大于 0。',
    en: 'A room has one seat at least.',
  },
};

export const STAFF_RULES: Rules<'NUMBER_TAKEN' | 'PHONE_SHAPE'> = {
  NUMBER_TAKEN: {
    description: 'Somebody has this number already (工号已存在).',
    zh: '该工号已存在。',
    en: 'Somebody has this number already.',
  },
  PHONE_SHAPE: {
    description: 'The phone number is not eleven digits (手机号格式不正确).',
    zh: '手机号应为 11 位数字。',
    en: 'A phone number has eleven digits.',
  },
};

export type AssignmentRule =
  | 'BEYOND_OWN'
  | 'NODE'
  | 'ALREADY_HELD'
  | 'ALREADY_ASKED'
  | 'DATES'
  | 'YEAR_OVER'
  | 'SUBJECT'
  | 'ENDED_ALREADY'
  | 'LAST_ADMINISTRATOR';

export const ASSIGNMENT_RULES: Rules<AssignmentRule> = {
  BEYOND_OWN: {
    description: 'The caller may not grant or end this role (超出本人权限).',
    zh: '您不能任免此岗位。',
    en: 'You may not grant or end this role.',
  },
  NODE: {
    description: 'The role does not fit this place: see StaffRole (岗位与范围不符).',
    zh: '岗位与所选学校、年级或班级不符。',
    en: 'The role does not fit the district, school, grade or class that was named.',
  },
  ALREADY_HELD: {
    description: 'They hold this role there at that time (已任此岗位).',
    zh: '该教职工在此期间已任此岗位。',
    en: 'They hold this role there at that time already.',
  },
  ALREADY_ASKED: {
    description: 'The same was asked for already, and waits for a second administrator (已申请,待复核).',
    zh: '该任命已提交,正等待另一位管理员复核。',
    en: 'This was asked for already, and waits for a second administrator.',
  },
  DATES: {
    description: 'The last day is before the first (日期顺序不正确).',
    zh: '结束日期不能早于开始日期。',
    en: 'The last day must not be before the first.',
  },
  YEAR_OVER: {
    description: 'The school year of the class is over today, or before the role would begin (班级所在学年已结束).',
    zh: '该班级所在学年已结束,不能再任命。',
    en: 'The school year of the class is over today, or before the role would begin.',
  },
  SUBJECT: {
    description: 'A subject teacher, and no other, has a subject (任教学科仅适用于任课教师).',
    zh: '任课教师须填写学科,其他岗位不填。',
    en: 'A subject teacher has a subject, and no other role has.',
  },
  ENDED_ALREADY: { description: 'It is over already (任职已结束).', zh: '该任职已结束。', en: 'It is over already.' },
  LAST_ADMINISTRATOR: {
    description: 'The district would have no administrator (不能解除最后一名区级管理员).',
    zh: '不能解除最后一名区级管理员。',
    en: 'The district would have no administrator left.',
  },
};

export type EnrolRule =
  | 'OWN_CHILD'
  | 'NAME_NEEDED'
  | 'NUMBER_NEEDED'
  | 'NUMBER_TWICE'
  | 'OTHER_SCHOOL'
  | 'NAME_DIFFERS'
  | 'IN_CLASS'
  | 'NO_ROWS'
  | 'TOO_MANY'
  | 'YEAR_OVER';

export const ENROL_RULES: Rules<EnrolRule> = {
  OWN_CHILD: ownCase({
    description: 'Nobody moves their own child to another class (不能为本人子女转班).',
    zh: '不能为本人子女转班,请由其他管理员办理。',
    en: 'Another administrator must move your own child.',
  }),
  NAME_NEEDED: {
    description:
      'A pupil has a name of 40 characters at most, in one line and with a letter (姓名不能为空或格式不正确).',
    zh: '姓名须有文字,最长 40 个字符,不能含有换行、控制字符、改变文字方向的字符、表情符号或无法识别的字符。',
    en: 'A pupil has a name with a letter in it, of 40 characters at most, without line breaks, control characters, marks that turn the direction of text, emoji, and characters that nobody can read.',
  },
  NUMBER_NEEDED: {
    description: 'A pupil has a number of 30 letters and digits at most (学籍号格式不正确).',
    zh: '学籍号应为 1 到 30 位字母或数字。',
    en: 'A pupil has a number of 1 to 30 letters and digits.',
  },
  NUMBER_TWICE: {
    description: 'The number stands in two rows (学籍号重复).',
    zh: '学籍号在表中重复。',
    en: 'The number stands in two rows.',
  },
  OTHER_SCHOOL: {
    description: 'The pupil goes to another school (学生在其他学校).',
    zh: '该学籍号的学生在其他学校。',
    en: 'The pupil of this number goes to another school.',
  },
  NAME_DIFFERS: {
    description: 'The pupil of this number has another name (学籍号与姓名不符).',
    zh: '学籍号与已登记的姓名不符。',
    en: 'The pupil of this number has another name on record.',
  },
  IN_CLASS: {
    description: 'The pupil is in the class already (学生已在班级中).',
    zh: '学生已在该班级中。',
    en: 'The pupil is in the class already.',
  },
  NO_ROWS: {
    description: 'There is nobody to enrol (没有学生).',
    zh: '没有要入班的学生。',
    en: 'There is nobody to enrol.',
  },
  TOO_MANY: {
    description: 'More than a hundred pupils at once (一次过多).',
    zh: '一次最多 100 名学生。',
    en: 'At most a hundred pupils at a time.',
  },
  YEAR_OVER: {
    description: 'The school year of the class is over (班级所在学年已结束).',
    zh: '该班级所在学年已结束。',
    en: 'The school year of the class is over.',
  },
};
