import { retention } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';

const KEPT_MS = 7 * 86_400_000;

/** After a day they count for nothing. */
export const forgetCodeMisses = retention({
  name: 'people.forget-code-misses',
  description: 'Deletes wrong codes that somebody tried more than a week ago.',
  cron: '30 3 * * *',
  timeoutSeconds: 600,
  table: 'code_miss',
  where: ({ now }) => sql`created_at < ${new Date(now.getTime() - KEPT_MS)}`,
});
