import { forgetting } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { IDENTITY } from '../services.ts';

const DAY_MS = 86_400_000;

/** Who signed in and out stays in the audit log. */
export const forgetSessions = forgetting({
  name: 'identity.forget-sessions',
  description: 'Deletes sessions that were over long ago, with what was known of their refresh tokens.',
  cron: '40 3 * * *',
  timeoutSeconds: 600,
  table: 'session',
  where: ({ now, services }) => {
    const before = new Date(now.getTime() - services.get(IDENTITY).keepSessionsDays * DAY_MS);
    return sql`started_at < ${before} and coalesce(ended_at, expires_at) < ${before}`;
  },
});
