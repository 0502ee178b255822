import {
  aMeetingClass,
  aMeetingReply,
  aMeetingReplyGuardian,
  anEngagement,
  aShift,
  aShiftRole,
  aSignup,
  aVolunteerActivity,
  minutesAfter,
  type EngagementRecord,
  type MeetingRecord,
  type PersonRecord,
  type SignupRecord,
} from '../../seeds/factories/index.ts';
import { meeting, openShift, signedUp, told, type HeldMeeting } from '../../seeds/scenario/index.ts';
import {
  InvitationStatus,
  MeetingClass,
  MeetingReply,
  MeetingReplyGuardian,
  MeetingScope,
  MeetingStatus,
  ReplyAnswer,
} from '../../src/domains/meetings/index.ts';
import { Engagement, EngagementKind, EngagementStatus } from '../../src/domains/timetable/index.ts';
import {
  ActivityStatus,
  Shift,
  ShiftRole,
  ShiftStatus,
  Signup,
  SignupStatus,
  VolunteerActivity,
} from '../../src/domains/volunteering/index.ts';
import type { Families, Organisation } from './world.organisation.ts';

const DAY = 24 * 60;

/** Meetings of every scope and status, answered in every way. */
async function writeMeetings(world: Organisation & Families) {
  const { scenario, organiser, schoolClass, parallelClass, olderClass, hall, first, second, third, apart } = world;
  const invited = [first, second, third, apart];
  /** The first two families come, the third said that it would and then that it would not, the fourth is no longer invited. */
  const held = await meeting(scenario, organiser, schoolClass, invited, { attending: 2, room: hall.id, capacity: 3 });
  const [, , thirdInvitation, withdrawn] = held.invitations;
  const repliedAt = scenario.at(-60);
  const before = aMeetingReply({
    invitation: thirdInvitation!,
    guardian: third.parent.guardian,
    attendeeCount: 2,
    repliedAt,
    supersededAt: scenario.now,
  });
  const declined = aMeetingReply({
    invitation: thirdInvitation!,
    guardian: third.parent.guardian,
    answer: ReplyAnswer.NOT_ATTENDING,
  });
  const withdrawnBefore = aMeetingReply({
    invitation: withdrawn!,
    guardian: apart.parent.guardian,
    repliedAt,
    supersededAt: scenario.now,
  });
  const occupiesRoom = (
    { id, room, startsAt, endsAt }: MeetingRecord,
    status = EngagementStatus.ACTIVE,
  ): EngagementRecord =>
    anEngagement({ room, sourceId: id, kind: EngagementKind.MEETING_ROOM, startsAt, endsAt, status });
  await scenario.write((put, batch) => {
    for (const reply of [before, declined, withdrawnBefore]) put(MeetingReply, reply);
    for (const reply of [before, withdrawnBefore])
      put(MeetingReplyGuardian, aMeetingReplyGuardian({ reply, guardian: reply.guardian }));
    put(Engagement, occupiesRoom(held.meeting));
    batch.afterwards('update meeting_invitation set status = $2 where id = $1', [
      withdrawn!.id,
      InvitationStatus.WITHDRAWN,
    ]);
    batch.afterwards('update meeting_invitation_student set ended_at = $2 where invitation_id = $1', [
      withdrawn!.id,
      scenario.now,
    ]);
  });

  /** At the same time, in the same room: it does not take place. */
  const cancelled = await meeting(scenario, organiser, schoolClass, [third], {
    room: hall.id,
    status: MeetingStatus.CANCELLED,
  });
  const reply = aMeetingReply({ invitation: cancelled.invitations[0]!, guardian: third.parent.guardian });
  const { startsAt, endsAt } = cancelled.meeting;
  await scenario.write((put) => {
    put(MeetingReply, reply);
    put(MeetingReplyGuardian, aMeetingReplyGuardian({ reply, guardian: third.parent.guardian }));
    put(Engagement, occupiesRoom(cancelled.meeting, EngagementStatus.ENDED));
    put(
      Engagement,
      anEngagement({
        person: third.parent.person,
        sourceId: reply.id,
        kind: EngagementKind.MEETING_ATTENDANCE,
        startsAt,
        endsAt,
        status: EngagementStatus.ENDED,
      }),
    );
  });

  const draft = await meeting(scenario, organiser, schoolClass, [], {
    startsAt: scenario.at(3 * DAY),
    status: MeetingStatus.DRAFT,
  });
  const ofGrade = await meeting(scenario, organiser, schoolClass, [first], {
    attending: 1,
    startsAt: scenario.at(4 * DAY),
    scope: MeetingScope.GRADE,
  });
  const ofSchool = await meeting(scenario, organiser, schoolClass, [], {
    startsAt: scenario.at(5 * DAY),
    scope: MeetingScope.SCHOOL,
  });
  const moreClasses: [HeldMeeting, typeof schoolClass][] = [
    [ofGrade, parallelClass],
    [ofSchool, parallelClass],
    [ofSchool, olderClass],
  ];
  await scenario.write((put) => {
    for (const [each, one] of moreClasses)
      put(MeetingClass, aMeetingClass({ meeting: each.meeting, schoolClass: one }));
  });
  return { held, before, declined, cancelled, draftMeeting: draft.meeting, ofGrade, ofSchool };
}

