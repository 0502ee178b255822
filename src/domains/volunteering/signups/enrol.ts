import type { Transaction } from '../../../platform/commands/index.ts';
import { constraintOf } from '../../../platform/database/index.ts';
import { Guardian, Household, Person } from '../../people/index.ts';
import { engage, EngagementKind, isOverlap } from '../../timetable/index.ts';
import { SHIFT_ROLE_CAPACITY, type ShiftRole } from '../shifts/shift-role.entity.ts';
import { SignupBlocker } from './signup-blocker.enum.ts';
import type { SignupStatus } from './signup.entity.ts';
import { Signup, SIGNUP_ONE_ACTIVE } from './signup.entity.ts';

/** Who takes a place, by bare ids. */
export interface Enrolling {
  readonly guardianId: string;
  readonly personId: string;
  /** The family that they stand for, where there is one only. */
  readonly householdId: string | null;
  readonly riskAcceptedAt: Date;
  readonly standsInFor?: Signup;
}

export function myself({ viewer, now }: Transaction): Enrolling {
  const { guardianId, personId, householdIds } = viewer;
  return { guardianId: guardianId!, personId: personId!, householdId: householdIds.length === 1 ? householdIds[0]! : null, riskAcceptedAt: now };
}

/**
 * Writes a sign-up and occupies the time, under the locks of the person and the role; who counts the place is the caller.
 * @throws what PostgreSQL refuses (see `lastWordOf`); the transaction is lost then
 */
export async function enrol(
  tx: Transaction, role: ShiftRole, who: Enrolling, { status, title, startsAt, endsAt }: { status: SignupStatus; title: string; startsAt: Date; endsAt: Date },
): Promise<Signup> {
  const signup = tx.em.create(Signup, {
    role,
    shift: role.shift,
    guardian: tx.em.getReference(Guardian, who.guardianId),
    person: tx.em.getReference(Person, who.personId),
    household: who.householdId === null ? null : tx.em.getReference(Household, who.householdId),
    status,
    signedUpAt: tx.now,
    riskAcceptedAt: who.riskAcceptedAt,
    standsInFor: who.standsInFor ?? null,
    createdAt: tx.now,
  });
  await engage(tx.em, { subject: { personId: who.personId }, kind: EngagementKind.SHIFT_SIGNUP, sourceId: signup.id, title, startsAt, endsAt });
  return signup;
}

/** The database has the last word: which of its refusals is which. */
export function lastWordOf(error: unknown): SignupBlocker | null {
  if (isOverlap(error)) return SignupBlocker.OVERLAP;
  switch (constraintOf(error)) {
    case SIGNUP_ONE_ACTIVE:
      return SignupBlocker.ALREADY_SIGNED_UP;
    case SHIFT_ROLE_CAPACITY:
      return SignupBlocker.FULL;
    default:
      return null;
  }
}
