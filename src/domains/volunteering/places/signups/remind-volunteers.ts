import type { Transaction } from '../../../../platform/commands/index.ts';
import { now, sql } from '../../../../platform/reading/index.ts';
import { tellEach } from '../../notices/index.ts';

/** Reminders go out when a shift begins within this time. */
const HOURS_BEFORE = 24;

/**
 * Reminds those who have a place of shifts that begin within a day, each of them once for each time that the shift has:
 * a reminder goes with the place.
 * @param most how many shifts to look at
 * @returns how many shifts were reminded of
 */
export async function remindVolunteers(tx: Transaction, most: number): Promise<number> {
  const due = await tx.query<{
    id: string;
    starts_at: Date;
    place: string;
    revision: number;
    signups: { id: string; person: string }[];
  }>(sql`
    select sft.id, sft.starts_at, sft.place, sft.revision, json_agg(json_build_object('id', sgn.id, 'person', sgn.person_id)) as signups
    from shift sft join signup sgn on sgn.shift_id = sft.id and sgn.status = 'CONFIRMED'
    where sft.status = 'SCHEDULED' and sft.starts_at > ${now} and sft.starts_at <= ${now} + make_interval(hours => ${HOURS_BEFORE}::int)
      and not exists (select 1 from notice ntc where ntc.person_id = sgn.person_id and ntc.kind = 'volunteering.shift-soon'
        and ntc.dedupe_key = sft.id || '/' || sft.revision)
    group by sft.id order by sft.starts_at, sft.id limit ${most}`);
  await tellEach(
    tx,
    'SHIFT_SOON',
    due.flatMap(({ id, starts_at, place, revision, signups }) =>
      signups.map((signup) => ({
        to: [signup.person],
        about: signup.id,
        params: { at: starts_at, place },
        dedupe: `${id}/${revision}`,
      })),
    ),
  );
  return due.length;
}
