import type { Domain } from '../../platform/graphql/index.ts';
import { activityMutations } from './activities/activities.graphql.ts';
import { attendancePermissions } from './attendance/attendance.access.ts';
import { attendanceChecks } from './attendance/attendance.checks.ts';
import { attendanceMutations } from './attendance/attendance.graphql.ts';
import { attendanceRelations, readables as readableAttendances } from './attendance/attendance.relations.ts';
import { AttendanceReport } from './attendance/attendance-report.entity.ts';
import { Attendance } from './attendance/attendance.entity.ts';
import { certificatePermissions } from './certificates/certificates.access.ts';
import { certificateChecks } from './certificates/certificates.checks.ts';
import { certificateMutations } from './certificates/certificates.graphql.ts';
import { certificateRelations, certificateRoots, readables as readableCertificates } from './certificates/certificates.relations.ts';
import { CertificateResolver } from './certificates/certificates.resolvers.ts';
import { CertifiedRecord, ServiceCertificate } from './certificates/service-certificate.entity.ts';
import { hoursChecks } from './hours/hours.checks.ts';
import { hoursMutations } from './hours/hours.graphql.ts';
import { hoursRelations, hoursRoots, readables as readableHours } from './hours/hours.relations.ts';
import { servicePermissions } from './hours/service-record.access.ts';
import { ServiceRecord } from './hours/service-record.entity.ts';
import { lecturePermissions } from './lectures/lectures.access.ts';
import { lectureChecks } from './lectures/lectures.checks.ts';
import { lectureMutations } from './lectures/lectures.graphql.ts';
import { lectureRelations, readables as readableLectures } from './lectures/lectures.relations.ts';
import { ParentLecture } from './lectures/parent-lecture.entity.ts';
import { seriesChecks } from './series/series.checks.ts';
import { seriesMutations } from './series/series.graphql.ts';
import { readables as readableSeries, seriesRelations } from './series/series.relations.ts';
import { roleMutations } from './shifts/roles.graphql.ts';
import { rosterRelations } from './rosters/rosters.relations.ts';
import { ShiftRole } from './shifts/shift-role.entity.ts';
import { ShiftSeries } from './shifts/shift-series.entity.ts';
import { Shift } from './shifts/shift.entity.ts';
import { shiftMutations } from './shifts/shifts.graphql.ts';
import { readables as readableShifts, roots, shiftRelations } from './shifts/shifts.relations.ts';
import { ActivityTopic, VolunteerActivity } from './shifts/volunteer-activity.entity.ts';
import { approvalMutations } from './approval/approval.graphql.ts';
import { approvalRelations } from './approval/approval.relations.ts';
import { Signup } from './signups/signup.entity.ts';
import { signupMutations } from './signups/signups.graphql.ts';
import { readables as readableSignups, signupRelations } from './signups/signups.relations.ts';
import { StandIn } from './stand-ins/stand-in.entity.ts';
import { standInChecks } from './stand-ins/stand-ins.checks.ts';
import { standInMutations } from './stand-ins/stand-ins.graphql.ts';
import { readables as readableStandIns, standInRelations } from './stand-ins/stand-ins.relations.ts';
import { VolunteerQualification } from './volunteers/volunteer-qualification.entity.ts';
import { VolunteerSuspension } from './volunteers/volunteer-suspension.entity.ts';
import { VolunteeringPolicy } from './volunteers/volunteering-policy.entity.ts';
import { volunteerPermissions } from './volunteers/volunteers.access.ts';
import { volunteerChecks } from './volunteers/volunteers.checks.ts';
import { volunteerMutations } from './volunteers/volunteers.graphql.ts';
import { readables as readableVolunteers, volunteerRelations } from './volunteers/volunteers.relations.ts';
import { waitingListChecks } from './waiting-list/waiting-list.checks.ts';
import { waitingListMutations } from './waiting-list/waiting-list.graphql.ts';
import { readables as readableWaitingLists, waitingListRelations } from './waiting-list/waiting-list.relations.ts';
import { WaitlistEntry } from './waiting-list/waitlist-entry.entity.ts';
import { WaitlistSkip } from './waiting-list/waitlist-skip.entity.ts';
import { fileMutations } from './files/files.graphql.ts';
import { volunteeringDownloads } from './files/volunteering.downloads.ts';
import { noticeKinds } from './notices.ts';
import { permissions } from './volunteering.access.ts';
import { checks } from './volunteering.checks.ts';
import { volunteeringJobs } from './volunteering.jobs.ts';

