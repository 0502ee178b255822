import { mine, now, sql, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { forMyChildren, today } from '../../people/index.ts';
import { personIsBusy } from '../../timetable/index.ts';
import type { CancelSignupFacts, SignupFacts } from './signup.blockers.ts';

/** What PostgreSQL knows of the viewer and a role: times as texts, for it is read as JSON. */
export type SignupFactsRead = {
  readonly [K in Exclude<keyof SignupFacts, 'now'>]: SignupFacts[K] extends Date | null ? string | Extract<SignupFacts[K], null> : SignupFacts[K];
};

/** A role `rol` with all that decides whether the viewer can sign up for it: the read side and the command look at the same. */
export const ROLE_AND_VIEWER: Sql = sql`shift_role rol join shift sft on sft.id = rol.shift_id
  join volunteer_activity act on act.id = sft.activity_id`;

/** The facts of `blockersFor`, from ROLE_AND_VIEWER. */
export const SIGNUP_FACTS: Sql = sql`json_build_object(
  'scheduled', sft.status = 'SCHEDULED',
  'opensAt', sft.signup_opens_at,
  'closesAt', sft.signup_closes_at,
  'startsAt', sft.starts_at,
  'capacity', rol.capacity,
  'placesTaken', rol.places_taken,
  'alreadySignedUp', exists (select 1 from signup sgn where sgn.person_id = ${mine.personId} and sgn.shift_id = sft.id
    and sgn.status in ('PENDING', 'CONFIRMED')),
  'eligible', ${forMyChildren(sql`act.audience_id`)},
  'suspendedUntil', (select max(sus.ends_at) from volunteer_suspension sus where sus.person_id = ${mine.personId}
    and sus.district_id = sft.district_id and (sus.school_id is null or sus.school_id = sft.school_id)
    and sus.lifted_at is null and sus.starts_at <= ${now}),
  'qualified', rol.qualification is null or exists (select 1 from volunteer_qualification qual where qual.person_id = ${mine.personId}
    and qual.name = rol.qualification and qual.district_id = sft.district_id and qual.revoked_at is null
    and ${today} between qual.valid_from and coalesce(qual.valid_to, 'infinity')),
  'overlaps', ${personIsBusy(mine.personId, sql`sft.starts_at`, sql`sft.ends_at`)})`;

/** The facts for a role under any other name than those of ROLE_AND_VIEWER. */
export function signupFacts(role: Alias): Sql {
  return sql`select ${SIGNUP_FACTS} from ${ROLE_AND_VIEWER} where rol.id = ${role}.id`;
}

export function signupFactsAt(now: Date, read: SignupFactsRead): SignupFacts {
  return {
    ...read,
    now,
    opensAt: new Date(read.opensAt),
    closesAt: new Date(read.closesAt),
    startsAt: new Date(read.startsAt),
    suspendedUntil: read.suspendedUntil === null ? null : new Date(read.suspendedUntil),
  };
}

export interface CancelFactsRead {
  readonly own: boolean;
  readonly active: boolean;
  readonly cancelUntil: string;
}

/** The facts of `cancelBlockersFor`. */
export function cancelFacts(signup: Alias): Sql {
  return sql`select json_build_object(
      'own', ${signup}.person_id is not distinct from ${mine.personId},
      'active', ${signup}.status in ('PENDING', 'CONFIRMED'),
      'cancelUntil', sft.cancel_until)
    from shift sft where sft.id = ${signup}.shift_id`;
}

export function cancelFactsAt(now: Date, read: CancelFactsRead): CancelSignupFacts {
  return { ...read, now, cancelUntil: new Date(read.cancelUntil) };
}
