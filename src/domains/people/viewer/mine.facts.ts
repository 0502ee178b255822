import { raw, sql, viewerIds, viewerParameter, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { rightKeysOf } from './right-keys.ts';

/** The viewer's own ids, for use in conditions: `${row}.class_id = any(${mine.classIds})`. */
export const mine = {
  accountId: viewerParameter('accountId', 'uuid', (viewer) => viewer.accountId),
  sessionId: viewerParameter('sessionId', 'uuid', (viewer) => viewer.sessionId),
  personId: viewerParameter('personId', 'uuid', (viewer) => viewer.personId),
  guardianId: viewerParameter('guardianId', 'uuid', (viewer) => viewer.guardianId),
  /** Persons whose cases are the viewer's own: see `isOwnCase`. */
  ownPersonIds: viewerIds('ownPersonIds', 'uuid[]', (viewer) => viewer.ownPersonIds),
  staffId: viewerParameter('staffId', 'uuid', (viewer) => viewer.staffId),
  serviceTokenId: viewerParameter('serviceTokenId', 'uuid', (viewer) => viewer.serviceTokenId),
  /** The roles that the viewer acts by; of a service token the one that it rests on. */
  assignmentIds: viewerIds('assignmentIds', 'uuid[]', (viewer) => viewer.roleIds),
  studentIds: viewerIds('studentIds', 'uuid[]', (viewer) => viewer.studentIds),
  householdIds: viewerIds('householdIds', 'uuid[]', (viewer) => viewer.householdIds),
  childClassIds: viewerIds('childClassIds', 'uuid[]', (viewer) => viewer.childClassIds),
  childSchoolIds: viewerIds('childSchoolIds', 'uuid[]', (viewer) => viewer.childSchoolIds),
  childDistrictIds: viewerIds('childDistrictIds', 'uuid[]', (viewer) => viewer.childDistrictIds),
  audienceKeys: viewerIds('audienceKeys', 'text[]', (viewer) => viewer.audienceKeys),
  /** Keys to compare with rows that name the rights they rest on (see `heldByMe`). */
  rightKeys: viewerIds('rightKeys', 'text[]', rightKeysOf),
  classIds: viewerIds('classIds', 'uuid[]', (viewer) => viewer.classIds),
  schoolIds: viewerIds('schoolIds', 'uuid[]', (viewer) => viewer.schoolIds),
  staffSchoolIds: viewerIds('staffSchoolIds', 'uuid[]', (viewer) => viewer.staffSchoolIds),
  staffDistrictIds: viewerIds('staffDistrictIds', 'uuid[]', (viewer) => viewer.staffDistrictIds),
  districtIds: viewerIds('districtIds', 'uuid[]', (viewer) => viewer.districtIds),
  analystDistrictIds: viewerIds('analystDistrictIds', 'uuid[]', (viewer) => viewer.analystDistrictIds),
  auditedSchoolIds: viewerIds('auditedSchoolIds', 'uuid[]', (viewer) => viewer.auditedSchoolIds),
  auditedDistrictIds: viewerIds('auditedDistrictIds', 'uuid[]', (viewer) => viewer.auditedDistrictIds),
} as const;

/** True where a row rests on no right, or on one that the viewer holds. */
export function heldByMe(row: Alias, column: 'rests_on' | 'names_rest_on' = 'rests_on'): Sql {
  return sql`(${row}.${raw(column)} is null or ${row}.${raw(column)} && ${mine.rightKeys})`;
}
