import type { Transaction } from '../../../../platform/commands/index.ts';
import { NotFound } from '../../../../platform/errors/index.ts';
import { allOf, Scope, sql, type Sql } from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import { decidableStandIns, type ShiftRole, StandIn, visibleShifts } from '../../model/index.ts';
import { lockMyself, lockPerson, lockRole } from '../signups/signup.locks.ts';
import { settleDue } from '../waiting-list/settle-due.ts';

export interface LockedStandIn {
  readonly standIn: StandIn;
  readonly role: ShiftRole;
}

/** After the person: the role, what is due there settled, then the offer itself. @throws NotFound */
async function lock(tx: Transaction, which: Sql): Promise<LockedStandIn> {
  const found = await lockIfThere(tx, which);
  if (!found) throw new NotFound();
  return found;
}

async function lockIfThere(tx: Transaction, which: Sql): Promise<LockedStandIn | null> {
  const [found] = await tx.query<{ id: string; role_id: string }>(
    sql`select sti.id, sti.role_id from stand_in sti where ${which}`,
  );
  if (!found) return null;
  const role = await lockRole(tx, sql`${found.role_id}::uuid`);
  await settleDue(tx, role);
  const [row] = await tx.query<object>(
    sql`select sti.* from stand_in sti where sti.id = ${found.id} for no key update`,
  );
  return { standIn: tx.em.map(StandIn, row!), role };
}

/** An offer to the caller, by its id. @throws NotFound */
export async function lockStandInToMe(tx: Transaction, id: string): Promise<LockedStandIn> {
  await lockMyself(tx);
  return lock(tx, sql`sti.id = ${id} and sti.to_id = ${mine.guardianId} and sti.way = 'GUARDIAN'`);
}

/** An offer by its code, for a shift that the caller sees; null for a wrong code and for somebody else's shift alike. */
export async function lockStandInByCode(tx: Transaction, codeHash: string): Promise<LockedStandIn | null> {
  await lockMyself(tx);
  return lockIfThere(
    tx,
    sql`sti.code_hash = ${codeHash} and exists (select 1 from shift sft where ${allOf([
      sql`sft.id = sti.shift_id`,
      visibleShifts(new Scope('sft'), tx.viewer.shape),
    ])})`,
  );
}

/** An offer that the caller has made. @throws NotFound */
export async function lockMyStandIn(tx: Transaction, id: string): Promise<LockedStandIn> {
  await lockMyself(tx);
  return lock(
    tx,
    sql`sti.id = ${id} and exists (select 1 from signup sgn where sgn.id = sti.signup_id and sgn.guardian_id = ${mine.guardianId})`,
  );
}

/** An offer that the caller decides on, with whoever is to take the place. @throws NotFound */
export async function lockStandInToDecide(tx: Transaction, id: string): Promise<LockedStandIn> {
  const which = sql`sti.id = ${id}`;
  const [found] = await tx.query<{ to_person_id: string | null }>(
    sql`select sti.to_person_id from stand_in sti where ${allOf([which, decidableStandIns(new Scope('sti'), tx.viewer.shape)])}`,
  );
  if (!found) throw new NotFound();
  if (found.to_person_id !== null) await lockPerson(tx, found.to_person_id);
  return lock(tx, which);
}
