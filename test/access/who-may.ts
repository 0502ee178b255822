import { saidOf } from '../support/held-to.ts';
import { REACH_ROLES, type CallerName, type ReachRole } from './caller-names.ts';

export { CALLERS, type CallerName } from './caller-names.ts';

const guardians = ['guardian', 'blocked-guardian'] as const;
/** People with any role at a school. */
const schoolStaff = ['homeroom-teacher', 'subject-teacher', 'grade-head', 'lecturer', 'school-admin'] as const;
const organisers = [...schoolStaff, 'district-admin'] as const;
const administrators = ['school-admin', 'district-admin'] as const;
const programs = ['service-of-district', 'service-of-school'] as const;

/**
 * Who holds which permission, written down a second time and by hand: a permission that is widened by accident, or a new
 * one that nobody thought about, differs from what stands here.
 */
export const HELD_BY: Readonly<Record<string, readonly CallerName[]>> = {
  ...saidOf('permissions'),
  'identity.audit.read': [...administrators, 'privacy-officer'],
  'identity.service-token.manage': administrators,
  'identity.staff-identity.manage': ['district-admin'],
  'people.assignment.manage': administrators,
  'people.binding-code.issue': ['homeroom-teacher', 'school-admin'],
  'people.calendar.manage': ['district-admin', 'service-of-district'],
  'people.class.manage': [...administrators, ...programs],
  'people.class.promote': administrators,
  'people.guardianship.block': ['homeroom-teacher', 'school-admin', 'district-admin'],
  'people.guardianship.decide': ['homeroom-teacher', 'school-admin', 'district-admin'],
  'people.guardianship.request': guardians,
  'people.school.manage': ['district-admin', 'service-of-district'],
  'people.staff.manage': administrators,
  'people.student.enrol': ['school-admin', 'service-of-school'],
  'people.student.manage': ['school-admin'],
  'people.student.transfer': administrators,
  'volunteering.activity.create': ['homeroom-teacher', 'grade-head', 'school-admin', 'district-admin', ...programs],
  'volunteering.activity.organise': [...organisers, ...programs],
  'volunteering.attendance.check-in': guardians,
  'volunteering.attendance.keep': [...organisers, ...programs],
  'volunteering.certificate.download': [...guardians, 'school-admin'],
  'volunteering.certificate.issue': [...guardians, 'school-admin', 'service-of-school'],
  'volunteering.certificate.revoke': administrators,
  'volunteering.lecture.decide': ['homeroom-teacher', 'school-admin', 'district-admin'],
  'volunteering.lecture.propose': guardians,
  'volunteering.policy.set': ['district-admin', 'service-of-district'],
  'volunteering.roster.export': organisers,
  'volunteering.service.appeal': guardians,
  'volunteering.service.decide': organisers,
  'volunteering.service.supplement': [...guardians, ...organisers],
  'volunteering.signup.cancel': guardians,
  'volunteering.signup.create': guardians,
  'volunteering.signup.decide': organisers,
  'volunteering.signup.reconfirm': guardians,
  'volunteering.signup.release': organisers,
  'volunteering.stand-in.offer': guardians,
  'volunteering.volunteer.manage': administrators,
  'volunteering.waitlist.join': guardians,
};

/** What a caller is told who may not; null for who may. */
export function refusalOf(access: string, caller: CallerName): 'UNAUTHENTICATED' | 'FORBIDDEN' | null {
  if (access === 'anyone') return null;
  if (caller === 'guest') return 'UNAUTHENTICATED';
  return access === 'signed-in' || HELD_BY[access]!.includes(caller) ? null : 'FORBIDDEN';
}

const all: readonly ReachRole[] = REACH_ROLES;
const signedIn: readonly ReachRole[] = ['parent', 'schoolAdmin', 'districtAdmin', 'analyst'];
const family: readonly ReachRole[] = ['parent', 'schoolAdmin'];

/**
 * Who reaches which type at all, along whatever root field and relation, in a world that has one of everything, written by hand:
 * here, or as `reachedBy` of the domain's held-to.ts. A type that is in neither is one that nobody thought about.
 */
export const REACHED_BY: Readonly<Record<string, readonly ReachRole[]>> = {
  ...saidOf('reachedBy'),
  District: all,
  School: all,
  SchoolYear: all,
  Term: all,
  CalendarDay: all,
  Grade: all,
  Audience: all,
  AudienceTarget: all,
  SchoolClass: signedIn,
  Room: ['parent', 'schoolAdmin', 'districtAdmin'],
  Student: family,
  ClassMembership: family,
  Guardian: family,
  Guardianship: family,
  Household: family,
  BindingCode: ['schoolAdmin'],
  // Parents see who teaches the class of their child.
  Staff: signedIn,
  StaffAssignment: signedIn,
  Account: signedIn,
  AccountJoin: ['schoolAdmin'],
  RoleRequest: ['schoolAdmin', 'districtAdmin'],
  Session: ['parent'],
  StaffIdentity: ['schoolAdmin', 'districtAdmin'],
  ServiceToken: ['districtAdmin'],
  AuditRecord: ['schoolAdmin', 'districtAdmin'],
  AccessRecord: ['parent', 'schoolAdmin', 'districtAdmin'],
  Engagement: ['parent'],
  // Each sees what they were told themself, and in this world that is the parent.
  Notice: ['parent'],
  PolicyDocument: all,
  PolicyEdition: all,
  PolicyLecture: all,
  Segment: all,
  Topic: all,
  Course: all,
  CourseEdition: all,
  Chapter: all,
  Lecturer: all,
  Lesson: all,
  Meeting: signedIn,
  AgendaItem: signedIn,
  MeetingInvitation: family,
  MeetingReply: family,
  VolunteerActivity: signedIn,
  ShiftSeries: ['schoolAdmin', 'districtAdmin'],
  Shift: signedIn,
  ShiftRole: signedIn,
  Signup: family,
  ServiceRecord: family,
  Attendance: family,
  ParentLecture: family,
  StandIn: family,
  WaitlistEntry: family,
  WaitlistSkip: family,
  VolunteerSuspension: ['parent', 'schoolAdmin', 'districtAdmin'],
  VolunteerQualification: ['parent', 'schoolAdmin', 'districtAdmin'],
  ServiceCertificate: ['parent', 'schoolAdmin', 'districtAdmin'],
};

/** Types of which nobody has said who reaches them. */
export const unthoughtTypes = (types: readonly string[]): string[] => types.filter((name) => !(name in REACHED_BY));
