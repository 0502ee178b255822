import { afterAll, beforeAll } from 'vitest';
import { loadDemo } from '../../seeds/demo/index.ts';
import { openAsOwner } from '../../src/app.ts';
import { migrations } from '../../src/migrations/index.ts';
import { ownerConfig } from '../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { OldRows } from './old-rows/old-rows.ts';
import { recordsAndPlaces } from './old-rows/records-and-places.ts';
import { rights } from './old-rows/rights.ts';
import { rolesAndTokens } from './old-rows/roles-and-tokens.ts';

/*
 * A hub that was in production before these migrations: its rows are planted in the tables as they were, and then brought along. Texts
 * have a test of their own.
 */
const MIGRATIONS = migrations.filter(({ name }) => name > 'Migration20261129').map((each) => each.class);

let database: TestDatabase;
const oldRows = new OldRows(() => database.pool);
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool);
  await run('down', MIGRATIONS.toReversed());
  await oldRows.plant();
  await run('up', MIGRATIONS);
}, 120_000);
afterAll(() => database.drop());

/** As the hub runs them: each migration is one transaction, but for those that say that they are not. */
async function run(direction: 'up' | 'down', all: typeof MIGRATIONS): Promise<void> {
  const opened = await openAsOwner(ownerConfig(database));
  const client = await database.pool.connect();
  try {
    for (const Each of all) {
      const migration = new Each(opened.orm.em.getDriver(), opened.orm.config);
      await migration[direction]?.();
      const isTransaction = migration.isTransactional?.() ?? true;
      if (isTransaction) await client.query('begin');
      for (const query of migration.getQueries?.() ?? []) await client.query(query as string);
      if (isTransaction) await client.query('commit');
    }
  } finally {
    client.release(true);
    await opened.close();
  }
}

rolesAndTokens(oldRows);
rights(oldRows);
recordsAndPlaces(oldRows);
