import pg from 'pg';
import { inject } from 'vitest';
import type { TestDatabase } from '../../support/database.ts';

/** The connections by which hubs hear of changes. */
export const hearers = async (database: TestDatabase): Promise<number[]> =>
  (
    await database.pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database() and application_name = 'home-school-hub-changes'`,
    )
  ).rows.map((each) => each.pid);

/** Whether new connections are let in. Those that are open stay so. */
export const connections = async (database: TestDatabase, allowed: boolean): Promise<void> => {
  const server = new pg.Client({ connectionString: inject('serverUrl') });
  await server.connect();
  await server
    .query(`alter database ${new URL(database.url).pathname.slice(1)} allow_connections ${allowed}`)
    .finally(() => server.end());
};
