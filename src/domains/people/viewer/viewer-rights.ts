import type { Viewer } from '../../../platform/auth/index.ts';
import type { StaffRole } from '../staff/staff-role.enum.ts';

/** A role as it stands today, with the node that it reaches down from. */
export interface Assignment {
  readonly id: string;
  readonly role: StaffRole;
  readonly districtId: string;
  readonly schoolId: string | null;
  readonly gradeId: string | null;
  readonly classId: string | null;
}

declare module '../../../platform/auth/viewer.ts' {
  interface Viewer {
    readonly guardianId: string | null;
    readonly staffId: string | null;
    readonly assignments: readonly Assignment[];
    /** Children whose data this guardian may see: active guardianship with data access. */
    readonly studentIds: readonly string[];
    /** Households that the guardian belongs to. */
    readonly householdIds: readonly string[];
    /** Classes of the guardian's children, of every school year. */
    readonly childClassIds: readonly string[];
    /** Schools that the guardian's children go to now. */
    readonly childSchoolIds: readonly string[];
    /** The districts of these schools. */
    readonly childDistrictIds: readonly string[];
    /** Keys of the audiences that the guardian's children belong to now (see Audience). */
    readonly audienceKeys: readonly string[];
    /** Classes that the person teaches or heads, a grade head's whole grade included. */
    readonly classIds: readonly string[];
    /** Schools that the person administers. */
    readonly schoolIds: readonly string[];
    /** Schools at which the person has any role. */
    readonly staffSchoolIds: readonly string[];
    /** The districts of these schools. */
    readonly staffDistrictIds: readonly string[];
    /** Districts that the person administers. */
    readonly districtIds: readonly string[];
    /** Districts whose figures the person analyses. */
    readonly analystDistrictIds: readonly string[];
    /** Schools whose log the person reads: those that they administer, or answer for the personal data of. */
    readonly auditedSchoolIds: readonly string[];
    /** Districts, likewise. */
    readonly auditedDistrictIds: readonly string[];
  }
}

/** Properties that follow from a viewer's rights and are read again and again: found once, when the viewer is made. */
type Derived = 'roleIds' | 'permissions' | 'kind' | 'clients' | 'shape' | 'shapeKey' | 'loggedAt';

export type ViewerRights = Omit<Viewer, Derived>;

const nothing: readonly never[] = Object.freeze([]);

export const noRights: ViewerRights = Object.freeze({
  accountId: null,
  sessionId: null,
  serviceTokenId: null,
  personId: null,
  answeredForBy: null,
  ownPersonIds: nothing,
  guardianId: null,
  staffId: null,
  assignments: nothing,
  studentIds: nothing,
  householdIds: nothing,
  childClassIds: nothing,
  childSchoolIds: nothing,
  childDistrictIds: nothing,
  audienceKeys: nothing,
  classIds: nothing,
  schoolIds: nothing,
  staffSchoolIds: nothing,
  staffDistrictIds: nothing,
  districtIds: nothing,
  analystDistrictIds: nothing,
  auditedSchoolIds: nothing,
  auditedDistrictIds: nothing,
});
