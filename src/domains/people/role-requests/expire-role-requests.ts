import { z } from 'zod';
import { background, performInBackground } from '../../../platform/commands/index.ts';
import { job } from '../../../platform/jobs/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { endRequests, endRequestsForHeld } from '../administration/ask-for-role.ts';

const hourly = job({
  name: 'people.expire-role-requests',
  description: 'Notes of requests for roles that nobody has decided in time, or that are held already.',
  data: z.object({}),
  cron: '20 * * * *',
});

/** Whoever would decide on one of them is refused by the clock already. */
export const expireRoleRequests = background(hourly, async (context) => {
  await performInBackground(context, hourly, async (tx) => {
    const late = await endRequests(tx, sql`rqs.expires_at <= ${tx.now}`, 'EXPIRED');
    const request = [...late, ...(await endRequestsForHeld(tx))];
    return request.length === 0 ? null : { request };
  });
});
