import { UnfitDatabase, type Database, type LimitedTables } from '../database/index.ts';
import type { Job } from './job.ts';

/** The version of its tables that the installed pg-boss works with. A newer package needs a migration and this number. */
export const TABLES_VERSION = 43;

/**
 * A process that works keeps the version, adds queues (pg-boss has one of its own) and takes none away. The owner runs the statements
 * that pg-boss keeps to run later, and others with the name of a queue's table in them: nobody else writes those statements, nor these
 * names.
 */
export const JOB_TABLES: LimitedTables = {
  'pgboss.version': { may: ['SELECT', 'UPDATE'], keeps: ['version'] },
  'pgboss.queue': { may: ['SELECT', 'INSERT', 'UPDATE'], keeps: ['name', 'policy', 'partition', 'table_name'] },
  'pgboss.bam': { may: ['SELECT'] },
  'pgboss.subscription': { may: ['SELECT'] },
};

/** The values of a queue that pg-boss puts into statements: all share one table, whoever adds them. The database refuses others. */
export const QUEUE_IS_PLAIN = `not partition and table_name = 'job_common' and policy ~ '^[a-z_]+$' and name ~ '^[A-Za-z0-9_./-]+$'`;

const REMEDY = 'npm run migrate, or MIGRATE_ON_START=true.';

/** For the owner, before it changes anything. @throws UnfitDatabase where somebody has written what would become a part of its statements */
export async function checkQueues(database: Database): Promise<void> {
  const [[exists] = []] = await database.read(`select to_regclass('pgboss.queue') is not null`, []);
  if (exists !== true) return;
  const rows = await database.read(
    `select name, table_name from pgboss.queue where not (${QUEUE_IS_PLAIN}) order by name limit 5`,
    [],
  );
  if (rows.length > 0)
    throw new UnfitDatabase([
      `Its queues are not as the hub makes them, and would become a part of statements that the owner of the tables runs: ${rows
        .map(([name, table]) => JSON.stringify(`${String(name)}: ${String(table)}`.slice(0, 200)))
        .join(
          ', ',
        )}. Find out who has worked as the role of DATABASE_URL, change its password, and put right or delete these rows of pgboss.queue.`,
    ]);
}

/** Jobs that have no queue yet. @throws UnfitDatabase where the tables of background work are not there or of another version */
export async function jobsWithoutQueue(database: Database, jobs: readonly Job[]): Promise<string[]> {
  const [[exists] = []] = await database.read(
    `select to_regclass('pgboss.version') is not null and to_regclass('pgboss.queue') is not null`,
    [],
  );
  if (exists !== true) throw new UnfitDatabase([`It has no tables for background work (schema pgboss): ${REMEDY}`]);
  const rows = await database.read(
    'select v.version, array(select q.name from pgboss.queue q) from pgboss.version v',
    [],
  );
  const [version, queues] = (rows[0] ?? [null, []]) as [number | null, string[]];
  if (version !== TABLES_VERSION) {
    throw new UnfitDatabase([
      `Its tables for background work are of version ${version ?? 'none'}; version ${TABLES_VERSION} is needed: ${REMEDY}`,
    ]);
  }
  return jobs.map((job) => job.name).filter((name) => !queues.includes(name));
}

/** @throws UnfitDatabase where the tables or the queues of background work have yet to be made */
export async function checkJobs(database: Database, jobs: readonly Job[]): Promise<void> {
  const missing = await jobsWithoutQueue(database, jobs);
  if (missing.length > 0)
    throw new UnfitDatabase([`It does not know the background work ${missing.join(', ')} yet: ${REMEDY}`]);
}
