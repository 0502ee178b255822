import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import { District, Person } from '../../people/index.ts';
import { tellEach } from '../notices/index.ts';
import { ownSentence, SuspensionCause, VolunteerSuspension } from '../model/index.ts';
import { giveOnOffersTo } from './held-offers.ts';
import { defaultTerms, type PolicyTerms } from './policy.ts';

/** Somebody, and the district by whose rules. */
export interface VolunteerInDistrict {
  readonly personId: string;
  readonly districtId: string;
}

/** As of when it is counted, and for which suspension that begins then, if it is made already. */
interface Moment extends VolunteerInDistrict {
  readonly at: Date;
  readonly besides: string | null;
}

/*
 * Which no-shows count: those noted for shifts of the district that began within the window of days before now, and not
 * before the end (or the lifting) of the last suspension that this rule made. So one suspension covers every shift
 * missed before or during it, whenever that is noted, and after it the count starts anew; a second one cannot stand
 * beside the first. What it rests on is kept with it (`suspension_no_show`): where one of these is corrected, it is decided
 * again as of its beginning (`reconsiderEach`), and what is undone has never been.
 */
function counted(shift: Sql, personId: Sql, windowDays: Sql, at: Sql, besides: Sql): Sql {
  return sql`${shift}.starts_at > ${at} - make_interval(days => ${windowDays}) and ${shift}.starts_at <= ${at} and ${shift}.starts_at >= coalesce((
    select max(coalesce(sus.lifted_at, sus.ends_at)) from volunteer_suspension sus
    where sus.person_id = ${personId} and sus.district_id = ${shift}.district_id and sus.cause = 'NO_SHOWS' and not sus.undone
      and sus.starts_at <= ${at} and sus.id is distinct from ${besides}), '-infinity')`;
}

/** The absences of somebody that count at a moment, and the rules by which they do. */
export interface Missed extends Pick<PolicyTerms, 'noShowLimit' | 'noShowWindowDays' | 'suspensionDays'> {
  readonly attendanceIds: readonly string[];
  /** By the rules of now, it is as much as suspends. */
  readonly enough: boolean;
}

/** Counts the absences at each moment, in the order of the moments. */
export async function missedBy(tx: Transaction, moments: readonly Moment[]): Promise<Missed[]> {
  const { noShowLimit, noShowWindowDays, suspensionDays } = defaultTerms;
  const rows = await tx.query<Omit<Missed, 'enough'>>(sql`
    select mom."noShowLimit", mom."noShowWindowDays", mom."suspensionDays", array(select att.id from signup sgn join attendance att on att.signup_id = sgn.id join shift sft on sft.id = sgn.shift_id
      where sgn.person_id = mom.person_id and sgn.status = 'CONFIRMED' and att.no_show_at is not null and sft.district_id = mom.district_id
        and ${counted(sql`sft`, sql`sgn.person_id`, sql`mom."noShowWindowDays"`, sql`mom.at`, sql`mom.besides`)}) as "attendanceIds"
    from (select asked.*, coalesce(vop.no_show_limit, ${noShowLimit}::int) as "noShowLimit", coalesce(vop.no_show_window_days, ${noShowWindowDays}::int) as "noShowWindowDays",
        coalesce(vop.suspension_days, ${suspensionDays}::int) as "suspensionDays"
      from unnest(${moments.map(({ personId }) => personId)}::uuid[], ${moments.map(({ districtId }) => districtId)}::uuid[], ${moments.map(({ at }) => at)}::timestamptz[],
        ${moments.map(({ besides }) => besides)}::uuid[]) with ordinality as asked(person_id, district_id, at, besides, place)
        left join volunteering_policy vop on vop.district_id = asked.district_id) mom order by mom.place`);
  return rows.map((row) => ({ ...row, enough: row.attendanceIds.length >= row.noShowLimit }));
}

/** Keeps the absences that suspensions rest on. */
export async function restOn(
  tx: Transaction,
  all: readonly { readonly suspensionId: string; readonly attendanceIds: readonly string[] }[],
): Promise<void> {
  const pairs = all.flatMap(({ suspensionId, attendanceIds }) =>
    attendanceIds.map((attendanceId) => ({ suspensionId, attendanceId })),
  );
  if (pairs.length === 0) return;
  await tx.query(sql`insert into suspension_no_show (id, created_at, suspension_id, attendance_id)
    select gen_random_uuid(), ${tx.now}, missed.suspension, missed.attendance
    from unnest(${pairs.map(({ suspensionId }) => suspensionId)}::uuid[], ${pairs.map(({ attendanceId }) => attendanceId)}::uuid[]) missed(suspension, attendance)
    on conflict on constraint suspension_no_show_unique do nothing`);
}

