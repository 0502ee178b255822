import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openHubDatabase } from '../../../src/app.ts';
import { inTransaction } from '../../../src/platform/commands/index.ts';
import { databaseFaultOf, DatabaseWatch, HubClock, type Database } from '../../../src/platform/database/index.ts';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { sql } from '../../../src/platform/reading/index.ts';
import { openRequest, Services } from '../../../src/platform/request/index.ts';
import { guest } from '../../../src/domains/people/index.ts';
import { testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { DatabaseProxy, type Fate } from '../../support/database-proxy.ts';

const CONNECTIONS = 10;

let database: TestDatabase;
let proxy: DatabaseProxy;
let opened: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query('create table mark (id int primary key)');
  proxy = await DatabaseProxy.before(database.url);
});
beforeEach(async () => {
  opened = await openHubDatabase(
    testConfig(proxy.url, { DATABASE_POOL_SIZE: String(CONNECTIONS), STATEMENT_TIMEOUT_MS: '1500' }),
  );
});
afterEach(async () => {
  proxy.comeBack();
  await opened.close();
  await database.pool.query('truncate mark');
});
afterAll(async () => {
  await proxy.close();
  await database.drop();
});

/** A transaction that writes its number, and is rolled back where it is told to fail. */
function write(id: number, fails = false): Promise<void> {
  const signal = new AbortController().signal;
  return inTransaction(
    openRequest(opened, { viewer: guest, now: new Date(), locale: 'en', signal, services: new Services() }),
    async (tx) => {
      await tx.query(sql`insert into mark (id) values (${id})`);
      if (fails) throw new Error('The rule is broken.');
    },
  );
}

const written = async (): Promise<number[]> =>
  (await database.pool.query<{ id: number }>('select id from mark order by id')).rows.map(({ id }) => id);

/** All of them at the same time: a lost one would be waited for in vain. */
async function takeAll(): Promise<void> {
  const leases = await Promise.all(Array.from({ length: CONNECTIONS }, () => opened.connections.lease()));
  try {
    await Promise.all(leases.map((lease) => lease.query('select 1')));
    expect(opened.connections.counts).toEqual({ open: CONNECTIONS, idle: 0, waiting: 0 });
  } finally {
    for (const lease of leases) lease.giveBack();
  }
}

it('are opened before anybody wants them, and what cannot be opened now is no reason to fail', async () => {
  opened.connections.keep(CONNECTIONS);
  proxy.goAway();
  await expect(opened.connections.fill()).resolves.toBeUndefined();
  expect(opened.connections.counts.open).toBeLessThan(CONNECTIONS);
  proxy.comeBack();
  const another = await openHubDatabase(testConfig(proxy.url));
  another.connections.keep(CONNECTIONS);
  await another.connections.fill();
  expect(another.connections.counts).toEqual({ open: CONNECTIONS, idle: CONNECTIONS, waiting: 0 });
  another.connections.makeRoom();
  await expect.poll(() => another.connections.counts.open).toBe(CONNECTIONS - 1);
  await another.connections.fill();
  expect(another.connections.counts.open, 'for a while').toBe(CONNECTIONS - 1);
  await another.close();
});

const MOMENTS: [string, RegExp, boolean][] = [
  ['BEGIN', /start transaction/, false],
  ['a statement', /insert into mark/, false],
  ['COMMIT', /commit\0/, false],
  ['ROLLBACK', /rollback\0/, true],
];

describe('each transaction whose connection dies gives its place in the pool back', () => {
  it.each(
    MOMENTS.flatMap(([at, text, fails]) =>
      (['cut-before', 'cut-after', 'silence'] as const).map((fate): [string, Fate, RegExp, boolean] => [
        at,
        fate,
        text,
        fails,
      ]),
    ),
  )(
    'at %s (%s)',
    async (at, fate, text, fails) => {
      const TIMES = 2 * CONNECTIONS;
      // One that died idle is replaced before anything is begun on it, so BEGIN is met twice as often.
      proxy.plan(fate, text, at === 'BEGIN' ? 2 * TIMES : TIMES);
      const outcomes = await Promise.allSettled(Array.from({ length: TIMES }, (_, id) => write(id, fails)));
      const faults = new Set(
        outcomes.map((each) => (each.status === 'rejected' ? databaseFaultOf(each.reason) : 'DONE')),
      );
      // What a command found is told, whatever becomes of the rollback.
      expect([...faults]).toEqual([fails ? undefined : at === 'COMMIT' ? 'IN_DOUBT' : 'AWAY']);
      proxy.comeBack();
      await takeAll();
      // In doubt means: it may have been done.
      expect(await written()).toEqual(
        at === 'COMMIT' && fate === 'cut-after' ? Array.from({ length: TIMES }, (_, id) => id) : [],
      );
      await write(1000);
    },
    60_000,
  );

  it('and so does each reading statement', async () => {
    for (const fate of ['cut-before', 'cut-after', 'silence'] as const) {
      proxy.plan(fate, /select 4711/, 3 * CONNECTIONS);
      const outcomes = await Promise.allSettled(
        Array.from({ length: CONNECTIONS }, () => opened.read('select 4711', [])),
      );
      expect(outcomes.map((each) => each.status === 'rejected' && databaseFaultOf(each.reason))).toEqual(
        outcomes.map(() => 'AWAY'),
      );
      proxy.comeBack();
      await takeAll();
    }
  }, 60_000);
});

