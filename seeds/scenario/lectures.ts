import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import {
  ActivityKind,
  ParentLecture,
  ParentLectureStatus,
  Shift,
  ShiftRole,
  Signup,
  VolunteerActivity,
} from '../../src/domains/volunteering/index.ts';
import {
  anEngagement,
  aParentLecture,
  aShift,
  aShiftRole,
  aSignup,
  aVolunteerActivity,
  minutesAfter,
  type ParentLectureRecord,
  type RoomRecord,
  type SchoolClassRecord,
  type ShiftRecord,
  type ShiftRoleRecord,
  type SignupRecord,
} from '../factories/index.ts';
import type { Family } from './families.ts';
import type { Scenario, StaffMember } from './scenario.ts';

export interface ScheduledLecture {
  readonly lecture: ParentLectureRecord;
  readonly shift: ShiftRecord;
  readonly role: ShiftRoleRecord;
  readonly signup: SignupRecord;
}

/** A lecture that takes place, as the hub writes it: a shift of its own, the guardian signed up and engaged, the room taken. */
export async function scheduledLecture(
  scenario: Scenario,
  teacher: StaffMember,
  schoolClass: SchoolClassRecord,
  { parent }: Family,
  { startsAt, room }: { readonly startsAt: Date; readonly room?: RoomRecord },
): Promise<ScheduledLecture> {
  const audience = await scenario.audience({ schoolClass });
  const activity = aVolunteerActivity({
    district: scenario.district,
    school: schoolClass.school,
    kind: ActivityKind.PARENT_LECTURE,
    audience,
    organiser: teacher.staff,
    publishedAt: scenario.at(-60),
  });
  const shift = aShift({
    activity,
    startsAt,
    endsAt: minutesAfter(startsAt, 40),
    publishedAt: scenario.at(-60),
    place: room?.name ?? '本班教室',
    signupOpensAt: scenario.at(-61),
    signupClosesAt: scenario.at(-60),
    cancelUntil: scenario.at(-60),
  });
  const role = aShiftRole({ shift, name: '主讲家长', capacity: 1, minimum: 1, placesTaken: 1 });
  const signup = aSignup({ role, guardian: parent.guardian, signedUpAt: scenario.at(-120) });
  const lecture = aParentLecture({
    schoolClass,
    guardian: parent.guardian,
    status: ParentLectureStatus.SCHEDULED,
    proposedAt: scenario.at(-120),
    decidedBy: teacher.staff,
    decidedAt: scenario.at(-60),
    shift,
    startsAt: shift.startsAt,
    endsAt: shift.endsAt,
  });
  const time = { startsAt: shift.startsAt, endsAt: shift.endsAt, title: activity.title };
  await scenario.write((put) => {
    put(VolunteerActivity, activity);
    put(Shift, shift);
    put(ShiftRole, role);
    put(Signup, signup);
    put(
      Engagement,
      anEngagement({
        ...time,
        person: parent.person,
        sourceId: signup.id,
        kind: EngagementKind.SHIFT_SIGNUP,
        restsOn: [`class:${schoolClass.id}`],
      }),
    );
    if (room) put(Engagement, anEngagement({ ...time, room, sourceId: shift.id, kind: EngagementKind.SHIFT_ROOM }));
    put(ParentLecture, lecture);
  });
  return { lecture, shift, role, signup };
}
