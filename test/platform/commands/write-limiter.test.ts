import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PoolClient } from 'pg';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

const CONNECTIONS = 10;
const READ = '{ schools(first: 3) { nodes { name } } viewer { account { id } } }';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let administrators: StaffMember[];
let parent: string;
beforeAll(async () => {
  hub = await startTestHub({
    variables: {
      DATABASE_POOL_SIZE: String(CONNECTIONS),
      LOCK_TIMEOUT_MS: '60000',
      STATEMENT_TIMEOUT_MS: '60000',
      REQUEST_TIMEOUT_MS: '60000',
    },
  });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  administrators = [
    await scenario.schoolAdmin(school),
    await scenario.schoolAdmin(school),
    await scenario.schoolAdmin(school),
    await scenario.schoolAdmin(school),
  ];
  parent = (await family(scenario, [await scenario.schoolClass(school)])).parent.accountId;
});
afterAll(() => hub.stop());

let rooms = 0;
const createRoom = (of: TestHub, as: string) =>
  of.ask('mutation ($input: CreateRoomInput!) { createRoom(input: $input) { userErrors { code } } }', {
    as,
    variables: { input: { schoolId: `school_${school.id}`, name: `场地 ${(rooms += 1)}`, capacity: 40 } },
  });
const rename = (as: string, of: SchoolRecord, name: string) =>
  hub.ask('mutation ($input: UpdateSchoolInput!) { updateSchool(input: $input) { userErrors { code } } }', {
    as,
    variables: { input: { schoolId: `school_${of.id}`, name } },
  });
const read = (as?: string) => hub.ask(READ, { as });

/** A stranger to the hub keeps everybody from a table, as `lock table` and long transactions do. */
async function whileLocked(mode: string, work: (stranger: PoolClient) => Promise<void>): Promise<void> {
  const stranger = await hub.database.pool.connect();
  try {
    await stranger.query('begin');
    await stranger.query(`lock table room in ${mode} mode`);
    await work(stranger);
  } finally {
    await stranger.query('rollback');
    stranger.release();
  }
}

async function untilWaiting(expected: number): Promise<void> {
  for (;;) {
    const {
      rows: [row],
    } = await hub.database.pool.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'home-school-hub' and wait_event_type = 'Lock'`,
    );
    expect(row!.n).toBeLessThanOrEqual(expected);
    if (row!.n === expected) return;
  }
}

describe('while writers wait for one lock', () => {
  it('three accounts do not keep the others from reading, however much they write; and all is done in the end', async () => {
    const writing: Promise<{ data?: unknown }>[] = [];
    await whileLocked('share', async () => {
      for (let time = 0; time < 7; time += 1)
        for (const { accountId } of administrators.slice(0, 3)) writing.push(createRoom(hub, accountId));
      await untilWaiting(7);
      const answers = await Promise.all(
        Array.from({ length: 24 }, (_, nth) =>
          read([parent, administrators[3]!.accountId, administrators[0]!.accountId, undefined][nth % 4]),
        ),
      );
      expect(answers.map(({ status, errors }) => [status, errors])).toEqual(answers.map(() => [200, undefined]));
      expect((await fetch(`${hub.address}/readyz`)).status).toBe(200);
      await untilWaiting(7);
    });
    expect((await Promise.all(writing)).map(({ data }) => data)).toEqual(
      writing.map(() => ({ createRoom: { userErrors: [] } })),
    );
  });

  it('one account does not keep the others from writing something else', async () => {
    const [one, other, another] = [administrators[0]!, await scenario.districtAdmin(), await scenario.school()];
    const writing: Promise<{ data?: unknown }>[] = [];
    await whileLocked('share', async () => {
      for (let time = 0; time < 20; time += 1) writing.push(createRoom(hub, one.accountId));
      await untilWaiting(3);
      for (const name of ['青槐里小学', '银杏桥小学'])
        expect((await rename(other.accountId, another, name)).data).toEqual({ updateSchool: { userErrors: [] } });
      await untilWaiting(3);
    });
    expect((await Promise.all(writing)).map(({ data }) => data)).toEqual(
      writing.map(() => ({ createRoom: { userErrors: [] } })),
    );
  });
});

describe('whoever waits for a lock for too long', () => {
  it('is told to try later, and nothing is done: a writer, and a reader', async () => {
    const hasty = await startTestHub({ database: hub.database, variables: { LOCK_TIMEOUT_MS: '200' } });
    try {
      const count = async () => (await hub.database.pool.query('select count(*) from room')).rows;
      const before = await count();
      await whileLocked('access exclusive', async () => {
        const answers = await Promise.all([
          createRoom(hasty, administrators[0]!.accountId),
          hasty.ask(`{ node(id: "school_${school.id}") { ... on School { rooms { nodes { name } } } } }`, {
            as: administrators[0]!.accountId,
          }),
        ]);
        expect(answers.map(({ errors }) => errors?.map(({ extensions }) => extensions.code))).toEqual([
          ['TRY_LATER'],
          ['TRY_LATER'],
        ]);
      });
      expect(await count()).toEqual(before);
      expect((await createRoom(hasty, administrators[0]!.accountId)).data).toEqual({ createRoom: { userErrors: [] } });
    } finally {
      await hasty.hub.stop();
    }
  });
});
