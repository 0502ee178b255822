import { now, raw, sql, table, type Alias, type Sql } from '../../../../../platform/reading/index.ts';
import { today } from '../../../../people/index.ts';
import { schoolOn } from '../../../../recurrence/index.ts';

/** The calendar of now has no place for a shift: its series, which follows the calendar, would not make it any more. */
export function withoutPlace(shift: Alias): Sql {
  return sql`(${shift}.status <> 'CANCELLED' and not ${shift}.detached and exists (select 1 from ${table('shift_series')} ser where ser.id = ${shift}.series_id
    and ser.skips_holidays and not ${schoolOn(sql`${shift}.series_date`, { districtId: sql`${shift}.district_id`, weekdays: sql`ser.weekdays` })}))`;
}

/**
 * Such a shift that is to come: a holiday, a vacation or another day to follow was entered later. It stands until its
 * organiser says so: somebody may count on it.
 */
export function isOffCalendar(shift: Alias): Sql {
  return sql`${shift}.starts_at > ${now} and ${withoutPlace(shift)}`;
}

/** Days to come for which a series that follows the calendar has no shift, though the calendar of now asks for one: e.g. a make-up day that was entered later, or a holiday that was taken back. What was called off for another reason is not missed. */
export function missingDates(series: Alias): Sql {
  return sql`select array(select to_char(day.date, 'YYYY-MM-DD') from ${table('shift_series')} ser join ${table('volunteer_activity')} act on act.id = ser.activity_id and act.status <> 'CANCELLED',
    lateral (select each::date as date from generate_series(greatest(ser.first_date, ${today}), ser.last_date, interval '1 day') each) day
    where ser.id = ${series}.id and ser.skips_holidays and not ${calledOff(raw('ser'))} and (day.date + ser.start_time) at time zone 'Asia/Shanghai' > ${now}
      and ${schoolOn(sql`day.date`, { districtId: sql`act.district_id`, weekdays: sql`ser.weekdays` })}
      and not exists (select 1 from ${table('shift')} sft where sft.series_id = ser.id and sft.series_date = day.date and not sft.off_calendar) order by 1)`;
}

/** A series was called off as a whole, so it asks for no day: none of its shifts stands, and not all of them ended by themselves or by what it asks for. */
function calledOff(series: Alias): Sql {
  return sql`(select coalesce(bool_and(sft.status = 'CANCELLED') and bool_or(not sft.detached and not sft.off_calendar), false)
    from ${table('shift')} sft where sft.series_id = ${series}.id and sft.series_date between ${series}.first_date and ${series}.last_date)`;
}
