import { z } from 'zod';
import { background, performInBackground } from '../../../platform/commands/index.ts';
import { job } from '../../../platform/jobs/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { endRequestsForHeld } from '../administration/ask-for-role.ts';
import { RoleRequestStatus } from '../staff/role-request.entity.ts';
import { tellOfDecidedRoles } from '../telling/tell-of-roles.ts';

const hourly = job({
  name: 'people.expire-role-requests',
  description: 'Notes of requests for roles that nobody has decided in time, or that are held already.',
  data: z.object({}),
  cron: '20 * * * *',
});

/** Whoever would decide on one of them is refused by the clock already. */
export const expireRoleRequests = background(hourly, async (context) => {
  await performInBackground(context, hourly, async (tx) => {
    const rows = await tx.query<{
      id: string;
    }>(sql`update role_request set status = ${RoleRequestStatus.EXPIRED}, decided_at = ${tx.now}
      where status = 'PENDING' and expires_at <= ${tx.now} returning id`);
    await tellOfDecidedRoles(
      tx,
      rows.map(({ id }) => id),
      'EXPIRED',
    );
    const request = [...rows.map(({ id }) => id), ...(await endRequestsForHeld(tx))];
    return request.length === 0 ? null : { request };
  });
});
