import type { ViewerShape } from '../../../platform/auth/index.ts';
import {
  allOf,
  anyOf,
  Scope,
  sql,
  table,
  unlessNever,
  type Alias,
  type Condition,
  type Found,
  type Sql,
} from '../../../platform/reading/index.ts';
import { countsWidely, mine, type OfSchool } from '../../people/index.ts';
import type { ShiftRole } from './entities/shift-role.entity.ts';
import type { Shift } from './entities/shift.entity.ts';
import type { VolunteerActivity } from './entities/volunteer-activity.entity.ts';

/** Volunteers see an activity or a shift from its publication on, also when it is cancelled later. */
export function published(row: Alias): Sql {
  return sql`${row}.published_at is not null`;
}

/** The row is of a school that a child of the viewer goes to, or of the district that it lies in. */
export function nearMyChildren(row: Alias): Sql {
  return anyOf([
    sql`${row}.school_id = any(${mine.childSchoolIds})`,
    sql`(${row}.school_id is null and ${row}.district_id = any(${mine.childDistrictIds}))`,
  ]);
}

const act = new Scope('act');
const sft = new Scope('sft');

/** The same for all that hang on a school at hand: none of them has to be looked at where the school is of another district. */
function ofDistricts(row: Scope<OfSchool>, districtIds: Sql): Sql {
  return sql`${row.parent('school') ?? row}.district_id = any(${districtIds})`;
}

/** The rule for activities and shifts alike: both name a district and perhaps a school. */
function ofSchoolOrDistrict<E extends OfSchool>(organisedByMe: (row: Scope<E>) => Sql): Condition<E> {
  return (row, viewer) =>
    anyOf([
      viewer.guardian && allOf([published(row), nearMyChildren(row)]),
      viewer.staff &&
        allOf([sql`${row}.school_id = any(${mine.staffSchoolIds})`, anyOf([published(row), organisedByMe(row)])]),
      viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
      viewer.district && ofDistricts(row, mine.districtIds),
      viewer.analyst && allOf([published(row), ofDistricts(row, mine.analystDistrictIds)]),
    ]);
}

export const visibleActivities: Condition<VolunteerActivity> = ofSchoolOrDistrict(
  (row) => sql`${row}.organiser_id = ${mine.staffId}`,
);

interface OfActivity {
  readonly activity: VolunteerActivity;
}

/** The row's activity meets the condition. */
export function itsActivity(row: Scope<OfActivity>, condition: (activity: Scope<VolunteerActivity>) => Sql): Sql {
  const activity = row.parent('activity');
  return unlessNever(condition(activity ?? act), (met) =>
    activity ? met : sql`(select ${met} from ${table('volunteer_activity')} act where act.id = ${row}.activity_id)`,
  );
}

function shiftOrganisedByMe(shift: Scope<Shift>): Sql {
  return itsActivity(shift, (activity) => sql`${activity}.organiser_id = ${mine.staffId}`);
}

export const visibleShifts: Condition<Shift> = ofSchoolOrDistrict(shiftOrganisedByMe);

export function shiftsFoundBy(viewer: ViewerShape): readonly Found<Shift>[] {
  return [
    ...(viewer.district ? [{ by: 'district' as const, among: mine.districtIds }] : []),
    ...(viewer.analyst ? [{ by: 'district' as const, among: mine.analystDistrictIds }] : []),
    ...(viewer.staff ? [{ by: 'school' as const, among: mine.staffSchoolIds }] : []),
    ...(viewer.guardian
      ? [
          { by: 'school' as const, among: mine.childSchoolIds },
          {
            by: 'district' as const,
            among: mine.childDistrictIds,
            where: (row: Alias) => sql`${row}.school_id is null`,
          },
        ]
      : []),
  ];
}

/** Administrators manage what their school or district organises, the organiser what is their own as long as they work there. */
export const manageableActivities: Condition = (row, viewer) =>
  anyOf([
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
    viewer.staff &&
      allOf([sql`${row}.organiser_id = ${mine.staffId}`, sql`${row}.school_id = any(${mine.staffSchoolIds})`]),
  ]);

/**
 * Shifts that the viewer may prepare, move and call off: a district also its schools', though it does not see who has
 * signed up there.
 */
