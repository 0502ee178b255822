import { shanghaiDay } from '../../../platform/calendar/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { MembershipStatus } from '../families/class-membership.entity.ts';
import type { SchoolYear } from '../organisation/school-year.entity.ts';

/** The first day in a class of whoever joins it today: today, or the first day of a year to come. */
export function firstDayIn(tx: Transaction, { startsOn }: SchoolYear): string {
  const today = shanghaiDay(tx.now);
  return today < startsOn ? startsOn : today;
}

/** Ends one membership today; who leaves on the very day of joining was there for that day. */
export async function leaveClass(tx: Transaction, membershipId: string): Promise<void> {
  await tx.query(
    sql`update class_membership set status = ${MembershipStatus.ENDED}, left_on = greatest(joined_on, ${shanghaiDay(tx.now)}::date) where id = ${membershipId}`,
  );
}

/** A pupil who leaves a school leaves their classes of every year; one of a year that was over, on its last day. */
export async function leaveEveryClass(tx: Transaction, studentIds: readonly string[], day: string): Promise<void> {
  await tx.query(sql`update class_membership mem set status = ${MembershipStatus.ENDED}, left_on = greatest(mem.joined_on, least(${day}::date, syr.ends_on))
    from school_year syr where syr.id = mem.school_year_id and mem.student_id = any(${[...studentIds]}::uuid[]) and mem.status = 'ACTIVE'`);
}

/** A pupil who is enrolled goes to the school, whether or not they had left it. */
export async function comeBack(tx: Transaction, studentId: string): Promise<void> {
  await tx.query(
    sql`update student set left_on = null, leaving = null where id = ${studentId} and left_on is not null`,
  );
}
