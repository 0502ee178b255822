import { z } from 'zod';
import { background, deleteInPortions } from '../../platform/commands/index.ts';
import { job } from '../../platform/jobs/index.ts';
import { raw, sql } from '../../platform/reading/index.ts';

const KEPT_DAYS = 180;

/** What was read half a year ago is done with; what was never read stays. */
export const forgetReadNotices = background(
  job({
    name: 'notices.forget-read-notices',
    description: `Deletes notices that were read more than ${KEPT_DAYS} days ago.`,
    data: z.object({}),
    timeoutSeconds: 1_800,
    cron: '40 3 * * *',
  }),
  async (context) => {
    const before = new Date(context.now.getTime() - KEPT_DAYS * 86_400_000);
    await deleteInPortions(context, raw('notice'), sql`read_at < ${before}`);
  },
);
