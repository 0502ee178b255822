import { migrations } from '../migrations/index.ts';
import type { Config } from '../platform/config/index.ts';
import {
  checkServer,
  migrateAlone,
  MIGRATION_LOCK_TIMEOUT_MS,
  openDatabase,
  inTermsOf,
  untilLocksAreFree,
  type Database,
  type DatabaseOptions,
  type StatementListener,
} from '../platform/database/index.ts';
import { checkQueues, jobsWithoutQueue, prepareQueues, rebuildIndexes } from '../platform/jobs/index.ts';
import { entities, jobs } from './domains.ts';
import { grantToApplication } from './roles.ts';

export function openHubDatabase(config: Config, onStatement?: StatementListener): Promise<Database> {
  return openDatabase({ ...optionsOf(config), ...(onStatement && { onStatement }) });
}

function optionsOf(config: Config): DatabaseOptions {
  return {
    url: config.databaseUrl,
    entities,
    migrations,
    poolSize: config.poolSize,
    statementTimeoutMs: config.statementTimeoutMs,
    lockTimeoutMs: config.lockTimeoutMs,
    waitMs: config.requestTimeoutMs,
    applicationName: 'home-school-hub',
  };
}

const ownerUrlOf = ({ migrationDatabaseUrl, databaseUrl }: Config): string => migrationDatabaseUrl ?? databaseUrl;

/** For what changes tables: as the role that owns them. */
export function openAsOwner(config: Config): Promise<Database> {
  return openDatabase({
    ...optionsOf(config),
    url: ownerUrlOf(config),
    statementTimeoutMs: 0,
    lockTimeoutMs: MIGRATION_LOCK_TIMEOUT_MS,
    poolSize: 2,
    mayIdle: true,
  });
}

/** Opens the database as the owner of the tables for `work`, and tells of trouble by the variable that named it. */
function asOwner<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  const done = openAsOwner(config).then((database) => work(database).finally(() => database.close()));
  return config.migrationDatabaseUrl === null ? done : inTermsOf('MIGRATION_DATABASE_URL', done);
}

interface Alone {
  readonly database: Database;
  /** Aborted as soon as another process may be at it. */
  readonly signal: AbortSignal;
  /** Settles the rights of the application's role. */
  readonly grant: () => Promise<string[]>;
}

function asOwnerAlone<T>(
  config: Config,
  onWait: (sentence: string) => void,
  work: (alone: Alone) => Promise<T>,
): Promise<T> {
  return asOwner(config, async (database) => {
    await checkServer(database);
    return migrateAlone({ databaseUrl: ownerUrlOf(config), onWait }, ({ signal }) => {
      signal.addEventListener('abort', () => database.connections.abandon(), { once: true });
      const grant = () => untilLocksAreFree({ onWait }, () => grantToApplication(config, database.orm.getMetadata()));
      return work({ database, signal, grant });
    });
  });
}

/** Brings the tables up to date; several processes may start at once. @returns the names of the migrations that ran */
export function migrate(config: Config, onWait: (sentence: string) => void = () => undefined): Promise<string[]> {
  return asOwnerAlone(config, onWait, async ({ database, signal, grant }) => {
    const done: string[] = [];
    const migrator = database.orm.migrator;
    // Before: what belongs to the application's role cannot be changed, and what is made is for it as well from the first moment on.
    await grant();
    await checkQueues(database);
    await untilLocksAreFree({ onWait }, async () => {
      for (const { name } of await migrator.getPending()) {
        signal.throwIfAborted();
        done.push(...(await migrator.up({ migrations: [name] })).map((each) => each.name));
      }
    });
    // Other settings of a job may change without a migration: a process that works settles them as it starts.
    const declared = jobs.map((each) => each.job);
    if ((await jobsWithoutQueue(database, declared)).length > 0) await prepareQueues(ownerUrlOf(config), declared);
    signal.throwIfAborted();
    await grant();
    if (config.migrationDatabaseUrl !== null) await rebuildIndexes(config.migrationDatabaseUrl);
    return done;
  });
}

/** Makes the role of the application one that owns nothing. @returns the statements that were run */
export function settleDatabaseRoles(config: Config, onWait: (sentence: string) => void): Promise<string[]> {
  return asOwnerAlone(config, onWait, ({ grant }) => grant());
}
