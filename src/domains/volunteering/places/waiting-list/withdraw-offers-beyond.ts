import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { tellEach } from '../../notices/index.ts';
import type { ShiftRole } from '../../model/index.ts';

/**
 * Before a capacity falls: takes back so many held offers that the places fit, the newest first. Whoever was asked waits
 * again, keeps their turn and is told why. Under the role's lock, what is due settled.
 * Where `role.placesTaken` is above the capacity afterwards, so many have a confirmed place: the capacity cannot fall so far.
 * @returns how many offers were taken back
 */
export async function withdrawOffersBeyond(tx: Transaction, role: ShiftRole, capacity: number): Promise<number> {
  await tx.em.flush();
  const tooMany = role.placesTaken - capacity;
  if (tooMany <= 0) return 0;
  const withdrawn = await tx.query<{ id: string; person_id: string }>(sql`
    update waitlist_entry wle set status = 'WAITING', offer_expires_at = null, offer_withdrawn_at = ${tx.now}
    where wle.id in (select hld.id from waitlist_entry hld where hld.role_id = ${role.id} and hld.status = 'OFFERED' and hld.stand_in_id is null
      order by hld.offered_at desc, hld.priority desc, hld.joined_at desc, hld.sequence desc limit ${tooMany})
    returning wle.id, wle.person_id`);
  role.placesTaken -= withdrawn.length;
  await tellEach(
    tx,
    'OFFER_WITHDRAWN',
    withdrawn.map(({ id, person_id }) => ({ to: [person_id], about: id })),
  );
  return withdrawn.length;
}
