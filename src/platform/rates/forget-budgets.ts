import { retention } from '../commands/index.ts';
import { now, sql } from '../reading/index.ts';

/** A budget that is whole is none: this only keeps the table small. */
export const forgetBudgets = retention({
  name: 'platform.forget-budgets',
  description: 'Deletes budgets that are whole again.',
  cron: '7 * * * *',
  table: 'rate_budget',
  where: () => sql`whole_at < ${now}`,
});
