import {
  AgendaItem,
  Meeting,
  MeetingCitation,
  MeetingClass,
  MeetingInvitation,
  MeetingInvitationStudent,
  givenBack,
  MeetingReply,
  MeetingReplyGuardian,
  MeetingTopic,
} from '../../src/domains/meetings/index.ts';
import { Notice } from '../../src/domains/notices/index.ts';
import { guardianOf } from '../../src/domains/people/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import {
  aMeeting,
  aMeetingCitation,
  aMeetingClass,
  aMeetingInvitation,
  aMeetingInvitationStudent,
  aMeetingReply,
  aMeetingReplyGuardian,
  aMeetingTopic,
  anAgendaItem,
  anEngagement,
  aNotice,
} from '../factories/index.ts';
import { publishedPolicy } from './policy.ts';
import type { Sample } from './sample.ts';

/** A meeting of the class in three days, to which the family comes and of which it was told. */
export const sample: Sample = {
  write(batch, { school, schoolClass, teacher, family: { household, students, parent }, at }) {
    const policy = publishedPolicy(batch);
    const meeting = aMeeting({ school, organiser: teacher.staff, startsAt: at(3) });
    const invitation = aMeetingInvitation({ meeting, household });
    const reply = aMeetingReply({ invitation, guardian: parent.guardian, attendeeCount: 1 });
    const { startsAt, endsAt } = meeting;
    const notice = aNotice(
      givenBack,
      { title: meeting.title, startsAt: startsAt.toISOString(), comes: true },
      { person: parent.person, createdAt: at(0) },
      ['meeting', meeting],
    );
    batch.add(Meeting, meeting);
    batch.add(AgendaItem, anAgendaItem({ meeting }));
    batch.add(MeetingClass, aMeetingClass({ meeting, schoolClass }));
    batch.add(MeetingTopic, aMeetingTopic({ meeting, topic: policy.topic }));
    batch.add(MeetingCitation, aMeetingCitation({ meeting, edition: policy.edition }));
    batch.add(MeetingInvitation, invitation);
    batch.add(MeetingInvitationStudent, aMeetingInvitationStudent({ invitation, student: students[0]! }));
    batch.add(MeetingReply, reply);
    batch.add(MeetingReplyGuardian, aMeetingReplyGuardian({ reply, guardian: parent.guardian }));
    batch.add(
      Engagement,
      anEngagement({
        person: parent.person,
        sourceId: reply.id,
        kind: EngagementKind.MEETING_ATTENDANCE,
        startsAt,
        endsAt,
        restsOn: [guardianOf(students[0]!.id)],
      }),
    );
    batch.add(Notice, notice);
    return {
      ofTheSchool: [`meeting_${meeting.id}`],
      personal: [`meeting-invitation_${invitation.id}`, `meeting-reply_${reply.id}`],
      own: [`notice_${notice.id}`],
    };
  },
};
