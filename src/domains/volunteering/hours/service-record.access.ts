import { isGuardian, type Permissions, type ViewerShape } from '../../../platform/auth/index.ts';
import { anyOf, mine, raw, sql, type Alias, type Condition, type Found, type Sql } from '../../../platform/reading/index.ts';
import { manageableShifts } from '../volunteering.access.ts';
import type { ServiceRecord } from './service-record.entity.ts';

export const SUPPLEMENT_SERVICE = 'volunteering.service.supplement';
export const APPEAL_SERVICE = 'volunteering.service.appeal';
export const DECIDE_SERVICE = 'volunteering.service.decide';

export const servicePermissions: Permissions = {
  [SUPPLEMENT_SERVICE]: {
    description: "Write down service that was not checked in, one's own or that of volunteers of one's shifts (补录服务).",
    heldBy: (viewer) => isGuardian(viewer) || viewer.staffSchoolIds.length > 0 || viewer.districtIds.length > 0,
  },
  [APPEAL_SERVICE]: { description: "Ask to decide again on one's own service (申诉).", heldBy: isGuardian },
  [DECIDE_SERVICE]: {
    description: 'Approve or reject service of the shifts that one runs (审核服务记录).',
    heldBy: (viewer) => viewer.staffSchoolIds.length > 0 || viewer.districtIds.length > 0,
  },
};

const sft = raw('sft');

function administered(row: Alias, viewer: ViewerShape): Sql {
  return anyOf([
    viewer.school && sql`${row}.school_id = any(${mine.schoolIds})`,
    viewer.district && sql`(${row}.school_id is null and ${row}.district_id = any(${mine.districtIds}))`,
  ]);
}

/** Who may decide on a record: whoever runs its shift; on an appeal only the administration. */
export function manageableRecords(row: Alias, viewer: ViewerShape): { readonly managed: Sql; readonly administered: Sql } {
  return { managed: sql`(select ${manageableShifts(sft, viewer)} from shift sft where sft.id = ${row}.shift_id)`, administered: administered(row, viewer) };
}

/** Service is personal: the volunteer, the organiser of the shift while at the school, and the administration see it. */
export const visibleServiceRecords: Condition = (row, viewer) =>
  anyOf([
    viewer.guardian && sql`${row}.guardian_id = ${mine.guardianId}`,
    viewer.staff && sql`(${row}.school_id = any(${mine.staffSchoolIds}) and (select act.organiser_id from shift sft
      join volunteer_activity act on act.id = sft.activity_id where sft.id = ${row}.shift_id) = ${mine.staffId})`,
    administered(row, viewer),
  ]);

/** An administrator of a school has a role there. */
export function recordsFoundBy(viewer: ViewerShape): readonly Found<ServiceRecord>[] {
  return [
    ...(viewer.guardian ? [{ by: 'guardian' as const, among: sql`array[${mine.guardianId}]` }] : []),
    ...(viewer.staff ? [{ by: 'school' as const, among: mine.staffSchoolIds }] : []),
    ...(viewer.district ? [{ by: 'district' as const, among: mine.districtIds, where: (row: Alias) => sql`${row}.school_id is null` }] : []),
  ];
}

/** A family counts the service of its own, district staff and analysts that of their district. */
export const countableServiceRecords: Condition = (row, viewer) =>
  anyOf([
    visibleServiceRecords(row, viewer),
    viewer.guardian && sql`${row}.household_id = any(${mine.householdIds})`,
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
    viewer.analyst && sql`${row}.district_id = any(${mine.analystDistrictIds})`,
  ]);