export { hoursOf, renderServiceCertificate, type ServiceCertificateFacts } from './certificates/certificate.pdf.ts';
export { AttendanceMark, AttendanceReport } from './attendance/attendance-report.entity.ts';
export { Attendance, AttendanceMethod } from './attendance/attendance.entity.ts';
export { noteNoShows } from './attendance/note-no-shows.ts';
export { certificateFacts, type CertificateFacts } from './certificates/certificate-facts.ts';
export { CertifiedRecord, ServiceCertificate, type CertifiedService } from './certificates/service-certificate.entity.ts';
export { ServiceRecord, ServiceSource, ServiceStatus } from './hours/service-record.entity.ts';
export { ShiftRole } from './shifts/shift-role.entity.ts';
export { Shift, ShiftStatus } from './shifts/shift.entity.ts';
export { ShiftSeries, type RoleTemplate } from './shifts/shift-series.entity.ts';
export { ActivityKind, ActivityStatus, ActivityTopic, VolunteerActivity, WaitlistPriority } from './shifts/volunteer-activity.entity.ts';
export { occurrencesOf, type Occurrence, type SchoolCalendar, type SeriesRule } from './series/occurrences.ts';
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
export { suspendAllForNoShows, suspendForNoShows } from './volunteers/suspend-for-no-shows.ts';
export { VolunteerQualification } from './volunteers/volunteer-qualification.entity.ts';
export { SuspensionCause, VolunteerSuspension } from './volunteers/volunteer-suspension.entity.ts';
export { VolunteeringPolicy } from './volunteers/volunteering-policy.entity.ts';
export { WaitlistEntry, WaitlistStatus } from './waiting-list/waitlist-entry.entity.ts';
export { SkipReason, WaitlistSkip } from './waiting-list/waitlist-skip.entity.ts';
export { expireStandIns } from './stand-ins/expire-stand-ins.ts';
export { settleOffers } from './waiting-list/settle-offers.ts';
export { AcceptOfferBlocker, WaitlistBlocker } from './waiting-list/waitlist.rules.ts';

export const volunteering: Domain = {
  name: 'volunteering',
  entities: [
    VolunteeringPolicy, VolunteerActivity, ActivityTopic, ShiftSeries, Shift, ShiftRole, Signup, StandIn, WaitlistEntry, WaitlistSkip,
    Attendance, AttendanceReport, ServiceRecord, ServiceCertificate, CertifiedRecord, ParentLecture, VolunteerQualification, VolunteerSuspension,
  ],
  readables: [
    ...readableShifts, ...readableSeries, ...readableSignups, ...readableWaitingLists, ...readableStandIns, ...readableVolunteers, ...readableLectures,
    ...readableAttendances, ...readableHours, ...readableCertificates,
  ],
  relations: [
    ...shiftRelations, ...seriesRelations, ...signupRelations, ...approvalRelations, ...waitingListRelations, ...standInRelations, ...volunteerRelations, ...lectureRelations, ...rosterRelations,
    ...attendanceRelations, ...hoursRelations, ...certificateRelations,
  ],
  roots: { ...roots, ...hoursRoots, ...certificateRoots },
  mutations: [
    ...activityMutations, ...shiftMutations, ...roleMutations, ...seriesMutations, ...approvalMutations, ...signupMutations, ...waitingListMutations, ...standInMutations, ...volunteerMutations, ...lectureMutations,
    ...attendanceMutations, ...hoursMutations, ...certificateMutations, ...fileMutations,
  ],
  resolvers: [CertificateResolver],
  permissions: { ...permissions, ...volunteerPermissions, ...lecturePermissions, ...attendancePermissions, ...servicePermissions, ...certificatePermissions },
  downloads: volunteeringDownloads,
  noticeKinds,
  jobs: volunteeringJobs,
  attempts: { verifyCertificate: 'certificateNumber' },
  checks: [...checks, ...seriesChecks, ...waitingListChecks, ...standInChecks, ...volunteerChecks, ...lectureChecks, ...attendanceChecks, ...hoursChecks, ...certificateChecks],
};
