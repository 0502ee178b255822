import type { Transaction } from '../../../../platform/commands/index.ts';
import { NotFound } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import { type ShiftRole, WaitlistEntry } from '../../model/index.ts';
import { lockMyself, lockRole } from '../signups/signup.locks.ts';
import { settleDue } from './settle-due.ts';

/**
 * An entry of the caller's with its role, both theirs alone until the transaction ends, what is due settled.
 * @throws NotFound for an entry of somebody else
 */
export async function lockMyEntry(tx: Transaction, id: string): Promise<{ entry: WaitlistEntry; role: ShiftRole }> {
  await lockMyself(tx);
  const role = await lockRole(
    tx,
    sql`select wle.role_id from waitlist_entry wle where wle.id = ${id} and wle.guardian_id = ${mine.guardianId}`,
  );
  await settleDue(tx, role);
  const entry = await tx.em.findOne(WaitlistEntry, id);
  if (!entry) throw new NotFound();
  return { entry, role };
}
