import { LONGEST_REASON, optionalText, type Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { requireRevision, requireStanding } from '../../activities/activity.locks.ts';
import { layOut } from '../lay-out.ts';
import { occurrencesOf } from './occurrences.ts';
import { schoolCalendarOf } from './school-calendar.ts';
import { lockManageableSeries } from '../series.locks.ts';
import { MOST_SHIFTS, SERIES_RULES } from '../series.rules.ts';
import { drop } from '../update-shift-series.ts';

const CALENDAR_CHANGED = '校历已调整';

export interface SeriesToAlign {
  readonly seriesId: string;
  /** That the caller has seen. */
  readonly revision: number;
  /** Why days fall away, for those who have signed up. */
  readonly reason: string | null;
}

/**
 * Brings a series into line with the calendar of now: what is to come on days for which its rule asks no more is called
 * off, and days for which it asks and that have no shift get one, also where an alignment before had called theirs off: the holiday
 * is taken back. What was changed or called off by itself is passed by.
 * @throws RuleViolation ALREADY_CANCELLED, CONFLICT, TOO_MANY_SHIFTS; NotFound, Forbidden, BadUserInput
 */
export async function alignShiftSeries(
  tx: Transaction, { seriesId, revision, reason }: SeriesToAlign,
): Promise<{ series: string; cancelledShiftCount: number; addedShiftCount: number }> {
  const why = optionalText(reason, { path: ['reason'], longest: LONGEST_REASON }) ?? CALENDAR_CHANGED;
  const { activity, series, shifts } = await lockManageableSeries(tx, seriesId);
  requireStanding(activity, ['seriesId']);
  requireRevision(series, revision);
  const calendar = await schoolCalendarOf(tx, activity.district.id, series.firstDate, series.lastDate);
  const asked = occurrencesOf(series, calendar).filter(({ startsAt }) => startsAt > tx.now);
  const dates = new Set(asked.map(({ date }) => date));
  const off = shifts.filter(({ shift }) => !shift.detached && shift.cancelledAt === null && shift.startsAt > tx.now && !dates.has(shift.seriesDate!));
  const made = new Set(shifts.filter(({ shift }) => !shift.offCalendar).map(({ shift }) => shift.seriesDate));
  const missing = asked.filter(({ date }) => !made.has(date));
  if (shifts.length - off.length + missing.length > MOST_SHIFTS) throw violationOf(SERIES_RULES, 'TOO_MANY_SHIFTS', ['seriesId']);

  const published = shifts.some(({ shift }) => shift.publishedAt !== null);
  await drop(tx, off, why);
  for (const { shift } of off) shift.offCalendar = shift.cancelledAt !== null;
  for (const occurrence of missing) layOut(tx, activity, series, occurrence, published);
  if (off.length + missing.length > 0) series.revision += 1;
  return { series: seriesId, cancelledShiftCount: off.length, addedShiftCount: missing.length };
}
