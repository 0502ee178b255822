import { retention } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { IDENTITY } from '../services.ts';

const DAY_MS = 86_400_000;

/**
 * The audit log keeps who signed in and out. An index over the end of a session would be written at each refresh: once a night
 * the sessions are read instead that began long ago and still last (of a million sessions 0.4 million, in 2 s beside other work).
 */
export const forgetSessions = retention({
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
