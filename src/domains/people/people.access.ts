import type { ViewerShape } from '../../platform/auth/index.ts';
import {
  allOf,
  always,
  anyOf,
  heldBy,
  mine,
  never,
  raw,
  sql,
  today,
  type Alias,
  type Condition,
  type Found,
  type Recorded,
  type Sql,
} from '../../platform/reading/index.ts';
import type { Student } from './families/student.entity.ts';
import { assignmentHolds, assignmentStands, namesAGuardian, tieHolds, tieShowsData } from './rights/in-force.facts.ts';
import { leftToMyDistrict } from './rights/left-to-the-district.facts.ts';

export { assignmentHolds, namesAGuardian, today };

/*
 * Whose child it is today. What is for a child asks for it, never for the household alone: whoever lost one child of a
 * household sees nothing of it, though another child there is theirs.
 */

/** True where the pupil is the viewer's own child today: an own tie in force that gives access to data. */
export const isMyChild = (studentId: Sql): Sql => sql`${studentId} = any(${mine.studentIds})`;

/** True where the viewer is a guardian of the pupil, asks to be one, or is kept from it: whatever the school decides there is their own case. */
export const isMyOwnCase = (
  studentId: Sql,
): Sql => sql`exists (select 1 from guardian gua join guardianship own on own.guardian_id = gua.id
  where gua.person_id = any(${mine.ownPersonIds}) and own.student_id = ${studentId} and ${namesAGuardian(sql`own`)})`;

/** The array of the children of somebody today: `mine.studentIds` of anybody. */
export function childrenOfGuardian(guardianId: Sql): Sql {
  return sql`array(select tie.student_id from guardianship tie where tie.guardian_id = ${guardianId} and ${tieShowsData(sql`tie`)})`;
}

/** The array of the households of somebody where a child of theirs lives today: `mine.householdIds` of anybody. */
export function householdsWithOwnChild(guardianId: Sql): Sql {
  return sql`array(select distinct hgd.household_id from household_guardian hgd join household_student hst on hst.household_id = hgd.household_id
    join guardianship tie on tie.guardian_id = hgd.guardian_id and tie.student_id = hst.student_id
    where hgd.guardian_id = ${guardianId} and ${tieShowsData(sql`tie`)})`;
}

/**
 * The array of the guardians who live in a household of the viewer and answer today for a child of the viewer that lives
 * there. The viewer's own ids are few: it is read once, and an index can be asked for its rows.
 */
export const guardiansOfMyChildren: Sql = sql`array(select tie.guardian_id from household_student hst
  join household_guardian hgd on hgd.household_id = hst.household_id
  join guardianship tie on tie.guardian_id = hgd.guardian_id and tie.student_id = hst.student_id
  where hst.household_id = any(${mine.householdIds}) and ${isMyChild(sql`hst.student_id`)} and ${tieHolds(sql`tie`)})`;

/** The same of anybody, as the tables are at this moment: for what is decided under their lock. */
export function guardiansOfChildrenOf(guardianId: Sql): Sql {
  return sql`array(select tie.guardian_id from guardianship own join household_guardian hme on hme.guardian_id = own.guardian_id
    join household_student hst on hst.household_id = hme.household_id and hst.student_id = own.student_id
    join household_guardian hgd on hgd.household_id = hst.household_id
    join guardianship tie on tie.guardian_id = hgd.guardian_id and tie.student_id = hst.student_id
    where own.guardian_id = ${guardianId} and ${tieShowsData(sql`own`)} and ${tieHolds(sql`tie`)})`;
}

/** True where the audience has a target with one of the keys. */
export function audienceHasKey(audienceId: Sql, keys: Sql): Sql {
  return sql`exists (select 1 from audience_target t where t.audience_id = ${audienceId} and t.key = any(${keys}))`;
}

/** True where the audience has a target that a child of the viewer belongs to. */
export function forMyChildren(audienceId: Sql): Sql {
  return audienceHasKey(audienceId, mine.audienceKeys);
}

