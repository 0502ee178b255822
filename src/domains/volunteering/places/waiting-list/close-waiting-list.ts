import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { tell } from '../../notices/index.ts';
import { ShiftRole } from '../../model/index.ts';

/**
 * Ends the waiting lists of a shift that does not take place, with the offers that are held and the stand-ins that are
 * open: under the locks of its roles, in the transaction that cancels it.
 * @returns how many waited
 */
export async function closeWaitingList(tx: Transaction, shiftId: string, at: Date): Promise<number> {
  await tx.em.flush();
  const closed = await tx.query<{ id: string; person_id: string; role_id: string; held: boolean }>(sql`
    with open as (select wle.id, wle.status = 'OFFERED' and wle.stand_in_id is null as held from waitlist_entry wle
      where wle.shift_id = ${shiftId} and wle.status in ('WAITING', 'OFFERED'))
    update waitlist_entry wle set status = 'CLOSED', ended_at = ${at} from open where wle.id = open.id
    returning wle.id, wle.person_id, wle.role_id, open.held`);
  await tx.query(sql`update stand_in sti set status = 'WITHDRAWN', decided_at = coalesce(sti.decided_at, ${at})
    where sti.shift_id = ${shiftId} and sti.status in ('OFFERED', 'PENDING')`);
  const held = Map.groupBy(
    closed.filter((each) => each.held),
    (each) => each.role_id,
  );
  for (const role of await tx.em.find(ShiftRole, { id: { $in: [...held.keys()] } }))
    role.placesTaken -= held.get(role.id)!.length;
  await tell(tx, 'WAITLIST_CLOSED', { to: closed.map((each) => each.person_id), about: shiftId });
  return closed.length;
}
