/** Who is asked for: one of each kind of caller. */
export const CALLERS = [
  'guest',
  'guardian',
  'blocked-guardian',
  'homeroom-teacher',
  'subject-teacher',
  'grade-head',
  'lecturer',
  'school-admin',
  'district-admin',
  'analyst',
  'privacy-officer',
  'ended-assignment',
  'service-of-district',
  'service-of-school',
  'service-of-analyst',
  'service-without-permissions',
] as const;

export type CallerName = (typeof CALLERS)[number];

/** Who is asked for in a world that has one of everything. */
export const REACH_ROLES = ['guest', 'parent', 'schoolAdmin', 'districtAdmin', 'analyst'] as const;
export type ReachRole = (typeof REACH_ROLES)[number];

/** Staff of the school and the district of that world, by whom the operations of the admin client are asked. */
export const STAFF_ROLES = [
  'HOMEROOM_TEACHER',
  'SUBJECT_TEACHER',
  'GRADE_HEAD',
  'LECTURER',
  'PRIVACY_OFFICER',
] as const;
export type AdminClientRole = 'schoolAdmin' | 'districtAdmin' | (typeof STAFF_ROLES)[number];

/** Callers that hold permissions together. */
export const GUARDIANS = ['guardian', 'blocked-guardian'] as const;
/** People with any role at a school. */
export const SCHOOL_STAFF = ['homeroom-teacher', 'subject-teacher', 'grade-head', 'lecturer', 'school-admin'] as const;
export const ORGANISERS = [...SCHOOL_STAFF, 'district-admin'] as const;
export const ADMINISTRATORS = ['school-admin', 'district-admin'] as const;
export const PROGRAMS = ['service-of-district', 'service-of-school'] as const;

export const EVERYBODY: readonly ReachRole[] = REACH_ROLES;
export const SIGNED_IN: readonly ReachRole[] = ['parent', 'schoolAdmin', 'districtAdmin', 'analyst'];
/** The family itself, and the school of the child. */
export const FAMILY: readonly ReachRole[] = ['parent', 'schoolAdmin'];

export const TEACHERS: readonly AdminClientRole[] = ['HOMEROOM_TEACHER', 'SUBJECT_TEACHER', 'GRADE_HEAD'];
/** Whoever does not run the shift: its lists are for its organiser and the administrators of its school. */
export const OTHERS_AT_A_SHIFT: readonly AdminClientRole[] = [...TEACHERS, 'LECTURER'];