describe('a connection', () => {
  it('that died among the idle ones is not noticed by whoever reads or begins on it', async () => {
    await takeAll();
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'home-school-hub' and datname = current_database()`,
    );
    const outcomes = await Promise.all(
      Array.from({ length: 3 * CONNECTIONS }, async (_, id) =>
        id % 2 === 0 ? write(id) : opened.read('select 1', []),
      ),
    );
    expect(outcomes).toHaveLength(3 * CONNECTIONS);
    expect(await written()).toHaveLength(1.5 * CONNECTIONS);
    await takeAll();
  });

  it('of which nobody has heard that it is dead is noticed when something is begun on it, and another one does as well', async () => {
    await takeAll();
    proxy.plan('cut-before', /start transaction/);
    await write(7);
    expect([proxy.planned, await written()]).toEqual([0, [7]]);
    await takeAll();
  });

  it('whose statement PostgreSQL has refused goes on, and is not opened anew', async () => {
    await takeAll();
    const pids = async () =>
      (
        await database.pool.query<{ pid: number }>(
          `select pid from pg_stat_activity where application_name = 'home-school-hub' and datname = current_database() order by 1`,
        )
      ).rows;
    const before = await pids();
    await Promise.all(
      Array.from({ length: CONNECTIONS }, () =>
        expect(opened.read('select 1 / 0', [])).rejects.toMatchObject({ code: '22012' }),
      ),
    );
    await expect(opened.read('select pg_sleep(10)', [])).rejects.toMatchObject({ code: '57014' });
    expect(await pids()).toEqual(before);
  });

  it('is lent to the next one only as what it is after a refusal, though PostgreSQL says later how it stands', async () => {
    proxy.plan('ready-later', /4711/, 2);
    await expect(opened.read('select 4711 / 0', [])).rejects.toMatchObject({ code: '22012' });
    // The next one takes the same connection, for it is the last that was given back.
    const lease = await opened.connections.lease();
    await expect(lease.query('begin; select 4711 / 0; commit;')).rejects.toMatchObject({ code: '22012' });
    lease.giveBack();
    await expect(opened.read('select 1', [])).resolves.toBeDefined();
    await takeAll();
  });

  it('that is given back in the middle of a transaction is destroyed, and never lent to the next one', async () => {
    const lease = await opened.connections.lease();
    await lease.query('begin');
    await lease.query('insert into mark (id) values (5)');
    lease.giveBack();
    await takeAll();
    expect(await written()).toEqual([]);
  });
});

describe('whoever watches the database', () => {
  const watching = async ({ connections }: Database, work: (watch: DatabaseWatch) => Promise<void>): Promise<void> => {
    const watch = new DatabaseWatch({
      databaseUrl: proxy.url,
      connections,
      clock: new HubClock(),
      logger: createLogger('silent'),
    });
    await watch.start();
    await work(watch).finally(() => watch.stop());
  };

  it(
    'finds that the way to it is another, and no connection of the old way is used again',
    () =>
      watching(opened, async () => {
        const leases = await Promise.all(Array.from({ length: CONNECTIONS }, () => opened.connections.lease()));
        const old = leases.map(({ processId }) => processId);
        for (const lease of leases) lease.giveBack();
        proxy.silence();
        await vi.waitFor(
          async () => {
            const lease = await opened.connections.lease();
            lease.giveBack();
            expect(old).not.toContain(lease.processId);
          },
          { timeout: 40_000 },
        );
        await takeAll();
      }),
    60_000,
  );

  it('finds that there are connections again for whoever has given up waiting, though nobody comes', async () => {
    const small = await openHubDatabase(testConfig(proxy.url, { DATABASE_POOL_SIZE: '1', REQUEST_TIMEOUT_MS: '4000' }));
    await watching(small, async (watch) => {
      const lease = await small.connections.lease();
      await expect(small.connections.lease()).rejects.toSatisfy((error) => databaseFaultOf(error) === 'AWAY');
      expect(watch.state.noConnectionForMs).toBeGreaterThan(0);
      lease.giveBack();
      await vi.waitFor(() => expect(watch.state.noConnectionForMs).toBe(0), { timeout: 20_000 });
    }).finally(() => small.close());
  }, 30_000);
});
