import { z } from 'zod';
import { job } from '../jobs/index.ts';
import { raw, sql } from '../reading/index.ts';
import { background } from './background.ts';
import { forgottenBefore } from './idempotency.ts';
import { deleteInPortions } from './portions.ts';

const nightly = job({
  name: 'platform.forget-calls',
  description: 'Deletes remembered calls whose keys are forgotten.',
  data: z.object({}),
  timeoutSeconds: 600,
  cron: '20 3 * * *',
});

/** A key that is forgotten may be used anew whether or not its row is still there: this only keeps the table small. */
export const forgetCalls = background(nightly, async (context) => {
  await deleteInPortions(context, raw('idempotent_call'), sql`created_at < ${forgottenBefore(context.now)}`);
});
