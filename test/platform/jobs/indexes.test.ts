import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { migrate } from '../../../src/app.ts';
import { openBoss } from '../../../src/platform/jobs/boss.ts';
import { ownerConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(
    `insert into pgboss.job (name, policy, created_on) select 'platform.forget-calls', 'standard', now() from generate_series(1, 60000)`,
  );
  await database.pool.query('delete from pgboss.job');
  await database.pool.query('vacuum (analyze) pgboss.job_common');
});
afterAll(() => database.drop());

async function sizes(): Promise<number[]> {
  const { rows } = await database.pool.query<{ bytes: number }>(
    `select pg_relation_size(indexrelid)::int as bytes from pg_index where indrelid = 'pgboss.job_common'::regclass order by 1 desc`,
  );
  return rows.map(({ bytes }) => bytes);
}

it('indexes that many jobs have left nearly empty are told of by whoever works, and rebuilt by the owner with the next migration', async () => {
  const [largest] = await sizes();
  expect(largest).toBeGreaterThan(128 * 8192);
  const lines: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line) => lines.push(line) });
  const boss = await openBoss(database.url, { connections: 1, upkeep: true, logger });
  try {
    await boss.supervise();
    for (let waited = 0; lines.length === 0 && waited < 100; waited += 1) await sleep(50);
  } finally {
    await boss.stop({ graceful: false });
  }
  expect(lines.join('')).toMatch(/is bloated.*does not own the index/);
  await migrate(ownerConfig(database));
  expect((await sizes())[0]).toBeLessThan(128 * 8192);
});
