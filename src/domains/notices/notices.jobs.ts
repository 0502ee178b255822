import { retention } from '../../platform/commands/index.ts';
import { sql } from '../../platform/reading/index.ts';

const KEPT_DAYS = 180;

/** A notice that was read half a year ago is done with; one that was never read stays. */
export const forgetReadNotices = retention({
  name: 'notices.forget-read-notices',
  description: `Deletes notices that were read more than ${KEPT_DAYS} days ago.`,
  cron: '40 3 * * *',
  timeoutSeconds: 1_800,
  table: 'notice',
  where: ({ now }) => sql`read_at < ${new Date(now.getTime() - KEPT_DAYS * 86_400_000)}`,
});
