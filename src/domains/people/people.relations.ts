import { anyone, signedIn } from '../../platform/auth/index.ts';
import {
  allOf,
  computed,
  connectionOf,
  count,
  expression,
  mine,
  nodeOf,
  readable,
  relations,
  sql,
  toMany,
  toOne,
  type Fact,
  type Readable,
  type Relations,
  type Roots,
} from '../../platform/reading/index.ts';
import { Audience, AudienceTarget } from './audience/audience.entity.ts';
import { ClassMembership } from './families/class-membership.entity.ts';
import { GuardianContact } from './families/guardian-contact.graphql.ts';
import { Guardian } from './families/guardian.entity.ts';
import { Guardianship, type GuardianRelation } from './families/guardianship.entity.ts';
import { HouseholdGuardian, HouseholdStudent } from './families/household-membership.entity.ts';
import { Household } from './families/household.entity.ts';
import { studentNumberOf } from './families/student-number.ts';
import { Student } from './families/student.entity.ts';
import { maskedPhone, nameMasked, numberMasked } from './masking.ts';
import { CalendarDay } from './organisation/calendar-day.entity.ts';
import { District } from './organisation/district.entity.ts';
import { Grade } from './organisation/grade.entity.ts';
import { Room } from './organisation/room.entity.ts';
import { SchoolClass } from './organisation/school-class.entity.ts';
import { SchoolYear } from './organisation/school-year.entity.ts';
import { School } from './organisation/school.entity.ts';
import { Term } from './organisation/term.entity.ts';
import {
  assignmentHolds,
  beyondLookUp,
  calledInRole,
  findableStudents,
  knownAtWork,
  listedGuardianships,
  nameOfHousehold,
  pupilsInNameOf,
  pupilsOfGuardian,
  recordedOfPupils,
  studentsFoundBy,
  today,
  visibleAssignments,
  visibleClasses,
  visibleGuardians,
  visibleGuardianships,
  visibleHouseholds,
  visibleMemberships,
  visibleRooms,
  visibleStaff,
  visibleStudents,
  visibleToAll,
} from './people.access.ts';
import {
  classesOfCountedPupils,
  classesOfKnownPast,
  classesOfSeenPast,
  classesOfSeenPupils,
  classesToldOf,
  countableMemberships,
  countableStudents,
  myHouseholds,
  oneselfAsGuardian,
  oneselfAsStaff,
  pupilsKnown,
  pupilsKnownAtWork,
  schoolsOfCountedPupils,
  schoolsOfSeenPupils,
  schoolsOfSeenStaff,
  schoolsToldOf,
  schoolsWithKnownStaff,
  toldOfContacts,
  whoeverSees,
} from './people.countable.ts';
import { tieHolds, tieShowsData } from './rights/in-force.facts.ts';
import { StaffAssignment } from './staff/staff-assignment.entity.ts';
import { Staff } from './staff/staff.entity.ts';

