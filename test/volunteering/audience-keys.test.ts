import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDemo } from '../../seeds/demo/index.ts';
import { permissions } from '../../src/app.ts';
import { loadViewer } from '../../src/domains/identity/index.ts';
import { audienceKeysOfGuardian, guest } from '../../src/domains/people/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { prepare, sql } from '../../src/platform/reading/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
});
afterAll(() => database.drop());

it('whoever waits is eligible for what they would be eligible for if they asked themselves', async () => {
  const { rows: accounts } = await database.pool.query<{ account: string; guardian: string }>(
    `select a.id as account, g.id as guardian from account a join guardian g on g.person_id = a.person_id where a.status = 'ACTIVE'`,
  );
  const statement = prepare(sql`select gua.id, ${audienceKeysOfGuardian(sql`gua.id`)} as keys from guardian gua`);
  const { rows } = await database.pool.query<{ id: string; keys: string[] }>(
    statement.text,
    statement.values({ viewer: guest, now: NOW }),
  );
  const keys = new Map(rows.map((row) => [row.id, [...row.keys].sort()]));
  const read = async (text: string, values: unknown[]) =>
    (await database.pool.query({ text, values, rowMode: 'array' })).rows as unknown[][];
  for (const { account, guardian } of accounts) {
    const viewer = await loadViewer(
      { read } as unknown as Database,
      permissions,
      { accountId: account, sessionId: null },
      NOW,
    );
    expect(keys.get(guardian), account).toEqual([...viewer!.audienceKeys].sort());
  }
  expect(accounts.length).toBeGreaterThan(100);
  expect(new Set([...keys.values()].map((each) => each.length)).size).toBeGreaterThan(2);
}, 60_000);
