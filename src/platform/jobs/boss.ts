import pg from 'pg';
import type { PgBoss } from 'pg-boss';
import { Connections, watchful } from '../database/index.ts';
import type { Logger } from '../observability/index.ts';
import type { Job } from './job.ts';
import { settleQueues } from './queues.ts';

export interface BossOptions {
  /** The size of a pool of its own: work never takes the connections of those who are served. */
  readonly connections: number;
  readonly logger?: Logger;
  /** Whether it looks after its tables: schedules, retries of what was cut off, deletion of what is old. */
  readonly upkeep: boolean;
  /** Called whenever the database has answered. */
  readonly onAnswer?: () => void;
  /** The server has no connection left for it, and it has none. */
  readonly onCrowded?: () => unknown;
  /** A statement about work that takes longer is ended. */
  readonly statementTimeoutMs?: number | undefined;
}

const STATEMENT_TIMEOUT_MS = 20_000;
const WAIT_MS = 10_000;

/** What a kill cut off is found within its heartbeat and this time. */
const SUPERVISE_SECONDS = 30;

/** Its tables are made by the migrations, never here. The package is loaded only where it works. */
export async function openBoss(
  databaseUrl: string,
  { connections, logger, upkeep, onAnswer, onCrowded, statementTimeoutMs = STATEMENT_TIMEOUT_MS }: BossOptions,
): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const settings: pg.ClientConfig = {
    connectionString: databaseUrl,
    application_name: 'home-school-hub-jobs',
    options: `-c timezone=UTC -c idle_in_transaction_session_timeout=30000 -c statement_timeout=${statementTimeoutMs}`,
    connectionTimeoutMillis: WAIT_MS,
    ...watchful(statementTimeoutMs),
  };
  const own = new Connections({
    make: () => new pg.Client(settings),
    most: connections,
    waitMs: WAIT_MS,
    ...(onCrowded && { onNoneLeft: onCrowded }),
  });
  const executeSql = async (text: string, values?: unknown[]): Promise<pg.QueryResult> => {
    const lease = await own.lease();
    try {
      const result = await lease.query(text, values);
      onAnswer?.();
      return result;
    } finally {
      lease.giveBack();
    }
  };
  const boss = new PgBoss({
    db: { executeSql },
    migrate: false,
    createSchema: false,
    supervise: upkeep,
    schedule: upkeep,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  boss.on('stopped', () => void own.end());
  // What a database says of an error repeats what people wrote: the log knows what to leave out of it.
  boss.on('error', (error: Error) => logger?.error({ err: error }, 'background work stumbled'));
  boss.on('warning', ({ message }) => logger?.warn({ reason: message }, 'background work warns'));
  try {
    return await boss.start();
  } catch (error) {
    // What has begun of it would go on.
    await boss.stop({ graceful: false });
    throw error;
  }
}

/** Makes the queues of the declared jobs: part of the migration command. */
export async function prepareQueues(databaseUrl: string, jobs: readonly Job[]): Promise<void> {
  await withBoss(databaseUrl, (boss) => settleQueues(boss, jobs));
}

/** A larger one takes long to rebuild: somebody chooses the hour. */
const LARGEST_INDEX = 2 * 1024 ** 3;

/**
 * Rebuilds indexes of which little is in use after many jobs. Whoever works does so by itself once a day, if it owns them; else it warns,
 * and this is for the owner: part of the migration command. @returns the statements that were run
 */
export function rebuildIndexes(databaseUrl: string): Promise<string[]> {
  return withBoss(databaseUrl, async (boss) => {
    const commands = await boss.getReindexCommands({ maxIndexBytes: LARGEST_INDEX });
    for (const command of commands) await boss.getDb().executeSql(command);
    return commands;
  });
}

async function withBoss<T>(databaseUrl: string, work: (boss: PgBoss) => Promise<T>): Promise<T> {
  const boss = await openBoss(databaseUrl, { connections: 1, upkeep: false, statementTimeoutMs: 0 });
  try {
    return await work(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}
