import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { offerFreedPlaces, settleDue, withdrawOffersBeyond } from '../../places/index.ts';
import {
  type RoleTemplate,
  type Shift,
  type ShiftRole,
  ShiftStatus,
  isActiveSignup,
  isInLine,
} from '../../model/index.ts';
import { CHANGE_ROLE_RULES } from '../shifts/shift.rules.ts';

/**
 * Makes a locked role say this. More places go to the waiting list first; fewer are taken from offers, the newest first,
 * never from whoever has a place. What a volunteer must be or wait for does not change under those who have signed up.
 * @throws RuleViolation CAPACITY_BELOW_CONFIRMED, HAS_SIGNUPS
 */
export async function changeRole(
  tx: Transaction,
  shift: Shift,
  role: ShiftRole,
  terms: RoleTemplate,
  path: readonly string[],
): Promise<void> {
  const asksElse = role.approvalRequired !== terms.approvalRequired || role.qualification !== terms.qualification;
  if (asksElse && (await rolesWithVolunteers(tx, [role])).size > 0)
    throw violationOf(CHANGE_ROLE_RULES, 'HAS_SIGNUPS', path);
  const open = shift.status === ShiftStatus.SCHEDULED;
  if (open) await settleDue(tx, role);
  if (terms.capacity < role.capacity) {
    await withdrawOffersBeyond(tx, role, terms.capacity);
    if (role.placesTaken > terms.capacity)
      throw violationOf(CHANGE_ROLE_RULES, 'CAPACITY_BELOW_CONFIRMED', [...path, 'capacity']);
  }
  Object.assign(role, terms);
  await tx.em.flush();
  if (open) await offerFreedPlaces(tx, role);
}

/** Those of the roles for which somebody has signed up, or waits, as it stands now. */
export async function rolesWithVolunteers(tx: Transaction, roles: readonly ShiftRole[]): Promise<ReadonlySet<string>> {
  const ids = roles.map(({ id }) => id);
  const rows = await tx.query<{ role_id: string }>(sql`
    select sgn.role_id from signup sgn where sgn.role_id = any(${ids}::uuid[]) and ${isActiveSignup(sql`sgn`)}
    union select wle.role_id from waitlist_entry wle where wle.role_id = any(${ids}::uuid[]) and ${isInLine(sql`wle`)}`);
  return new Set(rows.map((row) => row.role_id));
}

/** Those of the roles for which somebody has ever signed up or waited: what they did stays on record. */
export async function rolesWithHistory(tx: Transaction, roles: readonly ShiftRole[]): Promise<ReadonlySet<string>> {
  const ids = roles.map(({ id }) => id);
  const rows = await tx.query<{ id: string }>(sql`
    select rol.id from unnest(${ids}::uuid[]) rol(id)
    where exists (select 1 from signup sgn where sgn.role_id = rol.id) or exists (select 1 from waitlist_entry wle where wle.role_id = rol.id)`);
  return new Set(rows.map((row) => row.id));
}
