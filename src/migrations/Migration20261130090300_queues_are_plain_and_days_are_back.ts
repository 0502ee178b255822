import { following, followingNoMore, type Follows, kindsOf } from './news-follows.ts';
import { MigrationWhileInUse, portionwise } from './while-in-use.ts';

/** Shifts that were called off of the day of a series to which a shift of now belongs. */
const GONE = `array(select gone.id from shift sft join shift gone on gone.activity_id = sft.activity_id and gone.series_date = sft.series_date and gone.off_calendar
  where sft.id = new.shift_id)`;

export const CALLED_OFF = ['shift-cancelled', 'waitlist-closed'];

/** Whoever has a place again on a day that was called off and is there again, or waits for one, reads no longer that it does not take place. */
export const OF_DAY: readonly Follows[] = ['signup', 'waitlist_entry'].map((table) => ({
  table,
  name: `${table}_of_day`,
  on: 'insert',
  ends: [['array[new.person_id]', GONE, CALLED_OFF]],
}));

/**
 * All that pg-boss puts into statements of a queue is plain: what is written to its table never becomes a statement that the owner runs.
 * What was told of a day that was called off goes for whoever has a place there again.
 */
export class Migration20261130090300_queues_are_plain_and_days_are_back extends MigrationWhileInUse {
  override up(): void {
    this.each(
      `alter table pgboss.queue drop constraint if exists "queue_is_plain",
        add constraint "queue_is_plain" check (not partition and table_name = 'job_common' and policy ~ '^[a-z_]+$' and name ~ '^[A-Za-z0-9_./-]+$');`,
      ...OF_DAY.map(following),
      portionwise(
        'notice',
        `update notice ntc set rests_on = '{}', dedupe_key = ntc.dedupe_key || '/' || ntc.id from shift gone
      where ntc.id = any(due) and ntc.kind in (${kindsOf(CALLED_OFF)}) and ntc.rests_on is distinct from '{}' and gone.id = ntc.about_id and gone.off_calendar
        and exists (select from shift sft where sft.activity_id = gone.activity_id and sft.series_date = gone.series_date
          and (exists (select from signup sgn where sgn.shift_id = sft.id and sgn.person_id = ntc.person_id and sgn.status in ('PENDING', 'CONFIRMED'))
            or exists (select from waitlist_entry wle where wle.shift_id = sft.id and wle.person_id = ntc.person_id and wle.status in ('WAITING', 'OFFERED'))))`,
      ),
    );
  }

  override down(): void {
    this.each(
      `alter table pgboss.queue drop constraint if exists "queue_is_plain";`,
      ...OF_DAY.map((each) => followingNoMore(each).replaceAll(/drop (trigger|function)/g, 'drop $1 if exists')),
    );
  }
}
