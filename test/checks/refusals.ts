import { heldTo } from '../support/held-to.ts';
import type { Refusal } from './plant.ts';
import { plants } from './plants.ts';
import { lineRefusals } from './refusals.lines.ts';
import { shapeRefusals } from './refusals.shapes.ts';

const call = `insert into idempotent_call (id, account, mutation, key, input_hash) values (gen_random_uuid(), $1, 'signUpForShift', 'pressed', $2)`;
const accessed = `insert into access_record (id, kind, subject, actor, by_program, hour, created_at)
  values (gen_random_uuid(), 'student', $1, $2, false, '2026-11-02T10:00Z', ('2026-11-02 ' || $3)::timestamp at time zone 'UTC')`;
const spent = (key: string): string => `insert into rate_budget (id, whole_at) values ('${key}', now())`;
const tallied = `insert into refusal_tally (id, actor, code, minute, refused_count, first_at, last_at) values (gen_random_uuid(), $1, 'FORBIDDEN', now(), 6, now(), now())`;
const audited = `insert into audit_record (id, account, mutation, outcome, subjects) values (gen_random_uuid(), $1, 'signUpForShift', 'SUCCEEDED', '{}')`;

/** Of the platform's own tables. */
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
  ...commandRefusals,
  ...shapeRefusals,
  ...lineRefusals,
  ...heldTo.flatMap((domain) => domain.refusals ?? []),
];
