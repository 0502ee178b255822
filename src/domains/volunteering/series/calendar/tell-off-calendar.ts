import type { Transaction } from '../../../../platform/commands/index.ts';
import { raw, sql } from '../../../../platform/reading/index.ts';
import { tellEach } from '../../notices.ts';
import { isOffCalendar } from './off-calendar.ts';

/**
 * Tells organisers of shifts of their series that the calendar has no place for any more, each set of days once: whatever
 * changed the calendar, a holiday, a term or a school year.
 * @param most how many series to tell of
 * @returns how many were told of
 */
export async function tellOffCalendar(tx: Transaction, most: number): Promise<number> {
  const due = await tx.query<{ id: string; title: string; person_id: string; dates: string; dedupe: string }>(sql`
    select off.* from (
      select sft.series_id as id, act.title, stf.person_id, string_agg(to_char(sft.series_date, 'MM-DD'), '、' order by sft.series_date) as dates,
        sft.series_id || '/' || md5(string_agg(sft.series_date::text, ',' order by sft.series_date)) as dedupe
      from shift sft join volunteer_activity act on act.id = sft.activity_id join staff stf on stf.id = act.organiser_id
      where sft.series_id is not null and ${isOffCalendar(raw('sft'))} group by sft.series_id, act.title, stf.person_id) off
    where not exists (select 1 from notice ntc where ntc.person_id = off.person_id and ntc.kind = 'volunteering.series-off-calendar' and ntc.dedupe_key = off.dedupe)
    order by off.id limit ${most}`);
  await tellEach(tx, 'SERIES_OFF_CALENDAR', due.map(({ id, title, person_id, dates, dedupe }) => ({ to: [person_id], params: { shift: title, dates }, about: id, dedupe })));
  return due.length;
}
