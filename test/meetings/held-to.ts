import type { HeldTo } from '../support/held-to.ts';
import { FAMILY, SIGNED_IN } from '../access/caller-names.ts';
import { meetingsPlants } from './held-to/plants.meetings.ts';
import { repliesPlants } from './held-to/plants.replies.ts';
import { meetingsRefusals } from './held-to/refusals.ts';

export const heldTo: HeldTo = {
  things: ['Meeting', 'AgendaItem'],
  reachedBy: {
    Meeting: SIGNED_IN,
    AgendaItem: SIGNED_IN,
    MeetingInvitation: FAMILY,
    MeetingReply: FAMILY,
  },
  notFor: {
    MeetingList: ['PRIVACY_OFFICER'],
    MeetingReplies: ['districtAdmin'],
    MeetingRoster: ['districtAdmin'],
    MeetingsAcrossSchools: ['PRIVACY_OFFICER'],
  },
  plants: [...meetingsPlants, ...repliesPlants],
  refusals: meetingsRefusals,
  shapes: {
    meeting_times: [
      'update meeting set ends_at = starts_at',
      "update meeting set reply_by = starts_at + interval '1 millisecond'",
    ],
    meeting_capacity_positive: ['update meeting set capacity = 0'],
    meeting_published: [
      "update meeting set published_at = null where status = 'PUBLISHED'",
      "update meeting set published_at = now() where status = 'DRAFT'",
    ],
    meeting_cancelled: [
      "update meeting set status = 'CANCELLED' where status = 'PUBLISHED'",
      "update meeting set status = 'CANCELLED', cancelled_at = now() where status = 'PUBLISHED'",
      "update meeting set status = 'PUBLISHED' where status = 'CANCELLED'",
    ],
    meeting_reply_superseded: ["update meeting_reply set superseded_at = replied_at - interval '1 millisecond'"],
    meeting_reply_attendee_count: [
      "update meeting_reply set attendee_count = 0 where answer = 'ATTENDING'",
      "update meeting_reply set attendee_count = 11 where answer = 'ATTENDING'",
      "update meeting_reply set attendee_count = 1 where answer = 'NOT_ATTENDING'",
    ],
    agenda_item_ordinal_positive: ['update agenda_item set ordinal = 0'],
    agenda_item_duration_range: [
      'update agenda_item set duration_minutes = 0',
      'update agenda_item set duration_minutes = 601',
    ],
  },
  leftStanding: {
    'meetings.invitations': {
      plant: `update guardianship set data_access = false where guardian_id = (select rgd.guardian_id from meeting_reply_guardian rgd join meeting_reply rpl on rpl.id = rgd.reply_id and rpl.superseded_at is null
      join meeting_invitation inv on inv.id = rpl.invitation_id and inv.status = 'INVITED' join meeting mtg on mtg.id = inv.meeting_id and mtg.ends_at > $1
      join guardianship tie on tie.guardian_id = rgd.guardian_id and tie.status = 'ACTIVE' and tie.data_access order by rgd.id limit 1) returning guardian_id as id`,
      stands: `select 1 from meeting_reply_guardian rgd join meeting_reply rpl on rpl.id = rgd.reply_id and rpl.superseded_at is null join meeting mtg on mtg.id = rpl.meeting_id and mtg.ends_at > $2
      where rgd.guardian_id = $1`,
    },
  },
};
