/** The model of volunteering: its tables, who may see which rows of them, and what all its parts need. */
export { presencesLeftToDistrict } from './left-to-district.access.ts';
export { AttendanceMark, AttendanceReport } from './entities/attendance-report.entity.ts';
export { Attendance, AttendanceMethod, cameBySupplement, restsOnService } from './entities/attendance.entity.ts';
export { CheckInCodeShown } from './entities/check-in-code-shown.entity.ts';
export { LECTURE_OF_CLASS_NO_OVERLAP, ParentLecture, ParentLectureStatus } from './entities/parent-lecture.entity.ts';
export { SeriesScope } from './entities/series-scope.enum.ts';
export {
  CertifiedRecord,
  type CertifiedContact,
  type CertifiedService,
  ServiceCertificate,
} from './entities/service-certificate.entity.ts';
export {
  OWN_SERVICE_CONSTRAINTS,
  ServiceRecord,
  ServiceSource,
  ServiceStatus,
} from './entities/service-record.entity.ts';
export { SHIFT_ROLE_CAPACITY, ShiftRole } from './entities/shift-role.entity.ts';
export { type RoleTemplate, ShiftSeries } from './entities/shift-series.entity.ts';
export { Shift, ShiftStatus } from './entities/shift.entity.ts';
export {
  CANCEL_SIGNUP_RULES,
  CancelSignupBlocker,
  RISK_RULE,
  SIGN_UP_RULES,
  SIGNUP_RULES,
  SignupBlocker,
} from './entities/signup-blocker.enum.ts';
export {
  ACTIVE_SIGNUP,
  Signup,
  SIGNUP_ONE_ACTIVE,
  SignupStatus,
  type ActiveSignupStatus,
} from './entities/signup.entity.ts';
export { OPEN_STAND_IN, StandIn, StandInStatus, StandInWay } from './entities/stand-in.entity.ts';
export { SuspensionNoShow } from './entities/suspension-no-show.entity.ts';
export {
  ActivityKind,
  ActivityStatus,
  ActivityTopic,
  VolunteerActivity,
  WaitlistPriority,
} from './entities/volunteer-activity.entity.ts';
export { VolunteerQualification } from './entities/volunteer-qualification.entity.ts';
export { SuspensionCause, VolunteerSuspension } from './entities/volunteer-suspension.entity.ts';
export { VolunteeringPolicy } from './entities/volunteering-policy.entity.ts';
export { ENTRY_IN_LINE, WaitlistEntry, WaitlistStatus, type StatusInLine } from './entities/waitlist-entry.entity.ts';
export { SkipReason, WaitlistSkip } from './entities/waitlist-skip.entity.ts';
export { OWN_SENTENCES, ownSentence, told, asWritten, translationOf, writtenBack } from './own-sentences.ts';
export {
  countableSignups,
  countableWaitlistEntries,
  decidableSignups,
  decidableStandIns,
  itsSignup,
  notablePresences,
  standingEntry,
  signupStands,
  standingSignup,
  visibleSignups,
  visibleSkips,
  standInsToldBoth,
  visibleStandIns,
  visibleWaitlistEntries,
} from './places.access.ts';
export { holdsQualification, isQualified } from './qualifications.facts.ts';
export { came, hadTheRight, isFor, nobodyInClass, orphansOf, signupHolds, signupRestsOn } from './rights.facts.ts';
export {
  isActiveSignup,
  isInLine,
  isOpenActivity,
  isOpenLecture,
  isOpenShift,
  isOpenStandIn,
  serviceWaits,
} from './statuses.facts.ts';
export {
  activitiesToldOf,
  countedShifts,
  itsShift,
  manageableActivities,
  manageableShifts,
  organisableShifts,
  rolesOfCountedShifts,
  rolesOfSeenLists,
  rolesToldOf,
  shiftsFoundBy,
  shiftsInMyFigures,
  shiftsOfSeenLists,
  shiftsToldOf,
  visibleActivities,
  visibleRoles,
  visibleSeries,
  visibleShifts,
} from './shifts.access.ts';
export {
  CANCEL_SIGNUP,
  CREATE_ACTIVITY,
  DECIDE_ON_LEAVING,
  DECIDE_SIGNUP,
  EXPORT_TABLES,
  GET_CERTIFICATE,
  ORGANISE,
  permissions,
  RECONFIRM_SIGNUP,
  SIGN_UP,
  STAND_IN,
  WAIT,
} from './volunteering.permissions.ts';
export { OF_SHIFT, whoAdministersActivity, whoDecides, whoRunsActivity } from './who-runs.ts';
