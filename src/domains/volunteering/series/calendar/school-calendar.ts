import type { Transaction } from '../../../../platform/commands/index.ts';
import { CalendarDay, SchoolYear, Term } from '../../../people/index.ts';
import type { SchoolCalendar } from './occurrences.ts';

/** How the days of a district between two dates differ from the week. */
export async function schoolCalendarOf(tx: Transaction, districtId: string, from: string, to: string): Promise<SchoolCalendar> {
  const years = await tx.em.find(SchoolYear, { district: districtId, startsOn: { $lte: to }, endsOn: { $gte: from } });
  const ids = years.map(({ id }) => id);
  const terms = await tx.em.find(Term, { schoolYear: { $in: ids } });
  const days = await tx.em.find(CalendarDay, { schoolYear: { $in: ids }, date: { $gte: from, $lte: to } });
  return {
    days: new Map(days.map((day) => [day.date, day])),
    years: years.map((year) => ({ startsOn: year.startsOn, endsOn: year.endsOn, terms: terms.filter((term) => term.schoolYear === year) })),
  };
}
