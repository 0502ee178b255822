import type { PoolClient } from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { decisionQueues, noticeKinds, openHubDatabase } from '../../src/app.ts';
import type { Tells } from '../../src/domains/notice-kinds/index.ts';
import { endRightsToNotices } from '../../src/domains/notices/index.ts';
import { guest } from '../../src/domains/people/index.ts';
import { inTransaction, type Transaction } from '../../src/platform/commands/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { GUEST, openSystemRequest, Services } from '../../src/platform/request/index.ts';
import { family, openShift, signedUp, type Family, type StaffMember } from '../../seeds/scenario/index.ts';
import type { Scenario } from '../../seeds/scenario/index.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { testConfig } from '../support/config.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { whileHeld } from '../people/while-held.ts';

let hub: TestHub;
let opened: Database;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let organiser: StaffMember;
beforeAll(async () => {
  hub = await startTestHub();
  opened = await openHubDatabase(testConfig(hub.database.url));
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  organiser = await scenario.teacher(schoolClass);
});
beforeEach(() => hub.database.pool.query('delete from notice'));
afterAll(async () => {
  await opened.close();
  await hub.stop();
});

const rows = async <Row extends object>(text: string, ...values: readonly unknown[]): Promise<Row[]> =>
  (await hub.database.pool.query<Row>(text, [...values])).rows;
const kindsThat = (tells: Tells): string[] =>
  noticeKinds
    .filter((kind) => kind.tells === tells)
    .map(({ key }) => key)
    .sort();
const kindsIn = async (name: string): Promise<string[]> => {
  const [found] = await rows<{ source: string }>('select prosrc as source from pg_proc where proname = $1', name);
  return [...new Set(found!.source.match(/(?<=')[a-z]+\.[a-z-]+(?=')/g))].sort();
};

describe('each kind says what becomes of what it tells', () => {
  it('a question waits as long as its decision queue says', () => {
    expect(kindsThat('QUESTION')).toEqual(decisionQueues.map(({ kind }) => kind).sort());
  });

  it.each(['news_stands', 'settle_news', 'notice_follow_news'])(
    'a state is judged by PostgreSQL, and nothing else but questions: %s',
    async (name) => {
      const questions = new Set(kindsThat('QUESTION'));
      const judged = await kindsIn(name);
      expect(judged.filter((kind) => !questions.has(kind))).toEqual(kindsThat('STATE'));
      expect(judged).toEqual(await kindsIn('news_stands'));
    },
  );

  it('a question is looked at as it is asked, where a row says whether it waits', async () => {
    const judged = new Set(await kindsIn('news_stands'));
    expect(decisionQueues.filter(({ kind }) => judged.has(kind))).toEqual(decisionQueues.filter(({ under }) => under));
  });

  it('that nobody organises an activity is said anew by volunteering (`settleLostOrganisers`), and nothing else is followed', () => {
    expect(kindsThat('FOLLOWED')).toEqual(['volunteering.organiser-gone']);
  });
});

interface Written {
  readonly id?: string;
  readonly place?: string;
}
const SOON = 'volunteering.shift-soon';
async function place(): Promise<{
  own: Family;
  signup: string;
  tells: (of?: Written, by?: Pick<PoolClient, 'query'>) => Promise<string>;
}> {
  const offered = await openShift(scenario, organiser, { school, shift: { place: '学校东门' } });
  const own = await family(scenario, [schoolClass]);
  const { id: signup } = await signedUp(scenario, offered, own);
  const tells = async (
    { id = v7(), place: at = '学校东门' }: Written = {},
    by: Pick<PoolClient, 'query'> = hub.database.pool,
  ): Promise<string> => {
    await by.query(
      `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, dedupe_key, rests_on) values ($1::uuid, now(), $2, '${SOON}', $3, 'signup', $4, $1::uuid::text, array['family-of:' || $5::text])`,
      [
        id,
        own.parent.person.id,
        { shift: '护学岗', at: offered.shift.startsAt.toISOString(), place: at },
        signup,
        school.id,
      ],
    );
    return id;
  };
  return { own, signup, tells };
}
const shown = async ({ parent }: Family): Promise<string[]> =>
  (
    await rows<{ id: string }>(
      "select id from notice where person_id = $1 and rests_on is distinct from '{}'",
      parent.person.id,
    )
  ).map(({ id }) => id);

