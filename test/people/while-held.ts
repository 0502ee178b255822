import { expect } from 'vitest';
import type { TestDatabase } from '../support/database.ts';

/** Begins one call after the other while a row is held, each once all before it wait for a lock, and then lets the row go. */
export async function whileHeld<Answer>(
  { pool }: Pick<TestDatabase, 'pool'>,
  hold: string,
  values: readonly unknown[],
  calls: readonly (() => Promise<Answer>)[],
): Promise<Answer[]> {
  const holder = await pool.connect();
  try {
    await holder.query('begin');
    await holder.query(hold, [...values]);
    const answers: Promise<Answer>[] = [];
    for (const call of calls) {
      answers.push(call());
      await expect
        .poll(
          async () =>
            (
              await pool.query(
                "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
              )
            ).rowCount,
          { timeout: 20_000 },
        )
        .toBe(answers.length);
    }
    await holder.query('rollback');
    return await Promise.all(answers);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}
