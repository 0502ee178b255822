import type { Transaction } from '../../../../platform/commands/index.ts';
import { always, now, sql, type Sql } from '../../../../platform/reading/index.ts';
import { ShiftRole } from '../../model/index.ts';
import { tellEach } from '../../notices/index.ts';
import { keptFromServing, ROLE_AND_SHIFT } from '../signups/signup.facts.ts';
import { takeBackStandIns } from '../stand-ins/take-back-stand-ins.ts';
import { settleDue } from './settle-due.ts';

/** More places than one person is offered at a time. */
const OF_SOME = 200;

/** An offer to stand in, `sti`, names somebody, `to_id`, who may not take it. */
const KEPT_TO: Sql = sql`sti.status = 'OFFERED' and sti.to_person_id is not null and exists (select 1 from ${ROLE_AND_SHIFT}
  where rol.id = sti.role_id and sft.starts_at > ${now} and ${keptFromServing(sql`sti.to_person_id`)})`;

/**
 * A place is kept for somebody as long as they may take it: from whoever is suspended, or has lost the qualification that it asks for, it
 * is taken back at once. On the waiting list the next one is asked, and they keep their turn; whoever had asked them to stand in hears that
 * nobody does, and may ask another. Nobody is waited for: a role that somebody else holds is left to the job.
 * @param limit roles at most
 * @param personIds everybody where they are left out
 * @returns how many roles it was done for
 */
export async function giveOnOffers(tx: Transaction, limit: number, personIds?: readonly string[]): Promise<number> {
  const of = (column: Sql): Sql => (personIds === undefined ? always : sql`${column} = any(${[...personIds]}::uuid[])`);
  const rows = await tx.query<object>(sql`select rol.* from shift_role rol where rol.id in (select due.role_id from (
      select ent.role_id from waitlist_entry ent join ${ROLE_AND_SHIFT} on rol.id = ent.role_id
        where ent.status = 'OFFERED' and ${of(sql`ent.person_id`)} and sft.starts_at > ${now} and ${keptFromServing(sql`ent.person_id`)}
      union select sti.role_id from stand_in sti where ${of(sql`sti.to_person_id`)} and ${KEPT_TO}) due limit ${limit}::int)
    order by rol.id for no key update skip locked`);
  for (const row of rows) {
    const role = tx.em.map(ShiftRole, row);
    await takeBackFromKept(tx, role);
    await settleDue(tx, role);
    await tx.em.flush();
  }
  return rows.length;
}

export const giveOnOffersOf = (tx: Transaction, personIds: readonly string[]): Promise<number> =>
  giveOnOffers(tx, OF_SOME, personIds);

/** Under the lock of the role. A code stays good for whoever has it. */
async function takeBackFromKept(tx: Transaction, role: ShiftRole): Promise<void> {
  await tx.query(
    sql`update stand_in sti set to_id = null, to_person_id = null where sti.role_id = ${role.id} and sti.way = 'CODE' and ${KEPT_TO}`,
  );
  const ended = await takeBackStandIns(tx, sql`sti.role_id = ${role.id} and sti.way <> 'CODE' and ${KEPT_TO}`);
  const givers = await tx.query<{
    id: string;
    person_id: string;
  }>(sql`select sti.id, sgn.person_id from stand_in sti join signup sgn on sgn.id = sti.signup_id
    where sti.id = any(${ended.map(({ id }) => id)}::uuid[]) order by sti.id`);
  await tellEach(
    tx,
    'STAND_IN_DECLINED',
    givers.map(({ id, person_id }) => ({ to: [person_id], about: id })),
  );
}
