import { ownCase, type Rules } from '../../../platform/errors/index.ts';
import {
  CALENDAR_RULES,
  CLASS_RULES,
  SCHOOL_ROOM_RULES,
  SCHOOL_RULES,
  STAFF_RULES,
} from '../administration/administration.rules.ts';

export const CONTACT_RULES: Rules<'CONTACT_SHAPE'> = {
  CONTACT_SHAPE: {
    description: 'A contact has a telephone number or an address of mail (联系方式需含电话或邮箱).',
    zh: '联系方式应包含电话号码或电子邮箱。',
    en: 'A contact has a telephone number or an address of mail.',
  },
};

export const UPDATE_SCHOOL_RULES: Rules<'NO_STAGES' | 'STAGE_IN_USE' | 'CONTACT_SHAPE'> = {
  ...CONTACT_RULES,
  NO_STAGES: SCHOOL_RULES.NO_STAGES,
  STAGE_IN_USE: {
    description:
      'The school has classes of a stage that would go, in this school year or a later one (学段下仍有班级).',
    zh: '本学年或以后仍有该学段的班级,不能取消该学段。',
    en: 'The school has classes of that stage in this school year or a later one.',
  },
};

export const UPDATE_CLASS_RULES: Rules<'TAKEN' | 'NUMBER_RANGE'> = {
  TAKEN: CLASS_RULES.TAKEN,
  NUMBER_RANGE: CLASS_RULES.NUMBER_RANGE,
};

export const UPDATE_ROOM_RULES: Rules<'TAKEN' | 'CAPACITY' | 'CAPACITY_FALLS'> = {
  ...SCHOOL_ROOM_RULES,
  CAPACITY_FALLS: {
    description: 'Seats may have been promised: set the capacity of what takes place there instead (座位数不能减少).',
    zh: '已有活动可能按原座位数报名,座位数不能减少;请调整具体活动的人数上限。',
    en: 'Seats may have been promised already: lower the capacity of what takes place there instead.',
  },
};

export type UpdateCalendarRule = 'DATES' | 'OVERLAP' | 'NUMBER_TAKEN' | 'OUTSIDE_YEAR' | 'LEAVES_OUT';

export const UPDATE_CALENDAR_RULES: Rules<UpdateCalendarRule> = {
  DATES: CALENDAR_RULES.DATES,
  OVERLAP: CALENDAR_RULES.OVERLAP,
  NUMBER_TAKEN: CALENDAR_RULES.NUMBER_TAKEN,
  OUTSIDE_YEAR: CALENDAR_RULES.OUTSIDE_YEAR,
  LEAVES_OUT: {
    description: 'A term, a holiday or a make-up day would lie outside of the year (学期或特殊日将超出学年).',
    zh: '修改后有学期、放假或调休日超出学年,请先调整它们。',
    en: 'A term, a holiday or a make-up day would lie outside of the year: change those first.',
  },
};

export const UPDATE_STAFF_RULES: Rules<'NUMBER_TAKEN' | 'PHONE_SHAPE' | 'BEYOND_OWN' | 'OWN'> = {
  OWN: ownCase({
    description: 'Nobody corrects their own name or number (不能修改本人姓名和工号).',
    zh: '不能修改本人的姓名和工号,请由其他管理员修改。',
    en: 'Another administrator must correct your own name or number.',
  }),
  ...STAFF_RULES,
  BEYOND_OWN: {
    description: 'They hold a role that reaches beyond those of the caller (超出本人权限).',
    zh: '该教职工任有超出您管理范围的岗位,请由上级管理员修改。',
    en: 'They hold a role that reaches beyond yours: somebody above must do this.',
  },
};

export const UPDATE_STUDENT_RULES: Rules<'NUMBER_TAKEN' | 'NUMBER_NEEDED' | 'OWN_CHILD'> = {
  OWN_CHILD: ownCase({
    description: 'Nobody corrects the record of their own child (不能修改本人子女的信息).',
    zh: '不能修改本人子女的信息,请由其他管理员修改。',
    en: 'Another administrator must correct the record of your own child.',
  }),
  NUMBER_TAKEN: {
    description: 'Another pupil has this number (学籍号已存在).',
    zh: '该学籍号已属于另一名学生。',
    en: 'Another pupil has this number already.',
  },
  NUMBER_NEEDED: {
    description: 'A pupil has a number of 30 letters and digits at most (学籍号格式不正确).',
    zh: '学籍号应为 1 到 30 位字母或数字。',
    en: 'A pupil has a number of 1 to 30 letters and digits.',
  },
};
