import type { ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import type { Desk } from '../desk.ts';

/** Somebody presses first and is kept waiting for the role, while the others come: they are served together when the role is let go. */
export async function whileHeld<T>(desk: Desk, { role }: ShiftOnOffer, first: () => Promise<unknown>, others: () => Promise<T>): Promise<{ result: T; statements: string[] }> {
  const holder = await desk.hub.database.pool.connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from shift_role where id = $1 for no key update', [role.id]);
    return await desk.hub.statementsOf(async () => {
      const ahead = first();
      await waitsForALock(desk);
      const crowd = others();
      // Those who are in line send nothing: there is nothing to see of them but that their requests have been read.
      await new Promise((resolve) => setTimeout(resolve, 500));
      await holder.query('commit');
      await ahead;
      return crowd;
    });
  } finally {
    holder.release();
  }
}

async function waitsForALock(desk: Desk): Promise<void> {
  for (;;) {
    const [found] = await desk.rows<{ n: number }>(`select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (found!.n >= 1) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
