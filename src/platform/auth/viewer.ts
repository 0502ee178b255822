/** The part that a person plays at one node of the organisation. */
export type StaffRole =
  | 'DISTRICT_ADMIN'
  | 'SCHOOL_ADMIN'
  | 'GRADE_HEAD'
  | 'HOMEROOM_TEACHER'
  | 'SUBJECT_TEACHER'
  | 'LECTURER'
  | 'ANALYST'
  | 'PRIVACY_OFFICER';

/** A role as it stands today, with the node that it reaches down from. */
export interface Assignment {
  readonly id: string;
  readonly role: StaffRole;
  readonly districtId: string;
  readonly schoolId: string | null;
  readonly gradeId: string | null;
  readonly classId: string | null;
}

/**
 * Who is asking: plain data, read anew for each request. Every list is a right as it stands at this moment;
 * a list that is empty grants nothing. All ids are bare UUIDs.
 */
export interface Viewer {
  /** Null for a guest, and for a client without a person. */
  readonly accountId: string | null;
  /** The session that the request belongs to; null for a token that belongs to none. */
  readonly sessionId: string | null;
  /** The token of a client without a person, in place of an account. */
  readonly serviceTokenId: string | null;
  readonly personId: string | null;
  /** Who answers for what the caller does: themself; for a client without a person, whoever holds the role that it rests on. */
  readonly answeredForBy: string | null;
  /** Whose own case it is: theirs; for a client without a person, that of whoever answers for it and of whoever made it. */
  readonly ownPersonIds: readonly string[];
  readonly guardianId: string | null;
  readonly staffId: string | null;
  readonly assignments: readonly Assignment[];
  /** Names of the permissions that are held at this moment. */
  readonly permissions: readonly string[];
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

const nothing: readonly never[] = Object.freeze([]);

export const guest: Viewer = Object.freeze({
  accountId: null,
  sessionId: null,
  serviceTokenId: null,
  personId: null,
  answeredForBy: null,
  ownPersonIds: nothing,
  guardianId: null,
  staffId: null,
  assignments: nothing,
  permissions: nothing,
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

/** Whoever has shown no token. */
export function isGuest(viewer: Pick<Viewer, 'accountId' | 'serviceTokenId'>): boolean {
  return viewer.accountId === null && viewer.serviceTokenId === null;
}

/** Who asks where nobody does: background work. It sees what a guest sees, for commands decide by facts and not by its rights. */
export const system: Viewer = Object.freeze({ ...guest });

/** Nobody decides their own case, and no client without a person decides that of those behind it. */
export function isOwnCase({ ownPersonIds }: Pick<Viewer, 'ownPersonIds'>, personId: string): boolean {
  return ownPersonIds.includes(personId);
}

/**
 * The parts that a viewer plays, without whom they play them for. SQL that depends on the viewer may branch on these
 * alone, so that one statement text serves every viewer of one shape.
 */
export interface ViewerShape {
  readonly signedIn: boolean;
  readonly guardian: boolean;
  /** Has classes of their own. */
  readonly teacher: boolean;
  /** Administers at least one school. */
  readonly school: boolean;
  /** Has any role at a school. */
  readonly staff: boolean;
  readonly district: boolean;
  readonly analyst: boolean;
  /** Reads the log of at least one school. */
  readonly auditsSchool: boolean;
  readonly auditsDistrict: boolean;
}

export function shapeOf(viewer: Viewer): ViewerShape {
  return {
    signedIn: !isGuest(viewer),
    guardian: viewer.guardianId !== null,
    teacher: viewer.classIds.length > 0,
    school: viewer.schoolIds.length > 0,
    staff: viewer.staffSchoolIds.length > 0,
    district: viewer.districtIds.length > 0,
    analyst: viewer.analystDistrictIds.length > 0,
    auditsSchool: viewer.auditedSchoolIds.length > 0,
    auditsDistrict: viewer.auditedDistrictIds.length > 0,
  };
}

/** Small groups are withheld from whoever analyses figures and answers for none of the people behind them. */
export function isToldOfLargeGroupsOnly(shape: ViewerShape): boolean {
  return shape.analyst && !shape.district;
}

/** A short text that is equal for equal shapes. */
export function shapeKey(shape: ViewerShape): string {
  return Object.values(shape).map(Number).join('');
}
