import { sql, table, type Alias, type Sql } from '../../../../platform/reading/index.ts';
import { mine } from '../../../people/index.ts';
import { hadTheRight, signupRestsOn } from '../../model/index.ts';
import { defaultTerms } from '../../volunteers/index.ts';
import { CheckInBlocker, CheckOutBlocker } from './attendance.rules.ts';

/** All that checking in and out depends on. */
export interface PresenceFacts {
  /** Whether the volunteer has the place. */
  readonly confirmed: boolean;
  /** Whether they still belong to those for whom it is. */
  readonly eligible: boolean;
  /** First moment to check in. */
  readonly opensAt: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly checkedInAt: Date | null;
}

/** Whoever is there already is let in again: the first check-in stands. */
export function checkInBlockersFor(facts: PresenceFacts, at: Date): CheckInBlocker[] {
  if (!facts.confirmed) return [CheckInBlocker.NOT_SIGNED_UP];
  if (facts.checkedInAt !== null) return [];
  if (!facts.eligible) return [CheckInBlocker.NOT_ELIGIBLE];
  if (at < facts.opensAt) return [CheckInBlocker.TOO_EARLY];
  return at >= facts.endsAt ? [CheckInBlocker.OVER] : [];
}

export function checkOutBlockersFor(facts: PresenceFacts, at: Date): CheckOutBlocker[] {
  if (!facts.confirmed) return [CheckOutBlocker.NOT_SIGNED_UP];
  if (facts.checkedInAt === null) return [CheckOutBlocker.NOT_CHECKED_IN];
  return at < facts.checkedInAt ? [CheckOutBlocker.BEFORE_CHECK_IN] : [];
}

/** Times as texts, for it is read as JSON. */
export type PresenceRead = {
  readonly [K in keyof PresenceFacts]: PresenceFacts[K] extends boolean
    ? boolean
    : string | Extract<PresenceFacts[K], null>;
};

/** How long before the start of a shift `sft` its district, whose policy may be `vop`, lets volunteers check in. */
export const OPENS_AT: Sql = sql`sft.starts_at - make_interval(mins => coalesce(vop.check_in_early_minutes, ${defaultTerms.checkInEarlyMinutes}::int))`;

/** For the viewer's own sign-up; that of another is as good as none. */
export function presenceFacts(signup: Alias): Sql {
  return sql`select json_build_object(
      'confirmed', ${signup}.status = 'CONFIRMED' and ${signup}.person_id is not distinct from ${mine.personId},
      'eligible', ${hadTheRight(signup, signupRestsOn(sql`${signup}.id`, mine.audienceKeys))}, 'opensAt', ${OPENS_AT}, 'startsAt', sft.starts_at, 'endsAt', sft.ends_at,
      'checkedInAt', (select att.checked_in_at from ${table('attendance')} att where att.signup_id = ${signup}.id and (att.checked_out_at is not null or num_nonnulls(att.missed_before, att.excused_before) = 0)))
    from ${table('shift')} sft left join ${table('volunteering_policy')} vop on vop.district_id = sft.district_id where sft.id = ${signup}.shift_id`;
}

export function presenceFactsOf({
  confirmed,
  eligible,
  opensAt,
  startsAt,
  endsAt,
  checkedInAt,
}: PresenceRead): PresenceFacts {
  return {
    confirmed,
    eligible,
    opensAt: new Date(opensAt),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    checkedInAt: checkedInAt === null ? null : new Date(checkedInAt),
  };
}
