import type { Message } from '../../../platform/errors/index.ts';
import { registerEnum } from '../../../platform/graphql/index.ts';

export const StaffRole = {
  DISTRICT_ADMIN: 'DISTRICT_ADMIN',
  SCHOOL_ADMIN: 'SCHOOL_ADMIN',
  GRADE_HEAD: 'GRADE_HEAD',
  HOMEROOM_TEACHER: 'HOMEROOM_TEACHER',
  SUBJECT_TEACHER: 'SUBJECT_TEACHER',
  LECTURER: 'LECTURER',
  ANALYST: 'ANALYST',
  PRIVACY_OFFICER: 'PRIVACY_OFFICER',
} as const;

/** The part that a person plays at one node of the organisation. */
export type StaffRole = keyof typeof StaffRole;

/** What the columns of a role hold that is played there. Each row names its district. */
const NODES = {
  DISTRICT: 'school_id is null and grade_id is null and school_class_id is null',
  SCHOOL: 'school_id is not null and grade_id is null and school_class_id is null',
  GRADE: 'school_id is not null and grade_id is not null and school_class_id is null',
  CLASS: 'school_id is not null and school_class_id is not null',
  DISTRICT_OR_SCHOOL: 'grade_id is null and school_class_id is null',
};

interface RoleTerms {
  readonly description: string;
  /** What whoever has it is called in a sentence. */
  readonly title: Message;
  readonly at: keyof typeof NODES;
  /** A school administrator grants it at their school, for it reaches no further than their own. */
  readonly givenAtSchool: boolean;
  /** Nobody gives it alone. */
  readonly takesTwo: boolean;
}

/** All that is to be said of a role for it to be one: sets and constraints follow from it. */
const ROLES: Readonly<Record<StaffRole, RoleTerms>> = {
  DISTRICT_ADMIN: {
    description: 'Administers the district (区级管理员).',
    title: { zh: '区级管理员', en: 'district administrator' },
    at: 'DISTRICT',
    givenAtSchool: false,
    takesTwo: true,
  },
  SCHOOL_ADMIN: {
    description: 'Administers a school (学校管理员).',
    title: { zh: '学校管理员', en: 'school administrator' },
    at: 'SCHOOL',
    givenAtSchool: true,
    takesTwo: false,
  },
  GRADE_HEAD: {
    description: 'Heads a grade of a school (年级组长).',
    title: { zh: '年级组长', en: 'grade head' },
    at: 'GRADE',
    givenAtSchool: true,
    takesTwo: false,
  },
  HOMEROOM_TEACHER: {
    description: 'Homeroom teacher of a class (班主任).',
    title: { zh: '班主任', en: 'homeroom teacher' },
    at: 'CLASS',
    givenAtSchool: true,
    takesTwo: false,
  },
  SUBJECT_TEACHER: {
    description: 'Teaches a subject in a class (任课教师).',
    title: { zh: '任课教师', en: 'subject teacher' },
    at: 'CLASS',
    givenAtSchool: true,
    takesTwo: false,
  },
  LECTURER: {
    description: 'Gives courses and lectures (主讲人).',
    title: { zh: '主讲人', en: 'lecturer' },
    at: 'DISTRICT_OR_SCHOOL',
    givenAtSchool: true,
    takesTwo: false,
  },
  ANALYST: {
    description: 'Analyses figures, never names (教研/督导分析员).',
    title: { zh: '教研/督导分析员', en: 'analyst' },
    at: 'DISTRICT',
    givenAtSchool: false,
    takesTwo: true,
  },
  PRIVACY_OFFICER: {
    description: 'Answers for personal data (个人信息保护负责人).',
    title: { zh: '个人信息保护负责人', en: 'privacy officer' },
    at: 'DISTRICT_OR_SCHOOL',
    givenAtSchool: false,
    takesTwo: true,
  },
};

registerEnum(StaffRole, 'StaffRole', 'A part that staff play at a node of the organisation (岗位角色).', ROLES);

export const titleOfRole = (role: StaffRole): Message => ROLES[role].title;

/** Of the roles, those of which it is so, in their order. */
export const rolesWith = (said: Readonly<Record<StaffRole, boolean>>): ReadonlySet<StaffRole> =>
  rolesThat((role) => said[role]);

/** Roles that a school administrator grants at their school: those that reach no further than their own. */
export const AT_A_SCHOOL = rolesThat((role) => ROLES[role].givenAtSchool);

/** Roles that nobody gives alone. */
export const GIVEN_BY_TWO = rolesThat((role) => ROLES[role].takesTwo);

/** Which role fits which place. */
export const NODE_OF_ROLE = nodeOfRole();

function nodeOfRole(): string {
  const { DISTRICT_OR_SCHOOL, ...others } = NODES;
  const cases = Object.entries(others).flatMap(([node, holds]) =>
    [...rolesThat((role) => ROLES[role].at === node)].map((role) => `\n    when '${role}' then ${holds}`),
  );
  return `case role${cases.join('')}
    else ${DISTRICT_OR_SCHOOL} end`;
}

function rolesThat(are: (role: StaffRole) => boolean): ReadonlySet<StaffRole> {
  return new Set(Object.values(StaffRole).filter(are));
}
