import { shanghaiDay } from '../../../../platform/calendar/index.ts';
import type { Transaction } from '../../../../platform/commands/index.ts';
import { BadUserInput, NotFound, violationOf } from '../../../../platform/errors/index.ts';
import { Scope, sql } from '../../../../platform/reading/index.ts';
import { lockManageableActivity } from '../activities/activity.locks.ts';
import { SeriesScope, ShiftSeries, ShiftStatus, visibleSeries, type VolunteerActivity } from '../../model/index.ts';
import { lockShifts, type LockedShift } from '../shifts/shift.locks.ts';
import { dayAfter } from '../../../recurrence/index.ts';
import { AHEAD_RULES } from './series.rules.ts';

export interface ManagedSeries {
  readonly activity: VolunteerActivity;
  readonly series: ShiftSeries;
  readonly shifts: readonly LockedShift[];
}

/**
 * A series that the caller manages, locked with all its shifts.
 * @throws NotFound, Forbidden
 */
export async function lockManageableSeries(tx: Transaction, id: string): Promise<ManagedSeries> {
  const [found] = await tx.query<{ activity_id: string }>(sql`
    select ser.activity_id from shift_series ser where ser.id = ${id} and ${visibleSeries(new Scope('ser'), tx.viewer.shape)}`);
  if (!found) throw new NotFound();
  const activity = await lockManageableActivity(tx, found.activity_id);
  const series = await tx.em.findOneOrFail(ShiftSeries, id, { refresh: true });
  return { activity, series, shifts: await lockShifts(tx, { seriesId: id }) };
}

export interface WantedPart {
  readonly scope: SeriesScope;
  /** First day, for a part that begins at one. */
  readonly from?: string | null;
}

/** The part of a series that a change is about. */
export interface SeriesPart {
  /** The first day of it. */
  readonly from: string;
  /** Shifts that follow the rule and can still be changed. */
  readonly ahead: readonly LockedShift[];
  /** Changed by themselves: a change of the series passes them by, and makes no second shift for their days. */
  readonly detached: readonly LockedShift[];
  /** Something of the series lies before it. */
  readonly hasPast: boolean;
}

/** @throws RuleViolation NOTHING_AHEAD; BadUserInput */
export function partOf(tx: Transaction, { series, shifts }: ManagedSeries, { scope, from }: WantedPart): SeriesPart {
  if ((scope === SeriesScope.THIS_AND_FOLLOWING) !== (from != null)) {
    throw new BadUserInput(
      {
        zh: '仅“此次及以后”需要指定起始日期。',
        en: 'Name the first day where a part from a day on is meant, and there only.',
      },
      ['input', 'from'],
    );
  }
  const today = shanghaiDay(tx.now);
  const begun = shifts.some(
    ({ shift }) => shift.seriesDate === today && shift.status === ShiftStatus.SCHEDULED && shift.startsAt <= tx.now,
  );
  const earliest = begun ? dayAfter(today) : today;
  const first = from != null && from > earliest ? from : earliest;
  const inside = shifts.filter(({ shift }) => shift.seriesDate! >= first);
  const ahead = inside.filter(
    ({ shift }) =>
      !shift.detached &&
      (shift.status === ShiftStatus.DRAFT || (shift.status === ShiftStatus.SCHEDULED && shift.startsAt > tx.now)),
  );
  if (ahead.length === 0) throw violationOf(AHEAD_RULES, 'NOTHING_AHEAD', ['seriesId']);
  return {
    from: first < series.firstDate ? series.firstDate : first,
    ahead,
    detached: inside.filter(({ shift }) => shift.detached),
    hasPast: inside.length < shifts.length,
  };
}
