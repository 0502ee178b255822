import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { tell, tellEach } from '../../notices/index.ts';
import type { ShiftRole } from '../../model/index.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';

/**
 * Brings the waiting list of a role up to this moment, under the role's lock: whoever touches a role does it first, and
 * a job does it where nobody comes, by this same function.
 *
 * An offer ends at its own expiry, whenever that is noticed. Its place goes to the next one *from now on*: an offer that
 * nobody could have been told of must not run out, so time in which no process ran is nobody's loss. What is left behind
 * depends on the rows and the moment alone, never on who noticed. After the start nobody is asked any more.
 */
export async function settleDue(tx: Transaction, role: ShiftRole): Promise<void> {
  await tx.em.flush();
  const expired = await tx.query<{ id: string; person_id: string; offer_expires_at: Date; held: boolean }>(sql`
    update waitlist_entry wle set status = 'EXPIRED', ended_at = wle.offer_expires_at
    where wle.role_id = ${role.id} and wle.status = 'OFFERED' and wle.offer_expires_at <= ${tx.now}
    returning wle.id, wle.person_id, wle.offer_expires_at, wle.stand_in_id is null as held`);
  role.placesTaken -= expired.filter((each) => each.held).length;
  await tellEach(
    tx,
    'OFFER_EXPIRED',
    expired.map(({ id, person_id, offer_expires_at }) => ({
      to: [person_id],
      about: id,
      params: { at: offer_expires_at },
    })),
  );
  const closed = await tx.query<{ person_id: string }>(sql`
    update waitlist_entry wle set status = 'CLOSED', ended_at = sft.starts_at from shift sft
    where sft.id = ${role.shift.id} and sft.starts_at <= ${tx.now} and wle.role_id = ${role.id} and wle.status = 'WAITING'
    returning wle.person_id`);
  if (closed.length > 0)
    await tell(tx, 'WAITLIST_CLOSED', { to: closed.map((each) => each.person_id), about: role.shift.id });
  await offerFreedPlaces(tx, role);
}
