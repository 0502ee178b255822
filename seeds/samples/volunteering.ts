import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import {
  ActivityTopic,
  Attendance,
  AttendanceReport,
  CertifiedRecord,
  CheckInCodeShown,
  ParentLecture,
  ServiceCertificate,
  ServiceRecord,
  Shift,
  ShiftRole,
  ShiftSeries,
  Signup,
  StandIn,
  StandInStatus,
  VolunteerActivity,
  VolunteeringPolicy,
  VolunteerQualification,
  VolunteerSuspension,
  WaitlistEntry,
  WaitlistSkip,
  WaitlistStatus,
} from '../../src/domains/volunteering/index.ts';
import {
  aCertifiedRecord,
  anActivityTopic,
  anAttendance,
  anAttendanceReport,
  anEngagement,
  aParentLecture,
  aServiceCertificate,
  aServiceRecord,
  aShift,
  aShiftRole,
  aShiftSeries,
  aSignup,
  aStandIn,
  aVolunteerActivity,
  aVolunteeringPolicy,
  aVolunteerQualification,
  aVolunteerSuspension,
  aWaitlistEntry,
  aWaitlistSkip,
  certifiedService,
  minutesAfter,
  type VolunteerActivityRecord,
} from '../factories/index.ts';
import { AUDIENCE_OF_SIGNUP } from '../scenario/index.ts';
import type { Batch } from '../writing/index.ts';
import { publishedPolicy } from './policy.ts';
import type { Sample, SamplePlace, SampleReach } from './sample.ts';

const HOUR = 60;

/** An activity with a shift to come and one that is over, and all that becomes of a place in it. */
export const sample: Sample = {
  write(batch, place) {
    const { district, school, schoolClass, audience, teacher, family, first, at } = place;
    const { person, guardian } = family.parent;
    const activity = aVolunteerActivity({
      district,
      school,
      audience,
      organiser: teacher.staff,
      publishedAt: at(-60),
    });
    const startsAt = at(4);
    const shift = aShift({
      activity,
      startsAt,
      signupOpensAt: at(-7),
      signupClosesAt: minutesAfter(startsAt, -HOUR),
      cancelUntil: minutesAfter(startsAt, -2 * HOUR),
    });
    const role = aShiftRole({ shift });
    const lecture = aParentLecture({ schoolClass, guardian });
    const { startsOn, endsOn } = place.schoolYear;
    batch.add(VolunteerActivity, activity);
    batch.add(ActivityTopic, anActivityTopic({ activity, topic: publishedPolicy(batch).topic }));
    batch.add(ShiftSeries, aShiftSeries({ activity, firstDate: startsOn, lastDate: endsOn }));
    batch.add(Shift, shift);
    batch.add(ShiftRole, role);
    batch.add(ParentLecture, lecture);
    batch.add(VolunteerQualification, aVolunteerQualification({ person, district, grantedBy: teacher.staff }));
    batch.add(VolunteerSuspension, aVolunteerSuspension({ person, district, startsAt: at(-60), endsAt: at(-30) }));
    if (first) batch.add(VolunteeringPolicy, aVolunteeringPolicy({ district }));
    const served = writeServed(batch, place, activity);
    return {
      ofTheSchool: [`volunteer-activity_${activity.id}`, `shift_${shift.id}`, `shift-role_${role.id}`],
      personal: [`parent-lecture_${lecture.id}`, ...served],
    };
  },
};

/** A shift that is over, at which the parent was. */
function writeServed(
  batch: Batch,
  { district, school, teacher, family, now, at }: SamplePlace,
  activity: VolunteerActivityRecord,
): NonNullable<SampleReach['personal']> {
  const { household, parent } = family;
  const { person, guardian } = parent;
  const startsAt = at(-4);
  const over = aShift({ activity, startsAt, endsAt: minutesAfter(startsAt, HOUR), signupOpensAt: at(-14) });
  const role = aShiftRole({ shift: over, placesTaken: 1 });
  const signup = aSignup({ role, guardian, household, signedUpAt: at(-10) });
  const attendance = anAttendance({ signup, checkedInAt: over.startsAt, checkedOutAt: over.endsAt });
  const record = aServiceRecord({ signup, shift: over });
  const certificate = aServiceCertificate({
    guardian,
    district,
    services: [certifiedService({ shift: over, record, title: activity.title, school: school.name })],
    issuedAt: now,
  });
  const waited = aWaitlistEntry({ role, guardian, household, status: WaitlistStatus.EXPIRED, joinedAt: at(-12) });
  const skip = aWaitlistSkip({ entry: waited, skippedAt: at(-11) });
  const standIn = aStandIn({
    signup,
    status: StandInStatus.EXPIRED,
    offeredAt: at(-6),
    expiresAt: over.startsAt,
  });
  batch.add(Shift, over);
  batch.add(ShiftRole, role);
  batch.add(Signup, signup);
  batch.add(
    Engagement,
    anEngagement({
      person,
      sourceId: signup.id,
      kind: EngagementKind.SHIFT_SIGNUP,
      startsAt: over.startsAt,
      endsAt: over.endsAt,
    }),
  );
  batch.afterwards(AUDIENCE_OF_SIGNUP, [signup.id]);
  batch.add(Attendance, attendance);
  batch.add(AttendanceReport, anAttendanceReport({ signup, happenedAt: over.startsAt }));
  batch.add(CheckInCodeShown, { id: record.id, createdAt: over.startsAt, shift: over.id, person: teacher.person.id });
  batch.add(ServiceRecord, record);
  batch.add(ServiceCertificate, certificate);
  batch.add(CertifiedRecord, aCertifiedRecord({ certificate, record }));
  batch.add(WaitlistEntry, waited);
  batch.add(WaitlistSkip, skip);
  batch.add(StandIn, standIn);
  return [
    `signup_${signup.id}`,
    `attendance_${attendance.id}`,
    `service-record_${record.id}`,
    `waitlist-entry_${waited.id}`,
    `waitlist-skip_${skip.id}`,
    `stand-in_${standIn.id}`,
  ];
}
