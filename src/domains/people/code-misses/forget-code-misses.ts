import { z } from 'zod';
import { background, deleteInPortions } from '../../../platform/commands/index.ts';
import { job } from '../../../platform/jobs/index.ts';
import { raw, sql } from '../../../platform/reading/index.ts';

const KEPT_MS = 7 * 86_400_000;

const nightly = job({
  name: 'people.forget-code-misses',
  description: 'Deletes wrong codes that somebody tried more than a week ago.',
  data: z.object({}),
  timeoutSeconds: 600,
  cron: '30 3 * * *',
});

/** After a day they count for nothing. */
export const forgetCodeMisses = background(nightly, async (context) => {
  await deleteInPortions(context, raw('code_miss'), sql`created_at < ${new Date(context.now.getTime() - KEPT_MS)}`);
});
