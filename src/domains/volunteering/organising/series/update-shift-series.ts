import { optionalReason, type Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { sql } from '../../../../platform/reading/index.ts';
import { requireRevision, requireStanding } from '../activities/activity.locks.ts';
import { ownSentence, type ShiftSeries, ShiftStatus } from '../../model/index.ts';
import { callOff } from '../shifts/call-off.ts';
import { moveShifts, type Arrangement } from '../shifts/move-shift.ts';
import type { LockedShift } from '../shifts/shift.locks.ts';
import { windowBefore } from '../shifts/shift.times.ts';
import { continueSeries, seriesTermsOf } from './continue-series.ts';
import { tellOfDaysBack } from './calendar/days-back.ts';
import { layOut, occurrencesAhead } from './lay-out.ts';
import type { Occurrence } from '../../../recurrence/index.ts';
import { lockManageableSeries, partOf, type SeriesPart, type WantedPart } from './series.locks.ts';
import { PARTS_RULES } from './series.rules.ts';
import { requireTerms, type SeriesTerms } from './series.terms.ts';

/** What is left out stays as it is. */
export interface SeriesChange
  extends WantedPart, Partial<{ readonly [K in keyof Omit<SeriesTerms, 'firstDate'>]: SeriesTerms[K] | null }> {
  readonly seriesId: string;
  /** That the caller has seen. */
  readonly revision: number;
  /** Why days fall away, for those who have signed up. */
  readonly reason?: string | null;
}

/**
 * Gives a series another rule from a day on: what lies before keeps the old one, so the series is split there unless
 * nothing does. Days that fit both rules are moved as single shifts are, days that fit no longer are called off, new ones
 * are laid out.
 * @throws RuleViolation of the rule, NOTHING_AHEAD, ALREADY_CANCELLED, CONFLICT; NotFound, Forbidden, BadUserInput
 */
export async function updateShiftSeries(
  tx: Transaction,
  change: SeriesChange,
): Promise<{ series: string; shiftCount: number; cancelledShiftCount: number }> {
  const reason = optionalReason(change.reason) ?? ownSentence('SERIES_CHANGED');
  const managed = await lockManageableSeries(tx, change.seriesId);
  requireStanding(managed.activity, ['seriesId']);
  requireRevision(managed.series, change.revision);
  const part = partOf(tx, managed, change);
  const terms = requireTerms(changedTerms(managed.series, part, change));
  await requireFreeDays(tx, managed.series, terms);
  const occurrences = await occurrencesAhead(tx, managed.activity.district.id, { ...terms, firstDate: part.from });

  const series = await continueSeries(tx, managed, part, terms);
  const byDate = new Map(occurrences.map((each) => [each.date, each]));
  const kept = part.ahead.filter(({ shift }) => byDate.has(shift.seriesDate!));
  const dropped = part.ahead.filter(({ shift }) => !byDate.has(shift.seriesDate!));
  await drop(tx, dropped, reason);
  for (const { shift } of kept) shift.series = series;
  await moveShifts(
    tx,
    kept.map((locked) => ({ locked, wanted: arrangementOf(series, byDate.get(locked.shift.seriesDate!)!) })),
  );
  const taken = new Set([...kept, ...part.detached].map(({ shift }) => shift.seriesDate));
  const published = part.ahead.some(({ shift }) => shift.publishedAt !== null);
  const added = occurrences
    .filter(({ date }) => !taken.has(date))
    .map((occurrence) => layOut(tx, managed.activity, series, occurrence, published));
  if (published) await tellOfDaysBack(tx, added);
  return { series: series.id, shiftCount: occurrences.length, cancelledShiftCount: dropped.length };
}

/**
 * The other parts of a split series keep their days. The activity is locked: nothing is split meanwhile.
 * @throws RuleViolation GOES_ON
 */
async function requireFreeDays(
  tx: Transaction,
  series: ShiftSeries,
  { firstDate, lastDate }: SeriesTerms,
): Promise<void> {
  const taken =
    await tx.query(sql`select 1 from shift_series ser where coalesce(ser.origin_id, ser.id) = ${series.origin?.id ?? series.id}::uuid and ser.id <> ${series.id}::uuid
    and ser.activity_id = ${series.activity.id}::uuid and ser.first_date <= ${lastDate}::date and ser.last_date >= ${firstDate}::date limit 1`);
  if (taken.length > 0) throw violationOf(PARTS_RULES, 'GOES_ON', ['lastDate']);
}

function changedTerms(series: ShiftSeries, part: SeriesPart, change: SeriesChange): SeriesTerms {
  const before = seriesTermsOf(series, part);
  const kept = <K extends keyof SeriesTerms>(field: K, changed: SeriesTerms[K] | null | undefined): SeriesTerms[K] =>
    changed ?? before[field];
  return {
    firstDate: before.firstDate,
    lastDate: kept('lastDate', change.lastDate),
    weekdays: kept('weekdays', change.weekdays),
    startTime: kept('startTime', change.startTime),
    endTime: kept('endTime', change.endTime),
    skipsHolidays: kept('skipsHolidays', change.skipsHolidays),
    place: kept('place', change.place),
    signupOpensDaysBefore: kept('signupOpensDaysBefore', change.signupOpensDaysBefore),
    signupClosesMinutesBefore: kept('signupClosesMinutesBefore', change.signupClosesMinutesBefore),
    cancelUntilMinutesBefore: kept('cancelUntilMinutesBefore', change.cancelUntilMinutesBefore),
  };
}

/** Days for which the series asks no more. Nobody has seen a draft: it goes without a trace. Where the series asks for such a day again, it is missing. */
export async function drop(tx: Transaction, dropped: readonly LockedShift[], reason: string): Promise<void> {
  for (const { shift, roles } of dropped) {
    if (shift.status !== ShiftStatus.DRAFT) continue;
    for (const role of roles) tx.em.remove(role);
    tx.em.remove(shift);
  }
  const published = dropped.filter(({ shift }) => shift.status === ShiftStatus.SCHEDULED);
  await callOff(tx, published, reason);
  for (const { shift } of published) shift.offCalendar = true;
}

function arrangementOf(series: ShiftSeries, { startsAt, endsAt }: Occurrence): Arrangement {
  return { startsAt, endsAt, ...windowBefore(startsAt, series), place: series.place };
}