/** Rows that hang on a school at hand are all of a district or none is: then no row has to be looked at to know it. */
function schoolIn(row: Alias, districtIds: Sql): Sql {
  const school = heldBy(row, 'school_id');
  return school
    ? sql`${school}.district_id = any(${districtIds})`
    : sql`${row}.school_id in (select s.id from school s where s.district_id = any(${districtIds}))`;
}

/** True where the row's school lies in a district that the viewer administers. */
export const schoolInMyDistricts = (row: Alias): Sql => schoolIn(row, mine.districtIds);

/** True where the row's school lies in a district whose figures the viewer analyses. */
export const schoolInMyAnalysis = (row: Alias): Sql => schoolIn(row, mine.analystDistrictIds);

/** Public facts: names of schools, grades and years. */
export const visibleToAll: Condition = () => always;

export const visibleClasses: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.school_id = any(${mine.childSchoolIds})`,
    viewer.guardian && sql`${row}.id = any(${mine.childClassIds})`,
    viewer.staff && sql`${row}.school_id = any(${mine.staffSchoolIds})`,
    viewer.district && schoolInMyDistricts(row),
    viewer.analyst && schoolInMyAnalysis(row),
  ]);

export const visibleRooms: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.school_id = any(${mine.childSchoolIds})`,
    viewer.staff && sql`${row}.school_id = any(${mine.staffSchoolIds})`,
    viewer.district && schoolInMyDistricts(row),
  ]);

/** The pupil is in one of the classes that the viewer teaches now. */
function inMyClasses(studentId: Sql): Sql {
  return sql`exists (select 1 from class_membership m where m.student_id = ${studentId}
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
            among: sql`array(select m.student_id from class_membership m
      where m.school_class_id = any(${mine.classIds}) and m.status = 'ACTIVE')`,
          },
        ]
      : []),
  ];
}

/**
 * Whoever reads of a pupil at work, in whatever part and by whatever road, is put on record; nobody is for reading of a child of
 * their own. Rows that tell of no pupil by name, number or family, such as memberships and binding codes, lead to the pupil by a relation.
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

const stu = raw('stu');

/** The pupils of a family. */
export function pupilsOfHousehold(householdId: (row: Alias) => Sql): (row: Alias) => Sql {
  return (row) => sql`select hst.student_id from household_student hst where hst.household_id = ${householdId(row)}`;
}

/** Those whom its name tells of: it is made of the names that the viewer may read. */
export function pupilsInNameOf(household: Alias): Sql {
  return sql`select stu.id from household_student hst join student stu on stu.id = hst.student_id where hst.household_id = ${household}.id and ${seenAtWork(stu)}`;
}

/** The pupils by whom staff see a guardian. */
export function pupilsOfGuardian(guardian: Alias): Sql {
  return sql`select stu.id from guardianship tie join student stu on stu.id = tie.student_id where tie.guardian_id = ${guardian}.id and ${namesAGuardian(sql`tie`)} and ${seenAtWork(stu)}`;
}

/** Whom a district finds by the exact number, masked and on record: parents ask it about a child whose school they do not know. */
export const findableStudents: Condition = (row, viewer) => anyOf([viewer.district && schoolInMyDistricts(row)]);

/** What hangs on a pupil who was found so leads no further than the school, the class of today and how the guardians are reached. */
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
        sql`${studentId(row)} in (select s.id from student s where s.school_id = any(${mine.schoolIds}))`,
    ]);
}

export const visibleMemberships: Condition = ofVisibleStudent((row) => sql`${row}.student_id`);

/** The household has a pupil whom the viewer teaches or whose school the viewer administers. */
function householdOfMyPupils(householdId: Sql, viewer: { teacher: boolean; school: boolean }): Sql {
  return anyOf([
    viewer.teacher &&
      sql`exists (select 1 from household_student hs join class_membership m on m.student_id = hs.student_id
      where hs.household_id = ${householdId} and m.school_class_id = any(${mine.classIds}) and m.status = 'ACTIVE')`,
    viewer.school &&
      sql`exists (select 1 from household_student hs join student s on s.id = hs.student_id
      where hs.household_id = ${householdId} and s.school_id = any(${mine.schoolIds}))`,
  ]);
}

export const visibleHouseholds: Condition = (row, viewer) =>
  anyOf([viewer.guardian && sql`${row}.id = any(${mine.householdIds})`, householdOfMyPupils(sql`${row}.id`, viewer)]);

/** What a family is called: by the names that those of its children bear today whom the viewer may see, and by no other. */
export function nameOfHousehold(row: Alias, viewer: ViewerShape): Sql {
  return sql`coalesce((select string_agg(stu.name, '、' order by stu.id) from household_student hst join student stu on stu.id = hst.student_id
    where hst.household_id = ${row}.id and ${visibleStudents(stu, viewer)}) || '家', '家庭')`;
}

/** A guardian sees themself and those who answer for the same child in the same household; staff see the guardians of their pupils. */
export const visibleGuardians: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.id = ${mine.guardianId}`,
    viewer.guardian && sql`${row}.id = any(${guardiansOfMyChildren})`,
    viewer.teacher &&
      sql`exists (select 1 from guardianship g join class_membership m on m.student_id = g.student_id
      where g.guardian_id = ${row}.id and g.status in ('ACTIVE', 'PENDING') and m.school_class_id = any(${mine.classIds}) and m.status = 'ACTIVE')`,
    viewer.school &&
      sql`exists (select 1 from guardianship g join student s on s.id = g.student_id
      where g.guardian_id = ${row}.id and ${namesAGuardian(sql`g`)} and s.school_id = any(${mine.schoolIds}))`,
  ]);

