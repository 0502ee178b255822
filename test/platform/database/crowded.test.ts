import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CourseCatalogueDocument } from '../../../schema/generated/mini-program.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

const POOL = 6;
/** Beside the pool: the watch, the listener, and one at least for background work. */
const OTHERS = ['home-school-hub-changes', 'home-school-hub-jobs', 'home-school-hub-watch'];

let database: TestDatabase;
let hub: TestHub | undefined;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await hub?.stop();
  await database.drop();
});

async function limitTo(connections: number): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>('select current_database() as name');
  await database.pool.query(`alter database ${rows[0]!.name} connection limit ${connections}`);
}

async function open(): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ application_name: string; many: number }>(
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
    // The owner of the database is counted as well, and is let in all the same.
    await limitTo(POOL + 2);
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
    const { rows } = await database.pool.query<{ all: number }>(
      'select count(*)::int as all from pg_stat_activity where datname = current_database()',
    );
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = any($1)`,
      [['home-school-hub-changes', 'home-school-hub-watch']],
    );
    await limitTo(rows[0]!.all - 1);
    await expect.poll(missing, { timeout: 60_000 }).toEqual([]);
    await expect.poll(isReady, { timeout: 30_000 }).toBe(200);
  }, 120_000);
});
