import { signedIn } from '../../platform/auth/index.ts';
import {
  SMALL_GROUP,
  aggregates,
  computed,
  connectionOf,
  count,
  dimension,
  expression,
  measure,
  nodeOf,
  readable,
  relations,
  sql,
  table,
  toMany,
  toOne,
  type Aggregates,
  type Readable,
  type Relations,
  type Roots,
} from '../../platform/reading/index.ts';
import { Room, School, SchoolClass, Staff } from '../people/index.ts';
import { noLongerInForce, PolicyEdition } from '../policy/index.ts';
import { topicFilter, topicsOf } from '../topics/index.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { attending, current, invited, replyRate } from './invitations.relations.ts';
import { MeetingInvitation } from './meeting-invitation.entity.ts';
import { MeetingCitation, MeetingClass, MeetingTopic } from './meeting-links.entity.ts';
import { MeetingReply } from './meeting-reply.entity.ts';
import { Meeting } from './meeting.entity.ts';
import {
  agendaItemsWithNames,
  countedMeetings,
  meetingsFoundBy,
  meetingsOfSeenFamilies,
  meetingsToldOf,
  visibleAgendaItems,
  visibleMeetings,
} from './meetings.access.ts';

export const meetingReadables: readonly Readable[] = [
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
        on: SchoolClass,
        sqlType: 'uuid',
        description: 'Meant for families of one of these classes, alone or with others (班级).',
        matches: (row, wanted) =>
          sql`${row}.id in (select mcl.meeting_id from ${table('meeting_class')} mcl where mcl.school_class_id = any(${wanted}))`,
      },
      topic: topicFilter(MeetingTopic),
    },
    orders: { STARTS_AT: 'startsAt' },
    defaultOrder: [{ by: 'startsAt', direction: 'DESC' }],
  }),
  readable(AgendaItem, {
    prefix: 'agenda-item',
    visible: visibleAgendaItems,
    defaultOrder: [{ by: 'ordinal', direction: 'ASC' }],
  }),
];

export const meetingRelations: readonly Relations[] = [
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
    topics: topicsOf(MeetingTopic),
    citedEditions: toMany(PolicyEdition, {
      through: { link: MeetingCitation, from: 'meeting', to: 'edition' },
      description: 'Editions of policies that it refers to (引用的政策版本).',
    }),
    citesOutdated: expression(() => Boolean, {
      description: 'Whether it refers to an edition that is no longer in force (引用已失效政策).',
      sql: (
        row,
      ) => sql`exists (select 1 from ${table('meeting_citation')} cit join ${table('policy_edition')} cited on cited.id = cit.edition_id
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
    attendingReplyCount: count(MeetingReply, {
      by: 'meeting',
      where: attending,
      withheldBelow: SMALL_GROUP,
      remainders: [['invitedHouseholdCount'], ['repliedHouseholdCount']],
      countedWhere: meetingsToldOf,
      description:
        'Families whose answer is that they come, each once (答复参加的家庭数): who came is another figure; null where it is not for the caller to know, or where they, or the others of the invited or of those that have replied, are a group too small to be told.',
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
];

export const meetingAggregates: readonly Aggregates[] = [
  aggregates(Meeting, {
    measures: { count: measure('count', 'RECORD', 'How many meetings there are (会议数).') },
    dimensions: {
      school: dimension('school'),
      kind: dimension('kind'),
      scope: dimension('scope'),
      status: dimension('status'),
    },
  }),
];

export const roots: Roots = {
  meetings: connectionOf(Meeting, {
    access: signedIn,
    description: 'Meetings that the caller may see, the latest first (家长会/家长沙龙).',
  }),
  meeting: nodeOf(Meeting, { access: signedIn, description: 'One meeting (家长会/家长沙龙).' }),
};
