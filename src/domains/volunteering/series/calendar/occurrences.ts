import { CalendarDayKind, type CalendarDay, type SchoolYear, type Term } from '../../../people/index.ts';
import type { ShiftSeries } from '../../shifts/shift-series.entity.ts';

const DAY = 24 * 60 * 60_000;

export type SeriesRule = Pick<ShiftSeries, 'weekdays' | 'startTime' | 'endTime' | 'firstDate' | 'lastDate' | 'skipsHolidays'>;

type Range = Pick<Term, 'startsOn' | 'endsOn'>;

/** How the days of a district differ from the week. */
export interface SchoolCalendar {
  readonly days: ReadonlyMap<string, Pick<CalendarDay, 'kind' | 'followsWeekday'>>;
  /** School years with their terms; in one without terms on record there is school all along. */
  readonly years: readonly (Pick<SchoolYear, 'startsOn' | 'endsOn'> & { readonly terms: readonly Range[] })[];
}

export interface Occurrence {
  /** The day in Asia/Shanghai, YYYY-MM-DD. */
  readonly date: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The shifts that a rule asks for, the earliest first. */
export function occurrencesOf(rule: SeriesRule, calendar: SchoolCalendar): Occurrence[] {
  const weekdays = new Set<number | null>(rule.weekdays);
  const found: Occurrence[] = [];
  for (let date = rule.firstDate; date <= rule.lastDate; date = dayAfter(date)) {
    const followed = rule.skipsHolidays ? schoolWeekdayOf(date, calendar) : weekdayOf(date);
    if (weekdays.has(followed)) found.push({ date, startsAt: momentOf(date, rule.startTime), endsAt: momentOf(date, rule.endTime) });
  }
  return found;
}

/** The day of the week whose timetable a date follows, 1 Monday to 7 Sunday; null where there is no school. */
export function schoolWeekdayOf(date: string, { days, years }: SchoolCalendar): number | null {
  const year = years.find((each) => isIn(date, each));
  if (year && year.terms.length > 0 && !year.terms.some((term) => isIn(date, term))) return null;
  const special = days.get(date);
  if (special?.kind === CalendarDayKind.HOLIDAY) return null;
  return special?.followsWeekday ?? weekdayOf(date);
}

export function weekdayOf(date: string): number {
  return ((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

/** Asia/Shanghai knows no summer time. */
export function momentOf(date: string, time: string): Date {
  return new Date(`${date}T${time.slice(0, 8)}+08:00`);
}

export const dayAfter = (date: string): string => daysFrom(date, 1);
export const dayBefore = (date: string): string => daysFrom(date, -1);

function daysFrom(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const isIn = (date: string, { startsOn, endsOn }: Range): boolean => startsOn <= date && date <= endsOn;
