import { inPerson, type Permissions, type ViewerShape } from '../../../../platform/auth/index.ts';
import {
  allOf,
  anyOf,
  Scope,
  sql,
  table,
  type Alias,
  type Condition,
  type Found,
  type Sql,
} from '../../../../platform/reading/index.ts';
import { assignmentHolds, guardiansOfMyChildren, isGuardian, leftToTheDistrict, mine } from '../../../people/index.ts';
import { manageableShifts, serviceWaits, type ServiceRecord } from '../../model/index.ts';

export const SUPPLEMENT_SERVICE = 'volunteering.service.supplement';
export const APPEAL_SERVICE = 'volunteering.service.appeal';
export const DECIDE_SERVICE = 'volunteering.service.decide';

export const servicePermissions: Permissions = {
  [SUPPLEMENT_SERVICE]: {
    description:
      "Write down service that was not checked in, one's own or that of volunteers of one's shifts (补录服务).",
    heldBy: inPerson(
      (viewer) => isGuardian(viewer) || viewer.staffSchoolIds.length > 0 || viewer.districtIds.length > 0,
    ),
  },
  [APPEAL_SERVICE]: { description: "Ask to decide again on one's own service (申诉).", heldBy: isGuardian },
  [DECIDE_SERVICE]: {
    description: 'Approve or reject service of the shifts that one runs (审核服务记录).',
    heldBy: inPerson((viewer) => viewer.staffSchoolIds.length > 0 || viewer.districtIds.length > 0),
  },
};

const sft = new Scope('sft');

/** The caller administers the school of a record; the district, where the shift is the district's own. */
export function administeredRecord(row: Alias, viewer: ViewerShape): Sql {
  return anyOf([
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && sql`(${row}.school_id is null and ${row}.district_id = any(${mine.districtIds}))`,
  ]);
}

/**
 * A record of a school that waits, or counts, and nobody there may decide on it: its administrators, and of what is no appeal the organiser,
 * are the volunteer themself, wrote it down or have rejected it. Then the district decides.
 */
function leftToDistrict(row: Alias): Sql {
  const organiser = sql`(select act.organiser_id from ${table('shift')} sft join ${table('volunteer_activity')} act on act.id = sft.activity_id where sft.id = ${row}.shift_id)`;
  return sql`(${row}.school_id is not null and ${row}.status in ('PENDING', 'APPEALED', 'APPROVED') and ${leftToTheDistrict(
    {
      schoolId: sql`${row}.school_id`,
      districtId: sql`${row}.district_id`,
      first: sql`${row}.appealed_at is null and asg.staff_id = ${organiser}`,
      but: sql`array[${row}.person_id, ${row}.filed_by_id, ${row}.rejected_by_id]`,
    },
  )})`;
}

/** The administrators of the viewer's districts. */
const colleagues: Sql = sql`array(select stf.person_id from ${table('staff_assignment')} asg join ${table('staff')} stf on stf.id = asg.staff_id
  where asg.role = 'DISTRICT_ADMIN' and asg.district_id = any(${mine.districtIds}) and ${assignmentHolds(sql`asg`)})`;

/**
 * Records that the district has to decide in the place of a school; one that any of it approved so, any of it may
 * reject, as an administrator of the school could.
 */
function forDistrictToDecide(row: Alias, viewer: ViewerShape): Sql {
  return anyOf([
    viewer.district &&
      sql`(${row}.district_id = any(${mine.districtIds}) and ${leftToDistrict(row)} and (${row}.status <> 'APPROVED' or ${row}.approver_id = any(${colleagues})))`,
  ]);
}

/** The same, and what the caller has decided so: what they decided as one of the school is that of the school. */
function decidedByDistrict(row: Alias, viewer: ViewerShape): Sql {
  return anyOf([
    forDistrictToDecide(row, viewer),
    viewer.district &&
      sql`(${row}.district_id = any(${mine.districtIds}) and ${row}.approver_id = ${mine.personId} and ${row}.decided_for_district)`,
  ]);
}

/**
 * The right to decide on a record: whoever runs its shift has it; on an appeal only the administration; the district
 * where a school has nobody who may.
 */
export function manageableRecords(
  row: Alias,
  viewer: ViewerShape,
): { readonly managed: Sql; readonly administered: Sql } {
  const instead = forDistrictToDecide(row, viewer);
  return {
    managed: anyOf([
      sql`(select ${manageableShifts(sft, viewer)} from ${table('shift')} sft where sft.id = ${row}.shift_id)`,
      instead,
    ]),
    administered: anyOf([administeredRecord(row, viewer), instead]),
  };
}

/** Service that waits for a decision which the viewer can take: what `decisionBlockerFor` leaves. */
export const recordsToDecide: Condition = (row, viewer) => {
  const { managed, administered: administers } = manageableRecords(row, viewer);
  return allOf([
    serviceWaits(row),
    sql`${row}.person_id <> all(${mine.ownPersonIds})`,
    sql`${row}.filed_by_id is distinct from ${mine.personId}`,
    managed,
    anyOf([
      sql`${row}.appealed_at is null`,
      allOf([administers, sql`${row}.rejected_by_id is distinct from ${mine.personId}`]),
    ]),
  ]);
};

/** Service is personal: the volunteer, the organiser of the shift while at the school, and the administration see it. */
export const visibleServiceRecords: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.guardian_id = ${mine.guardianId}`,
    viewer.staff &&
      sql`(${row}.school_id = any(${mine.staffSchoolIds}) and (select act.organiser_id from ${table('shift')} sft
      join ${table('volunteer_activity')} act on act.id = sft.activity_id where sft.id = ${row}.shift_id) = ${mine.staffId})`,
    administeredRecord(row, viewer),
    decidedByDistrict(row, viewer),
  ]);

/** An administrator of a school has a role there. */
export function recordsFoundBy(viewer: ViewerShape): readonly Found<ServiceRecord>[] {
  return [
    ...(viewer.guardian ? [{ by: 'guardian' as const, among: sql`array[${mine.guardianId}]` }] : []),
    ...(viewer.staff ? [{ by: 'school' as const, among: mine.staffSchoolIds }] : []),
    // A district finds what it asked for itself, what waits for it, what it has decided: each few, by an index of its
    // own, among the many records of its schools.
    ...(viewer.district
      ? [
          { by: 'district' as const, among: mine.districtIds, where: (row: Alias) => sql`${row}.school_id is null` },
          {
            by: 'district' as const,
            among: mine.districtIds,
            where: (row: Alias) => sql`${serviceWaits(row)} and ${leftToDistrict(row)}`,
          },
          {
            by: 'approver' as const,
            among: colleagues,
            where: (row: Alias) =>
              sql`${row}.district_id = any(${mine.districtIds}) and ${row}.status = 'APPROVED' and ${leftToDistrict(row)}`,
          },
          {
            by: 'approver' as const,
            among: sql`array[${mine.personId}]`,
            where: (row: Alias) => sql`${row}.district_id = any(${mine.districtIds}) and ${row}.decided_for_district`,
          },
        ]
      : []),
  ];
}

/** A guardian counts the service of those who answer today for a child of theirs, by family, as of whatever is for a child; district staff and analysts that of their district. */
export const countableServiceRecords: Condition = (row, viewer) =>
  anyOf([
    // Most rows are the district's: what it decides is not looked up for them.
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
    visibleServiceRecords(row, viewer),
    viewer.guardian &&
      sql`(${row}.household_id = any(${mine.householdIds}) and ${row}.guardian_id = any(${guardiansOfMyChildren}))`,
    viewer.analyst && sql`${row}.district_id = any(${mine.analystDistrictIds})`,
  ]);
