import { DriverException } from '@mikro-orm/core';
import { shapeOf } from '../../platform/auth/index.ts';
import type { Transaction } from '../../platform/commands/index.ts';
import { NotFound, RuleViolation } from '../../platform/errors/index.ts';
import { allOf, raw, sql } from '../../platform/reading/index.ts';
import { Guardian, Household, Person } from '../people/index.ts';
import { engage, EngagementKind, isOverlap } from '../timetable/index.ts';
import { SHIFT_ROLE_CAPACITY } from './shift-role.entity.ts';
import { blockersFor, SignupBlocker } from './signup.blockers.ts';
import { Signup, SIGNUP_ONE_ACTIVE, SignupStatus } from './signup.entity.ts';
import { signupFacts, signupFactsAt, type SignupFactsRead } from './signup.facts.ts';
import { lockRoleForSignup } from './signup.locks.ts';
import { signupSentences } from './signup.sentences.ts';
import { query } from './transaction.sql.ts';
import { visibleRoles } from './volunteering.access.ts';

/**
 * Gives the caller a place in a role, or asks for one where the organiser confirms.
 * @param roleId bare id of the role
 * @throws RuleViolation with a SignupBlocker, NotFound
 */
export async function signUpForShift(tx: Transaction, { roleId }: { readonly roleId: string }): Promise<{ signup: string; role: string }> {
  // Looked at without a lock first: a crowd before a role that is full does not queue for it.
  await possible(tx, roleId);
  const role = await lockRoleForSignup(tx, roleId);
  const { title, startsAt, endsAt } = await possible(tx, roleId);

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
      title: `${title} · ${role.name}`,
      startsAt,
      endsAt,
    });
  } catch (error) {
    const blocker = blockerOf(error);
    throw blocker === null ? error : violation(blocker);
  }
  return { signup: signup.id, role: role.id };
}

interface Occasion {
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** @throws RuleViolation where something stands against the sign-up */
async function possible(tx: Transaction, roleId: string): Promise<Occasion> {
  const [found] = await query<{ facts: SignupFactsRead; title: string; ends_at: string }>(tx, sql`
    select (${signupFacts(raw('rol'))}) as facts, act.title, to_json(sft.ends_at) as ends_at
    from shift_role rol join shift sft on sft.id = rol.shift_id join volunteer_activity act on act.id = sft.activity_id
    where ${allOf([sql`rol.id = ${roleId}`, visibleRoles(raw('rol'), shapeOf(tx.viewer))])}`);
  if (!found) throw new NotFound();
  const facts = signupFactsAt(tx.now, found.facts);
  const [blocker] = blockersFor(facts);
  if (blocker !== undefined) throw violation(blocker);
  return { title: found.title, startsAt: facts.startsAt, endsAt: new Date(found.ends_at) };
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

function violation(blocker: SignupBlocker): RuleViolation {
  return new RuleViolation(blocker, signupSentences[blocker], ['roleId']);
}
