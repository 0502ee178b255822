import { v7 } from 'uuid';
import type { Job } from './job.ts';
import { parseData } from './data.ts';

export interface EnqueueOptions {
  /** Not before this moment; at once where left out. */
  readonly startAfter?: Date;
  /**
   * While a job of this kind waits under this key, a second one is not added, whatever its time and data: say in the key
   * all that makes them differ.
   */
  readonly singletonKey?: string;
}

/** Runs one statement in the caller's transaction and answers its rows. */
export type RunStatement = (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>;

/** As pg-boss itself adds a job (a test compares the rows): what the queue says is copied, so that a queue may change while jobs wait. */
const ADD = `
insert into pgboss.job (id, name, data, created_on, start_after, keep_until, singleton_key, policy, retry_limit, retry_delay, retry_backoff,
  retry_delay_max, expire_seconds, deletion_seconds, dead_letter, heartbeat_seconds)
select $1::uuid, q.name, $3::jsonb, pgboss.job_now(), $4::timestamptz, $4::timestamptz + q.retention_seconds * interval '1 second',
  coalesce($5::text, $1::text), q.policy, q.retry_limit, q.retry_delay, q.retry_backoff,
  q.retry_delay_max, q.expire_seconds, q.deletion_seconds, q.dead_letter, q.heartbeat_seconds
from pgboss.queue q where q.name = $2
on conflict do nothing
returning id`;

/**
 * Adds a job by a statement of the caller's: what is rolled back was never asked for. Needs nothing of pg-boss but its
 * tables, so a process that does not work adds jobs as well.
 * @returns its id, or null where one waits under the same key
 */
export async function enqueue<Data extends object>(
  run: RunStatement,
  now: Date,
  job: Job<Data>,
  data: Data,
  { startAfter = now, singletonKey }: EnqueueOptions = {},
): Promise<string | null> {
  const id = v7();
  const rows = await run(ADD, [id, job.name, JSON.stringify(parseData(job, data)), startAfter, singletonKey ?? null]);
  if (rows.length > 0) return id;
  if (singletonKey === undefined) throw new Error(`The database knows no job ${job.name}: npm run migrate.`);
  return null;
}
