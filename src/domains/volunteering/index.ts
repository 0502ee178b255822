import { domainOf, type Domain } from '../../platform/graphql/index.ts';
import { NOTICE_KINDS } from '../notice-kinds/index.ts';
import { TASK_KINDS } from '../notices/index.ts';
import { activities, lectures, roles, series, shifts } from './organising/index.ts';
import { approval, placesTasks, signups, standIns, waitingList } from './places/index.ts';
import { attendance, hours } from './service/index.ts';
import { certificates, files, rosters } from './records/index.ts';
import { noticeKinds } from './notices/index.ts';
import { rights } from './rights/index.ts';
import { permissions } from './model/index.ts';
import { checks } from './volunteering.checks.ts';
import { volunteers } from './volunteers/index.ts';

export {
  type CertificateFacts,
  certificateFacts,
  HOURS_COLUMNS,
  hoursHead,
  hoursOf,
  hoursRows,
  renderServiceCertificate,
  ROSTER_COLUMNS,
  rosterHead,
  rosterRows,
  type ServiceCertificateFacts,
} from './records/index.ts';
export {
  ActivityKind,
  ActivityStatus,
  ActivityTopic,
  Attendance,
  AttendanceMark,
  AttendanceMethod,
  AttendanceReport,
  CancelSignupBlocker,
  CertifiedRecord,
  type CertifiedService,
  CheckInCodeShown,
  OWN_SENTENCES,
  ParentLecture,
  ParentLectureStatus,
  type RoleTemplate,
  ServiceCertificate,
  ServiceRecord,
  ServiceSource,
  ServiceStatus,
  Shift,
  ShiftRole,
  ShiftSeries,
  ShiftStatus,
  Signup,
  SignupBlocker,
  SignupStatus,
  SkipReason,
  StandIn,
  StandInStatus,
  StandInWay,
  SuspensionCause,
  SuspensionNoShow,
  VolunteerActivity,
  VolunteeringPolicy,
  VolunteerQualification,
  VolunteerSuspension,
  WaitlistEntry,
  WaitlistPriority,
  WaitlistSkip,
  WaitlistStatus,
} from './model/index.ts';
export { noteNoShows } from './service/index.ts';
export { changedTerms, endLecturesWithoutLecturer, roleTerms, tellOffCalendar } from './organising/index.ts';
export {
  AcceptOfferBlocker,
  blockersFor,
  cancelBlockersFor,
  type CancelSignupFacts,
  expireStandIns,
  releaseUnconfirmed,
  settleOffers,
  type SignupFacts,
  WaitlistBlocker,
} from './places/index.ts';
export {
  HELD_OFFERS,
  reconsiderAllSuspensions,
  suspendAllForNoShows,
  suspendEachForNoShows,
} from './volunteers/index.ts';

export const volunteering: Domain = domainOf('volunteering', [
  { permissions, checks, contributions: [NOTICE_KINDS.with(noticeKinds), TASK_KINDS.with(placesTasks)] },
  activities,
  shifts,
  roles,
  series,
  signups,
  approval,
  waitingList,
  standIns,
  volunteers,
  lectures,
  rosters,
  attendance,
  hours,
  certificates,
  files,
  rights,
]);
