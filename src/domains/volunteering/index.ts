import { domainOf, type Domain } from '../../platform/graphql/index.ts';
import { activities } from './activities/index.ts';
import { approval } from './approval/index.ts';
import { attendance } from './attendance/index.ts';
import { certificates } from './certificates/index.ts';
import { files } from './files/index.ts';
import { hours } from './hours/index.ts';
import { lectures } from './lectures/index.ts';
import { noticeKinds } from './notices/index.ts';
import { rights } from './rights/index.ts';
import { roles } from './roles/index.ts';
import { rosters } from './rosters/index.ts';
import { series } from './series/index.ts';
import { shifts } from './shifts/index.ts';
import { signups } from './signups/index.ts';
import { standIns } from './stand-ins/index.ts';
import { permissions } from './volunteering.permissions.ts';
import { checks } from './volunteering.checks.ts';
import { volunteers } from './volunteers/index.ts';
import { waitingList } from './waiting-list/index.ts';

export { hoursOf, renderServiceCertificate, type ServiceCertificateFacts } from './certificates/certificate.pdf.ts';
export { AttendanceMark, AttendanceReport } from './attendance/attendance-report.entity.ts';
export { Attendance, AttendanceMethod } from './attendance/attendance.entity.ts';
export { CheckInCodeShown } from './attendance/code/check-in-code-shown.entity.ts';
export { SuspensionNoShow } from './attendance/suspension-no-show.entity.ts';
export { noteNoShows } from './attendance/note-no-shows.ts';
export { certificateFacts, type CertificateFacts } from './certificates/certificate-facts.ts';
export {
  CertifiedRecord,
  ServiceCertificate,
  type CertifiedService,
} from './certificates/service-certificate.entity.ts';
export { ServiceRecord, ServiceSource, ServiceStatus } from './hours/service-record.entity.ts';
export { changedTerms, roleTerms } from './roles/role.terms.ts';
export { ShiftRole } from './shifts/shift-role.entity.ts';
export { Shift, ShiftStatus } from './shifts/shift.entity.ts';
export { ShiftSeries, type RoleTemplate } from './shifts/shift-series.entity.ts';
export {
  ActivityKind,
  ActivityStatus,
  ActivityTopic,
  VolunteerActivity,
  WaitlistPriority,
} from './shifts/volunteer-activity.entity.ts';
export { occurrenceOn, occurrencesOf, type Occurrence, type SeriesRule } from './series/calendar/occurrences.ts';
export { OWN_SENTENCES } from './own-sentences.ts';
export { tellOffCalendar } from './series/calendar/tell-off-calendar.ts';
export { releaseUnconfirmed } from './reconfirmation/release-unconfirmed.ts';
export { CancelSignupBlocker, SignupBlocker } from './signups/signup-blocker.enum.ts';
export { blockersFor, cancelBlockersFor, type CancelSignupFacts, type SignupFacts } from './signups/signup.blockers.ts';
export { StandIn, StandInStatus, StandInWay } from './stand-ins/stand-in.entity.ts';
export { Signup, SignupStatus } from './signups/signup.entity.ts';
export { endLecturesWithoutLecturer } from './lectures/end-lectures.ts';
export { ParentLecture, ParentLectureStatus } from './lectures/parent-lecture.entity.ts';
export { MOST_ROWS, pageByPage, type Asker } from './rosters/row-pages.ts';
export { HOURS_COLUMNS, hoursHead, hoursRows } from './rosters/service-hours.ts';
export { ROSTER_COLUMNS, rosterHead, rosterRows } from './rosters/shift-roster.ts';
export { reconsiderAllSuspensions } from './volunteers/reconsider-suspensions.ts';
export { suspendAllForNoShows, suspendEachForNoShows } from './volunteers/suspend-for-no-shows.ts';
export { VolunteerQualification } from './volunteers/volunteer-qualification.entity.ts';
export { SuspensionCause, VolunteerSuspension } from './volunteers/volunteer-suspension.entity.ts';
export { VolunteeringPolicy } from './volunteers/volunteering-policy.entity.ts';
export { WaitlistEntry, WaitlistStatus } from './waiting-list/waitlist-entry.entity.ts';
export { SkipReason, WaitlistSkip } from './waiting-list/waitlist-skip.entity.ts';
export { expireStandIns } from './stand-ins/expire-stand-ins.ts';
export { settleOffers } from './waiting-list/settle-offers.ts';
export { AcceptOfferBlocker, WaitlistBlocker } from './waiting-list/waitlist.rules.ts';

export const volunteering: Domain = domainOf('volunteering', [
  { permissions, checks, noticeKinds },
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
