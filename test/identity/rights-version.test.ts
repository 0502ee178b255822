import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoAccount, loadDemo } from '../../seeds/demo/index.ts';
import { permissions } from '../../src/app.ts';
import { createAuthentication, loadViewer } from '../../src/domains/identity/index.ts';
import { RIGHTS_VERSION, type Authentication } from '../../src/platform/auth/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const CHILDREN = '{ viewer { guardian { children { nodes { id } } } } }';
const parent = demoAccount('parent').id;

let database: TestDatabase;
let hubs: readonly [TestHub, TestHub];
let clock = NOW;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  const start = () => startTestHub({ database, clock: () => clock, variables: { COMPILED_QUERIES_AFTER: '1' } });
  hubs = [await start(), await start()];
});
afterAll(async () => {
  for (const hub of hubs) await hub.stop();
  await database.drop();
});
beforeEach(() => {
  clock = NOW;
});

const version = async (): Promise<string> =>
  (await database.pool.query<{ version: string }>(`select ${RIGHTS_VERSION}`)).rows[0]!.version;
const run = (statement: string, values: unknown[] = []): Promise<unknown> => database.pool.query(statement, values);
const GUARDIANSHIP = `guardian_id = (select g.id from guardian g join account a on a.person_id = g.person_id where a.id = '${parent}')`;

/** For each table that rights are read from, changes that matter; the last brings back what was. */
const CHANGES: Readonly<Record<string, readonly string[]>> = {
  account: [
    `update account set status = 'DISABLED' where id = '${parent}'`,
    `update account set status = 'ACTIVE' where id = '${parent}'`,
  ],
  guardianship: [
    `update guardianship set data_access = false where ${GUARDIANSHIP}`,
    `update guardianship set data_access = true where ${GUARDIANSHIP}`,
  ],
  guardian: [`update guardian set person_id = person_id`],
  staff: [`update staff set person_id = person_id`],
  student: [`update student set school_id = school_id`],
  school: [`update school set district_id = district_id`],
  school_class: [`update school_class set grade_id = grade_id`],
  grade: [`update grade set stage = stage`],
  school_year: [
    `update school_year set ends_on = ends_on + 1 where ends_on > '2026-11-16'`,
    `update school_year set ends_on = ends_on - 1 where ends_on > '2026-11-16'`,
  ],
  class_membership: [
    `update class_membership set status = 'ENDED' where student_id in (select student_id from guardianship where ${GUARDIANSHIP})`,
  ],
  household_guardian: ['update household_guardian set household_id = household_id'],
  household_student: ['update household_student set household_id = household_id'],
  staff_assignment: [
    "update staff_assignment set last_day_given = '2020-01-01', valid_from = '2019-01-01' where role = 'ANALYST'",
  ],
  staff_identity: ['update staff_identity set subject = subject'],
  session: ['update session set ended_at = ended_at'],
};

