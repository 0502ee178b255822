import {
  AgendaItem,
  Meeting,
  MeetingClass,
  MeetingInvitation,
  MeetingInvitationStudent,
  MeetingReply,
  MeetingReplyGuardian,
  MeetingStatus,
  ReplyAnswer,
} from '../../src/domains/meetings/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import { Shift, ShiftRole, Signup, SignupStatus, VolunteerActivity } from '../../src/domains/volunteering/index.ts';
import {
  aMeeting,
  aMeetingClass,
  aMeetingInvitation,
  aMeetingInvitationStudent,
  aMeetingReply,
  aMeetingReplyGuardian,
  anAgendaItem,
  anEngagement,
  aShift,
  aShiftRole,
  aSignup,
  aVolunteerActivity,
  type AudienceRecord,
  type Given,
  type MeetingInvitationRecord,
  type MeetingRecord,
  type MeetingReplyRecord,
  type SchoolClassRecord,
  type SchoolRecord,
  type ShiftRecord,
  type ShiftRoleRecord,
  type SignupRecord,
  type StudentRecord,
  type VolunteerActivityRecord,
} from '../factories/index.ts';
import type { Family } from './families.ts';
import type { Scenario, StaffMember } from './scenario.ts';
import { guardianOf } from '../../src/domains/people/index.ts';

export interface ShiftOnOffer {
  readonly activity: VolunteerActivityRecord;
  readonly shift: ShiftRecord;
  readonly role: ShiftRoleRecord;
}

export interface ShiftOptions {
  /** The district's own where left out. */
  readonly school?: SchoolRecord;
  /** Everybody of the school, or of the district, where left out. */
  readonly audience?: AudienceRecord;
  readonly activity?: Given<VolunteerActivity>;
  readonly shift?: Omit<Given<Shift>, 'activity'>;
  readonly role?: Omit<Given<ShiftRole>, 'shift'>;
}

/** A published shift of one role that can be signed up for now: it begins in a day. */
export async function openShift(
  scenario: Scenario,
  organiser: StaffMember,
  options: ShiftOptions = {},
): Promise<ShiftOnOffer> {
  const { school, district } = { school: options.school ?? null, district: scenario.district };
  const audience = options.audience ?? (await scenario.audience(school ? { school } : {}));
  const activity = aVolunteerActivity({
    district,
    school,
    audience,
    organiser: organiser.staff,
    publishedAt: scenario.at(-60 * 24 * 8),
    ...options.activity,
  });
  const startsAt = options.shift?.startsAt ?? scenario.at(60 * 24);
  const shift = aShift({
    activity,
    startsAt,
    signupOpensAt: scenario.at(-60 * 24 * 7),
    signupClosesAt: new Date(startsAt.getTime() - 3_600_000),
    cancelUntil: new Date(startsAt.getTime() - 2 * 3_600_000),
    ...options.shift,
  });
  const role = aShiftRole({ shift, ...options.role });
  await scenario.write((put) => {
    put(VolunteerActivity, activity);
    put(Shift, shift);
    put(ShiftRole, role);
  });
  return { activity, shift, role };
}

/** Makes a sign-up rest on the audience of its activity. */
export const AUDIENCE_OF_SIGNUP = `update engagement set rests_on = array(select tgt.key from signup sgn join shift sft on sft.id = sgn.shift_id
    join volunteer_activity act on act.id = sft.activity_id join audience_target tgt on tgt.audience_id = act.audience_id where sgn.id = $1)
  where source_id = $1 and kind = 'SHIFT_SIGNUP'`;

/** A confirmed sign-up as the hub writes it: counted, and the person's time occupied. */
export async function signedUp(
  scenario: Scenario,
  { shift, role }: ShiftOnOffer,
  { parent, household }: Family,
): Promise<SignupRecord> {
  const signup = aSignup({
    role,
    guardian: parent.guardian,
    household,
    status: SignupStatus.CONFIRMED,
    signedUpAt: scenario.at(-60),
  });
  await scenario.write((put, batch) => {
    put(Signup, signup);
    put(
      Engagement,
      anEngagement({
        person: parent.person,
        sourceId: signup.id,
        kind: EngagementKind.SHIFT_SIGNUP,
        startsAt: shift.startsAt,
        endsAt: shift.endsAt,
      }),
    );
    batch.afterwards(AUDIENCE_OF_SIGNUP, [signup.id]);
    batch.afterwards('update shift_role set places_taken = places_taken + 1 where id = $1', [role.id]);
  });
  return signup;
}

export interface HeldMeeting {
  readonly meeting: MeetingRecord;
  readonly invitations: readonly MeetingInvitationRecord[];
  readonly replies: readonly MeetingReplyRecord[];
}

/** A meeting of a class in two days, the families invited; the first `attending` of them reply that their first guardian comes. */
export async function meeting(
  scenario: Scenario,
  organiser: StaffMember,
  schoolClass: SchoolClassRecord,
  invited: readonly Family[],
  { attending = 0, ...given }: Given<Meeting> & { readonly attending?: number } = {},
): Promise<HeldMeeting> {
  const startsAt = given.startsAt ?? scenario.at(2 * 24 * 60);
  const held = aMeeting({
    school: schoolClass.school,
    organiser: organiser.staff,
    startsAt,
    endsAt: new Date(startsAt.getTime() + 90 * 60_000),
    ...given,
  });
  const isDraft = held.status === MeetingStatus.DRAFT;
  const invitations = isDraft ? [] : invited.map(({ household }) => aMeetingInvitation({ meeting: held, household }));
  const replies = invitations.slice(0, attending).map((invitation, index) =>
    aMeetingReply({
      invitation,
      guardian: invited[index]!.parent.guardian,
      answer: ReplyAnswer.ATTENDING,
      attendeeCount: 1,
    }),
  );
  await scenario.write((put) => {
    put(Meeting, held);
    put(MeetingClass, aMeetingClass({ meeting: held, schoolClass }));
    put(AgendaItem, anAgendaItem({ meeting: held }));
    for (const [index, invitation] of invitations.entries()) {
      put(MeetingInvitation, invitation);
      for (const student of childrenIn(schoolClass, invited[index]!))
        put(MeetingInvitationStudent, aMeetingInvitationStudent({ invitation, student }));
    }
    for (const [index, reply] of replies.entries()) {
      const { guardian, person } = invited[index]!.parent;
      put(MeetingReply, reply);
      put(MeetingReplyGuardian, aMeetingReplyGuardian({ reply, guardian }));
      put(
        Engagement,
        anEngagement({
          person,
          sourceId: reply.id,
          kind: EngagementKind.MEETING_ATTENDANCE,
          startsAt: held.startsAt,
          endsAt: held.endsAt,
          restsOn: childrenIn(schoolClass, invited[index]!).map(({ id }) => guardianOf(id)),
        }),
      );
    }
  });
  return { meeting: held, invitations, replies };
}

/** Those of the class, or all where the family is one of separated parents, whose children are in it already. */
function childrenIn(schoolClass: SchoolClassRecord, { students, memberships }: Family): StudentRecord[] {
  return memberships.length === 0
    ? [...students]
    : students.filter(({ id }) =>
        memberships.some((each) => each.student === id && each.schoolClass === schoolClass.id),
      );
}
