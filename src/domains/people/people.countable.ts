import { always, anyOf, never, Scope, sql, table, type Condition, type Sql } from '../../platform/reading/index.ts';
import type { ClassMembership } from './families/class-membership.entity.ts';
import type { Student } from './families/student.entity.ts';
import type { Room } from './organisation/room.entity.ts';
import type { SchoolClass } from './organisation/school-class.entity.ts';
import { mine } from './viewer/mine.facts.ts';
import { countsWidely } from './viewer/disclosure.ts';
import {
  findableStudents,
  visibleGuardians,
  visibleHouseholds,
  visibleMemberships,
  visibleStudents,
} from './families.access.ts';
import { schoolInMyAnalysis, schoolInMyDistricts } from './organisation.access.ts';

/* Conditions on who counts what they do not see, and of what they may know the number of all. */

/** District staff and analysts count pupils, and see none. */
export const countableStudents: Condition<Student> = (row, viewer) =>
  anyOf([
    visibleStudents(row, viewer),
    viewer.district && schoolInMyDistricts(row),
    viewer.analyst && schoolInMyAnalysis(row),
  ]);

const cls = new Scope('cls');

function ofItsClass(row: Scope<ClassMembership>, condition: (schoolClass: Scope<SchoolClass>) => Sql): Sql {
  const schoolClass = row.parent('schoolClass');
  return schoolClass
    ? condition(schoolClass)
    : sql`${row}.school_class_id in (select cls.id from ${table('school_class')} cls where ${condition(cls)})`;
}

export const countableMemberships: Condition<ClassMembership> = (row, viewer) =>
  anyOf([
    // With those who have left, whom they see no longer. First what asks for no other row.
    viewer.teacher && sql`${row}.school_class_id = any(${mine.classIds})`,
    visibleMemberships(row, viewer),
    viewer.school && ofItsClass(row, (schoolClass) => sql`${schoolClass}.school_id = any(${mine.schoolIds})`),
    viewer.district && ofItsClass(row, schoolInMyDistricts),
    viewer.analyst && ofItsClass(row, schoolInMyAnalysis),
  ]);

/** Schools all of whose pupils the viewer sees or may count; of others they see a part, or nobody. */
export const schoolsOfCountedPupils: Condition = (row, viewer) =>
  anyOf([
    viewer.school && sql`${row}.id = any(${mine.schoolIds})`,
    countsWidely(viewer) && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);

/** The same of classes. */
export const classesOfCountedPupils: Condition<SchoolClass> = (row, viewer) =>
  anyOf([
    viewer.teacher && sql`${row}.id = any(${mine.classIds})`,
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    countsWidely(viewer) && schoolInMyDistricts(row),
  ]);

/** Schools and classes of which somebody is told how many pupils they have: whoever knows all of them, and who counts for a district, large groups at least. */
export const schoolsToldOf: Condition = (row, viewer) =>
  anyOf([
    schoolsOfCountedPupils(row, viewer),
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
    viewer.analyst && sql`${row}.district_id = any(${mine.analystDistrictIds})`,
  ]);

export const classesToldOf: Condition<SchoolClass> = (row, viewer) =>
  anyOf([
    classesOfCountedPupils(row, viewer),
    viewer.district && schoolInMyDistricts(row),
    viewer.analyst && schoolInMyAnalysis(row),
  ]);

/** Classes of which somebody is told how many ever were in them: a teacher and a school no longer see those who have left the school. */
export const classesOfKnownPast: Condition<SchoolClass> = (row, viewer) =>
  anyOf([countsWidely(viewer) && schoolInMyDistricts(row)]);

/** Schools and classes of which the viewer sees pupils: those of their own, all of them or as far as they teach them. Whoever counts a whole district besides is not shown a part. */
export const schoolsOfSeenPupils: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.id = any(${mine.childSchoolIds})`,
    viewer.teacher && !countsWidely(viewer) && sql`${row}.id = any(${mine.staffSchoolIds})`,
    viewer.school && sql`${row}.id = any(${mine.schoolIds})`,
  ]);

export const classesOfSeenPupils: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.id = any(${mine.childClassIds})`,
    viewer.teacher && sql`${row}.id = any(${mine.classIds})`,
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
  ]);
export const classesOfSeenPast: Condition = (row, viewer) =>
  countsWidely(viewer) ? never : classesOfSeenPupils(row, viewer);

/** Whoever sees a row as a guardian or at work sees what hangs on it by the same right, as far as that goes. */
export const whoeverSees: Condition = () => always;

/** Classes and schools all of whose pupils' guardians the viewer sees: those of whom they decide. */
export const classesAtWork: Condition<SchoolClass> = (row, viewer) =>
  classesOfCountedPupils(row, { ...viewer, district: false });
export const schoolsAtWork: Condition = (row, viewer) => schoolsOfCountedPupils(row, { ...viewer, district: false });

/** Pupils of whom the viewer knows all that hangs on them: what a teacher or a school sees of a pupil, and what a guardian does. */
export const pupilsKnown: Condition = visibleStudents;
export const pupilsKnownAtWork: Condition = (row, viewer) => visibleStudents(row, { ...viewer, guardian: false });

/** Pupils whose guardians somebody is told how to reach: those whom they know at work, and those whom a district looks up. */
export const toldOfContacts: Condition<Student> = (row, viewer) =>
  anyOf([pupilsKnownAtWork(row, viewer), findableStudents(row, viewer)]);

/** Somebody may know the number of what they have themself; nobody else sees the whole of it. */
export const oneselfAsGuardian: Condition = (row, viewer) =>
  anyOf([viewer.guardian && sql`${row}.id = ${mine.guardianId}`]);
export const oneselfAsStaff: Condition = (row) => sql`${row}.id = ${mine.staffId}`;
export const myHouseholds: Condition = (row, viewer) =>
  anyOf([viewer.guardian && sql`${row}.id = any(${mine.householdIds})`]);

/** Families and guardians of pupils of the schools that the viewer administers. */
export const householdsOfMySchools: Condition = (row, viewer) =>
  visibleHouseholds(row, { ...viewer, guardian: false, teacher: false });
export const guardiansOfMySchools: Condition = (row, viewer) =>
  visibleGuardians(row, { ...viewer, guardian: false, teacher: false });

/** Guardians of whom a school sees what they do there, besides the guardian. */
export const guardiansKnownToMe: Condition = (row, viewer) =>
  anyOf([oneselfAsGuardian(row, viewer), guardiansOfMySchools(row, viewer)]);

/**
 * Rows of the viewer's own families: a school no longer sees the pupils and guardians of a meeting of last year who
 * have left it.
 */
export const ofMyHouseholds: Condition = (row, viewer) =>
  anyOf([viewer.guardian && sql`${row}.household_id = any(${mine.householdIds})`]);

/** Rooms of which the viewer knows whenever they are taken. */
export const roomsKnown: Condition<Room> = (row, viewer) =>
  anyOf([
    viewer.staff && sql`${row}.school_id = any(${mine.staffSchoolIds})`,
    viewer.district && schoolInMyDistricts(row),
  ]);

/** Schools all of whose staff the viewer sees; parents see those of their children's classes. */
export const schoolsWithKnownStaff: Condition = (row, viewer) =>
  anyOf([
    viewer.staff && sql`${row}.id = any(${mine.staffSchoolIds})`,
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);

/** Schools of which the viewer sees staff. */
export const schoolsOfSeenStaff: Condition = (row, viewer) =>
  anyOf([schoolsWithKnownStaff(row, viewer), viewer.guardian && sql`${row}.id = any(${mine.childSchoolIds})`]);
