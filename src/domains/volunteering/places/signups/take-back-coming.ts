import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql, type Sql } from '../../../../platform/reading/index.ts';
import { defaultTerms } from '../../volunteers/index.ts';

/*
 * A check-in before the start is for that shift at that time, and for no other. Where the place ends before the shift
 * begins, or the shift is moved to a time for which the check-in would have been too early, nobody has come: what was
 * noted is taken back, with the reports that it rests on. What stands of a shift that has begun is never touched by it.
 */

/**
 * Takes back what was noted of sign-ups that end, which are locked: PostgreSQL lets none end whose volunteer has come.
 */
export function takeBackComing(tx: Transaction, signupIds: readonly string[]): Promise<void> {
  return takeBack(tx, sql`att.signup_id = any(${signupIds}::uuid[]) and sft.starts_at > ${tx.now}`);
}

/** Takes back check-ins that do not fit the new time of a shift, whose sign-ups are locked. */
export function takeBackComingTooEarly(
  tx: Transaction,
  shift: { readonly id: string; readonly startsAt: Date; readonly endsAt: Date },
): Promise<void> {
  return takeBack(
    tx,
    sql`att.shift_id = ${shift.id}::uuid and (att.checked_in_at >= ${shift.endsAt}
    or att.checked_in_at < ${shift.startsAt}::timestamptz - make_interval(mins => coalesce(vop.check_in_early_minutes, ${defaultTerms.checkInEarlyMinutes}::int)))`,
  );
}

async function takeBack(tx: Transaction, which: Sql): Promise<void> {
  await tx.query(sql`with gone as (delete from attendance where id in (select att.id from attendance att join shift sft on sft.id = att.shift_id
      left join volunteering_policy vop on vop.district_id = sft.district_id where att.checked_in_at is not null and ${which}) returning signup_id)
    delete from attendance_report arp using gone where arp.signup_id = gone.signup_id`);
}
