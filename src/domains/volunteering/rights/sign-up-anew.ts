import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';

import { giveBackSoon } from '../../people/index.ts';
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
 * shift with its day, once for each time that it had ended, and signs up anew. Whoever calls may hold what others want, so nobody is waited
 * for: of a shift that is being changed, or signed up for, at this moment it is told a little later.
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
  const free = await lockFreeShifts(
    tx,
    rows.map(({ shift_id }) => shift_id),
  );
  const told = rows.filter(({ shift_id }) => free.has(shift_id));
  await tellEach(tx, 'SIGNUP_AGAIN', told.filter(({ signed_up }) => signed_up).map(telling));
  await tellEach(tx, 'WAITING_AGAIN', told.filter(({ signed_up }) => !signed_up).map(telling));
  await giveBackSoon(tx, [
    ...new Set(rows.filter(({ shift_id }) => !free.has(shift_id)).map(({ person_id }) => person_id)),
  ]);
}

/** Locks all roles of shifts of which nobody holds any, in the order of their ids and before the first is told of. @returns ids of these shifts */
async function lockFreeShifts(tx: Transaction, shiftIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (shiftIds.length === 0) return new Set();
  const free = await tx.query<{ id: string }>(sql`
    with free as materialized (select rol.id from shift_role rol where rol.shift_id = any(${[...new Set(shiftIds)]}::uuid[]) order by rol.id for no key update skip locked)
    select sft.id from shift sft where sft.id = any(${[...new Set(shiftIds)]}::uuid[])
      and not exists (select 1 from shift_role rol where rol.shift_id = sft.id and rol.id not in (select free.id from free))`);
  return new Set(free.map(({ id }) => id));
}
