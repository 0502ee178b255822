import { getConstructionPlans } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Migration20261122080000_background_work } from '../../../src/migrations/Migration20261122080000_background_work.ts';
import { createHub, jobs, migrate } from '../../../src/app.ts';
import { TABLES_VERSION } from '../../../src/platform/jobs/index.ts';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { ownerConfig, testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const start = () => createHub(testConfig(database.url), { logger: createLogger('silent') });
const statements = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:BEGIN;|COMMIT;|SET LOCAL .*)$/.test(line));

describe('the tables of background work', () => {
  it('are those that the installed pg-boss plans', async () => {
    const added: string[] = [];
    const up = Object.assign(
      Object.create(Migration20261122080000_background_work.prototype) as Migration20261122080000_background_work,
      {
        addSql: (text: string) => added.push(text),
      },
    );
    up.up();
    expect(statements(added[0]!)).toEqual(statements(getConstructionPlans('pgboss')));
    expect(added[0]).toContain(`VALUES ('${TABLES_VERSION}')`);
  });

  it('know every job that is declared, and when it is due', async () => {
    const { rows: queues } = await database.pool.query<{ name: string }>('select name from pgboss.queue');
    expect(queues.map((each) => each.name).sort()).toEqual(jobs.map((each) => each.job.name).sort());
    const { rows: due } = await database.pool.query<{ name: string; timezone: string }>(
      'select name, cron, timezone from pgboss.schedule',
    );
    expect(due.sort((one, other) => (one.name < other.name ? -1 : 1))).toEqual(
      jobs
        .flatMap(({ job }) =>
          job.cron === null ? [] : [{ name: job.name, cron: job.cron, timezone: 'Asia/Shanghai' }],
        )
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
    );
  });

  it.each([
    [
      'a job that is new',
      `delete from pgboss.schedule; delete from pgboss.queue where name = 'platform.forget-calls'`,
      /does not know the background work platform\.forget-calls/,
    ],
    ['tables of another version', 'update pgboss.version set version = 42', /are of version 42; version 43 is needed/],
    ['no tables', 'drop schema pgboss cascade', /has no tables for background work/],
  ])('are asked for at the start: %s', async (_what, statement, sentence) => {
    await database.pool.query(statement);
    await expect(start()).rejects.toThrow(sentence);
    await expect(start()).rejects.toThrow(/npm run migrate/);
    if (statement.startsWith('delete')) {
      await migrate(ownerConfig(database));
      await (await start()).stop();
    }
  });
});
