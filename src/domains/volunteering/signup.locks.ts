import { NotFound } from '../../platform/errors/index.ts';
import type { Transaction } from '../../platform/commands/index.ts';
import { allOf, mine, raw, sql } from '../../platform/reading/index.ts';
import { ShiftRole } from './shift-role.entity.ts';
import { Signup } from './signup.entity.ts';
import { query } from './transaction.sql.ts';
import { visibleRoles, visibleSignups } from './volunteering.access.ts';

/*
 * The fixed order of locks: the caller's person, the role, the sign-up. With the person locked, what the caller has
 * signed up for does not change meanwhile; with the role locked, neither do its places. `no key update` lets the
 * foreign keys of other people's rows pass.
 */

async function lockMyself(tx: Transaction): Promise<void> {
  await query(tx, sql`select per.id from person per where per.id = ${mine.personId} for no key update`);
}

/** @throws NotFound for a role that the caller may not see */
export async function lockRoleForSignup(tx: Transaction, id: string): Promise<ShiftRole> {
  await lockMyself(tx);
  const role = raw('rol');
  const [row] = await query<object>(tx, sql`select rol.* from shift_role rol
    where ${allOf([sql`rol.id = ${id}`, visibleRoles(role, shapeOf(tx.viewer))])} for no key update of rol`);
  if (!row) throw new NotFound();
  return tx.em.map(ShiftRole, row);
}
