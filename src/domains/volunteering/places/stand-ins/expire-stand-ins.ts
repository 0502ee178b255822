import { freeIds, type Transaction } from '../../../../platform/commands/index.ts';
import { now, sql } from '../../../../platform/reading/index.ts';
import { isOpenStandIn } from '../../model/index.ts';

/**
 * Ends offers to stand in whose shift has begun, the oldest first; what somebody else holds is left for the next time.
 * Nothing hangs on it: an offer that is over is refused whether or not it says so yet.
 * @returns how many were ended
 */
export async function expireStandIns(tx: Transaction, limit: number): Promise<number> {
  const ended = await tx.query(sql`
    update stand_in sti set status = 'EXPIRED', decided_at = coalesce(sti.decided_at, sti.expires_at)
    where sti.id = any(${freeIds(sql`select due.id from stand_in due where ${isOpenStandIn(sql`due`)} and due.expires_at <= ${now} order by due.expires_at, due.id`, limit)})
    returning sti.id`);
  return ended.length;
}
