import {
  aHouseholdStudent,
  aMeetingInvitationStudent,
  aMeetingReply,
  aMeetingReplyGuardian,
  anEngagement,
  aStudent,
} from '../../../seeds/factories/index.ts';
import {
  MeetingInvitationStudent,
  MeetingReply,
  MeetingReplyGuardian,
  ReplyAnswer,
} from '../../../src/domains/meetings/index.ts';
import { HouseholdStudent, Student } from '../../../src/domains/people/index.ts';
import { Engagement, EngagementKind } from '../../../src/domains/timetable/index.ts';
import type { Plant } from '../../checks/plant.ts';
import { endEngagements } from './engagements.ts';

const { MEETING_ATTENDANCE } = EngagementKind;
const nothing = '00000000-0000-7000-8000-000000000000';
const cancel =
  "update meeting set status = 'CANCELLED', cancelled_at = now(), cancel_reason = '天气原因' where id = $1";

/** Of who is invited, what they have answered, and the time that it takes them. */
export const repliesPlants: readonly Plant[] = [
  {
    check: 'meetings.reply-of-invitation',
    how: 'the invitation is to another meeting',
    write: ({ run }, { held, ofGrade }) =>
      run('update meeting_reply set invitation_id = $2 where id = $1', held.replies[0]!.id, ofGrade.invitations[0]!.id),
  },
  {
    check: 'meetings.reply-of-invitation',
    how: 'the invitation is that of another household',
    write: ({ run }, { declined, apart }) =>
      run('update meeting_reply set household_id = $2 where id = $1', declined.id, apart.household.id),
  },
  {
    check: 'meetings.reply-of-standing-invitation',
    how: 'the invitation is withdrawn and the reply stays current',
    async write({ run }, { declined, scenario }) {
      await run("update meeting_invitation set status = 'WITHDRAWN' where id = $1", declined.invitation);
      await run(
        'update meeting_invitation_student set ended_at = $2 where invitation_id = $1',
        declined.invitation,
        scenario.now,
      );
    },
  },
  {
    check: 'meetings.reply-carried-on',
    how: 'it says that the family replied when a right of theirs was given back',
    async write({ run }, { declined, scenario }) {
      await run('update meeting_reply set superseded_at = $2 where id = $1', declined.id, scenario.now);
      await run(
        `insert into meeting_reply (id, created_at, invitation_id, meeting_id, household_id, guardian_id, answer, attendee_count, replied_at, continues_id)
        select gen_random_uuid(), $2, invitation_id, meeting_id, household_id, guardian_id, answer, attendee_count, $2, id from meeting_reply where id = $1`,
        declined.id,
        scenario.now,
      );
    },
  },
  {
    check: 'meetings.invitation-for-children',
    how: 'it names no child',
    write: ({ run }, { declined }) =>
      run('delete from meeting_invitation_student where invitation_id = $1', declined.invitation),
  },
  {
    check: 'meetings.invitation-for-children',
    how: 'its last child is no longer meant, and it stands',
    write: ({ run }, { declined, scenario }) =>
      run(
        'update meeting_invitation_student set ended_at = $2 where invitation_id = $1',
        declined.invitation,
        scenario.now,
      ),
  },
  {
    check: 'meetings.invitation-for-children',
    how: 'it was withdrawn, and its child is still meant',
    write: ({ run }, { held }) =>
      run('update meeting_invitation_student set ended_at = null where invitation_id = $1', held.invitations[3]!.id),
  },
  {
    check: 'meetings.invited-children',
    how: 'a child of another household',
    write: ({ row }, { held, second }) =>
      row(
        MeetingInvitationStudent,
        aMeetingInvitationStudent({ invitation: held.invitations[0]!, student: second.students[0]! }),
      ),
  },
  {
    check: 'meetings.invited-children',
    how: 'a child who never was in a class of the meeting',
    async write({ row }, { held, first, neighbour }) {
      const student = aStudent({ school: neighbour });
      await row(Student, student);
      await row(HouseholdStudent, aHouseholdStudent({ household: first.household, student }));
      await row(MeetingInvitationStudent, aMeetingInvitationStudent({ invitation: held.invitations[0]!, student }));
    },
  },
  {
    check: 'meetings.one-current-reply',
    how: 'a second reply beside the first',
    refusedBy: 'meeting_reply_one_current',
    write: ({ row }, { held, first }) =>
      row(
        MeetingReply,
        aMeetingReply({
          invitation: held.invitations[0]!,
          guardian: first.guardians[1]!.guardian,
          answer: ReplyAnswer.NOT_ATTENDING,
        }),
      ),
  },
  {
    check: 'meetings.attending-guardians',
    how: 'somebody comes, and nobody is named',
    async write(writes, { held }) {
      await writes.run('delete from meeting_reply_guardian where reply_id = $1', held.replies[0]!.id);
      await endEngagements(writes, held.replies[0]!);
    },
  },
  {
    check: 'meetings.attending-guardians',
    how: 'more are named than come',
    async write({ row }, { before, first, second }) {
      for (const { parent } of [first, second])
        await row(MeetingReplyGuardian, aMeetingReplyGuardian({ reply: before, guardian: parent.guardian }));
    },
  },
  {
    check: 'meetings.attending-guardians',
    how: 'one is named of a family that does not come',
    alsoBreaks: ['meetings.attendance-occupies-time'],
    write: ({ row }, { declined, third }) =>
      row(MeetingReplyGuardian, aMeetingReplyGuardian({ reply: declined, guardian: third.parent.guardian })),
  },
  {
    check: 'meetings.attendance-occupies-time',
    how: 'the time is given back and the reply stays',
    write: (writes, { held }) => endEngagements(writes, held.replies[0]!),
  },
  {
    check: 'meetings.attendance-occupies-time',
    how: 'a second guardian is named and not engaged',
    async write({ row, run }, { held, first }) {
      await run('update meeting_reply set attendee_count = 2 where id = $1', held.replies[0]!.id);
      await row(
        MeetingReplyGuardian,
        aMeetingReplyGuardian({ reply: held.replies[0]!, guardian: first.guardians[1]!.guardian }),
      );
    },
  },
  {
    check: 'meetings.attendance-occupies-time',
    how: 'engaged for something else at that time',
    alsoBreaks: ['meetings.attendance-engagement-has-reply'],
    write: ({ run }, { held }) =>
      run('update engagement set source_id = $2 where source_id = $1', held.replies[0]!.id, nothing),
  },
  ...['starts_at', 'ends_at'].map((edge): Plant => ({
    check: 'meetings.attendance-occupies-time',
    how: `the meeting is a minute longer, and the time of those who come is not: ${edge}`,
    write: ({ run }, { ofGrade }) =>
      run(
        `update meeting set ${edge} = ${edge} + interval '${edge === 'ends_at' ? 1 : -1} minute' where id = $1`,
        ofGrade.meeting.id,
      ),
  })),
  {
    check: 'meetings.attendance-engagement-has-reply',
    how: 'the reply is superseded and the time stays occupied',
    write: ({ run }, { held }) =>
      run('update meeting_reply set superseded_at = replied_at where id = $1', held.replies[0]!.id),
  },
  {
    check: 'meetings.attendance-engagement-has-reply',
    how: 'the time of a guardian whom another reply names',
    write: ({ row }, { held, second }) =>
      row(
        Engagement,
        anEngagement({
          person: second.parent.person,
          sourceId: held.replies[0]!.id,
          kind: MEETING_ATTENDANCE,
          startsAt: held.meeting.endsAt,
        }),
      ),
  },
  {
    check: 'meetings.attendance-engagement-has-reply',
    how: 'the meeting is cancelled and the time stays occupied',
    write: ({ run }, { ofGrade }) => run(cancel, ofGrade.meeting.id),
  },
];
