import { signedIn } from '../../platform/auth/index.ts';
import {
  connectionOf,
  expression,
  nodeOf,
  readable,
  relations,
  sql,
  table,
  today,
  toMany,
  toOne,
  type Readable,
  type Relations,
  type Roots,
} from '../../platform/reading/index.ts';
import { mine } from './viewer/mine.facts.ts';
import { guardianContacts, guardianName, guardianPhone, guardianPhoneVerifiedAt } from './contacts.relations.ts';
import {
  beyondLookUp,
  findableStudents,
  isSeenPupil,
  listedGuardianships,
  nameOfHousehold,
  pupilsInNameOf,
  pupilsOfGuardian,
  pupilsWithListedTies,
  recordedOfPupils,
  studentsFoundBy,
  visibleGuardians,
  visibleGuardianships,
  visibleHouseholds,
  visibleMemberships,
  visibleStudents,
} from './families.access.ts';
import { ClassMembership } from './families/class-membership.entity.ts';
import { Guardian } from './families/guardian.entity.ts';
import { Guardianship } from './families/guardianship.entity.ts';
import { HouseholdGuardian, HouseholdStudent } from './families/household-membership.entity.ts';
import { Household } from './families/household.entity.ts';
import { studentNumberOf } from './families/student-number.ts';
import { Student } from './families/student.entity.ts';
import { nameMasked, numberMasked } from './masking.ts';
import { SchoolClass } from './organisation/school-class.entity.ts';
import { SchoolYear } from './organisation/school-year.entity.ts';
import { School } from './organisation/school.entity.ts';
import {
  countableMemberships,
  countableStudents,
  myHouseholds,
  oneselfAsGuardian,
  pupilsKnown,
  pupilsKnownAtWork,
  whoeverSees,
} from './people.countable.ts';
import { guardianSearch, householdSearch, studentSearch } from './people.search.ts';
import { tieShowsData } from './rights/in-force.facts.ts';

export const familyReadables: readonly Readable[] = [
  readable(Student, {
    prefix: 'student',
    visible: visibleStudents,
    foundBy: studentsFoundBy,
    countable: countableStudents,
    recorded: recordedOfPupils(),
    lookUp: {
      by: 'studentNumber',
      who: findableStudents,
      masked: { name: nameMasked, nameKey: () => sql`''`, studentNumber: numberMasked },
    },
    filters: { school: ['eq', 'in'], studentNumber: ['eq'] },
    normalised: { studentNumber: studentNumberOf },
    search: studentSearch,
    orders: { NAME: 'nameKey' },
    defaultOrder: [{ by: 'nameKey', direction: 'ASC' }],
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
    search: householdSearch(isSeenPupil),
    orders: { CREATED_AT: 'createdAt' },
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
  readable(Guardian, {
    prefix: 'guardian',
    visible: visibleGuardians,
    recorded: recordedOfPupils(pupilsOfGuardian),
    search: guardianSearch,
    orders: { NAME: 'nameKey', CREATED_AT: 'createdAt' },
    defaultOrder: [{ by: 'createdAt', direction: 'ASC' }],
  }),
  readable(Guardianship, {
    prefix: 'guardianship',
    visible: visibleGuardianships,
    recorded: recordedOfPupils((row) => sql`select ${row}.student_id`),
    defaultOrder: [{ by: 'validFrom', direction: 'DESC' }],
  }),
];

export const familyRelations: readonly Relations[] = [
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
      via: (
        student,
        schoolClass,
      ) => sql`${schoolClass}.id in (select m.school_class_id from ${table('class_membership')} m
        join ${table('school_year')} y on y.id = m.school_year_id
        where m.student_id = ${student}.id and m.status = 'ACTIVE' and ${today} between y.starts_on and y.ends_on)`,
      description: 'The class of this school year (当前班级).',
    }),
    guardianships: toMany(Guardianship, {
      by: 'student',
      countedWhere: pupilsKnown,
      seenWhere: pupilsWithListedTies,
      description:
        'Who answers for the pupil (监护关系): for the district where nobody at the school may decide on it, those that it decides on.',
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
    name: guardianName,
    phone: guardianPhone,
    phoneVerifiedAt: guardianPhoneVerifiedAt,
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
];

export const familyRoots: Roots = {
  students: connectionOf(Student, {
    access: signedIn,
    description:
      'Pupils that the caller may see (学生). A district finds the one who has an exact number, asked for by that alone: masked, and on record.',
  }),
  student: nodeOf(Student, { access: signedIn, description: 'One pupil (学生).' }),
  households: connectionOf(Household, { access: signedIn, description: 'Households that the caller may see (家庭).' }),
  guardians: connectionOf(Guardian, { access: signedIn, description: 'Guardians that the caller may see (家长).' }),
};
