import type { Check } from '../../../../platform/graphql/index.ts';

export const seriesChecks: readonly Check[] = [
  {
    name: 'volunteering.shift-on-rule',
    description:
      'A shift of a series that stands lies on its rule, unless it was changed by itself: the dates, the times, and the days of the week where it knows no calendar. What a calendar that changed later has no place for waits for the organiser (`shiftsOffCalendar`).',
    sql: `select t.id from shift t join shift_series s on s.id = t.series_id
      where t.status <> 'CANCELLED' and not t.detached and (
        t.series_date not between s.first_date and s.last_date
        or (not s.skips_holidays and not extract(isodow from t.series_date)::smallint = any(s.weekdays))
        or t.starts_at <> (t.series_date + s.start_time) at time zone 'Asia/Shanghai' or t.ends_at <> (t.series_date + s.end_time) at time zone 'Asia/Shanghai')`,
  },
  {
    name: 'volunteering.series-of-activity',
    description:
      'A series makes shifts of its own activity, and goes on from an earlier one of it; of all that go on from one another no two have a day in common.',
    sql: `select t.id from shift t join shift_series s on s.id = t.series_id where s.activity_id <> t.activity_id
      union all select s.id from shift_series s join shift_series before on before.id = s.continues_id
      where before.activity_id <> s.activity_id or before.last_date >= s.first_date or s.origin_id <> coalesce(before.origin_id, before.id)
      union all select s.id from shift_series s join shift_series other on coalesce(other.origin_id, other.id) = coalesce(s.origin_id, s.id) and other.id <> s.id
      where s.first_date <= other.last_date and other.first_date <= s.last_date`,
  },
  {
    name: 'volunteering.reconfirm-before-start',
    description: 'Nobody has time to confirm again beyond the start.',
    sql: `select s.id from signup s join shift t on t.id = s.shift_id where s.reconfirm_until > t.starts_at`,
  },
];
