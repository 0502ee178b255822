import type { Domain } from '../../platform/graphql/index.ts';
import { NOTICE_KINDS } from '../notice-kinds/index.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { adrift, endInvitations } from './end-invitations.ts';
import { giveBackInvitations } from './give-back-invitations.ts';
import { invitationReadables, invitationRelations } from './invitations.relations.ts';
import { MeetingInvitation, MeetingInvitationStudent } from './meeting-invitation.entity.ts';
import { MeetingCitation, MeetingClass, MeetingTopic } from './meeting-links.entity.ts';
import { MeetingReply, MeetingReplyGuardian } from './meeting-reply.entity.ts';
import { Meeting } from './meeting.entity.ts';
import { checks } from './meetings.checks.ts';
import { givenBack, meetingCancelled, meetingInvited, seatsFree, seatsTaken } from './meetings.notices.ts';
import { relationsElsewhere } from './meetings-elsewhere.relations.ts';
import { meetingAggregates, meetingReadables, meetingRelations, roots } from './meetings.relations.ts';

export { endInvitations } from './end-invitations.ts';
export { AgendaItem } from './agenda-item.entity.ts';
export { InvitationStatus, MeetingInvitation, MeetingInvitationStudent } from './meeting-invitation.entity.ts';
export { MeetingCitation, MeetingClass, MeetingTopic } from './meeting-links.entity.ts';
export { MeetingReply, MeetingReplyGuardian, ReplyAnswer } from './meeting-reply.entity.ts';
export { Meeting, MEETING_SEATS, MeetingKind, MeetingScope, MeetingStatus } from './meeting.entity.ts';
export { givenBack, meetingCancelled, meetingInvited } from './meetings.notices.ts';

export const meetings: Domain = {
  name: 'meetings',
  entities: [
    Meeting,
    MeetingClass,
    MeetingTopic,
    MeetingCitation,
    AgendaItem,
    MeetingInvitation,
    MeetingInvitationStudent,
    MeetingReply,
    MeetingReplyGuardian,
  ],
  readables: [...meetingReadables, ...invitationReadables],
  relations: [...meetingRelations, ...invitationRelations, ...relationsElsewhere],
  aggregates: meetingAggregates,
  roots,
  mutations: [],
  resolvers: [],
  permissions: {},
  checks,
  contributions: [NOTICE_KINDS.with([meetingInvited, meetingCancelled, seatsFree, seatsTaken, givenBack])],
  rightDependents: [
    {
      name: 'meetings.invitations',
      description:
        'An invitation to a meeting to come rests on the children that it is for, and that somebody comes on having one of them today.',
      orphans: adrift,
      end: endInvitations,
      giveBack: giveBackInvitations,
    },
  ],
};
