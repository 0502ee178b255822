import type { Transaction } from '../../platform/commands/index.ts';
import { sql } from '../../platform/reading/index.ts';
import { onWeekday, schoolOn } from './school-days.ts';

const DAY = 24 * 60 * 60_000;

/** On which days of the week, between which days, from when until when. */
export interface RecurrenceRule {
  /** 1 Monday to 7 Sunday. */
  readonly weekdays: number[];
  /** By the clocks of Asia/Shanghai, e.g. `07:40`. */
  readonly startTime: string;
  readonly endTime: string;
  readonly firstDate: string;
  readonly lastDate: string;
  /** It follows the calendar of the school year: no holidays, no vacations, and make-up days as the day that they follow. */
  readonly skipsHolidays: boolean;
}

export interface Occurrence {
  /** The day in Asia/Shanghai, YYYY-MM-DD. */
  readonly date: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The occurrences that a rule asks for in a district, the earliest first. */
export async function occurrencesOf(tx: Transaction, districtId: string, rule: RecurrenceRule): Promise<Occurrence[]> {
  const [day, weekdays] = [sql`day.date`, sql`${rule.weekdays}::smallint[]`];
  const asked = rule.skipsHolidays
    ? schoolOn(day, { districtId: sql`${districtId}::uuid`, weekdays })
    : onWeekday(day, weekdays);
  const rows = await tx.query<{ date: string }>(sql`select to_char(day.date, 'YYYY-MM-DD') as date
    from (select each::date as date from generate_series(${rule.firstDate}::date, ${rule.lastDate}::date, interval '1 day') each) day where ${asked} order by day.date`);
  return rows.map(({ date }) => occurrenceOn(date, rule));
}

/** The occurrence that a rule asks for on one of its days. */
export function occurrenceOn(
  date: string,
  { startTime, endTime }: Pick<RecurrenceRule, 'startTime' | 'endTime'>,
): Occurrence {
  return { date, startsAt: momentOf(date, startTime), endsAt: momentOf(date, endTime) };
}

/** Asia/Shanghai knows no summer time. */
function momentOf(date: string, time: string): Date {
  return new Date(`${date}T${time.slice(0, 8)}+08:00`);
}

export const dayAfter = (date: string): string => daysFrom(date, 1);
export const dayBefore = (date: string): string => daysFrom(date, -1);

function daysFrom(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}
