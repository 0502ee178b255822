import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, type Sql } from '../../../platform/reading/index.ts';
import { District, Person } from '../../people/index.ts';
import { tell } from '../notices.ts';
import { defaultTerms, policyOf, type PolicyTerms } from './policy.ts';
import { SuspensionCause, VolunteerSuspension } from './volunteer-suspension.entity.ts';

/** As of when it is counted, and for which suspension that begins then, if it is made already. */
interface Moment {
  readonly at: Date;
  readonly besides?: string;
}

/*
 * Which no-shows count: those noted for shifts of the district that began within the window of days before now, and not
 * before the end (or the lifting) of the last suspension that this rule made. So one suspension covers every shift
 * missed before or during it, whenever that is noted, and after it the count starts anew; a second one cannot stand
 * beside the first. What it rests on is kept with it (`suspension_no_show`): where one of these is corrected, it is decided
 * again as of its beginning (`reconsiderSuspensions`), and what is undone has never been.
 */
function counted(shift: Sql, personId: Sql, windowDays: Sql, { at, besides }: Moment): Sql {
  return sql`${shift}.starts_at > ${at}::timestamptz - make_interval(days => ${windowDays}) and ${shift}.starts_at <= ${at}::timestamptz and ${shift}.starts_at >= coalesce((
    select max(coalesce(sus.lifted_at, sus.ends_at)) from volunteer_suspension sus
    where sus.person_id = ${personId} and sus.district_id = ${shift}.district_id and sus.cause = 'NO_SHOWS' and not sus.undone
      and sus.starts_at <= ${at}::timestamptz and sus.id is distinct from ${besides ?? null}::uuid), '-infinity')`;
}

/** Ids of what is noted of the shifts that somebody has missed, as far as they count at a moment. */
export async function missedBy(tx: Transaction, personId: string, districtId: string, { noShowWindowDays }: Pick<PolicyTerms, 'noShowWindowDays'>, moment: Moment): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    select att.id from signup sgn join attendance att on att.signup_id = sgn.id join shift sft on sft.id = sgn.shift_id
    where sgn.person_id = ${personId}::uuid and sgn.status = 'CONFIRMED' and att.no_show_at is not null and sft.district_id = ${districtId}::uuid
      and ${counted(sql`sft`, sql`sgn.person_id`, sql`${noShowWindowDays}::int`, moment)}`);
  return rows.map(({ id }) => id);
}

export async function restOn(tx: Transaction, suspensionId: string, attendanceIds: readonly string[]): Promise<void> {
  await tx.query(sql`insert into suspension_no_show (id, created_at, suspension_id, attendance_id)
    select gen_random_uuid(), ${tx.now}, ${suspensionId}::uuid, missed.id from unnest(${attendanceIds}::uuid[]) missed(id) on conflict on constraint suspension_no_show_unique do nothing`);
}

/**
 * Suspends a volunteer in the whole district where they have missed as many shifts as its rules allow; does nothing
 * where not, so it may be called again. Locks the person: the caller holds that lock already, or none that comes after it.
 * @returns bare id of the suspension that was made
 */
export async function suspendForNoShows(tx: Transaction, personId: string, districtId: string): Promise<string | null> {
  await tx.em.flush();
  await tx.query(sql`select per.id from person per where per.id = ${personId}::uuid for no key update`);
  const terms = await policyOf(tx, districtId);
  const missed = await missedBy(tx, personId, districtId, terms, { at: tx.now });
  if (missed.length < terms.noShowLimit) return null;

  const suspension = tx.em.create(VolunteerSuspension, {
    person: tx.em.getReference(Person, personId),
    district: tx.em.getReference(District, districtId),
    cause: SuspensionCause.NO_SHOWS,
    reason: `${terms.noShowWindowDays} 天内缺勤 ${missed.length} 次`,
    startsAt: tx.now,
    endsAt: new Date(tx.now.getTime() + terms.suspensionDays * 86_400_000),
    createdAt: tx.now,
  });
  await tx.em.flush();
  await restOn(tx, suspension.id, missed);
  await tell(tx, 'VOLUNTEER_SUSPENDED', { to: [personId], params: { reason: suspension.reason, at: suspension.endsAt }, about: suspension.id });
  return suspension.id;
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
    where ${counted(sql`msd`, sql`msd.person_id`, sql`coalesce(vop.no_show_window_days, ${defaultTerms.noShowWindowDays}::int)`, { at: tx.now })}
    group by msd.person_id, msd.district_id, vop.no_show_limit
    having count(*) >= coalesce(vop.no_show_limit, ${defaultTerms.noShowLimit}::int)
    order by min(msd.no_show_at), msd.person_id limit ${most}::int`);
  let suspended = 0;
  for (const { person_id: personId, district_id: districtId } of due) {
    const [free] = await tx.query(sql`select per.id from person per where per.id = ${personId}::uuid for no key update skip locked`);
    if (free && (await suspendForNoShows(tx, personId, districtId)) !== null) suspended += 1;
  }
  return suspended;
}