export const organisableShifts: Condition<OfActivity> = (row, viewer) =>
  itsActivity(row, (activity) => manageableActivities(activity, viewer));

/** The rule of a series tells of drafts: it is for those who make them. */
export const visibleSeries: Condition<OfActivity> = organisableShifts;

export const visibleRoles: Condition<ShiftRole> = (row, viewer) =>
  row.seenWith('shift', () =>
    unlessNever(
      visibleShifts(sft, viewer),
      (seen) => sql`exists (select 1 from ${table('shift')} sft where sft.id = ${row}.shift_id and ${seen})`,
    ),
  );

/** What is of one shift: its roles, and whoever has a place in it. */
export interface OfShift {
  readonly shift: Shift;
}

/** The row's shift meets the condition: a look-up by its key, never a scan of all shifts. */
export function itsShift(row: Scope<OfShift>, condition: (shift: Scope<Shift>) => Sql): Sql {
  const shift = row.parent('shift');
  return unlessNever(condition(shift ?? sft), (met) =>
    shift ? met : sql`(select ${met} from ${table('shift')} sft where sft.id = ${row}.shift_id)`,
  );
}

/**
 * Shifts that the viewer runs: as their organiser while they still have a role there, as an administrator of the
 * school, or of the district for its own.
 */
export const manageableShifts: Condition<Shift> = (row, viewer) =>
  anyOf([
    viewer.staff && allOf([sql`${row}.school_id = any(${mine.staffSchoolIds})`, shiftOrganisedByMe(row)]),
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && sql`(${row}.school_id is null and ${row}.district_id = any(${mine.districtIds}))`,
  ]);

/**
 * Shifts of which the viewer knows how many stand on the lists: those that they run, and those of a district, which
 * counts what it does not see.
 */
export const countedShifts: Condition<Shift> = (row, viewer) =>
  anyOf([manageableShifts(row, viewer), countsWidely(viewer) && sql`${row}.district_id = any(${mine.districtIds})`]);

/**
 * Shifts of which the viewer sees who stands on the lists: whoever runs one sees all of them, families near it their
 * own.
 */
export const shiftsOfSeenLists: Condition<Shift> = (row, viewer) =>
  anyOf([manageableShifts(row, viewer), viewer.guardian && allOf([published(row), nearMyChildren(row)])]);
export const rolesOfSeenLists: Condition<ShiftRole> = (row, viewer) =>
  itsShift(row, (shift) => shiftsOfSeenLists(shift, viewer));

export const rolesOfCountedShifts: Condition<ShiftRole> = (row, viewer) =>
  itsShift(row, (shift) => countedShifts(shift, viewer));

/**
 * Shifts of which the viewer is told how many came: those that they run, and those of a district for which they count,
 * of large groups at least.
 */
export const shiftsInMyFigures: Condition<Shift> = (row, viewer) =>
  anyOf([
    manageableShifts(row, viewer),
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
    viewer.analyst && allOf([published(row), sql`${row}.district_id = any(${mine.analystDistrictIds})`]),
  ]);

/**
 * The viewer sees how many places are taken, and so knows how many have signed up: families near whom it is open, and
 * the staff of the school.
 */
export const seesPlaces: Condition = (row, viewer) =>
  allOf([
    published(row),
    anyOf([
      viewer.guardian && nearMyChildren(row),
      viewer.staff && sql`${row}.school_id = any(${mine.staffSchoolIds})`,
    ]),
  ]);

/**
 * Shifts, roles and activities of which the viewer is told how many have signed up: those in their figures, and those
 * of which they see the places.
 */
export const shiftsToldOf: Condition<Shift> = (row, viewer) =>
  anyOf([shiftsInMyFigures(row, viewer), seesPlaces(row, viewer)]);
export const rolesToldOf: Condition<ShiftRole> = (row, viewer) => itsShift(row, (shift) => shiftsToldOf(shift, viewer));
export const activitiesToldOf: Condition = (row, viewer) =>
  anyOf([
    manageableActivities(row, viewer),
    viewer.analyst && allOf([published(row), sql`${row}.district_id = any(${mine.analystDistrictIds})`]),
    seesPlaces(row, viewer),
  ]);
