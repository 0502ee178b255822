import { retention } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { MISSES_LAST_MS } from './sign-in-misses.ts';

export const forgetSignInMisses = retention({
  name: 'identity.forget-sign-in-misses',
  description: 'Deletes wrong sign-ins by password that count for nothing any more.',
  cron: '35 3 * * *',
  timeoutSeconds: 600,
  table: 'sign_in_miss',
  where: ({ now }) => sql`missed_at < ${new Date(now.getTime() - MISSES_LAST_MS)}`,
});
