import { sql } from '../reading/index.ts';
import { retention } from './portions/retention.ts';
import { forgottenBefore } from './idempotency.ts';

/** A key that is forgotten may be used anew whether or not its row is still there: this only keeps the table small. */
export const forgetCalls = retention({
  name: 'platform.forget-calls',
  description: 'Deletes remembered calls whose keys are forgotten.',
  cron: '20 3 * * *',
  timeoutSeconds: 600,
  table: 'idempotent_call',
  where: ({ now }) => sql`created_at < ${forgottenBefore(now)}`,
});
