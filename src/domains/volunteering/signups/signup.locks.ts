import { shapeOf } from '../../../platform/auth/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound } from '../../../platform/errors/index.ts';
import { allOf, empty, mine, raw, sql, type Sql } from '../../../platform/reading/index.ts';
import { ShiftRole } from '../shifts/shift-role.entity.ts';
import type { SignupFacts } from './signup.blockers.ts';
import { Signup } from './signup.entity.ts';
import { cancelFacts, cancelFactsAt, ROLE_AND_VIEWER, SIGNUP_FACTS, signupFactsAt, type CancelFactsRead, type SignupFactsRead } from './signup.facts.ts';
import { visibleShifts, visibleSignups } from '../volunteering.access.ts';

/*
 * The fixed order: the caller's person, the role, the sign-up. While the person is locked, the caller signs up for
 * nothing else; while the role is, its places stay. Whoever cancels or moves a shift locks its roles first.
 * `no key update` lets the rows of others that refer to these pass.
 */

function factsOf(tx: Transaction, roleId: string, more: Sql = empty): Sql {
  return sql`select ${SIGNUP_FACTS} as facts ${more} from ${ROLE_AND_VIEWER}
    where ${allOf([sql`rol.id = ${roleId}`, visibleShifts(raw('sft'), shapeOf(tx.viewer))])}`;
}

/**
 * Locks the caller's person, and tells what is known of a role that is not locked yet: good for a refusal.
 * @throws NotFound for a role that the caller does not see
 */
export async function lockMyselfBefore(tx: Transaction, roleId: string): Promise<SignupFacts> {
  const [found] = await tx.query<{ facts: SignupFactsRead }>(sql`
    select known.facts from person per, lateral (${factsOf(tx, roleId)}) known where per.id = ${mine.personId} for no key update of per`);
  if (!found) throw new NotFound();
  return signupFactsAt(tx.now, found.facts);
}

export interface RoleForSignup {
  readonly role: ShiftRole;
  readonly facts: SignupFacts;
  /** What the time of the shift will be occupied by. */
  readonly title: string;
  readonly endsAt: Date;
}

/**
 * Locks the role, after `lockMyselfBefore`.
 * @throws NotFound for a role that the caller does not see
 */
export async function lockRoleForSignup(tx: Transaction, roleId: string): Promise<RoleForSignup> {
  const [row] = await tx.query<object>(sql`select rol.* from shift_role rol where rol.id = ${roleId} for no key update`);
  // A statement of its own: the one that waited for the lock sees everything else as it was before the wait.
  const [found] = await tx.query<{ facts: SignupFactsRead; title: string; until: string }>(factsOf(tx, roleId, sql`, act.title || ' · ' || rol.name as title, to_json(sft.ends_at) as until`));
  if (!row || !found) throw new NotFound();
  return {
    role: tx.em.map(ShiftRole, row),
    facts: signupFactsAt(tx.now, found.facts),
    title: found.title,
    endsAt: new Date(found.until),
  };
}

/** @throws NotFound for a sign-up that the caller does not see */
export async function lockSignupForCancel(tx: Transaction, id: string) {
  await tx.query(sql`select per.id from person per where per.id = ${mine.personId} for no key update`);
  const [role] = await tx.query<object>(sql`select rol.* from shift_role rol
    where rol.id = (select sgn.role_id from signup sgn
      where ${allOf([sql`sgn.id = ${id}`, visibleSignups(raw('sgn'), shapeOf(tx.viewer))])}) for no key update of rol`);
  if (!role) throw new NotFound();
  const [found] = await tx.query<{ facts: CancelFactsRead }>(sql`
    select sgn.*, (${cancelFacts(raw('sgn'))}) as facts from signup sgn where sgn.id = ${id} for no key update of sgn`);
  const { facts, ...signup } = found!;
  return {
    signup: tx.em.map(Signup, signup),
    role: tx.em.map(ShiftRole, role),
    facts: cancelFactsAt(tx.now, facts),
  };
}
