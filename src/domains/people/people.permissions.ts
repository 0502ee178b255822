import { inPerson, type Permissions } from '../../platform/auth/index.ts';
import { hasRole, isGuardian } from './viewer/parts.ts';

export const ISSUE_BINDING_CODES = 'people.binding-code.issue';
export const BIND_CHILD = 'people.guardianship.request';
export const KEEP_OWN_CONTACT = 'people.contact.keep';
export const DECIDE_GUARDIANSHIP = 'people.guardianship.decide';
export const BLOCK_GUARDIAN = 'people.guardianship.block';
export const ASSIGN_ROLES = 'people.assignment.manage';
export const KEEP_STAFF = 'people.staff.manage';
export const KEEP_SCHOOLS = 'people.school.manage';
export const KEEP_CLASSES = 'people.class.manage';
export const KEEP_CALENDAR = 'people.calendar.manage';
export const ENROL_STUDENTS = 'people.student.enrol';
export const TRANSFER_STUDENTS = 'people.student.transfer';
export const PROMOTE_CLASSES = 'people.class.promote';
export const KEEP_STUDENTS = 'people.student.manage';

const administrators = hasRole('SCHOOL_ADMIN', 'DISTRICT_ADMIN');
const answersForFamilies = hasRole('HOMEROOM_TEACHER', 'SCHOOL_ADMIN');
/** The district only where nobody at the school may. */
const decidesOnGuardians = hasRole('HOMEROOM_TEACHER', 'SCHOOL_ADMIN', 'DISTRICT_ADMIN');

/** The holders of each permission; the query that finds what it is used on decides at which node it reaches. A person decides about people. */
export const permissions: Permissions = {
  [ISSUE_BINDING_CODES]: {
    description: 'Issue binding codes for pupils (发放绑定码).',
    heldBy: inPerson(answersForFamilies),
  },
  [BIND_CHILD]: { description: 'Ask to be bound to a child by a code (绑定孩子).', heldBy: isGuardian },
  [KEEP_OWN_CONTACT]: { description: 'Say how one is reached as a guardian (修改联系方式).', heldBy: isGuardian },
  [DECIDE_GUARDIANSHIP]: {
    description: 'Approve or decline a guardian who asks to be bound (审核监护关系).',
    heldBy: inPerson(decidesOnGuardians),
  },
  [BLOCK_GUARDIAN]: {
    description: 'Block and unblock a guardian, or end a guardianship (屏蔽或结束监护关系).',
    heldBy: inPerson(decidesOnGuardians),
  },
  [ASSIGN_ROLES]: { description: 'Assign and end roles of staff (任免岗位).', heldBy: inPerson(administrators) },
  [KEEP_STAFF]: { description: 'Put staff on record (维护教职工).', heldBy: inPerson(administrators) },
  [KEEP_SCHOOLS]: { description: 'Put schools on record (维护学校).', heldBy: hasRole('DISTRICT_ADMIN') },
  [KEEP_CLASSES]: {
    description: 'Put classes and rooms of a school on record (维护班级与场地).',
    heldBy: administrators,
  },
  [KEEP_CALENDAR]: {
    description: 'Keep school years, terms, holidays and make-up days (维护校历).',
    heldBy: hasRole('DISTRICT_ADMIN'),
  },
  [TRANSFER_STUDENTS]: {
    description: 'Move pupils to another class or school (学生调班与转学).',
    heldBy: inPerson(administrators),
  },
  [PROMOTE_CLASSES]: {
    description: 'Take classes on into the next school year (升班).',
    heldBy: inPerson(administrators),
  },
  [KEEP_STUDENTS]: {
    description: 'Correct what is on record of pupils, and end their time at the school (维护学生信息与离校).',
    heldBy: inPerson(hasRole('SCHOOL_ADMIN')),
  },
  [ENROL_STUDENTS]: { description: 'Enrol pupils in classes (学生入班).', heldBy: hasRole('SCHOOL_ADMIN') },
};
