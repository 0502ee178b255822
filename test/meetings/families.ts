import type { Dice } from '../../seeds/deterministic/index.ts';
import {
  aClassMembership,
  aGuardian,
  aGuardianship,
  aHousehold,
  aHouseholdGuardian,
  aHouseholdStudent,
  aMeeting,
  aMeetingClass,
  aMeetingInvitation,
  aMeetingInvitationStudent,
  aMeetingReply,
  aMeetingReplyGuardian,
  anAccount,
  anAgendaItem,
  anEngagement,
  aNotice,
  aPerson,
  aStudent,
  type SchoolClassRecord,
} from '../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../seeds/scenario/index.ts';
import { Account } from '../../src/domains/identity/index.ts';
import {
  AgendaItem,
  Meeting,
  MeetingClass,
  MeetingInvitation,
  MeetingInvitationStudent,
  MeetingReply,
  MeetingReplyGuardian,
  meetingInvited,
  MeetingScope,
  ReplyAnswer,
} from '../../src/domains/meetings/index.ts';
import {
  ClassMembership,
  Guardian,
  Guardianship,
  Household,
  HouseholdGuardian,
  HouseholdStudent,
  Person,
  Student,
  guardianOf,
} from '../../src/domains/people/index.ts';
import { Notice } from '../../src/domains/notices/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';

/** Somebody of a patchwork family, and how they stand to each child: by its id. */
export interface Grown {
  readonly guardian: string;
  readonly person: string;
  readonly accountId: string;
  readonly household: string;
  readonly ties: ReadonlyMap<string, string>;
}

export interface Patchwork {
  readonly household: string;
  /** Ids of pupils with the class that they are in. */
  readonly children: readonly { readonly id: string; readonly schoolClass: SchoolClassRecord }[];
  readonly grown: readonly Grown[];
}

/** Families in which not everybody answers for every child: each of the grown answers for some of the children, and each child has somebody. */
export async function patchworkFamilies(
  scenario: Scenario,
  dice: Dice,
  classes: readonly SchoolClassRecord[],
  count: number,
): Promise<Patchwork[]> {
  const families: Patchwork[] = [];
  await scenario.write((put) => {
    for (let number = 0; number < count; number += 1) {
      const household = aHousehold();
      put(Household, household);
      const children = Array.from({ length: dice.int(2, 3) }, () => {
        const schoolClass = dice.pick(classes);
        const student = aStudent({ school: schoolClass.school });
        put(Student, student);
        put(ClassMembership, aClassMembership({ student, schoolClass }));
        put(HouseholdStudent, aHouseholdStudent({ household, student }));
        return { id: student.id, schoolClass };
      });
      const grown = Array.from({ length: dice.int(2, 3) }, (_, index): Grown => {
        const person = aPerson();
        const [account, guardian] = [anAccount({ person }), aGuardian({ person })];
        put(Person, person);
        put(Account, account);
        put(Guardian, guardian);
        put(HouseholdGuardian, aHouseholdGuardian({ household, guardian }));
        const theirs = index === 0 ? children : dice.sample(children, dice.int(1, children.length));
        const ties = theirs.map(({ id }) => {
          const tie = aGuardianship({ guardian, student: id });
          put(Guardianship, tie);
          return [id, tie.id] as const;
        });
        return {
          guardian: guardian.id,
          person: person.id,
          accountId: account.id,
          household: household.id,
          ties: new Map(ties),
        };
      });
      families.push({ household: household.id, children, grown });
    }
  });
  return families;
}

/** A meeting of the classes: every family is invited for those of its children who are in them, and somebody who answers for one of them replies. */
export async function heldFor(
  scenario: Scenario,
  dice: Dice,
  organiser: StaffMember,
  classes: readonly SchoolClassRecord[],
  families: readonly Patchwork[],
  startsAt: Date,
): Promise<void> {
  await scenario.write((put) => {
    const scope = classes.length === 1 ? MeetingScope.CLASS : MeetingScope.SCHOOL;
    const meeting = aMeeting({ school: classes[0]!.school, organiser: organiser.staff, startsAt, scope });
    put(Meeting, meeting);
    put(AgendaItem, anAgendaItem({ meeting }));
    for (const schoolClass of classes) put(MeetingClass, aMeetingClass({ meeting, schoolClass }));
    for (const { household, children, grown } of families) {
      const meant = children.filter(({ schoolClass }) => classes.includes(schoolClass));
      if (meant.length === 0) continue;
      const invitation = aMeetingInvitation({ meeting, household });
      put(MeetingInvitation, invitation);
      for (const { id } of meant) put(MeetingInvitationStudent, aMeetingInvitationStudent({ invitation, student: id }));
      const restsOn = meant.map(({ id }) => guardianOf(id));
      const facts = { title: meeting.title, startsAt: startsAt.toISOString() };
      const answering = grown.filter(({ ties }) => meant.some(({ id }) => ties.has(id)));
      for (const { person } of answering)
        put(Notice, aNotice(meetingInvited, facts, { person, restsOn }, ['meeting', meeting]));
      const coming = dice.sample(answering, dice.int(0, answering.length));
      const reply = aMeetingReply({
        invitation,
        guardian: (coming[0] ?? dice.pick(answering)).guardian,
        answer: coming.length > 0 ? ReplyAnswer.ATTENDING : ReplyAnswer.NOT_ATTENDING,
        attendeeCount: coming.length,
      });
      put(MeetingReply, reply);
      for (const { guardian, person } of coming) {
        put(MeetingReplyGuardian, aMeetingReplyGuardian({ reply, guardian }));
        put(
          Engagement,
          anEngagement({
            person,
            sourceId: reply.id,
            kind: EngagementKind.MEETING_ATTENDANCE,
            title: meeting.title,
            startsAt: meeting.startsAt,
            endsAt: meeting.endsAt,
            restsOn,
          }),
        );
      }
    }
  });
}
