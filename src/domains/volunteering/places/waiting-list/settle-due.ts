import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { tell, tellEach } from '../../notices/index.ts';
import type { ShiftRole } from '../../model/index.ts';
import { keptFromServing, ROLE_AND_SHIFT } from '../signups/signup.facts.ts';
import { offerFreedPlaces } from './offer-freed-places.ts';

/**
 * Brings the waiting list of a role up to this moment, under the role's lock: whoever touches a role does it first, and
 * a job does it where nobody comes, by this same function.
 *
 * An offer ends at its own expiry, whenever that is noticed. Its place goes to the next one *from now on*: an offer that
 * nobody could have been told of must not run out, so time in which no process ran is nobody's loss. What is left behind
 * depends on the rows and the moment alone, never on who noticed. After the start nobody is asked any more.
 * Whoever is suspended, or has lost the qualification, holds no offer any more and waits again.
 */
export async function settleDue(tx: Transaction, role: ShiftRole): Promise<void> {
  await tx.em.flush();
  const over = await tx.query<{ id: string; person_id: string; expired_at: Date | null; held: boolean }>(sql`
    update waitlist_entry wle set status = case when ended.late then 'EXPIRED' else 'WAITING' end, ended_at = case when ended.late then wle.offer_expires_at end,
      offer_expires_at = case when ended.late then wle.offer_expires_at end, stand_in_id = case when ended.late then wle.stand_in_id end,
      offer_withdrawn_at = case when ended.late then wle.offer_withdrawn_at else ${tx.now} end
    from (select ent.id, ent.offer_expires_at <= ${tx.now} as late, ent.stand_in_id is null as held from waitlist_entry ent join ${ROLE_AND_SHIFT} on rol.id = ent.role_id
      where ent.role_id = ${role.id} and ent.status = 'OFFERED' and (ent.offer_expires_at <= ${tx.now} or ${keptFromServing(sql`ent.person_id`)})) ended
    where wle.id = ended.id returning wle.id, wle.person_id, wle.offer_expires_at as expired_at, ended.held`);
  role.placesTaken -= over.filter((each) => each.held).length;
  await tellEach(
    tx,
    'OFFER_EXPIRED',
    over.flatMap(({ id, person_id, expired_at: at }) =>
      at === null ? [] : [{ to: [person_id], about: id, params: { at } }],
    ),
  );
  const closed = await tx.query<{ person_id: string }>(sql`
    update waitlist_entry wle set status = 'CLOSED', ended_at = sft.starts_at from shift sft
    where sft.id = ${role.shift.id} and sft.starts_at <= ${tx.now} and wle.role_id = ${role.id} and wle.status = 'WAITING'
    returning wle.person_id`);
  if (closed.length > 0)
    await tell(tx, 'WAITLIST_CLOSED', { to: closed.map((each) => each.person_id), about: role.shift.id });
  await offerFreedPlaces(tx, role);
}
