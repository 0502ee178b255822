import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import { actingStaff } from '../../people/index.ts';
import { tellEach } from '../notices/index.ts';
import { ownSentence, VolunteerSuspension } from '../model/index.ts';
import {
  lockVolunteers,
  missedBy,
  restOn,
  suspendEachForNoShows,
  type VolunteerInDistrict,
} from './suspend-for-no-shows.ts';

/** A suspension `sus` rests on something that is no absence any more: it was corrected or excused, or the sign-up has ended. */
const RESTS_ON_NOTHING: Sql = sql`sus.cause = 'NO_SHOWS' and not sus.undone and exists (select 1 from suspension_no_show sns
  join attendance att on att.id = sns.attendance_id join signup sgn on sgn.id = att.signup_id
  where sns.suspension_id = sus.id and (att.no_show_at is null or sgn.status <> 'CONFIRMED'))`;

/**
 * Decides again suspensions of volunteers that rest on absences which were corrected, as of when they began, by the
 * rules of now: what a fact caused is undone with the fact. Where other absences suffice a suspension rests on these;
 * otherwise it is undone, and lifted where it still holds, and what is left counts as if it had never been. Does
 * nothing where nothing was corrected. Locks the persons: the caller holds these locks already, or none that comes
 * after them.
 */
export async function reconsiderEach(tx: Transaction, volunteers: readonly VolunteerInDistrict[]): Promise<void> {
  if (volunteers.length === 0) return;
  await tx.em.flush();
  const each = await lockVolunteers(tx, volunteers);
  const rows = await tx.query<object>(sql`select sus.* from volunteer_suspension sus
    where (sus.person_id, sus.district_id) in (select * from unnest(${each.map(({ personId }) => personId)}::uuid[], ${each.map(({ districtId }) => districtId)}::uuid[]))
      and ${RESTS_ON_NOTHING} order by sus.starts_at, sus.id for no key update`);
  if (rows.length === 0) return;
  const suspensions = rows.map((row) => tx.em.map(VolunteerSuspension, row));
  for (const round of inRounds(suspensions)) await decideAgain(tx, round);
  await suspendEachForNoShows(tx, suspensions.map(volunteerOf));
}

const volunteerOf = ({ person, district }: VolunteerSuspension): VolunteerInDistrict => ({
  personId: person.id,
  districtId: district.id,
});

/** One of each volunteer at a time, the earliest first: what is undone changes what counts for the next. */
function inRounds(suspensions: readonly VolunteerSuspension[]): VolunteerSuspension[][] {
  const rounds: VolunteerSuspension[][] = [];
  const before = new Map<string, number>();
  for (const suspension of suspensions) {
    const whose = Object.values(volunteerOf(suspension)).join(' ');
    const round = before.get(whose) ?? 0;
    (rounds[round] ??= []).push(suspension);
    before.set(whose, round + 1);
  }
  return rounds;
}

async function decideAgain(tx: Transaction, suspensions: readonly VolunteerSuspension[]): Promise<void> {
  const missed = await missedBy(
    tx,
    suspensions.map((each) => ({ ...volunteerOf(each), at: each.startsAt, besides: each.id })),
  );
  const decided = suspensions.map((suspension, index) => ({
    suspension,
    suspensionId: suspension.id,
    ...missed[index]!,
  }));
  const rests = decided.filter(({ enough }) => enough);
  if (rests.length > 0) {
    await tx.query(sql`delete from suspension_no_show sns where sns.suspension_id = any(${rests.map(({ suspensionId }) => suspensionId)}::uuid[])
      and sns.attendance_id <> all(${rests.flatMap(({ attendanceIds }) => attendanceIds)}::uuid[])`);
    await restOn(tx, rests);
  }
  const lifted = decided
    .filter(({ enough }) => !enough)
    .map(({ suspension }) => suspension)
    .filter((suspension) => undo(tx, suspension));
  await tx.em.flush();
  await tellEach(
    tx,
    'SUSPENSION_LIFTED',
    lifted.map(({ id, person }) => ({
      to: [person.id],
      params: { reason: ownSentence('ABSENCES_CORRECTED') },
      about: id,
    })),
  );
}

/** @returns whether it was lifted by that */
function undo(tx: Transaction, suspension: VolunteerSuspension): boolean {
  suspension.undone = true;
  if (suspension.liftedAt !== null || suspension.endsAt <= tx.now) return false;
  suspension.liftedAt = tx.now;
  suspension.liftReason = ownSentence('ABSENCES_CORRECTED');
  // A report that a volunteer sent late lifts it by the rule: nobody decides on themself.
  const byAnother = tx.viewer.staffId !== null && suspension.person.id !== tx.viewer.personId;
  suspension.liftedBy = byAnother ? actingStaff(tx) : null;
  return true;
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
  await reconsiderEach(
    tx,
    due.map(({ person_id: personId, district_id: districtId }) => ({ personId, districtId })),
  );
  return due.length;
}