describe('what a viewer is made of', () => {
  it('tells its changes by the version, table by table', async () => {
    const { statements } = await hubs[0].statementsOf(() =>
      loadViewer(hubs[0].hub.database, permissions, { accountId: parent, sessionId: null }, NOW),
    );
    const tables = new Set([...statements[0]!.matchAll(/(?:from|join)\s+([a-z_]+)/g)].map(([, table]) => table!));
    const { rows } = await database.pool.query<{ relname: string }>(
      'select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = c.relname || $1',
      ['_changes_rights'],
    );
    const told = rows.map((row) => row.relname).sort();
    const { rows: stored } = await database.pool.query<{ relname: string }>(
      `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    const read = stored
      .map((row) => row.relname)
      .filter((table) => tables.has(table) && table !== 'rights_version')
      .sort();
    expect(told).toEqual(read);
    expect(Object.keys(CHANGES).sort()).toEqual(read);
  });

  describe.each(Object.keys(CHANGES))('%s', (table) => {
    it('changes it', async () => {
      const rows = await database.pool.query(`select 1 from ${table} limit 1`);
      const before = await version();
      await run(`begin; ${CHANGES[table]![0]!}; rollback`);
      expect(await version()).toBe(before);
      if (rows.rowCount === 0) return;
      await run(`begin; ${CHANGES[table]!.join('; ')}; commit`);
      expect(await version()).not.toBe(before);
    });
  });

  it('is not changed by what comes often: signing in, refreshing, signing up', async () => {
    const before = await version();
    await run(
      `insert into session (id, account_id, method, started_at, last_used_at, expires_at, refresh_hash)
      values ('0193e000-0000-7000-8000-000000000001', $1, 'WECHAT', $2, $2, $2::timestamptz + interval '1 day', 'x')`,
      [parent, NOW],
    );
    await run(
      `update session set last_used_at = last_used_at + interval '1 hour', expires_at = expires_at + interval '1 hour'`,
    );
    expect(await version()).toBe(before);
  });

  it('is told by those who change rights at once, each in turn and none in the way of another', async () => {
    // One row each: of several rows two statements may lock the same in another order, whatever the version does.
    const told = await Promise.all(
      ['guardian', 'staff'].flatMap((table) =>
        Array.from({ length: 10 }, async (_, index) => {
          await run(
            `update ${table} set person_id = person_id where id = (select id from ${table} order by id offset ${index % 3} limit 1)`,
          );
          return version();
        }),
      ),
    );
    expect(told).toContain(await version());
  });

  it('is told once a transaction, however many rows and tables', async () => {
    await run(
      'create table told (version uuid); create function tell_version() returns trigger as $$ begin insert into told values (new.version); return null; end $$ language plpgsql',
    );
    await run(
      'create trigger tells_version after update on rights_version for each row execute function tell_version()',
    );
    try {
      await run('begin; update guardian set person_id = person_id; update staff set person_id = person_id; commit');
      expect((await database.pool.query('select 1 from told')).rowCount).toBe(1);
    } finally {
      await run('drop trigger tells_version on rights_version; drop function tell_version; drop table told');
    }
  });

  it('never comes again: what was read under a change that a fail-over lost is read anew, though as many changes have been made', async () => {
    const authentication = authenticationOf(hubs[0]);
    const token = `Bearer ${await hubs[0].hub.tokens.sign(parent, 3600)}`;
    const [before, { rows: lost }] = [
      await version(),
      await database.pool.query<{ id: string }>(`select id from guardianship where ${GUARDIANSHIP}`),
    ];
    // A right is given, and read by this process; then the database that has taken over never heard of it.
    await run(`update guardianship set data_access = false where ${GUARDIANSHIP}`);
    const ended = (await authentication.viewerOf(token, NOW)).studentIds;
    await run(`update guardianship set data_access = true where ${GUARDIANSHIP}`);
    const given = await authentication.viewerOf(token, NOW);
    const kept = (await authentication.recall(token, NOW))!;
    await run('alter table guardianship disable trigger user; alter table rights_version disable trigger user');
    await run('update guardianship set data_access = false where id = any($1)', [lost.map(({ id }) => id)]);
    await run('update rights_version set version = $1', [before]);
    await run('alter table guardianship enable trigger user; alter table rights_version enable trigger user');
    // There, as many changes of other rights are made.
    for (let change = 0; change < 2; change += 1) await run('update staff set person_id = person_id');
    expect(given.studentIds.length).toBeGreaterThan(ended.length);
    expect(await authentication.stillHolds(kept)).toBe(false);
    expect((await authentication.viewerOf(token, NOW)).studentIds).toEqual(ended);
    expect((await hubs[0].ask(CHILDREN, { as: parent })).data?.viewer?.guardian?.children?.nodes).toEqual([]);
    await run(CHANGES['guardianship']![1]!);
  });
});

describe('a viewer who is remembered', () => {
  const childrenIn = async (hub: TestHub): Promise<number | undefined> =>
    (await hub.ask(CHILDREN, { as: parent })).data?.viewer?.guardian?.children?.nodes.length as number | undefined;

  it('is answered by one statement, and sees at the very next request what has changed, in every process', async () => {
    for (const hub of hubs) for (let time = 0; time < 3; time += 1) expect(await childrenIn(hub)).toBe(2);
    for (const hub of hubs) expect((await hub.statementsOf(() => childrenIn(hub))).statements).toHaveLength(1);
    await run(CHANGES['guardianship']![0]!);
    for (const hub of hubs) expect(await childrenIn(hub)).toBe(0);
    await run(CHANGES['guardianship']![1]!);
    for (const hub of hubs) expect(await childrenIn(hub)).toBe(2);
    await run(CHANGES['account']![0]!);
    for (const hub of hubs) expect((await hub.ask(CHILDREN, { as: parent })).status).toBe(401);
    await run(CHANGES['account']![1]!);
    for (const hub of hubs) expect(await childrenIn(hub)).toBe(2);
  });

  it('is read anew on another day, and by no one after the session', async () => {
    const authentication = authenticationOf(hubs[0]);
    const {
      rows: [session],
    } = await database.pool.query<{ id: string; expires_at: Date }>(
      'select id, expires_at from session where account_id = $1',
      [parent],
    );
    const token = `Bearer ${await hubs[0].hub.tokens.sign(parent, 7200, session!.id)}`;
    await authentication.viewerOf(token, NOW);
    expect(await authentication.recall(token, NOW)).toMatchObject({ version: await version() });
    expect(await authentication.recall(token, new Date(session!.expires_at.getTime() - 1))).toBeUndefined();
    expect(await authentication.recall(token, new Date('2026-11-16T15:59:59.999Z'))).toBeDefined();
    expect(await authentication.recall(token, new Date('2026-11-16T16:00:00.000Z'))).toBeUndefined();
    await expect(authentication.viewerOf(token, session!.expires_at)).rejects.toThrow();
  });

  it('is never another than who would be read', async () => {
    const { hub } = hubs[0];
    const authentication = authenticationOf(hubs[0]);
    const accounts = ['parent', 'teacher', 'school-admin', 'district-admin', 'analyst', 'teacher-parent'].map(
      (name) => demoAccount(name).id,
    );
    const tokens = await Promise.all(accounts.map(async (account) => `Bearer ${await hub.tokens.sign(account, 3600)}`));
    const compare = async (): Promise<void> => {
      for (const [index, accountId] of accounts.entries()) {
        const read = await loadViewer(hub.database, permissions, { accountId, sessionId: null }, NOW);
        const known = await authentication.viewerOf(tokens[index]!, NOW).catch(() => null);
        expect(known).toEqual(read);
      }
    };
    await compare();
    for (const changes of Object.values(CHANGES)) {
      for (const change of changes) {
        await run(change);
        await compare();
      }
    }
  });
});

function authenticationOf({ hub }: TestHub): Authentication {
  return createAuthentication({ database: hub.database, permissions, tokens: hub.tokens, oidc: null });
}