/** Locks the persons, in the order of their ids. @returns each volunteer once */
export async function lockVolunteers(
  tx: Transaction,
  volunteers: readonly VolunteerInDistrict[],
): Promise<VolunteerInDistrict[]> {
  await tx.query(
    sql`select per.id from person per where per.id = any(${volunteers.map(({ personId }) => personId)}::uuid[]) order by per.id for no key update`,
  );
  return [...new Map(volunteers.map((each) => [`${each.personId} ${each.districtId}`, each])).values()];
}

/**
 * Suspends volunteers in the whole district where they have missed as many shifts as its rules allow; does nothing where not, so it may
 * be called again. Locks the persons: the caller holds these locks already, or none that comes after them.
 * @returns bare ids of the suspensions that were made
 */
export async function suspendEachForNoShows(
  tx: Transaction,
  volunteers: readonly VolunteerInDistrict[],
): Promise<string[]> {
  if (volunteers.length === 0) return [];
  await tx.em.flush();
  const each = await lockVolunteers(tx, volunteers);
  const missed = await missedBy(
    tx,
    each.map((volunteer) => ({ ...volunteer, at: tx.now, besides: null })),
  );
  const made = each.flatMap((volunteer, index) =>
    missed[index]!.enough
      ? [{ volunteer, missed: missed[index]!, suspension: suspend(tx, volunteer, missed[index]!) }]
      : [],
  );
  if (made.length === 0) return [];
  await tx.em.flush();
  await restOn(
    tx,
    made.map(({ suspension, missed: { attendanceIds } }) => ({ suspensionId: suspension.id, attendanceIds })),
  );
  await tellEach(
    tx,
    'VOLUNTEER_SUSPENDED',
    made.map(({ volunteer, suspension: { id, reason, endsAt } }) => ({
      to: [volunteer.personId],
      params: { reason, at: endsAt },
      about: id,
    })),
  );
  await giveOnOffersTo(
    tx,
    made.map(({ volunteer }) => volunteer.personId),
  );
  return made.map(({ suspension }) => suspension.id);
}

function suspend(
  tx: Transaction,
  { personId, districtId }: VolunteerInDistrict,
  { attendanceIds, noShowWindowDays, suspensionDays }: Missed,
): VolunteerSuspension {
  return tx.em.create(VolunteerSuspension, {
    person: tx.em.getReference(Person, personId),
    district: tx.em.getReference(District, districtId),
    cause: SuspensionCause.NO_SHOWS,
    reason: ownSentence('SHIFTS_MISSED', { days: noShowWindowDays, count: attendanceIds.length }),
    startsAt: tx.now,
    endsAt: new Date(tx.now.getTime() + suspensionDays * 86_400_000),
    createdAt: tx.now,
  });
}

/**
 * The same for everybody whom it may have passed by: whoever has missed enough, the earliest noted first; who is being
 * decided on elsewhere is left to the next time. It begins with what was noted within the longest window, for nothing is
 * noted before its shift: neither shifts of long ago nor those to which everybody came are read.
 * @param most how many volunteers to decide on
 * @returns how many were suspended
 */
export async function suspendAllForNoShows(tx: Transaction, most: number): Promise<number> {
  const due = await tx.query<{ person_id: string; district_id: string }>(sql`
    with missed as materialized (
      select sgn.person_id, sft.district_id, sft.starts_at, att.no_show_at
      from attendance att join signup sgn on sgn.id = att.signup_id join shift sft on sft.id = sgn.shift_id
      where att.no_show_at is not null and sgn.status = 'CONFIRMED' and att.no_show_at > ${tx.now}::timestamptz
        - make_interval(days => greatest(${defaultTerms.noShowWindowDays}::int, (select max(no_show_window_days) from volunteering_policy))))
    select msd.person_id, msd.district_id from missed msd left join volunteering_policy vop on vop.district_id = msd.district_id
    where ${counted(sql`msd`, sql`msd.person_id`, sql`coalesce(vop.no_show_window_days, ${defaultTerms.noShowWindowDays}::int)`, sql`${tx.now}::timestamptz`, sql`null::uuid`)}
    group by msd.person_id, msd.district_id, vop.no_show_limit
    having count(*) >= coalesce(vop.no_show_limit, ${defaultTerms.noShowLimit}::int)
    order by min(msd.no_show_at), msd.person_id limit ${most}::int`);
  const free = new Set(
    (
      await tx.query<{
        id: string;
      }>(sql`select per.id from person per where per.id = any(${due.map(({ person_id }) => person_id)}::uuid[])
    order by per.id for no key update skip locked`)
    ).map(({ id }) => id),
  );
  const made = await suspendEachForNoShows(
    tx,
    due
      .filter(({ person_id }) => free.has(person_id))
      .map(({ person_id: personId, district_id: districtId }) => ({ personId, districtId })),
  );
  return made.length;
}
