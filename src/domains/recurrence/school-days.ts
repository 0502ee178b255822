import { sql, table, type Sql } from '../../platform/reading/index.ts';

/**
 * The one rule by which the calendar of now asks for something on a day: there is school, and it follows the timetable of one of the
 * days of the week, 1 Monday to 7 Sunday. None on a holiday or in a vacation; a make-up day counts as the weekday that it follows.
 * In a school year without terms on record, and beyond any, there is school all along.
 */
export function schoolOn(
  day: Sql,
  { districtId, weekdays }: { readonly districtId: Sql; readonly weekdays: Sql },
): Sql {
  const year = sql`syr.district_id = ${districtId} and ${day} between syr.starts_on and syr.ends_on`;
  return sql`(coalesce((select bool_and(cdy.kind <> 'HOLIDAY' and coalesce(cdy.follows_weekday, extract(isodow from ${day})::smallint) = any(${weekdays}))
      from ${table('school_year')} syr join ${table('calendar_day')} cdy on cdy.school_year_id = syr.id and cdy.date = ${day} where ${year}), ${onWeekday(day, weekdays)})
    and not exists (select 1 from ${table('school_year')} syr where ${year} and exists (select 1 from ${table('term')} trm where trm.school_year_id = syr.id)
      and not exists (select 1 from ${table('term')} trm where trm.school_year_id = syr.id and ${day} between trm.starts_on and trm.ends_on)))`;
}

/** The same by the week alone. */
export function onWeekday(day: Sql, weekdays: Sql): Sql {
  return sql`extract(isodow from ${day})::smallint = any(${weekdays})`;
}
