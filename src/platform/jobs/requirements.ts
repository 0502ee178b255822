import { UnfitDatabase, type Database, type LimitedTables } from '../database/index.ts';
import type { Job } from './job.ts';

/** The version of its tables that the installed pg-boss works with. A newer package needs a migration and this number. */
export const TABLES_VERSION = 43;

/**
 * What works keeps its version, adds queues (pg-boss has one of its own) and takes none away. The statements that pg-boss
 * keeps to run later would be run by the owner: nobody else writes them.
 */
export const JOB_TABLES: LimitedTables = {
  'pgboss.version': ['SELECT', 'UPDATE'],
  'pgboss.queue': ['SELECT', 'INSERT', 'UPDATE'],
  'pgboss.bam': ['SELECT'],
  'pgboss.subscription': ['SELECT'],
};

const REMEDY = 'npm run migrate, or MIGRATE_ON_START=true.';

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
