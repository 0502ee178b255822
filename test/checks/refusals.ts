import { aMeetingInvitation, anEngagement, aSignup } from '../../seeds/factories/index.ts';
import { MeetingInvitation } from '../../src/domains/meetings/index.ts';
import { Engagement, EngagementKind } from '../../src/domains/timetable/index.ts';
import { Signup } from '../../src/domains/volunteering/index.ts';
import { heldTo } from '../support/held-to.ts';
import type { Refusal } from './plant.ts';
import { lineRefusals } from './refusals.lines.ts';
import { noticesRefusals } from './plants.notices.ts';
import { plants } from './plants.ts';
import { frozenRefusals } from './refusals.frozen.ts';
import { identityRefusals } from './refusals.identity.ts';
import { peopleRefusals } from './refusals.people.ts';
import { shapeRefusals } from './refusals.shapes.ts';
import { neighbourRefusals } from './volunteering/refusals.people.ts';
import { seriesRefusals } from './volunteering/plants.series.ts';
import { serviceRefusals } from './volunteering/refusals.service.ts';
import { volunteersRefusals } from './volunteering/refusals.volunteers.ts';
import { waitingListRefusals } from './volunteering/refusals.waiting-list.ts';

const occasionRefusals: readonly Refusal[] = [
  {
    constraint: 'engagement_no_overlap',
    how: 'what was cancelled takes place again, and the time is taken',
    write: ({ run }, { cancelled }) =>
      run("update engagement set status = 'ACTIVE', ended_at = null where source_id = $1", cancelled.meeting.id),
  },
  {
    constraint: 'engagement_source_unique',
    how: 'one sign-up occupies two times of a person',
    write: ({ row }, { confirmed, first, scenario }) =>
      row(
        Engagement,
        anEngagement({
          person: first.parent.person,
          sourceId: confirmed.id,
          kind: EngagementKind.SHIFT_SIGNUP,
          startsAt: scenario.at(600),
          endsAt: scenario.at(660),
        }),
      ),
  },
  {
    constraint: 'signup_one_active',
    how: 'a second place in the same role',
    write: ({ row }, { offered: { role }, first }) => row(Signup, aSignup({ role, guardian: first.parent.guardian })),
  },
  {
    constraint: 'signup_one_active',
    how: 'what was given up stands again, beside the one that waits',
    write: ({ run }, { gaveUp }) =>
      run("update signup set status = 'CONFIRMED', cancelled_at = null where id = $1", gaveUp.id),
  },
  {
    constraint: 'shift_role_places_within_capacity',
    how: 'one more sign-up than there are places, whatever the counter says',
    async write({ run, row }, { waitingList: { wanted }, first }) {
      await run('update shift_role set places_taken = 0 where id = $1', wanted.role.id);
      await row(Signup, aSignup({ role: wanted.role, guardian: first.parent.guardian }));
    },
  },
  {
    constraint: 'shift_role_places_within_capacity',
    how: 'a place is held that nobody has given up',
    write: ({ run }, { waitingList: { entries } }) =>
      run(
        "update waitlist_entry set status = 'OFFERED', offered_at = joined_at, offer_expires_at = joined_at + interval '1 day' where id = $1",
        entries.waiting.id,
      ),
  },
  {
    constraint: 'shift_role_places_within_capacity',
    how: 'fewer places than are confirmed and held',
    write: ({ run }, { waitingList: { wanted } }) =>
      run('update shift_role set capacity = capacity - 1 where id = $1', wanted.role.id),
  },
  {
    constraint: 'room_capacity_stays',
    how: 'a room has fewer seats than there were',
    write: ({ run }, { hall }) => run('update room set capacity = capacity - 1 where id = $1', hall.id),
  },
  {
    constraint: 'meeting_reply_one_current',
    how: 'what was superseded is current again, beside the one that followed',
    write: ({ run }, { before }) => run('update meeting_reply set superseded_at = null where id = $1', before.id),
  },
  {
    constraint: 'meeting_invitation_household_unique',
    how: 'a household is invited twice',
    write: ({ row }, { held: { meeting }, first }) =>
      row(MeetingInvitation, aMeetingInvitation({ meeting, household: first.household })),
  },
];

