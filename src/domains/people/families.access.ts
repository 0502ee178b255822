import type { ViewerShape } from '../../platform/auth/index.ts';
import {
  always,
  anyOf,
  never,
  Scope,
  sql,
  table,
  type Alias,
  type Condition,
  type Found,
  type Recorded,
  type Sql,
} from '../../platform/reading/index.ts';
import { mine } from './viewer/mine.facts.ts';
import type { Student } from './families/student.entity.ts';
import { schoolInMyDistricts } from './organisation.access.ts';
import { guardiansOfMyChildren, isMyChild } from './own-children.access.ts';
import { namesAGuardian } from './rights/in-force.facts.ts';
import { leftToMyDistrict } from './rights/left-to-the-district.facts.ts';

/** The pupil is in one of the classes that the viewer teaches now. */
export function inMyClasses(studentId: Sql): Sql {
  return sql`exists (select 1 from ${table('class_membership')} m where m.student_id = ${studentId}
    and m.school_class_id = any(${mine.classIds}) and m.status = 'ACTIVE')`;
}

export const visibleStudents: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && isMyChild(sql`${row}.id`),
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.teacher && inMyClasses(sql`${row}.id`),
  ]);

export function studentsFoundBy(viewer: ViewerShape): readonly Found<Student>[] {
  return [
    ...(viewer.guardian ? [{ by: 'id' as const, among: mine.studentIds }] : []),
    ...(viewer.school ? [{ by: 'school' as const, among: mine.schoolIds, many: true as const }] : []),
    ...(viewer.teacher
      ? [
          {
            by: 'id' as const,
            among: sql`array(select m.student_id from ${table('class_membership')} m
      where m.school_class_id = any(${mine.classIds}) and m.status = 'ACTIVE')`,
          },
        ]
      : []),
  ];
}

/**
 * Whoever reads of a pupil at work is put on record, in whatever part and by whatever way; nobody is for reading of a child of their own.
 * Rows that tell of no pupil by name, number or family, such as memberships and binding codes, lead to the pupil by a relation.
 * @param pupils ids of the pupils of whom a row tells, as a statement of one column; the row is the pupil where left out
 */
export function recordedOfPupils(pupils?: (row: Alias) => Sql): Recorded {
  return {
    kind: 'student',
    by: ({ signedIn, guardian, ...work }) => signedIn && Object.values(work).some(Boolean),
    except: (viewer) => viewer.studentIds,
    ...(pupils && {
      subjects: (row: Alias) => sql`select coalesce(json_agg(pupil.id), '[]') from (${pupils(row)}) pupil(id)`,
    }),
  };
}

/** True for the pupils whom the viewer sees by their work; whoever does not play a part has no ids of it. */
const seenAtWork = (student: Alias): Sql =>
  sql`(${student}.school_id = any(${mine.schoolIds}) or ${inMyClasses(sql`${student}.id`)})`;

/** A pupil whom the viewer sees, in whatever part. */
export const isSeenPupil = (student: Alias): Sql => sql`(${isMyChild(sql`${student}.id`)} or ${seenAtWork(student)})`;

const stu = new Scope('stu');

/** The pupils of a family. */
export function pupilsOfHousehold(householdId: (row: Alias) => Sql): (row: Alias) => Sql {
  return (row) =>
    sql`select hst.student_id from ${table('household_student')} hst where hst.household_id = ${householdId(row)}`;
}

/** Those whom its name tells of: it is made of the names that the viewer may read. */
export function pupilsInNameOf(household: Alias): Sql {
  return sql`select stu.id from ${table('household_student')} hst join ${table('student')} stu on stu.id = hst.student_id where hst.household_id = ${household}.id and ${seenAtWork(stu)}`;
}

/** The pupils by whom staff see a guardian. */
export function pupilsOfGuardian(guardian: Alias): Sql {
  return sql`select stu.id from ${table('guardianship')} tie join ${table('student')} stu on stu.id = tie.student_id where tie.guardian_id = ${guardian}.id and ${namesAGuardian(sql`tie`)} and ${seenAtWork(stu)}`;
}

/** Pupils a district finds by exact number, masked and on record: parents ask it about a child whose school they do not know. */
export const findableStudents: Condition<Student> = (row, viewer) =>
  anyOf([viewer.district && schoolInMyDistricts(row)]);

/** A pupil who was found so leads a district no further than to the school, the class of today and how the guardians are reached. */
export const beyondLookUp =
  (seen: Condition): Condition =>
  (row, viewer) =>
    viewer.district ? seen(row, viewer) : always;

