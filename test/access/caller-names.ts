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
