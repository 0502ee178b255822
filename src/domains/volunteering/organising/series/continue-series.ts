import type { Transaction } from '../../../../platform/commands/index.ts';
import { ShiftSeries } from '../../model/index.ts';
import { dayBefore } from '../../../recurrence/index.ts';
import type { ManagedSeries, SeriesPart } from './series.locks.ts';
import type { SeriesTerms } from './series.terms.ts';

/** The terms that the rule of a series sets for a part of it. */
export function seriesTermsOf(series: ShiftSeries, part: SeriesPart): SeriesTerms {
  return {
    firstDate: part.hasPast ? part.from : series.firstDate,
    lastDate: series.lastDate,
    weekdays: series.weekdays,
    startTime: series.startTime,
    endTime: series.endTime,
    skipsHolidays: series.skipsHolidays,
    place: series.place,
    signupOpensDaysBefore: series.signupOpensDaysBefore,
    signupClosesMinutesBefore: series.signupClosesMinutesBefore,
    cancelUntilMinutesBefore: series.cancelUntilMinutesBefore,
  };
}

/**
 * The series that has these terms: the same one where nothing lies before the part, or one that goes on from it, with
 * its roles and with the shifts of the part that were changed by themselves.
 */
export async function continueSeries(
  tx: Transaction,
  { activity, series }: Pick<ManagedSeries, 'activity' | 'series'>,
  part: SeriesPart,
  terms: SeriesTerms,
): Promise<ShiftSeries> {
  series.revision += 1;
  if (!part.hasPast) return Object.assign(series, terms);
  series.lastDate = dayBefore(part.from);
  // No two parts of it have a day in common, not even meanwhile.
  await tx.em.flush();
  const next = tx.em.create(ShiftSeries, {
    ...terms,
    activity,
    continues: series,
    origin: series.origin ?? series,
    roles: series.roles,
    createdAt: tx.now,
  });
  for (const { shift } of part.detached) shift.series = next;
  return next;
}
