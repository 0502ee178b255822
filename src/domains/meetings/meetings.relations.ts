import { isToldOfLargeGroupsOnly, signedIn } from '../../platform/auth/index.ts';
import { Rate, rateOf } from '../../platform/graphql/index.ts';
import {
  allOf,
  always,
  computed,
  connectionOf,
  count,
  expression,
  never,
  nodeOf,
  raw,
  readable,
  relations,
  sql,
  toMany,
  toOne,
  type Condition,
  type Fact,
  type Readable,
  type Relations,
  type Roots,
} from '../../platform/reading/index.ts';
import {
  childrenOfGuardian,
  Guardian,
  Household,
  myHouseholds,
  ofMyHouseholds,
  pupilsOfHousehold,
  recordedOfPupils,
  Room,
  School,
  SchoolClass,
  Staff,
  Student,
  whoeverSees,
} from '../people/index.ts';
import { noLongerInForce, PolicyEdition, Topic } from '../policy/index.ts';
import { Engagement } from '../timetable/index.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { MeetingInvitation, MeetingInvitationStudent } from './meeting-invitation.entity.ts';
import { MeetingCitation, MeetingClass, MeetingTopic } from './meeting-links.entity.ts';
import { MeetingReply, MeetingReplyGuardian } from './meeting-reply.entity.ts';
import { Meeting } from './meeting.entity.ts';
import {
  agendaItemsWithNames,
  comesToday,
  countableInvitations,
  countableReplies,
  countedMeetings,
  meetingsFoundBy,
  meetingsOfSeenFamilies,
  meetingsToldOf,
  visibleAgendaItems,
  visibleInvitations,
  visibleMeetings,
  visibleReplies,
} from './meetings.access.ts';

/** Fewer families than this could be recognised by whoever may only count them. */
const SMALL_GROUP = 5;

