import { DriverException } from '@mikro-orm/core';
import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { Guardian, Household, Person } from '../../people/index.ts';
import { engage, EngagementKind, isOverlap } from '../../timetable/index.ts';
import { SHIFT_ROLE_CAPACITY } from '../shifts/shift-role.entity.ts';
import { SIGNUP_RULES, SignupBlocker } from './signup-blocker.enum.ts';
import { blockersFor, type SignupFacts } from './signup.blockers.ts';
import { Signup, SIGNUP_ONE_ACTIVE, SignupStatus } from './signup.entity.ts';
import { lockMyselfBefore, lockRoleForSignup } from './signup.locks.ts';

/**
 * Gives the caller a place in a role, or asks for one where the organiser confirms.
 * @param roleId bare id of the role
 * @throws RuleViolation with a SignupBlocker, NotFound
 */
export async function signUpForShift(tx: Transaction, { roleId }: { readonly roleId: string }): Promise<{ signup: string; role: string }> {
  // A crowd before a role that is full does not queue for it: it is refused before the lock.
  refuseWhereBlocked(await lockMyselfBefore(tx, roleId));
  const { role, facts, title, endsAt } = await lockRoleForSignup(tx, roleId);
  refuseWhereBlocked(facts);

  const { guardianId, personId, householdIds } = tx.viewer;
  const signup = tx.em.create(Signup, {
    role,
    shift: role.shift,
    guardian: tx.em.getReference(Guardian, guardianId!),
    person: tx.em.getReference(Person, personId!),
    household: householdIds.length === 1 ? tx.em.getReference(Household, householdIds[0]!) : null,
    status: role.approvalRequired ? SignupStatus.PENDING : SignupStatus.CONFIRMED,
    signedUpAt: tx.now,
    createdAt: tx.now,
  });
  if (signup.status === SignupStatus.CONFIRMED) role.placesTaken += 1;
  try {
    await engage(tx.em, {
      subject: { personId: personId! },
      kind: EngagementKind.SHIFT_SIGNUP,
      sourceId: signup.id,
      title,
      startsAt: facts.startsAt,
      endsAt,
    });
  } catch (error) {
    const blocker = blockerOf(error);
    throw blocker === null ? error : violationOf(SIGNUP_RULES, blocker, ['roleId']);
  }
  return { signup: signup.id, role: role.id };
}

function refuseWhereBlocked(facts: SignupFacts): void {
  const [blocker] = blockersFor(facts);
  if (blocker !== undefined) throw violationOf(SIGNUP_RULES, blocker, ['roleId']);
}

/** The database has the last word: which of its refusals is which. */
function blockerOf(error: unknown): SignupBlocker | null {
  if (isOverlap(error)) return SignupBlocker.OVERLAP;
  if (!(error instanceof DriverException)) return null;
  switch ((error as DriverException & { constraint?: string }).constraint) {
    case SIGNUP_ONE_ACTIVE:
      return SignupBlocker.ALREADY_SIGNED_UP;
    case SHIFT_ROLE_CAPACITY:
      return SignupBlocker.FULL;
    default:
      return null;
  }
}
