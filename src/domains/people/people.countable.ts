import { anyOf, heldBy, mine, raw, sql, type Alias, type Condition, type Sql } from '../../platform/reading/index.ts';
import { schoolInMyAnalysis, schoolInMyDistricts, visibleMemberships, visibleStudents } from './people.access.ts';

/* Who counts what they do not see, and of what the number of all is theirs to know. */

/** District staff and analysts count pupils, and see none. */
export const countableStudents: Condition = (row, viewer) =>
  anyOf([
    visibleStudents(row, viewer),
    viewer.district && schoolInMyDistricts(row),
    viewer.analyst && schoolInMyAnalysis(row),
  ]);

const cls = raw('cls');

function ofItsClass(row: Alias, condition: (schoolClass: Alias) => Sql): Sql {
  const schoolClass = heldBy(row, 'school_class_id');
  return schoolClass ? condition(schoolClass) : sql`${row}.school_class_id in (select cls.id from school_class cls where ${condition(cls)})`;
}

export const countableMemberships: Condition = (row, viewer) =>
  anyOf([
    visibleMemberships(row, viewer),
    viewer.district && ofItsClass(row, schoolInMyDistricts),
    viewer.analyst && ofItsClass(row, schoolInMyAnalysis),
  ]);

/** Schools all of whose pupils the viewer sees or may count; of others they see a part, or nobody. */
export const schoolsOfCountedPupils: Condition = (row, viewer) =>
  anyOf([
    viewer.school && sql`${row}.id = any(${mine.schoolIds})`,
    viewer.district && !viewer.guardian && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);

/** The same of classes. */
export const classesOfCountedPupils: Condition = (row, viewer) =>
  anyOf([
    viewer.teacher && sql`${row}.id = any(${mine.classIds})`,
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && !viewer.guardian && schoolInMyDistricts(row),
  ]);

/** Schools all of whose staff the viewer sees; parents see those of their children's classes. */
export const schoolsWithKnownStaff: Condition = (row, viewer) =>
  anyOf([
    viewer.staff && sql`${row}.id = any(${mine.staffSchoolIds})`,
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);