/** A request on which the viewer decides for their district, for nobody at the school may. */
const leftToMe: Condition = (row) =>
  sql`${row}.status = 'PENDING' and exists (select 1 from student stu where stu.id = ${row}.student_id and ${leftToMyDistrict(stu)})`;

/** One's own guardianships whatever became of them, those of pupils whom one may see, and what waits for the district. */
export const visibleGuardianships: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.guardian_id = ${mine.guardianId}`,
    ofVisibleStudent((each) => sql`${each}.student_id`)(row, viewer),
    viewer.district && leftToMe(row, viewer),
  ]);

/** Those of a pupil or a guardian are listed for whoever sees these: what waits for the district it is shown one by one, as it is told of it. */
export const listedGuardianships: Condition = (_row, { guardian, teacher, school, district }) =>
  district && !guardian && !teacher && !school ? never : always;

/**
 * The school's own notes on a guardianship are for the staff who see the pupil, and for nobody whose own case it is: somebody of
 * the staff who is a guardian of it, asks to be one or is kept from it, is told what a guardian is, and their service token no more.
 */
const schoolsOwnNotes: Condition = (row, viewer) =>
  allOf([
    ofVisibleStudent((each) => sql`${each}.student_id`)(row, { ...viewer, guardian: false }),
    viewer.guardian && sql`${row}.guardian_id is distinct from ${mine.guardianId}`,
    sql`not ${isMyOwnCase(sql`${row}.student_id`)}`,
  ]);

/** Who is told why the school decided so: whoever keeps its notes, and a guardian whose own request was declined. */
export const toldWhyDecided: Condition = (row, viewer) =>
  anyOf([
    schoolsOwnNotes(row, viewer),
    viewer.guardian && sql`(${row}.guardian_id = ${mine.guardianId} and ${row}.status = 'REJECTED')`,
  ]);

/** Who is told when and by whom: those, and the guardian themselves, but for a block and what was under one. */
export const toldWhoDecided: Condition = (row, viewer) =>
  anyOf([
    schoolsOwnNotes(row, viewer),
    viewer.guardian &&
      sql`(${row}.guardian_id = ${mine.guardianId} and ${row}.status in ('ACTIVE', 'REJECTED', 'ENDED'))`,
  ]);

/** Who is told of whom and by whom something is asked, to decide on it: whoever keeps the school's notes, and the district in its place. */
export const toldToDecide: Condition = (row, viewer) =>
  anyOf([
    schoolsOwnNotes(row, viewer),
    viewer.district && allOf([leftToMe(row, viewer), sql`not ${isMyOwnCase(sql`${row}.student_id`)}`]),
  ]);

/** Who is told what a guardian has asked, when and with which code: those who decide on it, and the guardian. */
export const toldWhatWasAsked: Condition = (row, viewer) =>
  anyOf([toldToDecide(row, viewer), viewer.guardian && sql`${row}.guardian_id = ${mine.guardianId}`]);

export const visibleStaff: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && sql`${row}.id = ${mine.staffId}`,
    viewer.guardian &&
      sql`exists (select 1 from staff_assignment a where a.staff_id = ${row}.id and a.school_class_id = any(${mine.childClassIds}))`,
    viewer.staff &&
      sql`exists (select 1 from staff_assignment a where a.staff_id = ${row}.id and a.school_id = any(${mine.staffSchoolIds}))`,
    viewer.district &&
      sql`exists (select 1 from staff_assignment a where a.staff_id = ${row}.id and a.district_id = any(${mine.districtIds}))`,
  ]);

/** The role is one by which the viewer knows whoever holds or held it. */
const knownByRole = (role: Alias, viewer: ViewerShape): Sql =>
  anyOf([
    viewer.guardian && sql`${role}.school_class_id = any(${mine.childClassIds})`,
    viewer.staff && sql`${role}.school_id = any(${mine.staffSchoolIds})`,
    viewer.district && sql`${role}.district_id = any(${mine.districtIds})`,
  ]);

/** Whom the viewer knows by a role that stands. Whoever has none there any more is known by what they did there, and by the name that they did it under. */
export const knownAtWork: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && sql`${row}.id = ${mine.staffId}`,
    sql`exists (select 1 from staff_assignment asg where asg.staff_id = ${row}.id and ${assignmentStands(sql`asg`)} and ${knownByRole(sql`asg`, viewer)})`,
  ]);

/** What they were called in the last role by which the viewer knows them. */
export function calledInRole(row: Alias, viewer: ViewerShape): Sql {
  return sql`(select asg.held_as from staff_assignment asg where asg.staff_id = ${row}.id and ${knownByRole(sql`asg`, viewer)} order by asg.valid_to desc nulls first, asg.id desc limit 1)`;
}

export const visibleAssignments: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && sql`${row}.staff_id = ${mine.staffId}`,
    viewer.guardian && sql`${row}.school_class_id = any(${mine.childClassIds})`,
    viewer.staff && sql`${row}.school_id = any(${mine.staffSchoolIds})`,
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);

/**
 * The very roles that the viewer acts by, as far as they hold and are those of whom the viewer was read as, locked against their end and
 * against their holder's becoming one person with somebody else; whoever waited for either finds them gone.
 */
export const myRolesAtWork: Sql = sql`select asg.id from staff_assignment asg join staff stf on stf.id = asg.staff_id
  where asg.id = any(${mine.assignmentIds}) and ${assignmentHolds(sql`asg`)} and stf.person_id = any(${mine.ownPersonIds})
  order by asg.id for share of asg for key share of stf`;

/** The record of a code is for whoever teaches the pupil or administers the school; nobody reads the code itself. */
export const visibleBindingCodes: Condition = (row, viewer) =>
  anyOf([
    viewer.teacher && inMyClasses(sql`${row}.student_id`),
    viewer.school && sql`${row}.student_id in (select s.id from student s where s.school_id = any(${mine.schoolIds}))`,
  ]);
