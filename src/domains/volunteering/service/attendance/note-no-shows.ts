import type { Transaction } from '../../../../platform/commands/index.ts';
import { raw, sql } from '../../../../platform/reading/index.ts';
import { tellEach } from '../../notices/index.ts';
import { hadTheRight } from '../../model/index.ts';
import { defaultTerms, suspendEachForNoShows } from '../../volunteers/index.ts';
import { lockPresences } from './attendance.locks.ts';
import { noteExcused, noteMissing } from './note-attendance.ts';

/** Beyond this time, it is the organiser's to say who was missing. */
const LOOKS_BACK_DAYS = 60;

/**
 * Notes as missing who has a place, and of whom nothing is known when nothing can be sent any more: the earliest shifts
 * first. Nobody misses what was not for them any more while it ran, and whoever asked to be let go and had no answer is excused, as is whom the hub
 * turned away while the shift ran: nobody is held to be missing by the silence or the mistakes of others, nor while service that they wrote down waits. What an organiser says later has
 * the last word. Whoever is being written about elsewhere is left to the next time.
 * @param most how many sign-ups to look at
 * @returns how many were noted
 */
export async function noteNoShows(tx: Transaction, most: number): Promise<number> {
  const due = await tx.query<{ id: string; person_id: string; district_id: string }>(sql`
    select sgn.id, sgn.person_id, sft.district_id
    from shift sft join signup sgn on sgn.shift_id = sft.id join person per on per.id = sgn.person_id
    left join volunteering_policy vop on vop.district_id = sft.district_id
    where sft.status = 'SCHEDULED' and sgn.status = 'CONFIRMED'
      and sft.starts_at > ${tx.now}::timestamptz - make_interval(days => ${LOOKS_BACK_DAYS}::int) and sft.starts_at < ${tx.now}
      and sft.ends_at + make_interval(hours => coalesce(vop.report_within_hours, ${defaultTerms.reportWithinHours}::int)) <= ${tx.now}
      and sgn.reconfirm_until is null and not exists (select 1 from attendance att where att.signup_id = sgn.id)
      and not exists (select 1 from service_record srv where srv.signup_id = sgn.id and srv.status <> 'REJECTED')
      and ${hadTheRight(raw('sgn'))}
    order by sft.starts_at, sgn.id limit ${most}::int for no key update of per skip locked`);
  if (due.length === 0) return 0;
  const presences = await lockPresences(tx, sql`sgn.id = any(${due.map(({ id }) => id)}::uuid[])`);
  const noted = presences.filter((each) => each.attendance === null);
  const [excused, missing] = [
    noted.filter(({ unanswered }) => unanswered),
    noted.filter(({ unanswered }) => !unanswered),
  ];
  for (const presence of excused) noteExcused(tx, presence);
  for (const presence of missing) noteMissing(tx, presence);
  await tellEach(
    tx,
    'ABSENCE_EXCUSED',
    excused.map(({ signupId, personId }) => ({ to: [personId], about: signupId })),
  );
  await tellEach(
    tx,
    'NO_SHOW_NOTED',
    missing.map(({ signupId, personId }) => ({ to: [personId], about: signupId })),
  );
  await suspendEachForNoShows(tx, missing);
  return noted.length;
}
