import type { Transaction } from '../../../../platform/commands/index.ts';
import { violationOf } from '../../../../platform/errors/index.ts';
import { addRoles } from '../roles/role.terms.ts';
import { Shift, type ShiftSeries, ShiftStatus, type VolunteerActivity } from '../../model/index.ts';
import { windowBefore } from '../shifts/shift.times.ts';
import { occurrencesOf, type Occurrence, type RecurrenceRule } from '../../../recurrence/index.ts';
import { MOST_SHIFTS, SERIES_RULES } from './series.rules.ts';

/**
 * The occurrences that a rule asks for from now on.
 * @throws RuleViolation NO_OCCURRENCES, TOO_MANY_SHIFTS
 */
export async function occurrencesAhead(
  tx: Transaction,
  districtId: string,
  rule: RecurrenceRule,
): Promise<Occurrence[]> {
  const ahead = (await occurrencesOf(tx, districtId, rule)).filter(({ startsAt }) => startsAt > tx.now);
  if (ahead.length === 0) throw violationOf(SERIES_RULES, 'NO_OCCURRENCES', ['weekdays'], ['lastDate', 'firstDate']);
  if (ahead.length > MOST_SHIFTS) throw violationOf(SERIES_RULES, 'TOO_MANY_SHIFTS', ['lastDate'], ['weekdays']);
  return ahead;
}

/** The shift of a series for one day, with the roles of the series. */
export function layOut(
  tx: Transaction,
  activity: VolunteerActivity,
  series: ShiftSeries,
  { date, startsAt, endsAt }: Occurrence,
  publish: boolean,
): Shift {
  const { district, school } = activity;
  const shift = tx.em.create(Shift, {
    activity,
    district,
    school,
    series,
    startsAt,
    endsAt,
    ...windowBefore(startsAt, series),
    place: series.place,
    seriesDate: date,
    status: publish ? ShiftStatus.SCHEDULED : ShiftStatus.DRAFT,
    publishedAt: publish ? tx.now : null,
    createdAt: tx.now,
  });
  addRoles(tx, shift, series.roles);
  return shift;
}
