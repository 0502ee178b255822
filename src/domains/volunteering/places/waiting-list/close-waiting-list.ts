import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { tellEach } from '../../notices/index.ts';
import { ShiftRole, isInLine } from '../../model/index.ts';

/**
 * Ends the waiting lists of shifts that do not take place, with the offers that are held; their stand-ins have ended. Under the locks of their roles, in the transaction that cancels them. As many statements for many as for one.
 */
export async function closeWaitingLists(tx: Transaction, shiftIds: readonly string[], at: Date): Promise<void> {
  if (shiftIds.length === 0) return;
  await tx.em.flush();
  const those = sql`any(${[...shiftIds]}::uuid[])`;
  const closed = await tx.query<{ person_id: string; role_id: string; shift_id: string; held: boolean }>(sql`
    with open as (select wle.id, wle.status = 'OFFERED' and wle.stand_in_id is null as held from waitlist_entry wle
      where wle.shift_id = ${those} and ${isInLine(sql`wle`)})
    update waitlist_entry wle set status = 'CLOSED', ended_at = ${at} from open where wle.id = open.id
    returning wle.person_id, wle.role_id, wle.shift_id, open.held`);
  const held = Map.groupBy(
    closed.filter((each) => each.held),
    (each) => each.role_id,
  );
  for (const role of await tx.em.find(ShiftRole, { id: { $in: [...held.keys()] } }))
    role.placesTaken -= held.get(role.id)!.length;
  await tellEach(
    tx,
    'WAITLIST_CLOSED',
    [...Map.groupBy(closed, ({ shift_id }) => shift_id)].map(([about, of]) => ({
      to: of.map(({ person_id }) => person_id),
      about,
    })),
  );
}