/** A row that belongs to one pupil is seen by whoever sees the pupil. */
export function ofVisibleStudent(studentId: (row: Alias) => Sql): Condition {
  return (row, viewer) =>
    anyOf([
      viewer.guardian && isMyChild(studentId(row)),
      viewer.teacher && inMyClasses(studentId(row)),
      viewer.school &&
        sql`${studentId(row)} in (select s.id from ${table('student')} s where s.school_id = any(${mine.schoolIds}))`,
    ]);
}

export const visibleMemberships: Condition = ofVisibleStudent((row) => sql`${row}.student_id`);

/** The household has a pupil whom the viewer teaches or whose school the viewer administers. */
function householdOfMyPupils(householdId: Sql, viewer: { teacher: boolean; school: boolean }): Sql {
  return anyOf([
    viewer.teacher &&
      sql`exists (select 1 from ${table('household_student')} hs join ${table('class_membership')} m on m.student_id = hs.student_id
      where hs.household_id = ${householdId} and m.school_class_id = any(${mine.classIds}) and m.status = 'ACTIVE')`,
    viewer.school &&
      sql`exists (select 1 from ${table('household_student')} hs join ${table('student')} s on s.id = hs.student_id
      where hs.household_id = ${householdId} and s.school_id = any(${mine.schoolIds}))`,
  ]);
}

export const visibleHouseholds: Condition = (row, viewer) =>
  anyOf([viewer.guardian && sql`${row}.id = any(${mine.householdIds})`, householdOfMyPupils(sql`${row}.id`, viewer)]);

/** The name of a family: the names that those of its children bear today whom the viewer may see, and no other. */
export function nameOfHousehold(row: Alias, viewer: ViewerShape): Sql {
  return sql`coalesce((select string_agg(stu.name, '、' order by stu.id) from ${table('household_student')} hst join ${table('student')} stu on stu.id = hst.student_id
    where hst.household_id = ${row}.id and ${visibleStudents(stu, viewer)}) || '家', '家庭')`;
}

/** A guardian sees themself and those who answer for the same child in the same household; staff see the guardians of their pupils. */
export const visibleGuardians: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.id = ${mine.guardianId}`,
    viewer.guardian && sql`${row}.id = any(${guardiansOfMyChildren})`,
    viewer.teacher &&
      sql`exists (select 1 from ${table('guardianship')} g join ${table('class_membership')} m on m.student_id = g.student_id
      where g.guardian_id = ${row}.id and g.status in ('ACTIVE', 'PENDING') and m.school_class_id = any(${mine.classIds}) and m.status = 'ACTIVE')`,
    viewer.school &&
      sql`exists (select 1 from ${table('guardianship')} g join ${table('student')} s on s.id = g.student_id
      where g.guardian_id = ${row}.id and ${namesAGuardian(sql`g`)} and s.school_id = any(${mine.schoolIds}))`,
  ]);

/** A guardianship, or a request for one, on which the viewer decides for their district, for nobody at the school may. */
export const leftToMe: Condition = (row) =>
  sql`(${namesAGuardian(row)} and exists (select 1 from ${table('student')} stu where stu.id = ${row}.student_id and ${leftToMyDistrict(stu)}))`;

/** The viewer decided it so for a district of theirs, whoever may decide on it by now. */
const decidedByMe: Condition = (row) =>
  sql`(${row}.decided_by_id = ${mine.staffId} and ${row}.decided_for_district and exists (select 1 from ${table('student')} stu where stu.id = ${row}.student_id and ${schoolInMyDistricts(stu)}))`;

/** What a district decides on in the place of a school, and what the viewer has decided so. */
export const forMyDistrict: Condition = (row, viewer) =>
  anyOf([viewer.district && anyOf([leftToMe(row, viewer), decidedByMe(row, viewer)])]);

/** One's own guardianships whatever became of them, those of pupils whom one may see, and what is for the district to decide. */
export const visibleGuardianships: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.guardian_id = ${mine.guardianId}`,
    ofVisibleStudent((each) => sql`${each}.student_id`)(row, viewer),
    forMyDistrict(row, viewer),
  ]);

/** Those of a guardian, a class or a school are listed for whoever sees these: what is for the district it is shown one by one, as it is told of it, and of a pupil whom it looks up. */
export const listedGuardianships: Condition = (_row, { guardian, teacher, school, district }) =>
  district && !guardian && !teacher && !school ? never : always;

/** Pupils whose guardianships are listed: all of them for whoever sees the pupil, and for the district that decides on them those that there are to decide on. */
export const pupilsWithListedTies: Condition = (row, viewer) =>
  anyOf([visibleStudents(row, viewer), viewer.district && leftToMyDistrict(row)]);
