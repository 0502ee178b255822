import { now, sql, type Alias, type Sql } from '../../../../platform/reading/index.ts';
import { today } from '../../../people/index.ts';

/** The calendar of now asks for no shift of a series `ser` on a day of the district: a holiday, a day that follows another weekday, a vacation. */
function noneOn(day: Sql, districtId: Sql): Sql {
  return sql`(exists (select 1 from school_year syr join calendar_day cdy on cdy.school_year_id = syr.id and cdy.date = ${day}
      where syr.district_id = ${districtId} and ${day} between syr.starts_on and syr.ends_on and (cdy.kind = 'HOLIDAY' or not cdy.follows_weekday = any(ser.weekdays)))
    or (not extract(isodow from ${day})::smallint = any(ser.weekdays) and not exists (select 1 from school_year syr join calendar_day cdy on cdy.school_year_id = syr.id and cdy.date = ${day}
      where syr.district_id = ${districtId} and ${day} between syr.starts_on and syr.ends_on and cdy.follows_weekday = any(ser.weekdays)))
    or exists (select 1 from school_year syr where syr.district_id = ${districtId} and ${day} between syr.starts_on and syr.ends_on
      and exists (select 1 from term trm where trm.school_year_id = syr.id)
      and not exists (select 1 from term trm where trm.school_year_id = syr.id and ${day} between trm.starts_on and trm.ends_on)))`;
}

/**
 * A shift to come that its series, which follows the calendar, would not make any more: a holiday, a vacation or another
 * day to follow was entered later. It stands until its organiser says so: somebody may count on it.
 */
export function isOffCalendar(shift: Alias): Sql {
  return sql`${shift}.status <> 'CANCELLED' and not ${shift}.detached and ${shift}.starts_at > ${now} and exists (
    select 1 from shift_series ser where ser.id = ${shift}.series_id and ser.skips_holidays and ${noneOn(sql`${shift}.series_date`, sql`${shift}.district_id`)})`;
}

/** Days to come for which a series that follows the calendar has no shift, though the calendar of now asks for one: e.g. a make-up day that was entered later, or a holiday that was taken back. What was called off for another reason is not missed. */
export function missingDates(series: Alias): Sql {
  return sql`select array(select to_char(day.date, 'YYYY-MM-DD') from shift_series ser join volunteer_activity act on act.id = ser.activity_id and act.status <> 'CANCELLED',
    lateral (select each::date as date from generate_series(greatest(ser.first_date, ${today} + 1), ser.last_date, interval '1 day') each) day
    where ser.id = ${series}.id and ser.skips_holidays and not ${noneOn(sql`day.date`, sql`act.district_id`)}
      and not exists (select 1 from shift sft where sft.series_id = ser.id and sft.series_date = day.date and not sft.off_calendar) order by 1)`;
}
