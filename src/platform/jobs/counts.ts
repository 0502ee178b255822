import type { Database } from '../database/index.ts';

export interface JobCounts {
  readonly job: string;
  readonly waiting: number;
  readonly running: number;
  /** Given up after their last attempt, of the last seven days. */
  readonly failed: number;
}

/** How it stands with each kind of work. */
export async function countJobs(database: Database): Promise<JobCounts[]> {
  const rows = await database.read(
    `select name, count(*) filter (where state in ('created', 'retry')), count(*) filter (where state = 'active'), count(*) filter (where state = 'failed')
      from pgboss.job where name not like '\\_\\_pgboss%' group by name order by name`,
    [],
  );
  return (rows as [string, number, number, number][]).map(([job, waiting, running, failed]) => ({
    job,
    waiting,
    running,
    failed,
  }));
}
