import { expect } from 'vitest';
import type { Desk } from '../desk.ts';

/** A lock that nobody else takes. */
const KEY = 20_261_130;

/**
 * Holds whoever tells of one kind after they have read what they tell and before they have written it, while something else is done; that
 * is done to its end, or waits for them. Both go well.
 * @param telling what tells it
 * @param change what is done meanwhile
 */
export async function whileTelling(
  desk: Desk,
  kind: string,
  telling: () => Promise<unknown>,
  change: () => Promise<unknown>,
): Promise<void> {
  const { pool } = desk.hub.database;
  await pool.query(`create or replace function held_telling() returns trigger as $$ begin perform pg_advisory_xact_lock_shared(${KEY}); return new; end; $$ language plpgsql;
    create or replace trigger "held_telling" before insert on notice for each row when (new.kind = 'volunteering.${kind}') execute function held_telling();`);
  const holder = await pool.connect();
  const waits = async (more = 'true'): Promise<number> =>
    (
      await desk.rows(
        `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and ${more}`,
      )
    ).length;
  let released = false;
  try {
    await holder.query('select pg_advisory_lock($1)', [KEY]);
    const told = telling();
    told.catch(() => {});
    await expect.poll(() => waits("wait_event = 'advisory'"), { timeout: 20_000 }).toBe(1);
    let done = false;
    const changed = change().finally(() => (done = true));
    changed.catch(() => {});
    await expect
      .poll(async () => done || (await waits("wait_event <> 'advisory'")) > 0, { timeout: 20_000 })
      .toBe(true);
    await holder.query('select pg_advisory_unlock($1)', [KEY]);
    released = true;
    await Promise.all([told, changed]);
  } finally {
    if (!released) await holder.query('select pg_advisory_unlock_all()');
    holder.release();
    await pool.query('drop trigger if exists "held_telling" on notice');
  }
}
