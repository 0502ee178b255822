import {
  AgendaItem, Meeting, MeetingClass, MeetingInvitation, MeetingReply, MeetingReplyGuardian, MeetingScope, MeetingStatus, ReplyAnswer,
} from '../../src/domains/meetings/index.ts';
import { Engagement, EngagementKind, EngagementStatus } from '../../src/domains/timetable/index.ts';
import {
  aMeeting, aMeetingClass, aMeetingInvitation, aMeetingReply, aMeetingReplyGuardian, anAgendaItem, anEngagement, type Given, idOf,
  type MeetingInvitationRecord, type MeetingRecord, type MeetingReplyRecord, minutesAfter, type Ref,
} from '../factories/index.ts';
import type { SeededGuardian } from './families.ts';
import type { SeededClass } from './organisation.ts';
import { VolunteeringSeeds } from './volunteering.ts';

export type SeededMeeting = MeetingRecord & { readonly invitations: readonly MeetingInvitationRecord[] };

export type MeetingOf = Omit<Given<Meeting>, 'school'> & {
  readonly schoolClass?: SeededClass;
  /** Several classes of one school: a meeting of the grade where they are of one, else of the school. */
  readonly classes?: readonly SeededClass[];
  /** Every family of the classes where left out; nobody for a draft. */
  readonly invite?: readonly Ref[];
};

export class MeetingSeeds extends VolunteeringSeeds {
  /** Published, in a week from now, with an agenda of one item; the homeroom teacher or somebody new organises it. */
  async meeting({ schoolClass, classes = schoolClass ? [schoolClass] : [], invite, organiser, ...given }: MeetingOf): Promise<SeededMeeting> {
    const [first] = classes;
    if (!first) throw new Error('A meeting needs the class that it is for.');
    const startsAt = given.startsAt ?? this.after({ days: 7 });
    const meeting = aMeeting({
      scope: classes.length === 1 ? MeetingScope.CLASS : classes.every((each) => each.grade === first.grade) ? MeetingScope.GRADE : MeetingScope.SCHOOL,
      endsAt: minutesAfter(startsAt, 90),
      publishedAt: given.status === MeetingStatus.DRAFT ? null : minutesAfter(startsAt < this.now ? startsAt : this.now, -24 * 60),
      ...given,
      startsAt,
      school: first.school,
      organiser: organiser ?? (await this.#organiserOf(first)),
    });
    const households = invite?.map((each) => idOf(each)) ?? (meeting.publishedAt ? await this.#familiesOf(classes) : []);
    const invitations = households.map((household) => aMeetingInvitation({ meeting, household }));
    await this.write((batch) => {
      batch.add(Meeting, meeting);
      for (const each of classes) batch.add(MeetingClass, aMeetingClass({ meeting, schoolClass: each }));
      batch.add(AgendaItem, anAgendaItem({ meeting }));
      for (const each of invitations) batch.add(MeetingInvitation, each);
      if (!meeting.room || meeting.status !== MeetingStatus.PUBLISHED) return;
      batch.add(Engagement, anEngagement({
        room: meeting.room, sourceId: meeting.id, kind: EngagementKind.MEETING_ROOM, title: meeting.title,
        startsAt: meeting.startsAt, endsAt: meeting.endsAt,
      }));
    });
    return { ...meeting, invitations };
  }

  /** The guardian and, where named, others of the household come, and their time is occupied. */
  async reply({ meeting, guardian, others = [], ...given }: Omit<Given<MeetingReply>, 'meeting' | 'guardian'> & {
    readonly meeting: SeededMeeting; readonly guardian: SeededGuardian; readonly others?: readonly SeededGuardian[];
  }): Promise<MeetingReplyRecord> {
    const invitation = meeting.invitations.find((each) => each.household === guardian.household.id);
    if (!invitation) throw new Error('The household is not invited.');
    const coming = given.answer === ReplyAnswer.NOT_ATTENDING ? [] : [guardian, ...others];
    const reply = aMeetingReply({ repliedAt: this.now, attendeeCount: coming.length, ...given, invitation, guardian });
    const ended = reply.supersededAt ?? (meeting.status === MeetingStatus.PUBLISHED ? null : (meeting.cancelledAt ?? this.now));
    await this.write((batch) => {
      batch.add(MeetingReply, reply);
      for (const each of coming) {
        batch.add(MeetingReplyGuardian, aMeetingReplyGuardian({ reply, guardian: each }));
        batch.add(Engagement, anEngagement({
          person: each.person, sourceId: reply.id, kind: EngagementKind.MEETING_ATTENDANCE, title: meeting.title,
          startsAt: meeting.startsAt, endsAt: meeting.endsAt, status: ended ? EngagementStatus.ENDED : EngagementStatus.ACTIVE, endedAt: ended,
        }));
      }
    });
    return reply;
  }

  async #organiserOf(schoolClass: SeededClass): Promise<string> {
    const [row] = await this.rows<{ id: string }>(
      "select staff_id as id from staff_assignment where school_class_id = $1 and role = 'HOMEROOM_TEACHER' limit 1", [schoolClass.id],
    );
    return row?.id ?? (await this.teacher({ schoolClass })).id;
  }

  async #familiesOf(classes: readonly SeededClass[]): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(
      `select distinct h.household_id as id from class_membership m join household_student h on h.student_id = m.student_id
        where m.school_class_id = any($1) and m.status = 'ACTIVE' order by 1`,
      [classes.map((each) => each.id)],
    );
    return rows.map(({ id }) => id);
  }
}
