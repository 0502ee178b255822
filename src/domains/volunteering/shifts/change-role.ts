import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { offerFreedPlaces } from '../waiting-list/offer-freed-places.ts';
import { settleDue } from '../waiting-list/settle-due.ts';
import { withdrawOffersBeyond } from '../waiting-list/withdraw-offers-beyond.ts';
import type { ShiftRole } from './shift-role.entity.ts';
import type { RoleTemplate } from './shift-series.entity.ts';
import { ShiftStatus, type Shift } from './shift.entity.ts';
import { CHANGE_ROLE_RULES } from './shift.rules.ts';

/**
 * Makes a locked role say this. More places go to the waiting list first; fewer are taken from offers, the newest first,
 * never from whoever has a place. What a volunteer must be or wait for does not change under those who have signed up.
 * @throws RuleViolation CAPACITY_BELOW_CONFIRMED, HAS_SIGNUPS
 */
export async function changeRole(tx: Transaction, shift: Shift, role: ShiftRole, terms: RoleTemplate, path: readonly string[]): Promise<void> {
  const asksElse = role.approvalRequired !== terms.approvalRequired || role.qualification !== terms.qualification;
  if (asksElse && (await hasVolunteers(tx, role))) throw violationOf(CHANGE_ROLE_RULES, 'HAS_SIGNUPS', path);
  const open = shift.status === ShiftStatus.SCHEDULED;
  if (open) await settleDue(tx, role);
  if (terms.capacity < role.capacity) {
    await withdrawOffersBeyond(tx, role, terms.capacity);
    if (role.placesTaken > terms.capacity) throw violationOf(CHANGE_ROLE_RULES, 'CAPACITY_BELOW_CONFIRMED', [...path, 'capacity']);
  }
  Object.assign(role, terms);
  await tx.em.flush();
  if (open) await offerFreedPlaces(tx, role);
}

/** Somebody has signed up for it, or waits for it, as it stands now. */
async function hasVolunteers(tx: Transaction, role: ShiftRole): Promise<boolean> {
  const [found] = await tx.query(sql`
    select sgn.id from signup sgn where sgn.role_id = ${role.id} and sgn.status in ('PENDING', 'CONFIRMED')
    union all select wle.id from waitlist_entry wle where wle.role_id = ${role.id} and wle.status in ('WAITING', 'OFFERED') limit 1`);
  return found !== undefined;
}

/** Somebody has ever signed up for it or waited for it: what they did stays on record. */
export async function hasHistory(tx: Transaction, role: ShiftRole): Promise<boolean> {
  const [found] = await tx.query(sql`
    select sgn.id from signup sgn where sgn.role_id = ${role.id}
    union all select wle.id from waitlist_entry wle where wle.role_id = ${role.id} limit 1`);
  return found !== undefined;
}
