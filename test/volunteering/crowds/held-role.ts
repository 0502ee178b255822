import { vi } from 'vitest';
import type { ShiftOnOffer } from '../../../seeds/scenario/index.ts';
import { BatchQueues } from '../../../src/platform/commands/batch-queues.ts';
import type { Desk } from '../desk.ts';

/** Somebody presses first and is kept waiting for the role, while the others come: they are served together when the role is let go. */
export async function whileHeld<T>(
  desk: Desk,
  { role }: ShiftOnOffer,
  first: () => Promise<unknown>,
  others: () => Promise<T>,
): Promise<{ result: T; statements: string[] }> {
  const holder = await desk.hub.database.pool.connect();
  try {
    await holder.query('begin');
    await holder.query('select 1 from shift_role where id = $1 for no key update', [role.id]);
    return await desk.hub.statementsOf(async () => {
      const ahead = first();
      await waitsForALock(desk);
      const line = watchTheLine(desk);
      const crowd = others();
      await line.holdsAll();
      await holder.query('commit');
      await ahead;
      return crowd;
    });
  } finally {
    holder.release();
  }
}

/** Whoever is in line sends nothing, so that the database knows nothing of them: the line itself is looked at. */
function watchTheLine({ hub }: Desk): { holdsAll: () => Promise<void> } {
  const asked = vi.spyOn(hub, 'ask');
  const entered = vi.spyOn(BatchQueues.prototype, 'enter');
  const open = ({ mock }: { mock: { settledResults: readonly { type: string }[] } }): number =>
    mock.settledResults.filter(({ type }) => type === 'incomplete').length;
  return {
    async holdsAll() {
      // Whoever is refused before they come to the line has their answer.
      await vi.waitUntil(() => open(entered) === open(asked), { timeout: 20_000, interval: 5 });
      asked.mockRestore();
      entered.mockRestore();
    },
  };
}

async function waitsForALock(desk: Desk): Promise<void> {
  for (;;) {
    const [found] = await desk.rows<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (found!.n >= 1) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
