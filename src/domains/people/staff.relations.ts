import { signedIn } from '../../platform/auth/index.ts';
import {
  allOf,
  connectionOf,
  expression,
  readable,
  relations,
  sql,
  table,
  toMany,
  toOne,
  type Readable,
  type Relations,
  type Roots,
} from '../../platform/reading/index.ts';
import { staffName, staffPhone } from './contacts.relations.ts';
import { District } from './organisation/district.entity.ts';
import { Grade } from './organisation/grade.entity.ts';
import { SchoolClass } from './organisation/school-class.entity.ts';
import { School } from './organisation/school.entity.ts';
import { oneselfAsStaff, whoeverSees } from './people.countable.ts';
import { staffSearch } from './people.search.ts';
import { assignmentHolds } from './rights/in-force.facts.ts';
import { visibleAssignments, visibleStaff } from './staff.access.ts';
import { StaffAssignment } from './staff/staff-assignment.entity.ts';
import { Staff } from './staff/staff.entity.ts';

export const staffReadables: readonly Readable[] = [
  readable(Staff, {
    prefix: 'staff',
    visible: visibleStaff,
    filters: { staffNumber: ['eq', 'in'] },
    search: staffSearch,
    orders: { NAME: 'nameKey', STAFF_NUMBER: 'staffNumber' },
    defaultOrder: [{ by: 'staffNumber', direction: 'ASC' }],
  }),
  readable(StaffAssignment, {
    prefix: 'staff-assignment',
    visible: visibleAssignments,
    defaultOrder: [{ by: 'validFrom', direction: 'DESC' }],
  }),
];

export const staffRelations: readonly Relations[] = [
  relations(Staff, {
    name: staffName,
    phone: staffPhone,
    assignments: toMany(StaffAssignment, {
      by: 'staff',
      countedWhere: oneselfAsStaff,
      seenWhere: whoeverSees,
      description: 'Roles of every time, as far as the caller may see them (任职).',
    }),
    currentAssignments: toMany(StaffAssignment, {
      by: 'staff',
      where: (row) => assignmentHolds(row),
      countedWhere: oneselfAsStaff,
      seenWhere: whoeverSees,
      description: 'Roles of today, as far as the caller may see them (当前任职).',
    }),
    classes: toMany(SchoolClass, {
      via: (
        staff,
        schoolClass,
      ) => sql`${schoolClass}.id in (select a.school_class_id from ${table('staff_assignment')} a
        where a.staff_id = ${staff}.id and ${assignmentHolds(sql`a`)})`,
      description: 'Classes that they teach today (任教班级).',
    }),
  }),
  relations(StaffAssignment, {
    staff: toOne(Staff, { by: 'staff', nullable: true, description: 'Who holds it (教职工).' }),
    district: toOne(District, { by: 'district', description: 'The district (区).' }),
    school: toOne(School, {
      by: 'school',
      nullable: true,
      description: 'The school, where the role is at a school (学校).',
    }),
    grade: toOne(Grade, {
      by: 'grade',
      nullable: true,
      description: 'The grade, where the role is of a grade (年级).',
    }),
    schoolClass: toOne(SchoolClass, {
      by: 'schoolClass',
      nullable: true,
      description: 'The class, where the role is of a class (班级).',
    }),
    current: expression(() => Boolean, {
      description: 'Whether it holds today (是否在任).',
      sql: (row) => allOf([assignmentHolds(row)]),
    }),
  }),
];

export const staffRoots: Roots = {
  staffMembers: connectionOf(Staff, { access: signedIn, description: 'Staff that the caller may see (教职工).' }),
};
