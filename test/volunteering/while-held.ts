import { expect } from 'vitest';
import type { Desk } from './desk.ts';

/**
 * Does something while a second connection holds rows, so that calls that want them queue in a known order, e.g. for the right itself
 * whose end has not been committed yet.
 * @param work is told how to await that so many calls wait for a lock: one that takes no lock there never does
 */
export async function whileHeld<T>(
  desk: Desk,
  statement: string,
  values: readonly unknown[],
  work: (waiting: (count: number) => Promise<void>) => Promise<T>,
): Promise<T> {
  const holder = await desk.hub.database.pool.connect();
  try {
    await holder.query('begin');
    await holder.query(statement, [...values]);
    const done = work(async (count) => {
      await expect
        .poll(
          async () =>
            (
              await desk.rows(
                `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
              )
            ).length,
          { timeout: 20_000 },
        )
        .toBe(count);
    });
    return await done;
  } finally {
    await holder.query('commit');
    holder.release();
  }
}
