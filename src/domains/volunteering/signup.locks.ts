import type { Transaction } from '../../platform/commands/index.ts';
import { shapeOf } from '../../platform/auth/index.ts';
import { NotFound } from '../../platform/errors/index.ts';
import { allOf, mine, raw, sql } from '../../platform/reading/index.ts';
import { ShiftRole } from './shift-role.entity.ts';
import { Signup } from './signup.entity.ts';
import { query } from './transaction.sql.ts';
import { visibleRoles, visibleSignups } from './volunteering.access.ts';

/*
 * The fixed order: the caller's person, the role, the sign-up. While the person is locked, the caller signs up for
 * nothing else; while the role is locked, its places stay. `no key update` lets rows of others that refer to these pass.
 */

async function lockMyself(tx: Transaction): Promise<void> {
  await query(tx, sql`select per.id from person per where per.id = ${mine.personId} for no key update`);
}

/** @throws NotFound for a role that the caller does not see */
export async function lockRoleForSignup(tx: Transaction, id: string): Promise<ShiftRole> {
  await lockMyself(tx);
  const [row] = await query<object>(tx, sql`select rol.* from shift_role rol
    where ${allOf([sql`rol.id = ${id}`, visibleRoles(raw('rol'), shapeOf(tx.viewer))])} for no key update of rol`);
  if (!row) throw new NotFound();
  return tx.em.map(ShiftRole, row);
}

/** @throws NotFound for a sign-up that the caller does not see */
export async function lockSignupForCancel(tx: Transaction, id: string): Promise<{ signup: Signup; role: ShiftRole }> {
  await lockMyself(tx);
  const [role] = await query<object>(tx, sql`select rol.* from shift_role rol
    where rol.id = (select sgn.role_id from signup sgn
      where ${allOf([sql`sgn.id = ${id}`, visibleSignups(raw('sgn'), shapeOf(tx.viewer))])}) for no key update of rol`);
  if (!role) throw new NotFound();
  const [signup] = await query<object>(tx, sql`select sgn.* from signup sgn where sgn.id = ${id} for no key update`);
  return { signup: tx.em.map(Signup, signup!), role: tx.em.map(ShiftRole, role) };
}
