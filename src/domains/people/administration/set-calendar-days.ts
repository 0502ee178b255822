import { requiredText, rowByRow, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { CalendarDay, CalendarDayKind } from '../organisation/calendar-day.entity.ts';
import { schoolYearIAdminister } from './administration.nodes.ts';
import { CALENDAR_RULES } from './administration.rules.ts';

export interface SpecialDay {
  readonly date: string;
  readonly kind: CalendarDayKind;
  readonly name: string;
  readonly followsWeekday?: number | null;
}

const MOST_DAYS = 200;

/** Puts these days in the place of all holidays and make-up days of a school year. @throws NotFound, RuleViolation, BadUserInput */
export async function setCalendarDays(
  tx: Transaction,
  { schoolYearId, days }: { readonly schoolYearId: string; readonly days: readonly SpecialDay[] },
): Promise<{ schoolYear: string }> {
  if (days.length > MOST_DAYS) throw violationOf(CALENDAR_RULES, 'TOO_MANY', ['calendar']);
  const schoolYear = await schoolYearIAdminister(tx, schoolYearId);
  const seen = new Set<string>();
  const { done: checked } = await rowByRow(
    days,
    { field: 'calendar', policy: 'REJECT_EVERYTHING' },
    async (day, index) => {
      if (day.date < schoolYear.startsOn || day.date > schoolYear.endsOn)
        throw violationOf(CALENDAR_RULES, 'OUTSIDE_YEAR', ['date']);
      if (seen.has(day.date)) throw violationOf(CALENDAR_RULES, 'TWICE', ['date']);
      seen.add(day.date);
      const follows = day.followsWeekday ?? null;
      if (
        (day.kind === CalendarDayKind.MAKE_UP) !== (follows !== null) ||
        (follows !== null && (follows < 1 || follows > 7))
      ) {
        throw violationOf(CALENDAR_RULES, 'FOLLOWS_WEEKDAY', ['followsWeekday']);
      }
      return {
        ...day,
        name: requiredText(day.name, { path: ['calendar', index, 'name'], longest: 40, form: 'TITLE' }),
        followsWeekday: follows,
      };
    },
  );
  const before = await tx.em.find(CalendarDay, { schoolYear });
  if (sameDays(before, checked)) return { schoolYear: schoolYear.id };
  await tx.em.nativeDelete(CalendarDay, { schoolYear });
  for (const day of checked) tx.em.create(CalendarDay, { ...day, schoolYear, createdAt: tx.now });
  return { schoolYear: schoolYear.id };
}

function sameDays(some: readonly Required<SpecialDay>[], others: readonly Required<SpecialDay>[]): boolean {
  const written = (days: readonly Required<SpecialDay>[]): string =>
    JSON.stringify(days.map(({ date, kind, name, followsWeekday }) => [date, kind, name, followsWeekday]).sort());
  return written(some) === written(others);
}
