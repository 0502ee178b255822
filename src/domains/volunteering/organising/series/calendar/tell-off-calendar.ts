import type { Transaction } from '../../../../../platform/commands/index.ts';
import { raw, sql } from '../../../../../platform/reading/index.ts';
import { tellEach } from '../../../notices/index.ts';
import { whoRunsActivity } from '../../../model/index.ts';
import { isOffCalendar, withoutPlace } from './off-calendar.ts';

/** Days that a notice names; of more it says how many there are. */
const MOST_NAMED = 30;

interface SeriesOffCalendar {
  readonly id: string;
  readonly title: string;
  readonly persons: string[];
  readonly dates: string[];
}

const sft = raw('sft');

/**
 * Tells whoever runs them of shifts of their series that the calendar has no place for any more, each shift once, whatever changed
 * the calendar: a holiday, a term or a school year. Where it has a place again and loses it anew, that is told anew. What is being
 * changed elsewhere is left to the next time.
 * @param most how many series to tell of
 * @returns how many were told of
 */
export async function tellOffCalendar(tx: Transaction, most: number): Promise<number> {
  await tx.query(sql`update shift set off_calendar_told_at = null from (
      select sft.id from shift sft where sft.off_calendar_told_at is not null and sft.starts_at > ${tx.now} and not ${withoutPlace(sft)}
      order by sft.id for no key update of sft skip locked) back where shift.id = back.id`);
  const due = await tx.query<SeriesOffCalendar>(sql`
    with due as (
      select sft.id, sft.series_id, sft.activity_id, sft.series_date from shift sft join volunteer_activity act on act.id = sft.activity_id
      where sft.series_id in (select sft.series_id from shift sft where sft.series_id is not null and sft.off_calendar_told_at is null and ${isOffCalendar(sft)}
          group by sft.series_id order by sft.series_id limit ${most})
        and sft.off_calendar_told_at is null and ${isOffCalendar(sft)} and exists (${whoRunsActivity})
      order by sft.id for no key update of sft skip locked),
    told as (update shift set off_calendar_told_at = ${tx.now} from due where shift.id = due.id)
    select due.series_id as id, act.title, array(${whoRunsActivity}) as persons, array_agg(to_char(due.series_date, 'MM-DD') order by due.series_date) as dates
    from due join volunteer_activity act on act.id = due.activity_id group by due.series_id, act.id order by due.series_id`);
  await tellEach(
    tx,
    'SERIES_OFF_CALENDAR',
    due.map(({ id, title, persons, dates }) => ({
      to: persons,
      params: { shift: title, dates: named(dates) },
      about: id,
    })),
  );
  return due.length;
}

function named(dates: readonly string[]): string {
  const more = dates.length > MOST_NAMED ? ` …(${dates.length})` : '';
  return `${dates.slice(0, MOST_NAMED).join('、')}${more}`;
}
