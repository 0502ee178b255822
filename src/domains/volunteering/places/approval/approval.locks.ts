import { isOwnCase } from '../../../../platform/auth/index.ts';
import { checkNamedOnce, type Transaction } from '../../../../platform/commands/index.ts';
import { allOf, raw, Scope, sql } from '../../../../platform/reading/index.ts';
import { decidableSignups, holdsQualification, ShiftRole, Signup, signupHolds } from '../../model/index.ts';
import { settleDue } from '../waiting-list/settle-due.ts';
import type { SignupDecisionFacts } from './approval.decision.ts';

export interface SignupToDecide {
  readonly signup: Signup;
  readonly role: ShiftRole;
  /** As it stands at this moment: decisions before it in one call count. */
  readonly facts: () => SignupDecisionFacts;
}

/**
 * Sign-ups that the caller decides on, locked after their roles, by id; those of others are left out. What is due on
 * the waiting lists is settled first. @throws BadUserInput for none, too many, or one that is named twice
 */
export async function lockSignupsToDecide(
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SignupToDecide>> {
  checkNamedOnce(ids, 'signupIds', { zh: '报名', en: 'sign-ups' });
  const found = await tx.query<{ id: string; role_id: string }>(sql`
    select sgn.id, sgn.role_id from signup sgn
    where ${allOf([sql`sgn.id = any(${ids}::uuid[])`, decidableSignups(new Scope('sgn'), tx.viewer.shape)])}`);
  const roles = new Map<string, ShiftRole>();
  const rows = await tx.query<{ id: string }>(sql`
    select rol.* from shift_role rol where rol.id = any(${found.map((each) => each.role_id)}::uuid[]) order by rol.id for no key update`);
  for (const row of rows) roles.set(row.id, tx.em.map(ShiftRole, row));
  for (const role of roles.values()) await settleDue(tx, role);
  await tx.em.flush();

  const signups = await tx.query<{ id: string; started: boolean; eligible: boolean; qualified: boolean }>(sql`
    select sgn.*, sft.starts_at <= ${tx.now} as started, ${signupHolds(raw('sgn'))} as eligible, ${holdsQualification(raw('sgn'))} as qualified
    from signup sgn join shift sft on sft.id = sgn.shift_id join shift_role rol on rol.id = sgn.role_id
    where sgn.id = any(${found.map((each) => each.id)}::uuid[]) order by sgn.id for no key update of sgn`);
  return new Map(
    signups.map(({ started, eligible, qualified, ...row }) => {
      const signup = tx.em.map(Signup, row);
      const role = roles.get(signup.role.id)!;
      const facts = (): SignupDecisionFacts => ({
        own: isOwnCase(tx.viewer, signup.person.id),
        status: signup.status,
        started,
        eligible,
        qualified,
        full: role.placesTaken >= role.capacity,
      });
      return [signup.id, { signup, role, facts }];
    }),
  );
}
