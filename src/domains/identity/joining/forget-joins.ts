import { retention } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';

const KEPT_MS = 7 * 86_400_000;

/** The account that was joined and the audit log still tell who has become one. The table is small: it is read whole, once a night. */
export const forgetJoins = retention({
  name: 'identity.forget-joins',
  description: 'Deletes codes for one person with two sign-ins that were over more than a week ago.',
  cron: '50 3 * * *',
  timeoutSeconds: 600,
  table: 'account_join',
  where: ({ now }) => sql`expires_at < ${new Date(now.getTime() - KEPT_MS)}`,
});
