import { z } from 'zod';
import { background, inTransaction } from '../commands/index.ts';
import { job } from '../jobs/index.ts';
import { now, sql } from '../reading/index.ts';

const hourly = job({
  name: 'platform.forget-budgets',
  description: 'Deletes budgets that are whole again.',
  data: z.object({}),
  cron: '7 * * * *',
});

/** A budget that is whole is none: this only keeps the table small. */
export const forgetBudgets = background(hourly, async (context) => {
  await inTransaction(context, (tx) => tx.query(sql`
    delete from rate_budget where key in (select key from rate_budget where whole_at < ${now} order by key for update skip locked)`));
});
