import { migrations } from '../migrations/index.ts';
import type { Config } from '../platform/config/index.ts';
import {
  checkServer,
  migrateAlone,
  MIGRATION_LOCK_TIMEOUT_MS,
  openDatabase,
  untilLocksAreFree,
  type Database,
  type StatementListener,
} from '../platform/database/index.ts';
import { jobsWithoutQueue, prepareQueues } from '../platform/jobs/index.ts';
import { entities, jobs } from './domains.ts';

export function openHubDatabase(config: Config, onStatement?: StatementListener): Promise<Database> {
  return openDatabase({
    url: config.databaseUrl,
    entities,
    migrations,
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    lockTimeoutMs: config.lockTimeoutMs,
    waitMs: config.requestTimeoutMs,
    applicationName: 'home-school-hub',
    ...(onStatement && { onStatement }),
  });
}

/** Brings the tables up to date; several processes may start at once. @returns the names of the migrations that ran */
export async function migrate(config: Config, onWait: (sentence: string) => void = () => undefined): Promise<string[]> {
  const database = await openHubDatabase({
    ...config,
    statementTimeoutMs: 0,
    lockTimeoutMs: MIGRATION_LOCK_TIMEOUT_MS,
    poolSize: 2,
  });
  try {
    await checkServer(database);
    return await migrateAlone({ databaseUrl: config.databaseUrl, onWait }, async ({ signal }) => {
      signal.addEventListener('abort', () => database.connections.abandon(), { once: true });
      const done: string[] = [];
      const migrator = database.orm.migrator;
      await untilLocksAreFree({ onWait }, async () => {
        for (const { name } of await migrator.getPending()) {
          signal.throwIfAborted();
          done.push(...(await migrator.up({ migrations: [name] })).map((each) => each.name));
        }
      });
      // What else is told of a job may change without a migration: a process that works settles it as it starts.
      const declared = jobs.map((each) => each.job);
      if ((await jobsWithoutQueue(database, declared)).length > 0) await prepareQueues(config.databaseUrl, declared);
      return done;
    });
  } finally {
    await database.close();
  }
}
