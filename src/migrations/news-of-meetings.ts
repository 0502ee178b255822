import { kindsOf } from './news-follows.ts';
import { together } from './while-in-use.ts';

/*
 * What is told of meetings, as PostgreSQL judges it.
 */

export const SEATS_OF_MEETINGS = ['meetings.seats-free', 'meetings.seats-taken'];
export const INVITED_TO_MEETINGS = ['meetings.invited', 'meetings.given-back'];
export const OF_MEETINGS = [...INVITED_TO_MEETINGS, ...SEATS_OF_MEETINGS, 'meetings.cancelled'];

export const NOTICE_IS_SHOWN = `ntc.rests_on is distinct from '{}'`;

/** An invitation `inv` that stands, of a household of the reader `gua`, for a child on which the notice rests. */
const invited = (and: string): string =>
  `exists (select 1 from guardian gua join household_guardian hgd on hgd.guardian_id = gua.id join meeting_invitation inv on inv.household_id = hgd.household_id
    join meeting mtg on mtg.id = inv.meeting_id where gua.person_id = ntc.person_id and inv.meeting_id = ntc.about_id and inv.status = 'INVITED' and mtg.status = 'PUBLISHED'
      and (ntc.rests_on is null or exists (select 1 from meeting_invitation_student ivs where ivs.invitation_id = inv.id and ivs.ended_at is null and 'student:' || ivs.student_id = any(ntc.rests_on)))
      and ${and})`;
const replied = (and: string): string =>
  `exists (select 1 from meeting_reply rpl where rpl.invitation_id = inv.id and rpl.superseded_at is null and ${and})`;
const meeting = (and: string): string => `exists (select 1 from meeting mtg where mtg.id = ntc.about_id and ${and})`;

export const JUDGED_OF_MEETINGS: Readonly<Record<string, string>> = {
  'meetings.invited': invited(`not ${replied('true')}`),
  'meetings.given-back': `case when (ntc.params->>'comes')::boolean
      then ${invited(replied("rpl.answer = 'ATTENDING' and exists (select 1 from meeting_reply_guardian rgd where rgd.reply_id = rpl.id and rgd.guardian_id = gua.id)"))}
      else ${invited(`not ${replied('rpl.continues_id is null and rpl.replied_at > ntc.created_at')}`)} end`,
  'meetings.cancelled': meeting("mtg.status = 'CANCELLED'"),
  'meetings.seats-free': `(${meeting("mtg.status = 'PUBLISHED'")} and seats_free_again(ntc.about_id) > 0)`,
  'meetings.seats-taken': `(${meeting("mtg.status = 'PUBLISHED'")} and seats_free_again(ntc.about_id) = 0)`,
};

/** Seats of families who had said that they come, and of whose last own word less stands or nothing; no more than are left. */
export const SEATS_FREE_AGAIN = `create or replace function seats_free_again(meeting uuid) returns int as $$
        select greatest(0, least(sum(said.attendee_count - coalesce(cur.attendee_count, 0)), min(least(mtg.capacity, rom.capacity)) - (select coalesce(sum(rpl.attendee_count), 0) from meeting_reply rpl where rpl.meeting_id = meeting and rpl.superseded_at is null)))::int
        from meeting_invitation inv join meeting mtg on mtg.id = inv.meeting_id left join room rom on rom.id = mtg.room_id
          join lateral (select rpl.* from meeting_reply rpl where rpl.invitation_id = inv.id and rpl.continues_id is null order by rpl.replied_at desc, rpl.id desc limit 1) said on said.superseded_at is not null
          left join meeting_reply cur on cur.invitation_id = inv.id and cur.superseded_at is null
        where inv.meeting_id = meeting; $$ language sql stable;`;

export const toldOfSeats = (of: string): string =>
  `select ntc.person_id from notice ntc where ntc.about_id = ${of} and ntc.kind in (${kindsOf(SEATS_OF_MEETINGS)}) and ${NOTICE_IS_SHOWN}`;

/** At the commit, for what stands of a meeting is written by several statements; under the lock of the meeting, as it is told. */
export const atCommit = (table: string, on: string, of: string): string =>
  together(
    `create or replace function news_follow_${table}() returns trigger as $$ declare its record; begin
        select inv.meeting_id, inv.household_id into its from ${of};
        if its.meeting_id is null then return null; end if;
        perform 1 from meeting mtg where mtg.id = its.meeting_id for no key update;
        perform settle_news(array(select gua.person_id from household_guardian hgd join guardian gua on gua.id = hgd.guardian_id where hgd.household_id = its.household_id
          union ${toldOfSeats('its.meeting_id')}), array[its.meeting_id]);
        return null;
      end; $$ language plpgsql;`,
    `drop trigger if exists "news_follow_${table}" on "${table}";`,
    `create constraint trigger "news_follow_${table}" after ${on} on "${table}" deferrable initially deferred for each row execute function news_follow_${table}();`,
  );
const INVITATION = 'meeting_invitation inv where inv.id = new.invitation_id';
export const AT_COMMIT: readonly (readonly [table: string, on: string, of: string])[] = [
  ['meeting_invitation', 'update of status', 'meeting_invitation inv where inv.id = new.id'],
  ['meeting_invitation_student', 'update of ended_at', INVITATION],
  ['meeting_reply', 'insert or update of answer, attendee_count, superseded_at', INVITATION],
  [
    'meeting_reply_guardian',
    'update of reply_id, guardian_id',
    'meeting_reply rpl join meeting_invitation inv on inv.id = rpl.invitation_id where rpl.id = old.reply_id',
  ],
];
