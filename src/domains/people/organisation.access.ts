import { always, anyOf, sql, table, type Condition, type Scope, type Sql } from '../../platform/reading/index.ts';
import type { Room } from './organisation/room.entity.ts';
import type { SchoolClass } from './organisation/school-class.entity.ts';
import type { School } from './organisation/school.entity.ts';
import { mine } from './viewer/mine.facts.ts';

/** What is of a school, be it of none. */
export interface OfSchool {
  readonly school: School | null;
}

/** Rows that hang on a school at hand are all of a district or none is: then no row has to be looked at to know it. */
function schoolIn(row: Scope<OfSchool>, districtIds: Sql): Sql {
  const school = row.parent('school');
  return school
    ? sql`${school}.district_id = any(${districtIds})`
    : sql`${row}.school_id in (select s.id from ${table('school')} s where s.district_id = any(${districtIds}))`;
}

/** True where the row's school lies in a district that the viewer administers. */
export const schoolInMyDistricts = (row: Scope<OfSchool>): Sql => schoolIn(row, mine.districtIds);

/** True where the row's school lies in a district whose figures the viewer analyses. */
export const schoolInMyAnalysis = (row: Scope<OfSchool>): Sql => schoolIn(row, mine.analystDistrictIds);

/** Public facts: names of schools, grades and years. */
export const visibleToAll: Condition = () => always;

export const visibleClasses: Condition<SchoolClass> = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.school_id = any(${mine.childSchoolIds})`,
    viewer.guardian && sql`${row}.id = any(${mine.childClassIds})`,
    viewer.staff && sql`${row}.school_id = any(${mine.staffSchoolIds})`,
    viewer.district && schoolInMyDistricts(row),
    viewer.analyst && schoolInMyAnalysis(row),
  ]);

export const visibleRooms: Condition<Room> = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.school_id = any(${mine.childSchoolIds})`,
    viewer.staff && sql`${row}.school_id = any(${mine.staffSchoolIds})`,
    viewer.district && schoolInMyDistricts(row),
  ]);
