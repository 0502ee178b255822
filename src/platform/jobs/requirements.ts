import { UnfitDatabase, type Database } from '../database/index.ts';
import type { Job } from './job.ts';

/** The version of its tables that the installed pg-boss works with. A newer package needs a migration and this number. */
export const TABLES_VERSION = 43;

/** @throws UnfitDatabase where the tables or the queues of background work have yet to be made */
export async function checkJobs(database: Database, jobs: readonly Job[]): Promise<void> {
  const [[exists] = []] = await database.read(`select to_regclass('pgboss.version') is not null and to_regclass('pgboss.queue') is not null`, []);
  if (exists !== true) throw new UnfitDatabase(['It has no tables for background work (schema pgboss): npm run migrate, or MIGRATE_ON_START=true.']);
  const rows = await database.read('select v.version, array(select q.name from pgboss.queue q) from pgboss.version v', []);
  const [version, queues] = (rows[0] ?? [null, []]) as [number | null, string[]];
  if (version !== TABLES_VERSION) {
    throw new UnfitDatabase([`Its tables for background work are of version ${version ?? 'none'}; version ${TABLES_VERSION} is needed: npm run migrate, or MIGRATE_ON_START=true.`]);
  }
  const missing = jobs.map((job) => job.name).filter((name) => !queues.includes(name));
  if (missing.length > 0) throw new UnfitDatabase([`It does not know the background work ${missing.join(', ')} yet: npm run migrate, or MIGRATE_ON_START=true.`]);
}
