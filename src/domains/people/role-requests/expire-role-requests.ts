import { recordWork, sweep } from '../../../platform/commands/index.ts';
import { endRequestsByClock } from '../administration/ask-for-role.ts';

const NAME = 'people.expire-role-requests';

/** Whoever would decide on an expired request is refused by the clock already. */
export const expireRoleRequests = sweep({
  name: NAME,
  description: 'Notes of requests for roles that nobody has decided in time, or that are held already.',
  cron: '20 * * * *',
  work: async (tx, most) => {
    const [late, held] = await endRequestsByClock(tx, most);
    const request = [...late, ...held];
    if (request.length > 0) await recordWork(tx, NAME, { request });
    return Math.max(late.length, held.length);
  },
});