const call = `insert into idempotent_call (id, account, mutation, key, input_hash) values (gen_random_uuid(), $1, 'signUpForShift', 'pressed', $2)`;
const accessed = `insert into access_record (id, kind, subject, actor, by_program, hour, created_at)
  values (gen_random_uuid(), 'student', $1, $2, false, '2026-11-02T10:00Z', ('2026-11-02 ' || $3)::timestamp at time zone 'UTC')`;
const spent = (key: string): string => `insert into rate_budget (id, whole_at) values ('${key}', now())`;
const tallied = `insert into refusal_tally (id, actor, code, minute, refused_count, first_at, last_at) values (gen_random_uuid(), $1, 'FORBIDDEN', now(), 6, now(), now())`;
const audited = `insert into audit_record (id, account, mutation, outcome, subjects) values (gen_random_uuid(), $1, 'signUpForShift', 'SUCCEEDED', '{}')`;

const commandRefusals: readonly Refusal[] = [
  {
    constraint: 'idempotent_call_unique',
    how: 'the work of one key is done twice',
    async write({ run }, { first: { parent } }) {
      for (const hash of ['one', 'other']) await run(call, parent.accountId, hash);
    },
  },
  ...['refused_count = 0', "last_at = first_at - interval '1 second'"].map((wrong): Refusal => ({
    constraint: 'refusal_tally_times',
    how: wrong,
    async write({ run }, { first: { parent } }) {
      await run(tallied, parent.accountId);
      await run(`update refusal_tally set ${wrong}`);
    },
  })),
  {
    constraint: 'audit_record_stays',
    how: 'a record of five months ago goes',
    async write({ run }, { first: { parent } }) {
      await run(
        audited.replace('(id,', '(created_at, id,').replace('values (', "values (now() - interval '183 days', "),
        parent.accountId,
      );
      await run('delete from audit_record');
    },
  },
  {
    constraint: 'rate_budget_hidden',
    how: 'an address in the open',
    write: ({ run }) => run(spent('guest:203.0.113.7')),
  },
  ...["update audit_record set outcome = 'REFUSED'", 'delete from audit_record'].map((statement): Refusal => ({
    constraint: 'audit_record_stays',
    how: statement,
    async write({ run }, { first: { parent } }) {
      await run(audited, parent.accountId);
      await run(statement);
    },
  })),
  ...['update access_record set actor = subject', 'delete from access_record'].map((statement): Refusal => ({
    constraint: 'access_record_stays',
    how: statement,
    async write({ run }, { first: { parent, students } }) {
      await run(accessed, students[0]!.id, parent.accountId, '10:59:59.999');
      await run(statement);
    },
  })),
  {
    constraint: 'access_record_hour',
    how: 'in the hour after',
    write: ({ run }, { first: { parent, students } }) => run(accessed, students[0]!.id, parent.accountId, '11:00'),
  },
  { constraint: 'access_record_is_not_emptied', how: 'all at once', write: ({ run }) => run('truncate access_record') },
  { constraint: 'audit_record_is_not_emptied', how: 'all at once', write: ({ run }) => run('truncate audit_record') },
];

/** Plants that the database refuses, and whatever else it refuses by itself. */
export const refusals: readonly Refusal[] = [
  ...plants.flatMap(({ refusedBy, how, write }) => (refusedBy ? [{ constraint: refusedBy, how, write }] : [])),
  ...peopleRefusals,
  ...occasionRefusals,
  ...commandRefusals,
  ...identityRefusals,
  ...noticesRefusals,
  ...frozenRefusals,
  ...shapeRefusals,
  ...lineRefusals,
  ...seriesRefusals,
  ...volunteersRefusals,
  ...neighbourRefusals,
  ...serviceRefusals,
  ...waitingListRefusals,
  ...heldTo.flatMap((domain) => domain.refusals ?? []),
];
