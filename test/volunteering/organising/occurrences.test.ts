import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarDayKind } from '../../../src/domains/people/index.ts';
import { occurrencesOf, type SchoolCalendar, type SeriesRule } from '../../../src/domains/volunteering/index.ts';

const DAY = 86_400_000;
const dateAt = (day: number): string => new Date(Date.parse('2026-08-25') + day * DAY).toISOString().slice(0, 10);
const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7;
const inShanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
const clock = (moment: Date): string => inShanghai.format(moment);

const special = fc.record({ day: fc.nat(399), kind: fc.constantFrom(CalendarDayKind.HOLIDAY, CalendarDayKind.MAKE_UP), follows: fc.integer({ min: 1, max: 7 }) });
const range = (most: number) => fc.tuple(fc.nat(most), fc.nat(most)).map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const);

const calendars: fc.Arbitrary<SchoolCalendar> = fc.record({
  days: fc.array(special, { maxLength: 60 }).map((days) => new Map(days.map(({ day, kind, follows }) =>
    [dateAt(day), { kind, followsWeekday: kind === CalendarDayKind.MAKE_UP ? follows : null }]))),
  years: fc.option(fc.array(range(399), { maxLength: 3 }), { nil: [] }).map((terms) =>
    [{ startsOn: dateAt(0), endsOn: dateAt(399), terms: terms.map(([from, to]) => ({ startsOn: dateAt(from), endsOn: dateAt(to) })) }]),
});

const rules: fc.Arbitrary<SeriesRule> = fc.record({
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  times: range(1438).map(([from, to]) => [from, to + 1].map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00`)),
  dates: range(399),
  skipsHolidays: fc.boolean(),
}).map(({ weekdays, times, dates: [from, to], skipsHolidays }) =>
  ({ weekdays, startTime: times[0]!, endTime: times[1]!, firstDate: dateAt(from), lastDate: dateAt(to), skipsHolidays }));

const always = (holds: (rule: SeriesRule, calendar: SchoolCalendar) => void): void => fc.assert(fc.property(rules, calendars, holds), { numRuns: 300 });

describe('the days that a rule asks for', () => {
  it('lie within its dates, in order, each once', () => always((rule, calendar) => {
    const dates = occurrencesOf(rule, calendar).map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const date of dates) expect(date >= rule.firstDate && date <= rule.lastDate).toBe(true);
  }));

  it('have the time of the rule by the clock of Asia/Shanghai, in summer and in winter', () => always((rule, calendar) => {
    for (const { date, startsAt, endsAt } of occurrencesOf(rule, calendar)) {
      expect([clock(startsAt), clock(endsAt)]).toEqual([`${date} ${rule.startTime}`, `${date} ${rule.endTime}`]);
    }
  }));

  it('are no holidays and lie in a term, make-up days by the weekday that they follow; no other day is missing', () => always((given, calendar) => {
    const rule = { ...given, skipsHolidays: true };
    const found = new Set(occurrencesOf(rule, calendar).map(({ date }) => date));
    const terms = calendar.years[0]!.terms;
    for (let date = rule.firstDate; date <= rule.lastDate; date = new Date(Date.parse(date) + DAY).toISOString().slice(0, 10)) {
      const day = calendar.days.get(date);
      const hasSchool = day?.kind !== CalendarDayKind.HOLIDAY && (terms.length === 0 || terms.some(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn));
      expect(found.has(date), date).toBe(hasSchool && rule.weekdays.includes(day?.followsWeekday ?? weekdayOf(date)));
    }
  }));

  it('go by the week alone where holidays are not skipped', () => always((given, calendar) => {
    const rule = { ...given, skipsHolidays: false };
    const days = (Date.parse(rule.lastDate) - Date.parse(rule.firstDate)) / DAY + 1;
    const expected = Array.from({ length: days }, (_, index) => new Date(Date.parse(rule.firstDate) + index * DAY).toISOString().slice(0, 10)).filter((date) => rule.weekdays.includes(weekdayOf(date)));
    expect(occurrencesOf(rule, calendar).map(({ date }) => date)).toEqual(expected);
  }));

  it('skip 国庆节, and take its make-up Saturday in as the Wednesday that it follows', () => {
    const days = new Map(Array.from({ length: 7 }, (_, index) => [`2026-10-0${index + 1}`, { kind: CalendarDayKind.HOLIDAY, followsWeekday: null }] as [string, { kind: CalendarDayKind; followsWeekday: number | null }]));
    days.set('2026-10-10', { kind: CalendarDayKind.MAKE_UP, followsWeekday: 3 });
    const rule = { weekdays: [3], startTime: '07:20:00', endTime: '08:00:00', firstDate: '2026-09-28', lastDate: '2026-10-20', skipsHolidays: true };
    expect(occurrencesOf(rule, { days, years: [] })).toEqual(['2026-09-30', '2026-10-10', '2026-10-14'].map((date) =>
      ({ date, startsAt: new Date(`${date}T07:20:00+08:00`), endsAt: new Date(`${date}T08:00:00+08:00`) })));
  });
});
