import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openHubDatabase } from '../../../src/app.ts';
import {
  databaseFaultOf,
  DatabaseWatch,
  HubClock,
  type ConnectionCounts,
  type Database,
} from '../../../src/platform/database/index.ts';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { DatabaseProxy } from '../../support/database-proxy.ts';

const POOL = 10;
const WAIT_MS = 2_000;
/** In any second at most so many connections are tried. */
const TRIED_IN_A_SECOND = 2 * POOL;
/** And so many in each second after the server has refused one for the second time. */
const TRIED_WHILE_CROWDED = 5;
const GENEROUS_MS = 1_000;

let database: TestDatabase;
let proxy: DatabaseProxy;
/** The one connection of the owner, who is let in whatever the limit, and counted. */
let owner: pg.Client;
const opened = new Set<Database>();
beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await DatabaseProxy.before(database.url);
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterEach(async () => {
  proxy.comeBack();
  await Promise.all([...opened].map((each) => each.close()));
  opened.clear();
  await leaveRoomFor(-1);
  await expect.poll(others).toBe(0);
});
afterAll(async () => {
  await owner.end();
  await proxy.close();
  await database.drop();
});

async function open(waitMs = WAIT_MS): Promise<Database> {
  const one = await openHubDatabase(
    testConfig(proxy.url, { DATABASE_POOL_SIZE: String(POOL), REQUEST_TIMEOUT_MS: String(waitMs) }),
  );
  opened.add(one);
  return one;
}

/** From now on the hub may have so many connections; -1 for any number. */
async function leaveRoomFor(connections: number): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  await owner.query(`alter database ${rows[0]!.name} connection limit ${connections < 0 ? -1 : connections + 1}`);
}

