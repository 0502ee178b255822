import { expect } from 'vitest';
import type { TestDatabase } from '../support/database.ts';

/**
 * Begins one call after the other while a row is held, each once all before it wait for a lock, and then lets the row go.
 * @param meanwhile what is done before it is let go, by whoever need not wait
 */
export async function whileHeld<Answer>(
  { pool }: Pick<TestDatabase, 'pool'>,
  hold: string,
  values: readonly unknown[],
  calls: readonly (() => Promise<Answer>)[],
  meanwhile: () => Promise<unknown> = () => Promise.resolve(),
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
    await meanwhile();
    await holder.query('rollback');
    return await Promise.all(answers);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}
