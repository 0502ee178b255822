import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadDemo } from '../../seeds/demo/index.ts';
import { migrate, openAsOwner } from '../../src/app.ts';
import { brokenChecks } from '../support/checks.ts';
import { ownerConfig } from '../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

/** What had been released before rights were written down as what rests on them. */
const RELEASED = 'Migration20261122300002_replies_are_counted_by_index';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool);
});
afterAll(() => database.drop());

it('a database in use, with rows in every state, is brought from what was released to what is, and all its rules hold', async () => {
  const config = ownerConfig(database);
  const before = await brokenChecks(database.pool);
  const opened = await openAsOwner(config);
  try {
    await opened.orm.migrator.down({ to: RELEASED });
  } finally {
    await opened.close();
  }
  // Otherwise nothing would be shown: these are the rows that an earlier form of the upgrade fell over.
  const { rows } = await database.pool.query<{ status: string }>('select distinct status from guardianship');
  expect(rows.map(({ status }) => status)).toEqual(expect.arrayContaining(['PENDING', 'ACTIVE', 'BLOCKED', 'ENDED']));
  expect((await migrate(config)).length).toBeGreaterThanOrEqual(6);
  expect(await brokenChecks(database.pool)).toEqual(before);
});
