import { anyone, signedIn } from '../../platform/auth/index.ts';
import {
  aggregates,
  connectionOf,
  count,
  dimension,
  expression,
  measure,
  nodeOf,
  readable,
  relations,
  sql,
  table,
  toMany,
  toOne,
  today,
  type Aggregates,
  type Readable,
  type Relations,
  type Roots,
} from '../../platform/reading/index.ts';
import { ClassMembership } from './families/class-membership.entity.ts';
import { Student } from './families/student.entity.ts';
import { visibleClasses, visibleRooms, visibleToAll } from './organisation.access.ts';
import { CalendarDay } from './organisation/calendar-day.entity.ts';
import { District } from './organisation/district.entity.ts';
import { Grade } from './organisation/grade.entity.ts';
import { Room } from './organisation/room.entity.ts';
import { SchoolClass } from './organisation/school-class.entity.ts';
import { SchoolYear } from './organisation/school-year.entity.ts';
import { School } from './organisation/school.entity.ts';
import { Term } from './organisation/term.entity.ts';
import {
  classesOfCountedPupils,
  classesOfKnownPast,
  classesOfSeenPast,
  classesOfSeenPupils,
  classesToldOf,
  schoolsOfCountedPupils,
  schoolsOfSeenPupils,
  schoolsOfSeenStaff,
  schoolsToldOf,
  schoolsWithKnownStaff,
} from './people.countable.ts';
import { assignmentHolds } from './rights/in-force.facts.ts';
import { Staff } from './staff/staff.entity.ts';

export const organisationReadables: readonly Readable[] = [
  readable(District, {
    prefix: 'district',
    visible: visibleToAll,
    filters: { code: ['eq', 'in'], name: ['contains'] },
    orders: { CODE: 'code', NAME: 'name' },
    defaultOrder: [{ by: 'code', direction: 'ASC' }],
  }),
  readable(School, {
    prefix: 'school',
    visible: visibleToAll,
    filters: { district: ['eq', 'in'], code: ['eq', 'in'], name: ['contains'] },
    orders: { CODE: 'code', NAME: 'name' },
    defaultOrder: [{ by: 'code', direction: 'ASC' }],
  }),
  readable(SchoolYear, {
    prefix: 'school-year',
    visible: visibleToAll,
    filters: { district: ['eq', 'in'], name: ['contains'], startsOn: ['gte', 'lt'], endsOn: ['gte', 'lt'] },
    orders: { STARTS_ON: 'startsOn' },
    defaultOrder: [{ by: 'startsOn', direction: 'DESC' }],
  }),
  readable(Term, { prefix: 'term', visible: visibleToAll, defaultOrder: [{ by: 'startsOn', direction: 'ASC' }] }),
  readable(CalendarDay, {
    prefix: 'calendar-day',
    visible: visibleToAll,
    defaultOrder: [{ by: 'date', direction: 'ASC' }],
  }),
  readable(Grade, {
    prefix: 'grade',
    visible: visibleToAll,
    filters: { number: ['eq', 'in'], stage: ['eq', 'in'] },
    orders: { NUMBER: 'number' },
    defaultOrder: [{ by: 'number', direction: 'ASC' }],
  }),
  readable(SchoolClass, {
    prefix: 'class',
    visible: visibleClasses,
    filters: { school: ['eq', 'in'], grade: ['eq', 'in'], schoolYear: ['eq', 'in'] },
    orders: { NUMBER: 'number' },
    defaultOrder: [
      { by: 'schoolYear', direction: 'DESC' },
      { by: 'grade', direction: 'ASC' },
      { by: 'number', direction: 'ASC' },
    ],
  }),
  readable(Room, { prefix: 'room', visible: visibleRooms, defaultOrder: [{ by: 'name', direction: 'ASC' }] }),
];

