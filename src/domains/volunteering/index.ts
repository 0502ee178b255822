import type { Domain } from '../../platform/graphql/index.ts';
import { AttendanceReport } from './attendance/attendance-report.entity.ts';
import { Attendance } from './attendance/attendance.entity.ts';
import { CertifiedRecord, ServiceCertificate } from './certificates/service-certificate.entity.ts';
import { ServiceRecord } from './hours/service-record.entity.ts';
import { ParentLecture } from './lectures/parent-lecture.entity.ts';
import { ShiftRole } from './shifts/shift-role.entity.ts';
import { ShiftSeries } from './shifts/shift-series.entity.ts';
import { Shift } from './shifts/shift.entity.ts';
import { readables as readableShifts, roots, shiftRelations } from './shifts/shifts.relations.ts';
import { ActivityTopic, VolunteerActivity } from './shifts/volunteer-activity.entity.ts';
import { StandIn } from './signups/stand-in.entity.ts';
import { Signup } from './signups/signup.entity.ts';
import { signupMutations } from './signups/signups.graphql.ts';
import { readables as readableSignups, signupRelations } from './signups/signups.relations.ts';
import { VolunteerQualification } from './volunteers/volunteer-qualification.entity.ts';
import { VolunteerSuspension } from './volunteers/volunteer-suspension.entity.ts';
import { VolunteeringPolicy } from './volunteers/volunteering-policy.entity.ts';
import { WaitlistEntry } from './waiting-list/waitlist-entry.entity.ts';
import { WaitlistSkip } from './waiting-list/waitlist-skip.entity.ts';
import { permissions } from './volunteering.access.ts';
import { checks } from './volunteering.checks.ts';

export { hoursOf, renderServiceCertificate, type ServiceCertificateFacts } from './certificates/certificate.pdf.ts';
export { AttendanceReport } from './attendance/attendance-report.entity.ts';
export { Attendance, AttendanceMethod } from './attendance/attendance.entity.ts';
export { CertifiedRecord, ServiceCertificate, type CertifiedService } from './certificates/service-certificate.entity.ts';
export { ServiceRecord, ServiceSource, ServiceStatus } from './hours/service-record.entity.ts';
export { ShiftRole } from './shifts/shift-role.entity.ts';
export { Shift, ShiftStatus } from './shifts/shift.entity.ts';
export { ShiftSeries, type RoleTemplate } from './shifts/shift-series.entity.ts';
export { ActivityKind, ActivityStatus, ActivityTopic, VolunteerActivity, WaitlistPriority } from './shifts/volunteer-activity.entity.ts';
export { CancelSignupBlocker, SignupBlocker } from './signups/signup-blocker.enum.ts';
export { blockersFor, cancelBlockersFor, type CancelSignupFacts, type SignupFacts } from './signups/signup.blockers.ts';
export { StandIn, StandInStatus } from './signups/stand-in.entity.ts';
export { Signup, SignupStatus } from './signups/signup.entity.ts';
export { ParentLecture, ParentLectureStatus } from './lectures/parent-lecture.entity.ts';
export { VolunteerQualification } from './volunteers/volunteer-qualification.entity.ts';
export { SuspensionCause, VolunteerSuspension } from './volunteers/volunteer-suspension.entity.ts';
export { VolunteeringPolicy } from './volunteers/volunteering-policy.entity.ts';
export { WaitlistEntry, WaitlistStatus } from './waiting-list/waitlist-entry.entity.ts';
export { WaitlistSkip } from './waiting-list/waitlist-skip.entity.ts';

export const volunteering: Domain = {
  name: 'volunteering',
  entities: [
    VolunteeringPolicy, VolunteerActivity, ActivityTopic, ShiftSeries, Shift, ShiftRole, Signup, StandIn, WaitlistEntry, WaitlistSkip,
    Attendance, AttendanceReport, ServiceRecord, ServiceCertificate, CertifiedRecord, ParentLecture, VolunteerQualification, VolunteerSuspension,
  ],
  readables: [...readableShifts, ...readableSignups],
  relations: [...shiftRelations, ...signupRelations],
  roots,
  mutations: signupMutations,
  resolvers: [],
  permissions,
  checks,
};
