import { v7 } from 'uuid';
import type { Transaction } from '../../../../platform/commands/index.ts';
import { constraintOf } from '../../../../platform/database/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { engaging, EngagementKind, isOverlap } from '../../../timetable/index.ts';
import {
  SHIFT_ROLE_CAPACITY,
  type ShiftRole,
  Signup,
  SIGNUP_ONE_ACTIVE,
  SignupBlocker,
  SignupStatus,
} from '../../model/index.ts';
import { placeBlockerOf, type PlaceBlocker } from './signup.blockers.ts';
import type { KnownRole } from './signup.locks.ts';

/** The volunteer who takes a place, by bare ids. */
export interface Enrolling {
  readonly guardianId: string;
  readonly personId: string;
  /** The family that they stand for, where there is one only. */
  readonly householdId: string | null;
  readonly riskAcceptedAt: Date;
  readonly standsInFor?: Signup;
  /** Bare id of the organiser who agreed that they come. */
  readonly decidedById?: string;
}

export function myself({ viewer, now }: Pick<Transaction, 'viewer' | 'now'>): Enrolling {
  const { guardianId, personId, householdIds } = viewer;
  return {
    guardianId: guardianId!,
    personId: personId!,
    householdId: householdIds.length === 1 ? householdIds[0]! : null,
    riskAcceptedAt: now,
  };
}

/** Where somebody stands who signs up for the role: whoever runs the shift does not take themself in where its organiser chooses. */
export function statusIn(
  { approvalRequired }: Pick<ShiftRole, 'approvalRequired'>,
  { byAnother }: Pick<KnownRole, 'byAnother'>,
): SignupStatus.PENDING | SignupStatus.CONFIRMED {
  return approvalRequired || byAnother ? SignupStatus.PENDING : SignupStatus.CONFIRMED;
}

/** The terms that sign-ups written at once have in common. */
export interface PlaceTerms {
  readonly status: SignupStatus;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Bare id of the audience of the activity, on which the sign-up rests. */
  readonly audience: string;
}

/**
 * Writes a sign-up and occupies the time, under the locks of the person and the role. PostgreSQL counts the place: one that
 * is held for the person, or that somebody gives up for them, is given back before.
 * @throws what PostgreSQL refuses (see `lastWordOf`); the transaction is lost then
 */
export async function enrol(tx: Transaction, role: ShiftRole, who: Enrolling, enrolment: PlaceTerms): Promise<Signup> {
  const [id] = await enrolAll(tx, role, [{ ...who, signedUpAt: tx.now }], enrolment);
  return tx.em.getReference(Signup, id!);
}

/** The same for several, in their order, by one statement. @returns the ids of their sign-ups */
export async function enrolAll(
  tx: Transaction,
  role: ShiftRole,
  all: readonly (Enrolling & { readonly signedUpAt: Date })[],
  { status, audience, ...shift }: PlaceTerms,
): Promise<string[]> {
  await tx.em.flush();
  const signups = all.map(({ standsInFor, ...who }) => ({ id: v7(), ...who, standsInForId: standsInFor?.id }));
  await tx.query(sql`
    with engaged as (${engaging(
      signups.map(({ id, personId }) => ({
        ...shift,
        subject: { personId },
        restsOn: { audience },
        kind: EngagementKind.SHIFT_SIGNUP,
        sourceId: id,
      })),
      tx.now,
    )})
    insert into signup (id, created_at, role_id, shift_id, guardian_id, person_id, household_id, status, signed_up_at, risk_accepted_at, stands_in_for_id, decided_by_id, decided_at)
    select sgn.id, sgn."signedUpAt", ${role.id}, ${role.shift.id}, sgn."guardianId", sgn."personId", sgn."householdId", ${status}, sgn."signedUpAt", sgn."riskAcceptedAt", sgn."standsInForId",
      sgn."decidedById", case when sgn."decidedById" is not null then ${tx.now}::timestamptz end
    from json_to_recordset(${JSON.stringify(signups)}::json) as sgn(id uuid, "guardianId" uuid, "personId" uuid, "householdId" uuid, "signedUpAt" timestamptz,
      "riskAcceptedAt" timestamptz, "standsInForId" uuid, "decidedById" uuid)`);
  return signups.map(({ id }) => id);
}

/** The database has the last word: which of its refusals is which. */
export function lastWordOf(
  error: unknown,
): SignupBlocker.OVERLAP | SignupBlocker.ALREADY_SIGNED_UP | SignupBlocker.FULL | null {
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

/** The same of a place that is kept for somebody. */
export function lastWordOnPlace(error: unknown): PlaceBlocker | null {
  const last = lastWordOf(error);
  return last && placeBlockerOf(last);
}