export const readables: readonly Readable[] = [
  readable(District, { prefix: 'district', visible: visibleToAll, defaultOrder: [{ by: 'code', direction: 'ASC' }] }),
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
    defaultOrder: [{ by: 'startsOn', direction: 'DESC' }],
  }),
  readable(Term, { prefix: 'term', visible: visibleToAll, defaultOrder: [{ by: 'startsOn', direction: 'ASC' }] }),
  readable(CalendarDay, {
    prefix: 'calendar-day',
    visible: visibleToAll,
    defaultOrder: [{ by: 'date', direction: 'ASC' }],
  }),
  readable(Grade, { prefix: 'grade', visible: visibleToAll, defaultOrder: [{ by: 'number', direction: 'ASC' }] }),
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
  readable(Audience, {
    prefix: 'audience',
    visible: visibleToAll,
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
  readable(AudienceTarget, {
    prefix: 'audience-target',
    visible: visibleToAll,
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
  readable(Student, {
    prefix: 'student',
    visible: visibleStudents,
    foundBy: studentsFoundBy,
    countable: countableStudents,
    recorded: recordedOfPupils(),
    lookUp: { by: 'studentNumber', who: findableStudents, masked: { name: nameMasked, studentNumber: numberMasked } },
    filters: { school: ['eq', 'in'], studentNumber: ['eq'] },
    normalised: { studentNumber: studentNumberOf },
    orders: { NAME: 'name' },
    defaultOrder: [{ by: 'name', direction: 'ASC' }],
  }),
  readable(ClassMembership, {
    prefix: 'class-membership',
    visible: visibleMemberships,
    countable: countableMemberships,
    defaultOrder: [{ by: 'joinedOn', direction: 'DESC' }],
  }),
  readable(Household, {
    prefix: 'household',
    visible: visibleHouseholds,
    recorded: recordedOfPupils(pupilsInNameOf),
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
  readable(Guardian, {
    prefix: 'guardian',
    visible: visibleGuardians,
    recorded: recordedOfPupils(pupilsOfGuardian),
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
  readable(Guardianship, {
    prefix: 'guardianship',
    visible: visibleGuardianships,
    recorded: recordedOfPupils((row) => sql`select ${row}.student_id`),
    defaultOrder: [{ by: 'validFrom', direction: 'DESC' }],
  }),
  readable(Staff, { prefix: 'staff', visible: visibleStaff, defaultOrder: [{ by: 'staffNumber', direction: 'ASC' }] }),
  readable(StaffAssignment, {
    prefix: 'staff-assignment',
    visible: visibleAssignments,
    defaultOrder: [{ by: 'validFrom', direction: 'DESC' }],
  }),
];

type PersonRead = { person: readonly [name: string, phone: string | null] };

/** One look-up, whichever of the two is asked for. */
const person: Fact = (row) => sql`select json_build_array(p.name, p.phone) from person p where p.id = ${row}.person_id`;

/** The same of somebody at work, whoever asks; of who was, what they were called then, and no number. */
const memberOfStaff: Fact = (
  row,
  viewer,
) => sql`select case when ${knownAtWork(row, viewer)} then json_build_array(p.name, p.phone) else json_build_array(coalesce(${calledInRole(row, viewer)}, p.name), null) end
  from person p where p.id = ${row}.person_id`;

const personName = computed<PersonRead>(() => String, {
  description: 'Name (姓名).',
  facts: { person },
  value: ({ person: [name] }) => name,
});

const personPhone = computed<PersonRead>(() => String, {
  nullable: true,
  description: 'Mobile number, all but its ends masked, e.g. 138****0001 (手机号).',
  facts: { person },
  value: ({ person: [, phone] }) => maskedPhone(phone),
});

interface ContactRead {
  readonly relation: GuardianRelation;
  readonly legal: boolean;
  readonly primaryContact: boolean;
  readonly name: string;
  readonly phone: string | null;
}

const MOST_CONTACTS = 20;

/** Names leave the database masked. */
const contacts: Fact = (
  student,
  viewer,
) => sql`select case when ${toldOfContacts(student, viewer)} then (select coalesce(json_agg(each.contact), '[]') from (
  select json_build_object('relation', tie.relation, 'legal', tie.legal, 'primaryContact', tie.primary_contact, 'name', ${nameMasked(sql`per.name`)}, 'phone', per.phone) as contact
  from guardianship tie join guardian gdn on gdn.id = tie.guardian_id join person per on per.id = gdn.person_id where tie.student_id = ${student}.id and ${tieHolds(sql`tie`)}
  order by tie.primary_contact desc, tie.valid_from, tie.id limit ${MOST_CONTACTS}::int) each) end`;

const guardianContacts = computed<{ contacts: readonly ContactRead[] | null }>(() => [GuardianContact], {
  nullable: true,
  description:
    'Who answers for the pupil today, twenty at most, masked, for whoever knows the pupil at work or has looked them up by the number (监护人联系方式); null to everybody else: families have `guardianships`.',
  facts: { contacts },
  value: ({ contacts: read }) => read?.map((each) => ({ ...each, phone: maskedPhone(each.phone) })) ?? null,
});

export const peopleRelations: readonly Relations[] = [
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
      via: (school, staff) => sql`exists (select 1 from staff_assignment a
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
      via: (schoolClass, staff) => sql`${staff}.id in (select a.staff_id from staff_assignment a
        where a.school_class_id = ${schoolClass}.id and a.role = 'HOMEROOM_TEACHER' and ${assignmentHolds(sql`a`)})`,
      description: 'Its homeroom teacher of today (班主任).',
    }),
  }),
  relations(Room, { school: toOne(School, { by: 'school', description: 'Whose room it is (学校).' }) }),
  relations(Audience, {
    targets: toMany(AudienceTarget, { by: 'audience', description: 'Its targets: meeting one is enough (适用范围).' }),
  }),
  relations(AudienceTarget, {
    district: toOne(District, { by: 'district', description: 'Within this district (区).' }),
    school: toOne(School, { by: 'school', nullable: true, description: 'Only this school (学校).' }),
    grade: toOne(Grade, { by: 'grade', nullable: true, description: 'Only this grade (年级).' }),
    schoolClass: toOne(SchoolClass, { by: 'schoolClass', nullable: true, description: 'Only this class (班级).' }),
  }),
  relations(Student, {
    school: toOne(School, { by: 'school', description: 'The school that the pupil goes to (就读学校).' }),
    memberships: toMany(ClassMembership, {
      by: 'student',
      where: beyondLookUp(visibleMemberships),
      countedWhere: pupilsKnown,
      description: 'Classes of every school year (班级经历).',
    }),
    currentClass: toOne(SchoolClass, {
      nullable: true,
      via: (student, schoolClass) => sql`${schoolClass}.id in (select m.school_class_id from class_membership m
        join school_year y on y.id = m.school_year_id
        where m.student_id = ${student}.id and m.status = 'ACTIVE' and ${today} between y.starts_on and y.ends_on)`,
      description: 'The class of this school year (当前班级).',
    }),
    guardianships: toMany(Guardianship, {
      by: 'student',
      where: listedGuardianships,
      countedWhere: pupilsKnown,
      description: 'Who answers for the pupil (监护关系).',
    }),
    guardianContacts,
    households: toMany(Household, {
      through: { link: HouseholdStudent, from: 'student', to: 'household' },
      countedWhere: pupilsKnownAtWork,
      seenWhere: pupilsKnown,
      description:
        'Households that the pupil lives in, as far as the caller may see them: two where parents live apart (家庭).',
    }),
  }),
  relations(ClassMembership, {
    student: toOne(Student, { by: 'student', description: 'The pupil (学生).' }),
    schoolClass: toOne(SchoolClass, { by: 'schoolClass', nullable: true, description: 'The class (班级).' }),
    schoolYear: toOne(SchoolYear, { by: 'schoolYear', description: 'The school year (学年).' }),
  }),
  relations(Household, {
    name: expression(() => String, {
      description:
        'Name for lists (名称), e.g. 王小雨家: the names of those of its children whom the caller may see, as they are called today.',
      sql: nameOfHousehold,
    }),
    students: toMany(Student, {
      through: { link: HouseholdStudent, from: 'household', to: 'student' },
      countedWhere: myHouseholds,
      seenWhere: whoeverSees,
      description: 'Its children, as far as the caller may see them (学生).',
    }),
    guardians: toMany(Guardian, {
      through: { link: HouseholdGuardian, from: 'household', to: 'guardian' },
      countedWhere: myHouseholds,
      seenWhere: whoeverSees,
      description: 'Its guardians, as far as the caller may see them (家长).',
    }),
  }),
  relations(Guardian, {
    name: personName,
    phone: personPhone,
    guardianships: toMany(Guardianship, {
      by: 'guardian',
      where: listedGuardianships,
      countedWhere: oneselfAsGuardian,
      seenWhere: whoeverSees,
      description: 'The children that the guardian answers for, as far as the caller may see them (监护关系).',
    }),
    children: toMany(Student, {
      through: { link: Guardianship, from: 'guardian', to: 'student', where: (link) => tieShowsData(link) },
      countedWhere: oneselfAsGuardian,
      seenWhere: whoeverSees,
      description: "The guardian's children, as far as the caller may see them (孩子).",
    }),
    households: toMany(Household, {
      through: { link: HouseholdGuardian, from: 'guardian', to: 'household' },
      countedWhere: oneselfAsGuardian,
      seenWhere: whoeverSees,
      description: 'Households that the guardian belongs to, as far as the caller may see them (家庭).',
    }),
    isViewer: expression(() => Boolean, {
      description: 'Whether this is the caller (是否本人).',
      sql: (row) => sql`${row}.id is not distinct from ${mine.guardianId}`,
    }),
  }),
  relations(Guardianship, {
    guardian: toOne(Guardian, {
      by: 'guardian',
      nullable: true,
      description: 'The guardian (监护人); null where the caller may not see them.',
    }),
    student: toOne(Student, {
      by: 'student',
      nullable: true,
      description: 'The pupil (学生); null where the caller may not see them.',
    }),
  }),
  relations(Staff, {
    name: computed<PersonRead>(() => String, {
      description: 'Name (姓名); of who has left, the one that they had there.',
      facts: { person: memberOfStaff },
      value: ({ person: [name] }) => name,
    }),
    phone: computed<PersonRead>(() => String, {
      nullable: true,
      description:
        'Mobile number, all but its ends masked, e.g. 138****0001 (手机号); null where they have none, and of who has left.',
      facts: { person: memberOfStaff },
      value: ({ person: [, phone] }) => maskedPhone(phone),
    }),
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
      via: (staff, schoolClass) => sql`${schoolClass}.id in (select a.school_class_id from staff_assignment a
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

export const roots: Roots = {
  districts: connectionOf(District, { access: anyone, description: 'Districts (区).' }),
  schools: connectionOf(School, { access: anyone, description: 'Schools (学校).' }),
  school: nodeOf(School, { access: anyone, description: 'One school (学校).' }),
  grades: connectionOf(Grade, { access: anyone, description: 'Grades 1 to 9 (年级).' }),
  schoolYears: connectionOf(SchoolYear, { access: anyone, description: 'School years, the latest first (学年).' }),
  classes: connectionOf(SchoolClass, { access: signedIn, description: 'Classes that the caller may see (班级).' }),
  schoolClass: nodeOf(SchoolClass, { access: signedIn, description: 'One class (班级).' }),
  students: connectionOf(Student, {
    access: signedIn,
    description:
      'Pupils that the caller may see (学生). A district finds the one who has an exact number, asked for by that alone: masked, and on record.',
  }),
  student: nodeOf(Student, { access: signedIn, description: 'One pupil (学生).' }),
  households: connectionOf(Household, { access: signedIn, description: 'Households that the caller may see (家庭).' }),
  guardians: connectionOf(Guardian, { access: signedIn, description: 'Guardians that the caller may see (家长).' }),
  staffMembers: connectionOf(Staff, { access: signedIn, description: 'Staff that the caller may see (教职工).' }),
};
