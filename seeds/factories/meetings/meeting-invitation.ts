import {
  InvitationStatus,
  type MeetingInvitation,
  type MeetingInvitationStudent,
  type MeetingReply,
  type MeetingReplyGuardian,
  ReplyAnswer,
} from '../../../src/domains/meetings/index.ts';
import type { RecordOf } from '../../writing/index.ts';
import { completed, type Given, type GivenWith, minutesAfter, type Ref, stored, WRITTEN_AT } from '../given.ts';
import type { MeetingRecord } from './meeting.ts';

export type MeetingInvitationRecord = RecordOf<MeetingInvitation>;
export type MeetingInvitationStudentRecord = RecordOf<MeetingInvitationStudent>;
export type MeetingReplyRecord = RecordOf<MeetingReply>;
export type MeetingReplyGuardianRecord = RecordOf<MeetingReplyGuardian>;

/** Say for which children: see `aMeetingInvitationStudent`. */
export function aMeetingInvitation(
  given: Given<MeetingInvitation> & { readonly meeting: MeetingRecord; readonly household: Ref },
): MeetingInvitationRecord {
  return completed<MeetingInvitationRecord>(
    {
      ...stored(given),
      meeting: '',
      household: '',
      status: InvitationStatus.INVITED,
      invitedAt: given.meeting.publishedAt ?? WRITTEN_AT,
    },
    given,
  );
}

/** Still meant, where the invitation stands. */
export function aMeetingInvitationStudent(
  given: Given<MeetingInvitationStudent> & { readonly invitation: MeetingInvitationRecord; readonly student: Ref },
): MeetingInvitationStudentRecord {
  return completed<MeetingInvitationStudentRecord>(
    {
      ...stored({ createdAt: given.invitation.createdAt, ...given }),
      invitation: '',
      student: '',
      endedAt: given.invitation.status === InvitationStatus.WITHDRAWN ? given.invitation.invitedAt : null,
    },
    given,
  );
}

/** Somebody comes. Name them: see `aMeetingReplyGuardian`, and engage them for the time. */
export function aMeetingReply(
  given: Given<MeetingReply> & { readonly invitation: MeetingInvitationRecord; readonly guardian: Ref },
): MeetingReplyRecord {
  const answer = given.answer ?? ReplyAnswer.ATTENDING;
  return completed<MeetingReplyRecord>(
    {
      ...stored(given),
      invitation: '',
      meeting: given.invitation.meeting,
      household: given.invitation.household,
      guardian: '',
      answer,
      attendeeCount: answer === ReplyAnswer.ATTENDING ? 1 : 0,
      note: null,
      repliedAt: minutesAfter(given.invitation.invitedAt, 60),
      supersededAt: null,
      continues: null,
    },
    given,
  );
}

export function aMeetingReplyGuardian(
  given: GivenWith<MeetingReplyGuardian, 'reply' | 'guardian'>,
): MeetingReplyGuardianRecord {
  return completed<MeetingReplyGuardianRecord>({ ...stored(given), reply: '', guardian: '' }, given);
}
