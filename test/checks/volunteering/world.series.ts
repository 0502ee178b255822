import {
  aCalendarDay,
  aShift,
  aShiftRole,
  aShiftSeries,
  aVolunteerActivity,
  minutesAfter,
  type ShiftRecord,
  type ShiftSeriesRecord,
  type VolunteerActivityRecord,
} from '../../../seeds/factories/index.ts';
import { CalendarDay, CalendarDayKind } from '../../../src/domains/people/index.ts';
import {
  Shift,
  ShiftRole,
  ShiftSeries,
  ShiftStatus,
  VolunteerActivity,
} from '../../../src/domains/volunteering/index.ts';
import type { Organisation } from '../world.organisation.ts';

const begins = (date: string): Date => new Date(`${date}T07:20:00+08:00`);

/** Wednesdays around a holiday, one moved by itself and one called off; a rule that goes on from it, and one that knows no holidays. */
export async function writeSeries({ scenario, school, schoolYear, organiser }: Organisation) {
  const audience = await scenario.audience({ school });
  const [recurring, daily] = [school, null].map((at) =>
    aVolunteerActivity({ district: scenario.district, school: at, audience, organiser: organiser.staff }),
  ) as [VolunteerActivityRecord, VolunteerActivityRecord];
  const weekly = aShiftSeries({ activity: recurring, firstDate: '2026-11-25', lastDate: '2026-12-15' });
  const later = aShiftSeries({
    activity: recurring,
    continues: weekly,
    origin: weekly,
    firstDate: '2026-12-16',
    lastDate: '2026-12-30',
  });
  const throughHolidays = aShiftSeries({
    activity: daily,
    firstDate: '2026-12-01',
    lastDate: '2026-12-31',
    skipsHolidays: false,
  });
  const on = (
    activity: VolunteerActivityRecord,
    series: ShiftSeriesRecord,
    date: string,
    given: Omit<Partial<ShiftRecord>, 'activity'> = {},
  ): ShiftRecord =>
    aShift({
      activity,
      series,
      seriesDate: date,
      startsAt: begins(date),
      endsAt: minutesAfter(begins(date), 40),
      ...given,
    });
  const moved = minutesAfter(begins('2026-12-09'), 600);
  const shifts = {
    wednesday: on(recurring, weekly, '2026-11-25'),
    madeUp: on(recurring, weekly, '2026-12-05'),
    detached: on(recurring, weekly, '2026-12-09', { startsAt: moved, endsAt: minutesAfter(moved, 40), detached: true }),
    calledOff: on(recurring, weekly, '2026-12-11', {
      status: ShiftStatus.CANCELLED,
      cancelledAt: scenario.now,
      cancelReason: '天气原因',
    }),
    afterwards: on(recurring, later, '2026-12-16'),
    onHoliday: on(daily, throughHolidays, '2026-12-02'),
  };
  await scenario.write((put) => {
    put(CalendarDay, aCalendarDay({ schoolYear, date: '2026-12-02', name: '校庆' }));
    put(
      CalendarDay,
      aCalendarDay({
        schoolYear,
        date: '2026-12-05',
        kind: CalendarDayKind.MAKE_UP,
        followsWeekday: 3,
        name: '校庆调休',
      }),
    );
    for (const activity of [recurring, daily]) put(VolunteerActivity, activity);
    for (const series of [weekly, later, throughHolidays]) put(ShiftSeries, series);
    for (const shift of Object.values(shifts)) {
      put(Shift, shift);
      put(ShiftRole, aShiftRole({ shift }));
    }
  });
  return { recurring, daily, weekly, later, series: shifts };
}

export type Series = Awaited<ReturnType<typeof writeSeries>>;
