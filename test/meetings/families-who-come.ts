import { expect } from 'vitest';
import type { DocumentNode } from 'graphql';
import { EndEnrolmentsDocument, EnrolStudentsDocument, TransferStudentDocument } from '../../schema/generated/admin.ts';
import {
  aHousehold,
  aHouseholdGuardian,
  aHouseholdStudent,
  aMeetingInvitation,
  aMeetingInvitationStudent,
  aMeetingReply,
  aMeetingReplyGuardian,
  anEngagement,
  type SchoolClassRecord,
} from '../../seeds/factories/index.ts';
import {
  family,
  meeting,
  type Family,
  type HeldMeeting,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import {
  MeetingInvitation,
  MeetingInvitationStudent,
  MeetingReply,
  MeetingReplyGuardian,
  ReplyAnswer,
} from '../../src/domains/meetings/index.ts';
import { Household, HouseholdGuardian, HouseholdStudent } from '../../src/domains/people/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import type { TestHub } from '../support/hub.ts';

export const DAY = 24 * 60;

/** The school that invites to meetings of the first of its classes. */
interface Host {
  readonly hub: TestHub;
  readonly scenario: Scenario;
  readonly classes: readonly SchoolClassRecord[];
  readonly admin: StaffMember;
}

interface SecondFamily {
  readonly own: Family;
  readonly one: HeldMeeting;
  readonly household: string;
}

/** What the school does to a pupil, each done without an error. */
export function pupilsOf(host: () => Host) {
  async function done(document: DocumentNode, input: object): Promise<void> {
    const { hub, admin } = host();
    const { data, errors } = await hub.ask(document, { as: admin.accountId, variables: { input } });
    expect([errors, Object.values(data ?? {})[0]]).toEqual([undefined, expect.objectContaining({ userErrors: [] })]);
  }

  const leaves = ({ students: [student] }: Family) =>
    done(EndEnrolmentsDocument, { studentIds: [`student_${student!.id}`], leaving: 'TRANSFERRED_OUT' });
  const comesBack = ({ students: [student] }: Family) =>
    done(EnrolStudentsDocument, {
      classId: `class_${host().classes[0]!.id}`,
      rows: [{ name: student!.name, studentNumber: student!.studentNumber }],
    });
  const movesTo = ({ students: [student] }: Family, schoolClass: SchoolClassRecord) =>
    done(TransferStudentDocument, { studentNumber: student!.studentNumber, classId: `class_${schoolClass.id}` });

  return { done, leaves, comesBack, movesTo };
}

/** Families who have said that they come to a meeting. */
export function comingTo(host: () => Host) {
  let held = 0;

  /** When the next meeting begins: no two of them at one time. */
  function nextTime(at = 3 * DAY): Date {
    held += 1;
    return host().scenario.at(at + held * 120);
  }

  /** A meeting that the family is invited to, where its first `count` guardians come, and `brought` people with them. */
  async function coming(
    own: Family,
    count: number,
    { brought = 0, capacity = 20, at = 3 * DAY }: { brought?: number; capacity?: number; at?: number } = {},
  ): Promise<HeldMeeting> {
    const { scenario, admin, classes } = host();
    const one = await meeting(scenario, admin, classes[0]!, [own], { attending: 1, capacity, startsAt: nextTime(at) });
    const reply = one.replies[0]!;
    await scenario.write((put, batch) => {
      for (const { guardian, person } of own.guardians.slice(1, count)) {
        put(MeetingReplyGuardian, aMeetingReplyGuardian({ reply, guardian }));
        put(
          Engagement,
          anEngagement({
            person,
            sourceId: reply.id,
            kind: EngagementKind.MEETING_ATTENDANCE,
            startsAt: one.meeting.startsAt,
            endsAt: one.meeting.endsAt,
          }),
        );
      }
      batch.afterwards('update meeting_reply set attendee_count = $2 where id = $1', [reply.id, count + brought]);
    });
    return one;
  }

  /** The first guardian of a pupil is in both of its families, and both have said that they come. */
  async function ofTwoFamilies(): Promise<SecondFamily> {
    const { scenario, admin, classes } = host();
    const own = await family(scenario, [classes[0]!]);
    const one = await meeting(scenario, admin, classes[0]!, [own], { attending: 1, startsAt: nextTime() });
    const household = aHousehold();
    const { guardian } = own.parent;
    const invitation = aMeetingInvitation({ meeting: one.meeting, household });
    const reply = aMeetingReply({ invitation, guardian, answer: ReplyAnswer.ATTENDING, attendeeCount: 2 });
    await scenario.write((put) => {
      put(Household, household);
      put(HouseholdGuardian, aHouseholdGuardian({ household, guardian }));
      put(HouseholdStudent, aHouseholdStudent({ household, student: own.students[0]! }));
      put(MeetingInvitation, invitation);
      put(MeetingInvitationStudent, aMeetingInvitationStudent({ invitation, student: own.students[0]!.id }));
      put(MeetingReply, reply);
      put(MeetingReplyGuardian, aMeetingReplyGuardian({ reply, guardian }));
    });
    return { own, one, household: household.id };
  }

  return { nextTime, coming, ofTwoFamilies };
}