export const organisationRelations: readonly Relations[] = [
  relations(District, {
    schools: toMany(School, { by: 'district', description: 'Its schools (所辖学校).' }),
    schoolYears: toMany(SchoolYear, { by: 'district', description: 'Its school years, the latest first (学年).' }),
    schoolCount: count(School, { by: 'district', description: 'How many schools it has (学校数).' }),
  }),
  relations(School, {
    district: toOne(District, { by: 'district', description: 'The district that it belongs to (所属区).' }),
    classes: toMany(SchoolClass, {
      by: 'school',
      description: 'Its classes of every school year, as far as the caller may see them (班级).',
    }),
    rooms: toMany(Room, {
      by: 'school',
      description: 'Its rooms and places, as far as the caller may see them (场地).',
    }),
    students: toMany(Student, {
      by: 'school',
      countedWhere: schoolsOfCountedPupils,
      seenWhere: schoolsOfSeenPupils,
      description: 'Its pupils, as far as the caller may see them (学生).',
    }),
    studentCount: count(Student, {
      by: 'school',
      where: (row) => sql`${row}.left_on is null`,
      withheldBelow: 5,
      sumOf: 'classes.studentCount',
      countedWhere: schoolsToldOf,
      description:
        'How many pupils it has (学生数); null where it is not for the caller to know, or where they, or those left over by what is told of its classes, are a group too small to be told.',
    }),
    staff: toMany(Staff, {
      via: (school, staff) => sql`exists (select 1 from ${table('staff_assignment')} a
        where a.staff_id = ${staff}.id and a.school_id = ${school}.id and ${assignmentHolds(sql`a`)})`,
      countedWhere: schoolsWithKnownStaff,
      seenWhere: schoolsOfSeenStaff,
      description: 'Its staff of today, as far as the caller may see them (教职工).',
    }),
  }),
  relations(SchoolYear, {
    district: toOne(District, { by: 'district', description: 'Whose school year it is (所属区).' }),
    terms: toMany(Term, { by: 'schoolYear', description: 'Its terms in their order (学期).' }),
    calendarDays: toMany(CalendarDay, {
      by: 'schoolYear',
      description: 'Holidays and make-up days, in order (校历特殊日).',
    }),
    current: expression(() => Boolean, {
      description: 'Whether today lies in it, by the calendar of Asia/Shanghai (是否当前学年).',
      sql: (row) => sql`${today} between ${row}.starts_on and ${row}.ends_on`,
    }),
  }),
  relations(Term, {
    schoolYear: toOne(SchoolYear, { by: 'schoolYear', description: 'The school year that it is part of (所属学年).' }),
  }),
  relations(CalendarDay, {
    schoolYear: toOne(SchoolYear, { by: 'schoolYear', description: 'The school year that it lies in (所属学年).' }),
  }),
  relations(SchoolClass, {
    school: toOne(School, { by: 'school', description: 'The school (学校).' }),
    schoolYear: toOne(SchoolYear, { by: 'schoolYear', description: 'The school year (学年).' }),
    grade: toOne(Grade, { by: 'grade', description: 'The grade (年级).' }),
    promotedFrom: toOne(SchoolClass, {
      by: 'promotedFrom',
      nullable: true,
      description: 'The class that it was a year before (上一学年班级).',
    }),
    memberships: toMany(ClassMembership, {
      by: 'schoolClass',
      countedWhere: classesOfKnownPast,
      seenWhere: classesOfSeenPast,
      description: 'Who is or was in it, as far as the caller may see them (班级成员).',
    }),
    students: toMany(Student, {
      through: {
        link: ClassMembership,
        from: 'schoolClass',
        to: 'student',
        where: (link) => sql`${link}.status = 'ACTIVE'`,
      },
      countedWhere: classesOfCountedPupils,
      seenWhere: classesOfSeenPupils,
      description: 'Its pupils, as far as the caller may see them (学生).',
    }),
    studentCount: count(ClassMembership, {
      by: 'schoolClass',
      where: (row) => sql`${row}.status = 'ACTIVE'`,
      withheldBelow: 5,
      countedWhere: classesToldOf,
      description:
        'How many pupils are in it (学生数); null where it is not for the caller to know, or for a group too small to be told.',
    }),
    homeroomTeacher: toOne(Staff, {
      nullable: true,
      via: (schoolClass, staff) => sql`${staff}.id in (select a.staff_id from ${table('staff_assignment')} a
        where a.school_class_id = ${schoolClass}.id and a.role = 'HOMEROOM_TEACHER' and ${assignmentHolds(sql`a`)})`,
      description: 'Its homeroom teacher of today (班主任).',
    }),
  }),
  relations(Room, { school: toOne(School, { by: 'school', description: 'Whose room it is (学校).' }) }),
];

export const organisationAggregates: readonly Aggregates[] = [
  aggregates(School, {
    measures: { count: measure('count', 'RECORD', 'How many schools there are (学校数).') },
    dimensions: { district: dimension('district') },
  }),
  aggregates(SchoolClass, {
    measures: { count: measure('count', 'RECORD', 'How many classes there are (班级数).') },
    dimensions: { school: dimension('school'), grade: dimension('grade'), schoolYear: dimension('schoolYear') },
  }),
];

export const organisationRoots: Roots = {
  districts: connectionOf(District, { access: anyone, description: 'Districts (区).' }),
  schools: connectionOf(School, { access: anyone, description: 'Schools (学校).' }),
  school: nodeOf(School, { access: anyone, description: 'One school (学校).' }),
  grades: connectionOf(Grade, { access: anyone, description: 'Grades 1 to 9 (年级).' }),
  schoolYears: connectionOf(SchoolYear, { access: anyone, description: 'School years, the latest first (学年).' }),
  classes: connectionOf(SchoolClass, { access: signedIn, description: 'Classes that the caller may see (班级).' }),
  schoolClass: nodeOf(SchoolClass, { access: signedIn, description: 'One class (班级).' }),
};
