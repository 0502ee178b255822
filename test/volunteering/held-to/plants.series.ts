import { aCalendarDay, aShift } from '../../../seeds/factories/index.ts';
import { CalendarDay, CalendarDayKind } from '../../../src/domains/people/index.ts';
import { Shift } from '../../../src/domains/volunteering/index.ts';
import type { Plant, Refusal } from '../../checks/plant.ts';

const put = `update shift set series_date = $2::date, starts_at = ($2::date + time '07:20') at time zone 'Asia/Shanghai',
  ends_at = ($2::date + time '08:00') at time zone 'Asia/Shanghai' where id = $1`;

const onRule = (how: string, write: Plant['write']): Plant => ({ check: 'volunteering.shift-on-rule', how, write });

export const seriesPlants: readonly Plant[] = [
  onRule('on another day of the week, where no calendar is followed', ({ run }, { series }) =>
    run(put, series.onHoliday.id, '2026-12-03'),
  ),
  onRule('after the last day', ({ run }, { series }) => run(put, series.wednesday.id, '2026-12-23')),
  onRule('before the first day', ({ run }, { weekly }) =>
    run("update shift_series set first_date = '2026-12-01' where id = $1", weekly.id),
  ),
  ...['starts_at', 'ends_at'].map((edge) =>
    onRule(`at another time: ${edge}`, ({ run }, { series }) =>
      run(`update shift set ${edge} = ${edge} + interval '1 minute' where id = $1`, series.wednesday.id),
    ),
  ),
  onRule('moved by itself, and not marked so', ({ run }, { series }) =>
    run('update shift set detached = false where id = $1', series.detached.id),
  ),
  {
    check: 'volunteering.series-of-activity',
    how: 'of another activity than its shifts',
    write: ({ run }, { series, later }) =>
      run('update shift set series_id = $2 where id = $1', series.onHoliday.id, later.id),
    alsoBreaks: ['volunteering.shift-on-rule'],
  },
  {
    check: 'volunteering.series-of-activity',
    how: 'goes on from one that has not ended',
    refusedBy: 'shift_series_no_overlap',
    write: ({ run }, { weekly }) => run("update shift_series set last_date = '2026-12-16' where id = $1", weekly.id),
  },
  {
    check: 'volunteering.reconfirm-before-start',
    how: 'a millisecond longer than until the start',
    write: ({ run }, { confirmed, offered }) =>
      run(
        "update signup set reconfirm_until = $2::timestamptz + interval '1 millisecond' where id = $1",
        confirmed.id,
        offered.shift.startsAt,
      ),
  },
];

const statements: Readonly<Record<string, readonly string[]>> = {
  shift_of_series: [
    'update shift set series_date = null where series_id is not null',
    "update shift set series_date = '2026-12-02' where series_id is null",
  ],
  shift_series_no_overlap: [
    "update shift_series set last_date = '2026-12-16' where id in (select continues_id from shift_series)",
  ],
  shift_series_origin: [
    'update shift_series set origin_id = null where continues_id is not null',
    'update shift_series set origin_id = id where continues_id is not null',
  ],
  shift_series_dates: [
    'update shift_series set last_date = first_date - 1',
    'update shift_series set last_date = first_date + 401',
  ],
  shift_series_times: ['update shift_series set end_time = start_time'],
  shift_series_weekdays: [
    "update shift_series set weekdays = '{}'",
    "update shift_series set weekdays = '{0}'",
    "update shift_series set weekdays = '{8}'",
    "update shift_series set weekdays = '{1,1,1,1,1,1,1,1}'",
  ],
  shift_series_signup_times: [
    'update shift_series set signup_opens_days_before = 0',
    'update shift_series set signup_closes_minutes_before = -1',
    'update shift_series set cancel_until_minutes_before = -1',
    'update shift_series set signup_closes_minutes_before = signup_opens_days_before * 1440',
  ],
  signup_reconfirm: [
    "update signup set reconfirm_until = now() where status = 'CANCELLED'",
    "update signup set reconfirm_until = now() where status = 'REJECTED'",
  ],
};

export const seriesRefusals: readonly Refusal[] = [
  ...Object.entries(statements).flatMap(([constraint, each]) =>
    each.map((statement): Refusal => ({ constraint, how: statement, write: ({ run }) => run(statement) })),
  ),
  {
    constraint: 'shift_series_date_unique',
    how: 'two for one day',
    write: ({ row }, { recurring, weekly, series: { wednesday } }) =>
      row(
        Shift,
        aShift({ activity: recurring, series: weekly, seriesDate: wednesday.seriesDate, startsAt: wednesday.startsAt }),
      ),
  },
  ...[
    { kind: CalendarDayKind.HOLIDAY, followsWeekday: 1 },
    { kind: CalendarDayKind.MAKE_UP, followsWeekday: null },
    { kind: CalendarDayKind.MAKE_UP, followsWeekday: 8 },
  ].map((given): Refusal => ({
    constraint: 'calendar_day_follows',
    how: `${given.kind} that follows ${given.followsWeekday}`,
    write: ({ row }, { schoolYear }) => row(CalendarDay, aCalendarDay({ schoolYear, date: '2026-10-01', ...given })),
  })),
];
