import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCalendarDay, aTerm } from '../../../seeds/factories/index.ts';
import type { Scenario } from '../../../seeds/scenario/index.ts';
import { CalendarDay, CalendarDayKind, Term } from '../../../src/domains/people/index.ts';
import { occurrencesOf, type Occurrence, type RecurrenceRule } from '../../../src/domains/recurrence/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { sweep } from '../../support/sweeps.ts';
import { beginScenario } from '../../support/world.ts';

const DAY = 86_400_000;
/** The school year goes from 1 September to 31 August: the first days that are asked for lie before it. */
const dateAt = (day: number): string => new Date(Date.parse('2026-08-25') + day * DAY).toISOString().slice(0, 10);
const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;
const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const clock = (moment: Date): string => inShanghai.format(moment);
const IN_YEAR = 7;

interface Calendar {
  readonly days: ReadonlyMap<string, { readonly kind: CalendarDayKind; readonly followsWeekday: number | null }>;
  readonly terms: readonly { readonly startsOn: string; readonly endsOn: string }[];
}

const special = fc.record({
  day: fc.integer({ min: IN_YEAR, max: 371 }),
  kind: fc.constantFrom(CalendarDayKind.HOLIDAY, CalendarDayKind.MAKE_UP),
  follows: fc.integer({ min: 1, max: 7 }),
});
const range = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

/** At most two terms, one after the other. */
const terms = fc.uniqueArray(fc.integer({ min: IN_YEAR, max: 371 }), { minLength: 4, maxLength: 4 }).chain((bounds) => {
  const [first, last, next, end] = bounds.sort((one, other) => one - other).map(dateAt);
  return fc.constantFrom(
    [],
    [{ startsOn: first!, endsOn: last! }],
    [
      { startsOn: first!, endsOn: last! },
      { startsOn: next!, endsOn: end! },
    ],
  );
});
const calendars: fc.Arbitrary<Calendar> = fc.record({
  days: fc
    .array(special, { maxLength: 60 })
    .map(
      (days) =>
        new Map(
          days.map(({ day, kind, follows }) => [
            dateAt(day),
            { kind, followsWeekday: kind === CalendarDayKind.MAKE_UP ? follows : null },
          ]),
        ),
    ),
  terms,
});

const rules: fc.Arbitrary<RecurrenceRule> = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    times: range(1438).map(([from, to]) =>
      [from, to + 1].map(
        (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`,
      ),
    ),
    dates: range(399),
    skipsHolidays: fc.boolean(),
  })
  .map(({ weekdays, times, dates: [from, to], skipsHolidays }) => ({
    weekdays,
    startTime: times[0]!,
    endTime: times[1]!,
    firstDate: dateAt(from),
    lastDate: dateAt(to),
    skipsHolidays,
  }));

let hub: TestHub;
let scenario: Scenario;
beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub, new Date('2026-09-21T01:00:00.000Z'));
});
afterAll(() => hub.stop());

async function asked(rule: RecurrenceRule, calendar: Calendar): Promise<Occurrence[]> {
  await hub.database.pool.query('delete from calendar_day');
  await hub.database.pool.query('delete from term');
  await scenario.write((put) => {
    for (const [date, day] of calendar.days)
      put(CalendarDay, aCalendarDay({ schoolYear: scenario.schoolYear, date, ...day }));
    for (const [index, term] of calendar.terms.entries())
      put(Term, aTerm({ schoolYear: scenario.schoolYear, number: index + 1, ...term }));
  });
  let found: Occurrence[] = [];
  await sweep(hub, scenario.now, async (tx) => (found = await occurrencesOf(tx, scenario.district.id, rule)).length);
  return found;
}

const always = (holds: (rule: RecurrenceRule, calendar: Calendar, found: Occurrence[]) => void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(rules, calendars, async (rule, calendar) => holds(rule, calendar, await asked(rule, calendar))),
    { numRuns: 40 },
  );

describe('the days that a rule asks for', () => {
  it(
    'lie within its dates, in order, each once, at the time of the rule by the clock of Asia/Shanghai',
    () =>
      always((rule, _, found) => {
        const dates = found.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].sort());
        for (const date of dates) expect(date >= rule.firstDate && date <= rule.lastDate).toBe(true);
        for (const { date, startsAt, endsAt } of found)
          expect([clock(startsAt), clock(endsAt)]).toEqual([`${date} ${rule.startTime}`, `${date} ${rule.endTime}`]);
      }),
    60_000,
  );

  it(
    'are no holidays and lie in a term, make-up days by the weekday that they follow; no other day is missing; by the week alone where holidays are not skipped',
    () =>
      always((rule, { days, terms: known }, found) => {
        const dates = new Set(found.map(({ date }) => date));
        for (
          let date = rule.firstDate;
          date <= rule.lastDate;
          date = new Date(Date.parse(date) + DAY).toISOString().slice(0, 10)
        ) {
          const day = rule.skipsHolidays ? days.get(date) : undefined;
          const inYear = date >= '2026-09-01' && date <= '2027-08-31';
          const vacation =
            rule.skipsHolidays &&
            inYear &&
            known.length > 0 &&
            !known.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
          expect(dates.has(date), date).toBe(
            !vacation &&
              day?.kind !== CalendarDayKind.HOLIDAY &&
              rule.weekdays.includes(day?.followsWeekday ?? weekdayOf(date)),
          );
        }
      }),
    60_000,
  );

  it('skip 国庆节, and take its make-up Saturday in as the Wednesday that it follows', async () => {
    const days = new Map(
      Array.from(
        { length: 7 },
        (_, index) =>
          [`2026-10-0${index + 1}`, { kind: CalendarDayKind.HOLIDAY, followsWeekday: null }] as [
            string,
            { kind: CalendarDayKind; followsWeekday: number | null },
          ],
      ),
    );
    days.set('2026-10-10', { kind: CalendarDayKind.MAKE_UP, followsWeekday: 3 });
    const rule = {
      weekdays: [3],
      startTime: '07:20:00',
      endTime: '08:00:00',
      firstDate: '2026-09-28',
      lastDate: '2026-10-20',
      skipsHolidays: true,
    };
    expect(await asked(rule, { days, terms: [] })).toEqual(
      ['2026-09-30', '2026-10-10', '2026-10-14'].map((date) => ({
        date,
        startsAt: new Date(`${date}T07:20:00+08:00`),
        endsAt: new Date(`${date}T08:00:00+08:00`),
      })),
    );
  });
});
