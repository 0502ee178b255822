import type { Transaction } from '../../../../../platform/commands/index.ts';
import { sql } from '../../../../../platform/reading/index.ts';
import { tellEach } from '../../../notices/index.ts';
import { isFor, type Shift } from '../../../model/index.ts';

/**
 * A day that had fallen away is there again, with a shift of its own: whoever lost a place or a wait with the one that was called off, and
 * may have a place in this one, is told so and signs up anew. Of days that are new nobody is told.
 * @param added shifts that were laid out and are published
 */
export async function tellOfDaysBack(tx: Transaction, added: readonly Shift[]): Promise<void> {
  if (added.length === 0) return;
  await tx.em.flush();
  const rows = await tx.query<{ id: string; starts_at: string; persons: string[] }>(sql`
    select sft.id, to_json(sft.starts_at) as starts_at, array_agg(distinct lost.person_id) as persons
    from shift sft join shift_series srs on srs.id = sft.series_id
      join shift_series ser on coalesce(ser.origin_id, ser.id) = coalesce(srs.origin_id, srs.id)
      join shift gone on gone.series_id = ser.id and gone.series_date = sft.series_date and gone.off_calendar
      join lateral (
        select sgn.person_id, sgn.guardian_id from signup sgn where sgn.shift_id = gone.id and sgn.status = 'CANCELLED' and sgn.cancelled_at = gone.cancelled_at
        union select wle.person_id, wle.guardian_id from waitlist_entry wle where wle.shift_id = gone.id and wle.status = 'CLOSED' and wle.ended_at = gone.cancelled_at) lost on true
    where sft.id = any(${added.map(({ id }) => id)}::uuid[]) and ${isFor(sql`lost.guardian_id`, sql`sft.id`)}
    group by sft.id order by sft.starts_at, sft.id`);
  await tellEach(
    tx,
    'SHIFT_BACK',
    rows.map(({ id, starts_at, persons }) => ({ to: persons, about: id, params: { at: new Date(starts_at) } })),
  );
}