async function others(): Promise<number> {
  const { rows } = await owner.query<{ many: number }>(
    `select count(*)::int as many from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  return rows[0]!.many;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** As the watch does it. */
async function filled({ connections }: Database): Promise<ConnectionCounts> {
  await connections.fill();
  return connections.counts;
}
const FILLING = { timeout: 12_000, interval: 750 };

/** The most connections that were tried in a second, of those tried since `since`. */
function mostTriedInASecond(since: number): number {
  const tried = proxy.triedAt.filter((at) => at >= since);
  return Math.max(0, ...tried.map((from) => tried.filter((at) => at >= from && at < from + 1_000).length));
}

describe.each([1, 2, 4, 9])('where the server has %i connections', (free) => {
  it('nobody waits longer than these make necessary, and few more are tried', async () => {
    await leaveRoomFor(free);
    const one = await open(20_000);
    const begun = performance.now();
    const took = await timed(() =>
      Promise.all(Array.from({ length: 40 }, () => one.read('select pg_sleep(0.05)', []))),
    );
    expect(took).toBeLessThan((40 / free) * 100 + GENEROUS_MS);
    const crowd = Array.from({ length: 8 * free }, () => one.read('select pg_sleep(0.4)', []));
    const crowdedSince = performance.now() + 500;
    await Promise.all(crowd);
    expect(one.connections.counts).toEqual({ open: free, idle: free, waiting: 0 });
    expect(mostTriedInASecond(begun)).toBeLessThanOrEqual(TRIED_IN_A_SECOND);
    expect(mostTriedInASecond(crowdedSince)).toBeLessThanOrEqual(TRIED_WHILE_CROWDED);
  }, 30_000);

  it('to fill up to what is kept takes none from those who come meanwhile', async () => {
    await leaveRoomFor(free);
    const one = await open();
    const { connections } = one;
    connections.keep(POOL);
    const begun = performance.now();
    const filling = timed(() => connections.fill());
    for (let time = 0; time < 20; time += 1) {
      expect(await timed(() => one.read('select 1', []))).toBeLessThan(GENEROUS_MS);
      // The watch says so all the time.
      void connections.fill();
    }
    expect(await filling).toBeLessThan(2 * GENEROUS_MS);
    // Of several that are tried at once the server may refuse more than it must: what is missing then is tried later.
    await expect.poll(() => filled(one), FILLING).toEqual({ open: free, idle: free, waiting: 0 });
    expect(mostTriedInASecond(begun)).toBeLessThanOrEqual(TRIED_IN_A_SECOND);
  }, 60_000);

  it('whoever waits in vain is told so when their time is up, and no later', async () => {
    await leaveRoomFor(free);
    const { connections } = await open();
    const held = await Promise.all(Array.from({ length: free }, () => connections.lease()));
    const waits = await Promise.all(
      Array.from({ length: 20 }, () =>
        timed(() => expect(connections.lease()).rejects.toSatisfy((error) => databaseFaultOf(error) === 'AWAY')),
      ),
    );
    for (const lease of held) lease.giveBack();
    expect(Math.min(...waits)).toBeGreaterThan(WAIT_MS - 50);
    expect(Math.max(...waits)).toBeLessThan(WAIT_MS + GENEROUS_MS / 2);
  }, 60_000);
});

it('where nothing is crowded, to fill up holds none of those that rest', async () => {
  const one = await open(10_000);
  const { connections } = one;
  connections.keep(POOL);
  await connections.fill();
  const [busy, lost] = [await connections.lease(), await connections.lease()];
  const working = busy.query('select pg_sleep(3)');
  lost.lose(new Error('It is lost.'));
  lost.giveBack();
  const filling = connections.fill();
  expect(await timed(() => one.read('select 1', []))).toBeLessThan(GENEROUS_MS);
  expect(await timed(() => filling)).toBeLessThan(2 * GENEROUS_MS);
  expect(connections.counts.open).toBe(POOL);
  await working;
  busy.giveBack();
}, 30_000);

describe('room that comes back', () => {
  const longCrowd = (one: Database): Promise<unknown> =>
    Promise.all(Array.from({ length: 60 }, () => one.read('select pg_sleep(0.4)', [])));

  it('is used by those who wait within seconds', async () => {
    await leaveRoomFor(2);
    const one = await open(20_000);
    const crowd = longCrowd(one);
    await sleep(2_000);
    expect(one.connections.counts.open).toBe(2);
    await leaveRoomFor(-1);
    await expect.poll(() => one.connections.counts.open, { timeout: 3_000 }).toBe(POOL);
    await crowd;
  }, 60_000);

  it('is filled within seconds where nobody waits', async () => {
    await leaveRoomFor(2);
    const one = await open();
    one.connections.keep(POOL);
    await expect.poll(() => filled(one), FILLING).toMatchObject({ open: 2 });
    await leaveRoomFor(-1);
    await expect.poll(() => filled(one), FILLING).toMatchObject({ open: POOL });
  }, 60_000);

  it('that was made for others and not taken is used within seconds; of several who ask at once, one place is given up for all', async () => {
    const one = await open(20_000);
    const { connections } = one;
    const held = await Promise.all(Array.from({ length: 4 }, () => connections.lease()));
    for (const lease of held.slice(1)) lease.giveBack();
    for (let time = 0; time < 20; time += 1) connections.makeRoom();
    expect(connections.counts.open).toBe(3);
    await sleep(600);
    const [, ...more] = [
      held[0]!.giveBack(),
      await connections.lease(),
      await connections.lease(),
      await connections.lease(),
    ];
    connections.makeRoom();
    expect(connections.counts.open, 'one that is in use is waited for').toBe(3);
    for (const lease of more) lease.giveBack();
    expect(connections.counts.open).toBe(2);
    const crowd = longCrowd(one);
    await sleep(1_000);
    expect(connections.counts.open, 'for a while').toBe(2);
    await expect.poll(() => connections.counts.open, { timeout: 4_000 }).toBe(POOL);
    await crowd;
  }, 60_000);

  it('after an outage is filled at once: that the database was away makes nothing crowded', async () => {
    const one = await open();
    one.connections.keep(POOL);
    proxy.goAway();
    const begun = performance.now();
    await one.connections.fill();
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, () => one.read('select 1', [])));
    expect(new Set(outcomes.map((each) => each.status === 'rejected' && databaseFaultOf(each.reason)))).toEqual(
      new Set(['AWAY']),
    );
    await sleep(1_000);
    expect(mostTriedInASecond(begun)).toBeLessThanOrEqual(TRIED_IN_A_SECOND);
    proxy.comeBack();
    await one.read('select 1', []);
    await one.connections.fill();
    expect(one.connections.counts.open).toBe(POOL);
  }, 30_000);
});

describe('the watch of a crowded server', () => {
  async function watching({ connections }: Database, work: (watch: DatabaseWatch) => Promise<void>): Promise<void> {
    const watch = new DatabaseWatch({
      databaseUrl: proxy.url,
      connections,
      clock: new HubClock(),
      logger: createLogger('silent'),
    });
    await watch.start();
    await work(watch).finally(() => watch.stop());
  }

  const itsProcesses = async (): Promise<number[]> =>
    (
      await owner.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and application_name = 'home-school-hub-watch'`,
      )
    ).rows.map(({ pid }) => pid);

  it('keeps its connection until it has another, though nobody is given one by the hub', async () => {
    const one = await open(5_000);
    const held = await one.connections.lease();
    await watching(one, async (watch) => {
      await leaveRoomFor(2);
      const before = await itsProcesses();
      const waiting = Promise.allSettled(Array.from({ length: 4 }, () => one.connections.lease()));
      await sleep(7_000);
      expect([before.length, await itsProcesses()]).toEqual([1, before]);
      expect(watch.state).toMatchObject({ awayForMs: undefined, isCrowded: true });
      expect(watch.state.noConnectionForMs).toBeGreaterThan(5_000);
      held.giveBack();
      await expect
        .poll(() => watch.state, { timeout: 10_000 })
        .toMatchObject({ noConnectionForMs: 0, isCrowded: false });
      await waiting;
    });
  }, 60_000);

  it('looks over one of the hub where there is none for itself, and takes the first that there is', async () => {
    await leaveRoomFor(1);
    const one = await open();
    await one.read('select 1', []);
    const begun = performance.now();
    await watching(one, async (watch) => {
      for (let time = 0; time < 30; time += 1) {
        expect(watch.state).toMatchObject({ awayForMs: undefined, noConnectionForMs: 0, isCrowded: true });
        expect(await timed(() => one.read('select 1', []))).toBeLessThan(GENEROUS_MS);
        await sleep(100);
      }
      expect(mostTriedInASecond(begun)).toBeLessThanOrEqual(TRIED_WHILE_CROWDED);
      await leaveRoomFor(2);
      await expect.poll(itsProcesses, { timeout: 5_000 }).toHaveLength(1);
      await expect.poll(() => watch.state.isCrowded).toBe(false);
    });
  }, 60_000);
});