export const readables: readonly Readable[] = [
  readable(Meeting, {
    prefix: 'meeting',
    visible: visibleMeetings,
    foundBy: meetingsFoundBy,
    filters: {
      startsAt: ['gte', 'lt'],
      school: ['eq', 'in'],
      kind: ['eq', 'in'],
      scope: ['eq', 'in'],
      status: ['eq', 'in'],
    },
    customFilters: {
      schoolClass: {
        on: 'ID',
        sqlType: 'uuid',
        description: 'Meant for families of one of these classes, alone or with others (班级).',
        matches: (row, wanted) =>
          sql`${row}.id in (select mcl.meeting_id from meeting_class mcl where mcl.school_class_id = any(${wanted}))`,
      },
      topic: {
        on: 'ID',
        sqlType: 'uuid',
        description: 'On one of these topics (主题).',
        matches: (row, wanted) =>
          sql`${row}.id in (select mtp.meeting_id from meeting_topic mtp where mtp.topic_id = any(${wanted}))`,
      },
    },
    orders: { STARTS_AT: 'startsAt' },
    defaultOrder: [{ by: 'startsAt', direction: 'DESC' }],
  }),
  readable(AgendaItem, {
    prefix: 'agenda-item',
    visible: visibleAgendaItems,
    defaultOrder: [{ by: 'ordinal', direction: 'ASC' }],
  }),
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

const invited: Condition = (row) => sql`${row}.status = 'INVITED'`;
const current: Condition = (row) => sql`${row}.superseded_at is null`;
const attending: Condition = (row) => sql`${row}.superseded_at is null and ${row}.answer = 'ATTENDING'`;

interface ReplyFacts extends Readonly<Record<string, unknown>> {
  readonly invited: number;
  readonly replied: number;
  /** Of these, whom the caller counts and does not see. */
  readonly invitedUnseen: number;
  readonly repliedUnseen: number;
  readonly largeOnly: boolean;
  readonly known: boolean | null;
}

const ofMeeting =
  (table: string, counts: readonly Condition[], unseen?: Condition): Fact =>
  (row, viewer) => {
    const each = raw('each');
    return sql`select count(*)::int from ${raw(table)} each where ${allOf([
      sql`each.meeting_id = ${row}.id`,
      ...counts.map((condition) => condition(each, viewer)),
      unseen && sql`(${unseen(each, viewer)}) is not true`,
    ])}`;
  };

/** Counts of one meeting, as the caller may count: told where the two of which it is made are told. */
const replyRate = computed<ReplyFacts>(() => Rate, {
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

export const meetingsRelations: readonly Relations[] = [
  relations(Meeting, {
    school: toOne(School, { by: 'school', description: 'The school that holds it (学校).' }),
    organiser: toOne(Staff, {
      by: 'organiser',
      nullable: true,
      description: 'Who organises it (组织者); null where the caller may not see staff.',
    }),
    room: toOne(Room, { by: 'room', nullable: true, description: 'The room that is taken for it (场地).' }),
    classes: toMany(SchoolClass, {
      through: { link: MeetingClass, from: 'meeting', to: 'schoolClass' },
      description: 'Classes whose families it is for (参会班级), as far as the caller may see them.',
    }),
    agenda: toMany(AgendaItem, { by: 'meeting', description: 'Its agenda, in order (议程).' }),
    topics: toMany(Topic, {
      through: { link: MeetingTopic, from: 'meeting', to: 'topic' },
      description: 'What it is about (主题).',
    }),
    citedEditions: toMany(PolicyEdition, {
      through: { link: MeetingCitation, from: 'meeting', to: 'edition' },
      description: 'Editions of policies that it refers to (引用的政策版本).',
    }),
    citesOutdated: expression(() => Boolean, {
      description: 'Whether it refers to an edition that is no longer in force (引用已失效政策).',
      sql: (
        row,
      ) => sql`exists (select 1 from meeting_citation cit join policy_edition cited on cited.id = cit.edition_id
        where cit.meeting_id = ${row}.id and ${noLongerInForce(sql`cited`)})`,
    }),
    invitations: toMany(MeetingInvitation, {
      by: 'meeting',
      countedWhere: countedMeetings,
      seenWhere: meetingsOfSeenFamilies,
      description: 'Invited families, as far as the caller may see them (邀请).',
    }),
    replies: toMany(MeetingReply, {
      by: 'meeting',
      where: current,
      countedWhere: countedMeetings,
      seenWhere: meetingsOfSeenFamilies,
      description: 'Current replies, as far as the caller may see them (回执).',
    }),
    invitedHouseholdCount: count(MeetingInvitation, {
      by: 'meeting',
      where: invited,
      withheldBelow: SMALL_GROUP,
      countedWhere: meetingsToldOf,
      description:
        'Invited families (邀请家庭数); null where it is not for the caller to know, or for a group too small to be told.',
    }),
    repliedHouseholdCount: count(MeetingReply, {
      by: 'meeting',
      where: current,
      withheldBelow: SMALL_GROUP,
      remainders: [['invitedHouseholdCount']],
      countedWhere: meetingsToldOf,
      description:
        'Families that have replied, each once (回执家庭数); null where it is not for the caller to know, or where they, or the invited ones that have not, are a group too small to be told.',
    }),
    attendingHouseholdCount: count(MeetingReply, {
      by: 'meeting',
      where: attending,
      withheldBelow: SMALL_GROUP,
      remainders: [['invitedHouseholdCount'], ['repliedHouseholdCount']],
      countedWhere: meetingsToldOf,
      description:
        'Families that come, each once (参加家庭数); null where it is not for the caller to know, or where they, or the others of the invited or of those that have replied, are a group too small to be told.',
    }),
    replyRate,
  }),
  relations(AgendaItem, {
    meeting: toOne(Meeting, { by: 'meeting', description: 'The meeting (会议).' }),
    speaker: computed<{ name: string | null; named: boolean }>(() => String, {
      nullable: true,
      description: 'Who speaks (发言人); null where nobody is named, or for a caller who reads meetings without names.',
      facts: { name: 'speaker', named: agendaItemsWithNames },
      value: ({ name, named }) => (named ? name : null),
    }),
  }),
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
  relations(Guardian, {
    meetings: toMany(Meeting, {
      via: (parent, child) => sql`${child}.id in (select inv.meeting_id from household_guardian hgd
        join meeting_invitation inv on inv.household_id = hgd.household_id join meeting_invitation_student ivs on ivs.invitation_id = inv.id
        where hgd.guardian_id = ${parent}.id and inv.status = 'INVITED' and ivs.ended_at is null and ivs.student_id = any(${childrenOfGuardian(sql`${parent}.id`)}))`,
      description: 'Meetings that the guardian is invited to for a child of theirs, through every household (家长会).',
    }),
  }),
  relations(Household, {
    invitations: toMany(MeetingInvitation, {
      by: 'household',
      countedWhere: myHouseholds,
      seenWhere: whoeverSees,
      description: 'Meetings that the family is invited to, as far as the caller may see them (邀请).',
    }),
  }),
  relations(SchoolClass, {
    meetings: toMany(Meeting, {
      through: { link: MeetingClass, from: 'schoolClass', to: 'meeting' },
      description: 'Meetings for the families of the class, of its grade or of the school (家长会).',
    }),
  }),
  relations(School, {
    meetings: toMany(Meeting, { by: 'school', description: 'Meetings that the school holds (家长会).' }),
  }),
  relations(Room, { meetings: toMany(Meeting, { by: 'room', description: 'Meetings held in the room (家长会).' }) }),
  relations(Topic, {
    meetings: toMany(Meeting, {
      through: { link: MeetingTopic, from: 'topic', to: 'meeting' },
      description: 'Meetings on the topic (家长会).',
    }),
  }),
  relations(PolicyEdition, {
    citingMeetings: toMany(Meeting, {
      through: { link: MeetingCitation, from: 'edition', to: 'meeting' },
      description: 'Meetings that refer to the edition (引用本版本的家长会).',
    }),
  }),
  relations(Engagement, {
    meeting: toOne(Meeting, {
      via: (parent, child) => sql`${child}.id = case ${parent}.kind when 'MEETING_ROOM' then ${parent}.source_id
        when 'MEETING_ATTENDANCE' then (select rpl.meeting_id from meeting_reply rpl where rpl.id = ${parent}.source_id) end`,
      nullable: true,
      description: 'The meeting that occupies the time (家长会), where it is one.',
    }),
  }),
];

export const roots: Roots = {
  meetings: connectionOf(Meeting, {
    access: signedIn,
    description: 'Meetings that the caller may see, the latest first (家长会/家长沙龙).',
  }),
  meeting: nodeOf(Meeting, { access: signedIn, description: 'One meeting (家长会/家长沙龙).' }),
};
