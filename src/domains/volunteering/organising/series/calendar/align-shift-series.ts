import { optionalReason, type Transaction } from '../../../../../platform/commands/index.ts';
import { violationOf } from '../../../../../platform/errors/index.ts';
import { raw, sql } from '../../../../../platform/reading/index.ts';
import { requireRevision, requireStanding } from '../../activities/activity.locks.ts';
import { ownSentence } from '../../../model/index.ts';
import { layOut } from '../lay-out.ts';
import { occurrenceOn } from '../../../../recurrence/index.ts';
import { tellOfDaysBack } from './days-back.ts';
import { isOffCalendar, missingDates } from './off-calendar.ts';
import { lockManageableSeries } from '../series.locks.ts';
import { MOST_SHIFTS, SERIES_RULES } from '../series.rules.ts';
import { drop } from '../update-shift-series.ts';

export interface SeriesToAlign {
  readonly seriesId: string;
  /** That the caller has seen. */
  readonly revision: number;
  /** Why days fall away, for those who have signed up. */
  readonly reason: string | null;
}

/**
 * Brings a series into line with the calendar of now, which is what `shiftsOffCalendar` and `missingDates` say: shifts to come on
 * days for which its rule asks no more are called off, and days for which it asks and that have no shift get one, also where an
 * alignment before had called theirs off: the holiday is taken back. What was changed or called off by itself is passed by.
 * @throws RuleViolation ALREADY_CANCELLED, CONFLICT, TOO_MANY_SHIFTS; NotFound, Forbidden, BadUserInput
 */
export async function alignShiftSeries(
  tx: Transaction,
  { seriesId, revision, reason }: SeriesToAlign,
): Promise<{ series: string; cancelledShiftCount: number; addedShiftCount: number }> {
  const why = optionalReason(reason) ?? ownSentence('CALENDAR_CHANGED');
  const { activity, series, shifts } = await lockManageableSeries(tx, seriesId);
  requireStanding(activity, ['seriesId']);
  requireRevision(series, revision);
  const waiting = await announced(tx, seriesId);
  const off = shifts.filter(({ shift }) => waiting.off.includes(shift.id));
  const missing = waiting.missing.map((date) => occurrenceOn(date, series));
  if (shifts.length - off.length + missing.length > MOST_SHIFTS)
    throw violationOf(SERIES_RULES, 'TOO_MANY_SHIFTS', ['seriesId']);

  const published = shifts.some(({ shift }) => shift.publishedAt !== null);
  await drop(tx, off, why);
  const added = missing.map((occurrence) => layOut(tx, activity, series, occurrence, published));
  if (published) await tellOfDaysBack(tx, added);
  if (off.length + missing.length > 0) series.revision += 1;
  return { series: seriesId, cancelledShiftCount: off.length, addedShiftCount: missing.length };
}

interface Announced {
  readonly off: readonly string[];
  readonly missing: readonly string[];
}

/** Shifts off the calendar, and missing days, that wait for the organiser of a series whose shifts are locked. */
async function announced(tx: Transaction, seriesId: string): Promise<Announced> {
  const [found] = await tx.query<Announced>(sql`select (${missingDates(raw('srs'))}) as missing,
      array(select sft.id from shift sft where sft.series_id = srs.id and ${isOffCalendar(raw('sft'))}) as off
    from shift_series srs where srs.id = ${seriesId}::uuid`);
  return found!;
}
