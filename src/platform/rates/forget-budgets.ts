import { z } from 'zod';
import { background, deleteInPortions } from '../commands/index.ts';
import { job } from '../jobs/index.ts';
import { now, raw, sql } from '../reading/index.ts';

const hourly = job({
  name: 'platform.forget-budgets',
  description: 'Deletes budgets that are whole again.',
  data: z.object({}),
  cron: '7 * * * *',
});

/** A budget that is whole is none: this only keeps the table small. */
export const forgetBudgets = background(hourly, async (context) => {
  await deleteInPortions(context, raw('rate_budget'), sql`whole_at < ${now}`);
});
