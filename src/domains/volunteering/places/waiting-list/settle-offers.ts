import type { Transaction } from '../../../../platform/commands/index.ts';
import { now, sql } from '../../../../platform/reading/index.ts';
import { ShiftRole } from '../../model/index.ts';
import { settleDue } from './settle-due.ts';

/**
 * Settles the waiting lists that nobody touches, also at a start of the hub: those where something ended first, in the
 * order in which it did, then some of those where a place is free and nobody on the list could have it before. A role
 * that somebody else holds is settled by them.
 * @param limit roles at most
 * @returns how many roles were settled
 */
export async function settleOffers(tx: Transaction, limit: number): Promise<number> {
  const due = await tx.query<{ role_id: string }>(sql`
    select due.role_id from (
      select wle.role_id, wle.offer_expires_at as since from waitlist_entry wle where wle.status = 'OFFERED' and wle.offer_expires_at <= ${now}
      union all
      select wle.role_id, sft.starts_at from waitlist_entry wle join shift sft on sft.id = wle.shift_id where wle.status = 'WAITING' and sft.starts_at <= ${now}
      union all
      select wle.role_id, 'infinity' from waitlist_entry wle join shift_role rol on rol.id = wle.role_id where wle.status = 'WAITING' and rol.places_taken < rol.capacity
    ) due group by due.role_id order by min(due.since), random() limit ${limit}`);
  let settled = 0;
  for (const { role_id } of due) {
    const [row] = await tx.query<object>(
      sql`select rol.* from shift_role rol where rol.id = ${role_id} for no key update skip locked`,
    );
    if (!row) continue;
    await settleDue(tx, tx.em.map(ShiftRole, row));
    await tx.em.flush();
    settled += 1;
  }
  return settled;
}
