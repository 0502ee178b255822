import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CourseCatalogueDocument } from '../../../schema/generated/mini-program.ts';
import { DatabaseProxy } from '../../support/database-proxy.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

const POOL = 6;
/** Beside the pool: the watch, the listener, and one at least for background work. */
const OTHERS = ['home-school-hub-changes', 'home-school-hub-jobs', 'home-school-hub-watch'];

let database: TestDatabase;
/** The one connection of the owner, who is let in whatever the limit, and counted. */
let owner: pg.Client;
let hub: TestHub | undefined;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await hub?.stop();
  await owner.end();
  await database.drop();
});

/** From now on the hub may have so many connections. */
async function leaveRoomFor(connections: number): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select current_database() as name');
  await owner.query(`alter database ${rows[0]!.name} connection limit ${connections + 1}`);
}

async function open(): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ application_name: string; many: number }>(
    `select application_name, count(*)::int as many from pg_stat_activity where datname = current_database() and usename <> current_user group by 1`,
  );
  return Object.fromEntries(rows.map((each) => [each.application_name, each.many]));
}

const missing = async (): Promise<string[]> => {
  const there = await open();
  return OTHERS.filter((each) => !(each in there));
};

const isReady = async (): Promise<number> => (await fetch(`${hub!.address}/readyz`)).status;

describe('a hub in production for which the database has fewer connections than it would have', () => {
  it('takes those first that it cannot do without, and is ready', async () => {
    await leaveRoomFor(POOL + 1);
    hub = await startTestHub({
      database,
      variables: { NODE_ENV: 'production', DATABASE_POOL_SIZE: String(POOL), JOBS: 'on', RATE_LIMIT_STORE: 'memory' },
    });
    await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
    await expect.poll(isReady, { timeout: 30_000 }).toBe(200);
    const answers = await Promise.all(Array.from({ length: 40 }, () => hub!.ask(CourseCatalogueDocument)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await isReady()).toBe(200);
  }, 120_000);

  it('gives up one that rests where the listener is ended and finds none left', async () => {
    await Promise.all(Array.from({ length: 40 }, () => hub!.ask(CourseCatalogueDocument)));
    const all = Object.values(await open()).reduce((sum, many) => sum + many, 0);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = any($1)`,
      [['home-school-hub-changes', 'home-school-hub-watch']],
    );
    await leaveRoomFor(all - 2);
    await expect.poll(missing, { timeout: 60_000 }).toEqual([]);
    await expect.poll(isReady, { timeout: 30_000 }).toBe(200);
  }, 120_000);
});

describe('a hub in production on a server that is crowded from its start', () => {
  it.each([1, 2, 3, 5])(
    'answers everybody at once with %i connections',
    async (free) => {
      await hub?.stop();
      hub = undefined;
      const proxy = await DatabaseProxy.before(database.url);
      await leaveRoomFor(free);
      hub = await startTestHub({
        database: { ...database, url: proxy.url },
        variables: { NODE_ENV: 'production', DATABASE_POOL_SIZE: '10', JOBS: 'on', RATE_LIMIT_STORE: 'memory' },
      });
      await hub.ask(CourseCatalogueDocument);
      const begun = performance.now();
      const slow: number[] = [];
      while (performance.now() - begun < 15_000) {
        const asked = performance.now();
        const { status } = await hub.ask(CourseCatalogueDocument);
        const took = performance.now() - asked;
        if (status !== 200 || took > 1_000) slow.push(status, took);
        await sleep(100);
      }
      expect(slow).toEqual([]);
      expect(await isReady()).toBe(200);
      // Of what has connections of its own the watch comes first, then background work.
      const there = await open();
      expect(Object.values(there).reduce((sum, many) => sum + many, 0)).toBe(free);
      expect(await missing()).toEqual(OTHERS.slice(0, Math.max(0, 4 - free)));
      // Requests, and what needs connections of its own.
      const tried = proxy.triedAt.filter((at) => at > begun + 5_000);
      const inASecond = tried.map((from) => tried.filter((at) => at >= from && at < from + 1_000).length);
      expect(Math.max(0, ...inASecond)).toBeLessThanOrEqual(8);
      await hub.stop();
      hub = undefined;
      await proxy.close();
    },
    60_000,
  );
});
