import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import { Staff } from '../../people/index.ts';
import { tell } from '../notices.ts';
import { policyOf } from './policy.ts';
import { missedBy, restOn, suspendForNoShows } from './suspend-for-no-shows.ts';
import { VolunteerSuspension } from './volunteer-suspension.entity.ts';

const CORRECTED = '所依据的缺勤记录已更正';

/** A suspension `sus` rests on something that is no absence any more: it was corrected or excused, or the sign-up has ended. */
const RESTS_ON_NOTHING: Sql = sql`sus.cause = 'NO_SHOWS' and not sus.undone and exists (select 1 from suspension_no_show sns
  join attendance att on att.id = sns.attendance_id join signup sgn on sgn.id = att.signup_id
  where sns.suspension_id = sus.id and (att.no_show_at is null or sgn.status <> 'CONFIRMED'))`;

/**
 * What a fact caused is undone with the fact: suspensions of a volunteer that rest on absences which were corrected are
 * decided again, as of when they began, by the rules of now. Where other absences suffice it rests on these; otherwise it
 * is undone, and lifted where it still holds, and what is left counts as if it had never been. Does nothing where nothing
 * was corrected. Locks the person: the caller holds that lock already, or none that comes after it.
 */
export async function reconsiderSuspensions(tx: Transaction, personId: string, districtId: string): Promise<void> {
  await tx.em.flush();
  await tx.query(sql`select per.id from person per where per.id = ${personId}::uuid for no key update`);
  const rows = await tx.query<object>(sql`select sus.* from volunteer_suspension sus
    where sus.person_id = ${personId}::uuid and sus.district_id = ${districtId}::uuid and ${RESTS_ON_NOTHING} order by sus.starts_at for no key update`);
  if (rows.length === 0) return;
  const terms = await policyOf(tx, districtId);
  for (const suspension of rows.map((row) => tx.em.map(VolunteerSuspension, row))) {
    const missed = await missedBy(tx, personId, districtId, terms, { at: suspension.startsAt, besides: suspension.id });
    if (missed.length >= terms.noShowLimit) {
      await tx.query(sql`delete from suspension_no_show sns where sns.suspension_id = ${suspension.id}::uuid and sns.attendance_id <> all(${missed}::uuid[])`);
      await restOn(tx, suspension.id, missed);
    } else {
      await undo(tx, suspension);
    }
  }
  await suspendForNoShows(tx, personId, districtId);
}

async function undo(tx: Transaction, suspension: VolunteerSuspension): Promise<void> {
  suspension.undone = true;
  if (suspension.liftedAt === null && suspension.endsAt > tx.now) {
    suspension.liftedAt = tx.now;
    suspension.liftReason = CORRECTED;
    // What a volunteer sent late lifts it by the rule: nobody decides on themself.
    const byAnother = tx.viewer.staffId !== null && suspension.person.id !== tx.viewer.personId;
    suspension.liftedBy = byAnother ? tx.em.getReference(Staff, tx.viewer.staffId!) : null;
    await tell(tx, 'SUSPENSION_LIFTED', { to: [suspension.person.id], params: { reason: CORRECTED }, about: suspension.id });
  }
  await tx.em.flush();
}

/**
 * The same for everybody whose suspension rests on an absence that is none any more, whichever way it ended; who is being
 * decided on elsewhere is left to the next time.
 * @param most how many volunteers to decide on
 * @returns how many were decided on
 */
export async function reconsiderAllSuspensions(tx: Transaction, most: number): Promise<number> {
  const due = await tx.query<{ person_id: string; district_id: string }>(sql`
    select per.id as person_id, dis.district_id from (select distinct sus.person_id, sus.district_id from volunteer_suspension sus where ${RESTS_ON_NOTHING}) dis
    join person per on per.id = dis.person_id order by per.id limit ${most}::int for no key update of per skip locked`);
  for (const { person_id: personId, district_id: districtId } of due) await reconsiderSuspensions(tx, personId, districtId);
  return due.length;
}