describe('of two that tell the same', () => {
  it('the first stays where the second is not so', async () => {
    const { own, tells } = await place();
    const first = await tells();
    await tells({ place: '操场' });
    expect(await shown(own)).toEqual([first]);
  });

  it('the one that was written last is shown, whichever process gave the smaller id', async () => {
    const { own, tells } = await place();
    const early = v7();
    await tells();
    await tells({ id: early });
    expect(await shown(own)).toEqual([early]);
  });

  it('the first is found among ever so many of other things', async () => {
    const { own, tells } = await place();
    await rows(
      `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, dedupe_key, rests_on)
        select gen_random_uuid(), now(), $1, 'people.guardianship-ended', '{}', 'meeting', gen_random_uuid(), each::text, null from generate_series(1, 5000) each`,
      own.parent.person.id,
    );
    await rows(`update notice set kind = '${SOON}' where person_id = $1`, own.parent.person.id);
    await rows('analyze notice');
    await tells();
    const client = await hub.database.pool.connect();
    const looked = async (): Promise<number> =>
      (
        await client.query<{ rows: number }>(
          "select (pg_stat_get_xact_tuples_returned('notice'::regclass) + sum(pg_stat_get_xact_tuples_returned(indexrelid)))::int as rows from pg_index where indrelid = 'notice'::regclass",
        )
      ).rows[0]!.rows;
    try {
      await client.query('begin');
      const before = await looked();
      const id = await tells({}, client);
      // As `notice_follow_news` looks for it.
      await client.query(
        "select bef.id from notice own join notice bef on bef.person_id = own.person_id and bef.about_id = own.about_id and bef.kind = own.kind and bef.rests_on is distinct from '{}' where own.id = $1",
        [id],
      );
      expect((await looked()) - before).toBeLessThan(150);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

/** Asks the organiser, as whoever had read the row before would. */
const asks = (kind: string, prefix: string, about: string) =>
  rows<{ shown: boolean; waiting: boolean }>(
    `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, waiting, rests_on) values ($1, now(), $2, $3, '{}', $4, $5, true, array['staff-of:' || $6::text])`,
    v7(),
    organiser.person.id,
    kind,
    prefix,
    about,
    school.id,
  );
const waitingFor = (about: string) =>
  rows<{ waiting: boolean }>(
    "select waiting from notice where about_id = $1 and rests_on is distinct from '{}'",
    about,
  );

describe('a question of what is being decided', () => {
  it('is put to nobody once it is decided, and goes when it is', async () => {
    const own = await family(scenario, [schoolClass]);
    const decided = own.parent.guardianships[0]!.id;
    await asks('people.guardianship-asked', 'guardianship', decided);
    expect(await waitingFor(decided)).toEqual([]);
    await rows("update guardianship set status = 'PENDING', data_access = false where id = $1", decided);
    await asks('people.guardianship-asked', 'guardianship', decided);
    expect(await waitingFor(decided)).toEqual([{ waiting: true }]);
    await rows("update guardianship set status = 'ACTIVE', data_access = true where id = $1", decided);
    expect(await waitingFor(decided)).toEqual([]);
  });

  it('waits for whoever decides at that moment', async () => {
    const own = await family(scenario, [schoolClass]);
    const tie = own.parent.guardianships[0]!.id;
    await rows("update guardianship set status = 'PENDING', data_access = false where id = $1", tie);
    const decides = await hub.database.pool.connect();
    try {
      await decides.query('begin');
      await decides.query("update guardianship set status = 'ACTIVE', data_access = true where id = $1", [tie]);
      const told = asks('people.guardianship-asked', 'guardianship', tie);
      await expect
        .poll(
          async () =>
            (await rows("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"))
              .length,
        )
        .toBe(1);
      await decides.query('commit');
      await told;
    } finally {
      decides.release();
    }
    expect(await waitingFor(tie)).toEqual([]);
  });
});

it('that somebody is bound to a child is told of that tie, and goes with it, whoever they are bound to later', async () => {
  const own = await family(scenario, [schoolClass]);
  const tie = own.parent.guardianships[0]!.id;
  await rows(
    `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, rests_on) values ($1, now(), $2, 'people.guardianship-approved', '{}', 'guardianship', $3, array['student:' || $4::text])`,
    v7(),
    own.parent.person.id,
    tie,
    own.students[0]!.id,
  );
  expect(await shown(own)).toHaveLength(1);
  await rows("update guardianship set status = 'ENDED', valid_to = valid_from where id = $1", tie);
  expect(await shown(own)).toEqual([]);
});

const command = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inTransaction(
    openSystemRequest(opened, {
      now: new Date(),
      signal: new AbortController().signal,
      services: new Services().offer(GUEST, guest),
    }),
    work,
  );

describe('at one moment', () => {
  it('two rights that end are both taken from what rests on either', async () => {
    const { parent } = await family(scenario, [schoolClass]);
    const [id, meeting, one, other] = [v7(), v7(), v7(), v7()] as [string, string, string, string];
    await rows(
      `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id, rests_on) values ($1, now(), $2, 'people.guardianship-ended', '{}', 'meeting', $3, $4)`,
      id,
      parent.person.id,
      meeting,
      [one, other].map((each) => `student:${each}`),
    );
    const ends = (student: string) => () =>
      command((tx) =>
        endRightsToNotices(tx, [
          { person: parent.person.id, about: `meeting_${meeting}`, right: { students: [student] } },
        ]),
      );
    await whileHeld(hub.database, 'select from notice where id = $1 for update', [id], [ends(one), ends(other)]);
    expect(await rows('select rests_on from notice where id = $1', id)).toEqual([{ rests_on: [] }]);
  });

  it.each(['mutation { markAllNoticesRead(input: {}) { markedCount } }', 'some'])(
    'whoever reads does not wait for what is being said anew: %s',
    async (document) => {
      const { own, tells } = await place();
      const held = await tells();
      const other = await place();
      await rows('update notice set about_id = $2 where id = $1', held, other.signup);
      const free = await tells();
      const some = `mutation { markNoticesRead(input: { noticeIds: ["notice_${held}", "notice_${free}"] }) { userErrors { code } } }`;
      const holder = await hub.database.pool.connect();
      try {
        await holder.query('begin');
        await holder.query('select from notice where id = $1 for no key update', [held]);
        const { errors } = await hub.ask(document === 'some' ? some : document, { as: own.parent.accountId });
        expect(errors).toBeUndefined();
      } finally {
        await holder.query('rollback');
        holder.release();
      }
      expect(
        await rows('select id from notice where person_id = $1 and read_at is not null', own.parent.person.id),
      ).toEqual([{ id: free }]);
    },
  );
});
