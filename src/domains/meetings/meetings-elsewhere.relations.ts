import { relations, sql, table, toMany, toOne, type Relations } from '../../platform/reading/index.ts';
import {
  childrenOfGuardian,
  Guardian,
  Household,
  myHouseholds,
  Room,
  School,
  SchoolClass,
  whoeverSees,
} from '../people/index.ts';
import { PolicyEdition } from '../policy/index.ts';
import { onTopic, Topic } from '../topics/index.ts';
import { Engagement } from '../timetable/index.ts';
import { MeetingInvitation } from './meeting-invitation.entity.ts';
import { MeetingCitation, MeetingClass, MeetingTopic } from './meeting-links.entity.ts';
import { Meeting } from './meeting.entity.ts';

/** Fields that meetings add to the types of other domains. */
export const relationsElsewhere: readonly Relations[] = [
  relations(Guardian, {
    meetings: toMany(Meeting, {
      via: (parent, child) => sql`${child}.id in (select inv.meeting_id from ${table('household_guardian')} hgd
        join ${table('meeting_invitation')} inv on inv.household_id = hgd.household_id join ${table('meeting_invitation_student')} ivs on ivs.invitation_id = inv.id
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
    meetings: onTopic(MeetingTopic, Meeting, 'Meetings on the topic (家长会).'),
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
        when 'MEETING_ATTENDANCE' then (select rpl.meeting_id from ${table('meeting_reply')} rpl where rpl.id = ${parent}.source_id) end`,
      nullable: true,
      description: 'The meeting that occupies the time (家长会), where it is one.',
    }),
  }),
];
