import { z } from 'zod';
import { background, deleteInPortions } from '../../../platform/commands/index.ts';
import { job } from '../../../platform/jobs/index.ts';
import { raw, sql } from '../../../platform/reading/index.ts';
import { IDENTITY } from '../services.ts';

const DAY_MS = 86_400_000;

const nightly = job({
  name: 'identity.forget-sessions',
  description: 'Deletes sessions that were over long ago, with what was known of their refresh tokens.',
  data: z.object({}),
  timeoutSeconds: 600,
  cron: '40 3 * * *',
});

/** Who signed in and out stays in the audit log. */
export const forgetSessions = background(nightly, async (context) => {
  const before = new Date(context.now.getTime() - context.services.get(IDENTITY).keepSessionsDays * DAY_MS);
  await deleteInPortions(context, raw('session'), sql`started_at < ${before} and coalesce(ended_at, expires_at) < ${before}`);
});