/** Shifts of a school and of the district, signed up for in every way. */
async function writeVolunteering(world: Organisation & Families) {
  const { scenario, organiser, school, first, second, third } = world;
  const offered = await openShift(scenario, organiser, { school, role: { capacity: 2 } });
  const { activity, shift } = offered;
  const approved = aShiftRole({ shift, ordinal: 2, capacity: 1, approvalRequired: true });
  const occupies = ({ id }: SignupRecord, person: PersonRecord): EngagementRecord =>
    anEngagement({
      person,
      sourceId: id,
      kind: EngagementKind.SHIFT_SIGNUP,
      startsAt: shift.startsAt,
      endsAt: shift.endsAt,
    });
  const { guardian, person } = third.parent;
  const given = { role: offered.role, guardian, household: third.household };
  const [gaveUp, rejected] = [
    aSignup({ ...given, status: SignupStatus.CANCELLED }),
    aSignup({ ...given, status: SignupStatus.REJECTED }),
  ];
  const waiting = aSignup({ ...given, role: approved, status: SignupStatus.PENDING });
  const confirmed = await signedUp(scenario, offered, first);
  await signedUp(scenario, offered, second);
  await scenario.write((put) => {
    put(ShiftRole, approved);
    for (const signup of [gaveUp, rejected, waiting]) put(Signup, signup);
    put(Engagement, occupies(waiting, person));
    put(Engagement, { ...occupies(gaveUp, person), status: EngagementStatus.ENDED, endedAt: scenario.now });
  });

  /** Begins at the very moment at which the other one ends. */
  const backToBack = await openShift(scenario, organiser, {
    shift: { startsAt: shift.endsAt, endsAt: minutesAfter(shift.endsAt, 60) },
  });
  await signedUp(scenario, backToBack, first);

  const calledOff = await openShift(scenario, organiser, { school, shift: { status: ShiftStatus.CANCELLED } });
  const audience = activity.audience;
  const unpublished = aVolunteerActivity({
    district: scenario.district,
    school,
    audience,
    organiser: organiser.staff,
    status: ActivityStatus.DRAFT,
  });
  const unpublishedShift = aShift({ activity: unpublished, status: ShiftStatus.DRAFT });
  await scenario.write((put) => {
    put(Signup, aSignup({ ...given, role: calledOff.role, status: SignupStatus.CANCELLED }));
    put(VolunteerActivity, unpublished);
    put(Shift, unpublishedShift);
  });
  return { offered, approved, confirmed, waiting, gaveUp, backToBack, calledOff, unpublished, unpublishedShift };
}

/** The same is told to two, and one of them has read it. */
async function writeNotices({ scenario, first, second }: Families & Organisation, held: HeldMeeting) {
  const [unread] = await told(scenario, first.parent.person, [held.meeting]);
  await told(scenario, second.parent.person, [held.meeting], scenario.now);
  return { unread: unread! };
}

export async function writeOccasions(world: Organisation & Families) {
  const meetings = await writeMeetings(world);
  return { ...meetings, ...(await writeVolunteering(world)), ...(await writeNotices(world, meetings.held)) };
}

export type Occasions = Awaited<ReturnType<typeof writeOccasions>>;
