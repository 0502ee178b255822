import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { tellEach, type VolunteeringNotification } from '../notices/index.ts';
import { isFor, ownSentence, isActiveSignup, isInLine } from '../model/index.ts';

interface Lost {
  readonly person_id: string;
  readonly shift_id: string;
  readonly starts_at: string;
  readonly ended: string;
  /** They had a place, or had asked for one; else they had waited. */
  readonly signed_up: boolean;
}

/**
 * A sign-up or waiting entry that ended with a right does not come back with it: its place was offered on at once and may be somebody
 * else's, its time may be taken, and whoever lost the place may have planned otherwise. Whoever may have it again is told so, of each
 * shift with its day, once for each time that it had ended, and signs up anew.
 */
export async function tellOfSigningUpAnew(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const rows = await tx.query<Lost>(sql`
    select lost.person_id, lost.shift_id, to_json(sft.starts_at) as starts_at, max(lost.ended_at)::text as ended, bool_or(lost.signed_up) as signed_up from (
      select sgn.person_id, sgn.guardian_id, sgn.shift_id, sgn.cancelled_at as ended_at, true as signed_up from signup sgn where sgn.person_id = any(${[...personIds]}::uuid[]) and sgn.status = 'CANCELLED' and sgn.cancel_reason = ${ownSentence('NOT_FOR_THEM')}
      union all
      select wle.person_id, wle.guardian_id, wle.shift_id, wle.ended_at, false from waitlist_entry wle where wle.person_id = any(${[...personIds]}::uuid[]) and wle.status = 'INELIGIBLE') lost
    join shift sft on sft.id = lost.shift_id and sft.status = 'SCHEDULED' and sft.signup_closes_at > ${tx.now}
    where ${isFor(sql`lost.guardian_id`, sql`lost.shift_id`)}
      and not exists (select 1 from signup anew where anew.person_id = lost.person_id and anew.shift_id = lost.shift_id and ${isActiveSignup(sql`anew`)})
      and not exists (select 1 from waitlist_entry anew where anew.person_id = lost.person_id and anew.shift_id = lost.shift_id and ${isInLine(sql`anew`)})
    group by lost.person_id, lost.shift_id, sft.starts_at order by sft.starts_at, lost.person_id, lost.shift_id`);
  const telling = ({ person_id, shift_id, starts_at, ended }: Lost): VolunteeringNotification => ({
    to: [person_id],
    about: shift_id,
    params: { at: new Date(starts_at) },
    dedupe: `${shift_id}/${ended}`,
  });
  await tellEach(tx, 'SIGNUP_AGAIN', rows.filter(({ signed_up }) => signed_up).map(telling));
  await tellEach(tx, 'WAITING_AGAIN', rows.filter(({ signed_up }) => !signed_up).map(telling));
}
