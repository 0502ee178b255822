import { inPerson, type Permissions } from '../../../../platform/auth/index.ts';
import {
  allOf,
  anyOf,
  Scope,
  sql,
  table,
  type Alias,
  type Condition,
  type Sql,
} from '../../../../platform/reading/index.ts';
import {
  assignmentHolds,
  leftToTheDistrict,
  schoolInMyDistricts,
  hasRole,
  isGuardian,
  mine,
  type SchoolClass,
} from '../../../people/index.ts';
import { isOpenLecture, nobodyInClass } from '../../model/index.ts';

export const PROPOSE_LECTURE = 'volunteering.lecture.propose';
export const DECIDE_LECTURE = 'volunteering.lecture.decide';

export const lecturePermissions: Permissions = {
  [PROPOSE_LECTURE]: {
    description: "Propose a lecture to a child's class, and take it back (申请家长讲堂).",
    heldBy: isGuardian,
  },
  [DECIDE_LECTURE]: {
    description: 'Accept, decline, schedule and cancel lectures that parents propose to a class (审核家长讲堂).',
    heldBy: inPerson(hasRole('HOMEROOM_TEACHER', 'SCHOOL_ADMIN', 'DISTRICT_ADMIN')),
  },
};

/** Classes of which the viewer is the homeroom teacher today. */
const headedByMe: Sql = sql`array(select asg.school_class_id from ${table('staff_assignment')} asg
  where asg.staff_id = ${mine.staffId} and asg.role = 'HOMEROOM_TEACHER' and ${assignmentHolds(sql`asg`)})`;

const cls = new Scope('cls');

function ofClass(row: Alias, condition: Sql): Sql {
  return sql`(select ${condition} from ${table('school_class')} cls where cls.id = ${row}.school_class_id)`;
}

/** True where the role `asg` is that of whoever heads class `cls`. */
export const headsClass: Sql = sql`(asg.school_class_id = cls.id and asg.role = 'HOMEROOM_TEACHER')`;

/** Nobody is left who heads the class or administers its school and does not give the lecture: `whoDecidesOnLecturesOf` names the district. */
const leftToMyDistrict = (row: Alias): Sql =>
  ofClass(
    row,
    sql`(${schoolInMyDistricts(cls)} and ${leftToTheDistrict({
      schoolId: sql`cls.school_id`,
      districtId: sql`null`,
      first: headsClass,
      but: sql`array[${row}.person_id]`,
    })})`,
  );

/**
 * Lectures on which the viewer decides: as homeroom teacher of the class, or as administrator of its school; where
 * there is nobody who may, as the district.
 */
export const manageableLectures: Condition = (row, viewer) =>
  anyOf([
    viewer.teacher && sql`${row}.school_class_id = any(${headedByMe})`,
    viewer.school && ofClass(row, sql`cls.school_id = any(${mine.schoolIds})`),
    viewer.district && leftToMyDistrict(row),
  ]);

/** Classes of which whoever decides sees every lecture. */
export const classesOfKnownLectures: Condition = (row, viewer) =>
  anyOf([
    viewer.teacher && sql`${row}.id = any(${headedByMe})`,
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
  ]);

/** Classes and schools of which somebody sees the lectures that take place, at least. */
export const classesOfSeenLectures: Condition<SchoolClass> = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.id = any(${mine.childClassIds})`,
    viewer.teacher && sql`${row}.id = any(${mine.classIds})`,
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && schoolInMyDistricts(row),
  ]);
export const schoolsOfSeenLectures: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.id = any(${mine.childSchoolIds})`,
    viewer.teacher && sql`${row}.id = any(${mine.staffSchoolIds})`,
    viewer.school && sql`${row}.id = any(${mine.schoolIds})`,
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);

/** What a guardian has proposed stands as long as a child of theirs is in the class today. */
const standsFor = (row: Alias): Sql =>
  sql`(not ${isOpenLecture(row)} or not ${nobodyInClass(sql`${row}.guardian_id`, sql`${row}.school_class_id`)})`;

/**
 * Whoever decides sees all lectures that stand or are over. Families and other teachers of the class, and the district,
 * see those that take place. Everybody sees their own, one that stands as long as a child of theirs is in the class.
 */
export const visibleParentLectures: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian &&
      allOf([
        sql`${row}.guardian_id = ${mine.guardianId}`,
        anyOf([
          sql`${row}.status in ('DECLINED', 'WITHDRAWN', 'CANCELLED')`,
          sql`${row}.school_class_id = any(${mine.childClassIds})`,
        ]),
      ]),
    viewer.guardian &&
      allOf([sql`${row}.status = 'SCHEDULED'`, sql`${row}.school_class_id = any(${mine.childClassIds})`]),
    viewer.teacher && allOf([sql`${row}.status = 'SCHEDULED'`, sql`${row}.school_class_id = any(${mine.classIds})`]),
    viewer.district && allOf([sql`${row}.status = 'SCHEDULED'`, ofClass(row, schoolInMyDistricts(cls))]),
    viewer.district &&
      allOf([
        sql`(${row}.decided_by_id = ${mine.staffId} and ${row}.decided_for_district)`,
        ofClass(row, schoolInMyDistricts(cls)),
      ]),
    allOf([manageableLectures(row, viewer), standsFor(row)]),
  ]);
