import { isGuardian, type Permissions } from '../../platform/auth/index.ts';
import { allOf, anyOf, mine, raw, sql, type Alias, type Condition, type Sql } from '../../platform/reading/index.ts';

export const SIGN_UP = 'volunteering.signup.create';
export const CANCEL_SIGNUP = 'volunteering.signup.cancel';

/** Fewer volunteers than this could be recognised by whoever may only count them. */
export const SMALL_GROUP = 5;

export const permissions: Permissions = {
  [SIGN_UP]: { description: 'Sign up for a role of a shift (报名).', heldBy: isGuardian },
  [CANCEL_SIGNUP]: { description: "Take back one's own sign-up (取消报名).", heldBy: isGuardian },
};

/** Volunteers see an activity or a shift from its publication on, also when it is cancelled later. */
function published(row: Alias): Sql {
  return sql`${row}.published_at is not null`;
}

/** Of a school that a child of the viewer goes to, or of the district that it lies in. */
function nearMyChildren(row: Alias): Sql {
  return anyOf([
    sql`${row}.school_id = any(${mine.childSchoolIds})`,
    sql`(${row}.school_id is null and ${row}.district_id = any(array(
      select sch.district_id from school sch where sch.id = any(${mine.childSchoolIds}))))`,
  ]);
}

/** The rule for activities and shifts alike: both name a district and perhaps a school. */
function ofSchoolOrDistrict(organisedByMe: (row: Alias) => Sql): Condition {
  return (row, viewer) =>
    anyOf([
      viewer.guardian && allOf([published(row), nearMyChildren(row)]),
      viewer.staff && allOf([sql`${row}.school_id = any(${mine.staffSchoolIds})`, anyOf([published(row), organisedByMe(row)])]),
      viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
      viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
      viewer.analyst && allOf([published(row), sql`${row}.district_id = any(${mine.analystDistrictIds})`]),
    ]);
}

export const visibleActivities: Condition = ofSchoolOrDistrict((row) => sql`${row}.organiser_id = ${mine.staffId}`);

function shiftOrganisedByMe(shift: Alias): Sql {
  return sql`(select act.organiser_id from volunteer_activity act where act.id = ${shift}.activity_id) = ${mine.staffId}`;
}

export const visibleShifts: Condition = ofSchoolOrDistrict(shiftOrganisedByMe);

const sft = raw('sft');

export const visibleRoles: Condition = (row, viewer) =>
  sql`exists (select 1 from shift sft where sft.id = ${row}.shift_id and ${visibleShifts(sft, viewer)})`;

/** The row's shift meets the condition: a look-up by its key, never a scan of all shifts. */
function itsShift(row: Alias, condition: Sql): Sql {
  return sql`(select ${condition} from shift sft where sft.id = ${row}.shift_id)`;
}

export const visibleSignups: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.guardian_id = ${mine.guardianId}`,
    viewer.staff && itsShift(row, allOf([sql`sft.school_id = any(${mine.staffSchoolIds})`, shiftOrganisedByMe(sft)])),
    viewer.school && itsShift(row, sql`sft.school_id = any(${mine.schoolIds})`),
  ]);

/** Guardians count the sign-ups of the shifts that they see; district staff and analysts those of their district. */
export const countableSignups: Condition = (row, viewer) =>
  anyOf([
    visibleSignups(row, viewer),
    viewer.guardian && itsShift(row, allOf([published(sft), nearMyChildren(sft)])),
    viewer.district && itsShift(row, sql`sft.district_id = any(${mine.districtIds})`),
    viewer.analyst && itsShift(row, allOf([published(sft), sql`sft.district_id = any(${mine.analystDistrictIds})`])),
  ]);
