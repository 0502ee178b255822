import { Rate, rateOf } from '../../platform/graphql/index.ts';
import {
  allOf,
  always,
  computed,
  never,
  readable,
  relations,
  Scope,
  SMALL_GROUP,
  sql,
  table,
  toMany,
  toOne,
  type Condition,
  type Fact,
  type Readable,
  type Relations,
} from '../../platform/reading/index.ts';
import {
  Guardian,
  Household,
  ofMyHouseholds,
  pupilsOfHousehold,
  recordedOfPupils,
  Student,
  whoeverSees,
  isToldOfLargeGroupsOnly,
} from '../people/index.ts';
import { MeetingInvitation, MeetingInvitationStudent } from './meeting-invitation.entity.ts';
import { MeetingReply, MeetingReplyGuardian } from './meeting-reply.entity.ts';
import { Meeting } from './meeting.entity.ts';
import {
  comesToday,
  countableInvitations,
  countableReplies,
  meetingsToldOf,
  visibleInvitations,
  visibleReplies,
} from './meetings.access.ts';

export const invitationReadables: readonly Readable[] = [
  readable(MeetingInvitation, {
    prefix: 'meeting-invitation',
    visible: visibleInvitations,
    countable: countableInvitations,
    filters: { status: ['eq', 'in'] },
    orders: { INVITED_AT: 'invitedAt' },
    defaultOrder: [{ by: 'invitedAt', direction: 'DESC' }],
  }),
  readable(MeetingReply, {
    prefix: 'meeting-reply',
    visible: visibleReplies,
    countable: countableReplies,
    recorded: recordedOfPupils(pupilsOfHousehold((row) => sql`${row}.household_id`)),
    filters: { answer: ['eq', 'in'] },
    orders: { REPLIED_AT: 'repliedAt' },
    defaultOrder: [{ by: 'repliedAt', direction: 'DESC' }],
  }),
];

export const invited: Condition = (row) => sql`${row}.status = 'INVITED'`;
export const current: Condition = (row) => sql`${row}.superseded_at is null`;
export const attending: Condition = (row) => sql`${row}.superseded_at is null and ${row}.answer = 'ATTENDING'`;

interface ReplyFacts extends Readonly<Record<string, unknown>> {
  readonly invited: number;
  readonly replied: number;
  /** Those of the invited, and below of the replies, that the caller counts and does not see. */
  readonly invitedUnseen: number;
  readonly repliedUnseen: number;
  readonly largeOnly: boolean;
  readonly known: boolean | null;
}

const ofMeeting =
  (name: string, counts: readonly Condition<never>[], unseen?: Condition<never>): Fact =>
  (row, viewer) => {
    const each = new Scope('each');
    return sql`select count(*)::int from ${table(name)} each where ${allOf([
      sql`each.meeting_id = ${row}.id`,
      ...counts.map((condition) => condition(each, viewer)),
      unseen && sql`(${unseen(each, viewer)}) is not true`,
    ])}`;
  };

/** Counts of one meeting, as the caller may count: told where the two of which it is made are told. */
export const replyRate = computed<ReplyFacts>(() => Rate, {
  nullable: true,
  description:
    'Share of the invited families that have replied (回执率); null where it is not for the caller to know, where nobody is invited, or either or those that have not are a group too small to be told.',
  facts: {
    invited: ofMeeting('meeting_invitation', [invited, countableInvitations]),
    replied: ofMeeting('meeting_reply', [current, countableReplies]),
    invitedUnseen: ofMeeting('meeting_invitation', [invited, countableInvitations], visibleInvitations),
    repliedUnseen: ofMeeting('meeting_reply', [current, countableReplies], visibleReplies),
    known: meetingsToldOf,
    largeOnly: (_row, viewer) => (isToldOfLargeGroupsOnly(viewer) ? always : never),
  },
  value: (facts) => {
    const isSmall = (number: number): boolean => number > 0 && number < SMALL_GROUP;
    const withheld =
      facts.largeOnly &&
      [facts.invitedUnseen, facts.repliedUnseen, Math.abs(facts.invitedUnseen - facts.repliedUnseen)].some(isSmall);
    return !facts.known || facts.invited === 0 || withheld ? null : rateOf(facts.replied, facts.invited);
  },
});

export const invitationRelations: readonly Relations[] = [
  relations(MeetingInvitation, {
    meeting: toOne(Meeting, { by: 'meeting', description: 'What the family is invited to (会议).' }),
    household: toOne(Household, {
      by: 'household',
      nullable: true,
      description: 'The family (家庭); null where the caller no longer sees it.',
    }),
    students: toMany(Student, {
      through: {
        link: MeetingInvitationStudent,
        from: 'invitation',
        to: 'student',
        where: (link) => sql`${link}.ended_at is null`,
      },
      countedWhere: ofMyHouseholds,
      seenWhere: whoeverSees,
      description:
        'The children that it is for (学生), as far as the caller may see them; none of an invitation that was withdrawn.',
    }),
    currentReply: toOne(MeetingReply, {
      backBy: 'invitation',
      where: current,
      nullable: true,
      description: 'What the family answers now (当前回执); null where it has not replied.',
    }),
    replies: toMany(MeetingReply, {
      by: 'invitation',
      description: 'All that the family has answered, the current reply first (历次回执).',
    }),
  }),
  relations(MeetingReply, {
    invitation: toOne(MeetingInvitation, {
      by: 'invitation',
      nullable: true,
      description: 'The invitation (邀请); null where it was withdrawn.',
    }),
    meeting: toOne(Meeting, {
      by: 'meeting',
      nullable: true,
      description: 'The meeting (会议); null where the caller no longer sees it.',
    }),
    household: toOne(Household, {
      by: 'household',
      nullable: true,
      description: 'The family (家庭); null where the caller no longer sees it.',
    }),
    guardian: toOne(Guardian, {
      by: 'guardian',
      nullable: true,
      description: 'Who replied for the family (回执人); null where the caller may not see them.',
    }),
    attendingGuardians: toMany(Guardian, {
      through: { link: MeetingReplyGuardian, from: 'reply', to: 'guardian', where: comesToday },
      countedWhere: ofMyHouseholds,
      seenWhere: whoeverSees,
      description: 'Guardians who come, as far as the caller may see them: only their time is occupied (参加的家长).',
    }),
  }),
];
