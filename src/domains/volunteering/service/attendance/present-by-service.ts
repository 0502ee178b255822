import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql, type Sql } from '../../../../platform/reading/index.ts';
import type { ServiceRecord } from '../../model/index.ts';
import { tellEach } from '../../notices/index.ts';
import { reconsiderEach, suspendEachForNoShows, type VolunteerInDistrict } from '../../volunteers/index.ts';

/*
 * The attendance that is noted of a sign-up and the service of it that counts are two words about one shift. Service
 * that counts has the last one: a checked record says from when to when somebody was there, whatever was noted; a
 * supplement says that whoever was noted as missing or excused came. What had been noted is kept beside it
 * (`missedBefore`, `excusedBefore`, `cameBefore` …) as long as service says otherwise, and holds again where it counts
 * no more. So what attendance says is a function of what was noted and of what counts now, in whichever order that came
 * about.
 */

/** Locks the volunteers whose service is decided on, and their sign-ups, before the records: persons come before what is theirs. */
export async function lockServed(tx: Transaction, recordIds: readonly string[]): Promise<void> {
  const ofRecords = sql`(select srv.signup_id from service_record srv where srv.id = any(${recordIds}::uuid[]))`;
  await tx.query(
    sql`select per.id from person per where per.id in (select sgn.person_id from signup sgn where sgn.id in ${ofRecords}) order by per.id for no key update`,
  );
  await tx.query(sql`select sgn.id from signup sgn where sgn.id in ${ofRecords} order by sgn.id for no key update`);
}

interface Followed {
  readonly signup_id: string;
  readonly person_id: string;
  readonly district_id: string;
  readonly was_missing: boolean;
  readonly is_missing: boolean;
}

const BEFORE: Sql = sql`num_nonnulls(att.missed_before, att.excused_before, att.came_before) > 0`;

/**
 * Makes attendance follow service that was decided on: whoever served was there, and whoever was there by service alone that
 * counts no more was not. What an absence caused is undone with it, and comes back with it. Under the locks of `lockServed`
 * and of the records.
 */
export async function attendanceFollowsService(tx: Transaction, decided: readonly ServiceRecord[]): Promise<void> {
  if (decided.length === 0) return;
  await tx.em.flush();
  const followed = await tx.query<Followed>(sql`
    with noted as (
      select att.id, att.no_show_at is not null as was_missing, sgn.person_id, sft.district_id, sft.starts_at, sft.ends_at,
        case when ${BEFORE} then att.missed_before else att.no_show_at end as missed, case when ${BEFORE} then att.excused_before else att.excused_at end as excused,
        case when ${BEFORE} then att.came_before else att.checked_in_at end as came, case when ${BEFORE} then att.came_before_by else att.checked_in_by end as came_by,
        case when ${BEFORE} then att.left_before else att.checked_out_at end as gone, case when ${BEFORE} then att.left_before_by else att.checked_out_by end as gone_by,
        (select srv.starts_at from service_record srv where srv.signup_id = sgn.id and srv.source = 'SYSTEM_CHECKED' and srv.status = 'APPROVED') as checked_from,
        (select srv.ends_at from service_record srv where srv.signup_id = sgn.id and srv.source = 'SYSTEM_CHECKED' and srv.status = 'APPROVED') as checked_until,
        (select min(srv.starts_at) from service_record srv where srv.signup_id = sgn.id and srv.source = 'SUPPLEMENTED' and srv.status = 'APPROVED') as supplemented_from
      from attendance att join signup sgn on sgn.id = att.signup_id join shift sft on sft.id = sgn.shift_id
      where sgn.id = any(${decided.map(({ signup }) => signup.id)}::uuid[])),
    ruled as (select noted.*, case when checked_from is null then came is null and supplemented_from is not null
        else not coalesce(greatest(came, starts_at) = checked_from and least(gone, ends_at) = checked_until and gone is not null, false) end as overruled from noted)
    update attendance att set
      no_show_at = case when not overruled then missed end, excused_at = case when not overruled then excused end,
      checked_in_at = case when overruled then coalesce(checked_from, supplemented_from) else came end, checked_in_by = case when overruled then 'LIST' else came_by end,
      checked_out_at = case when overruled then checked_until else gone end, checked_out_by = case when not overruled then gone_by when checked_until is not null then 'LIST' end,
      missed_before = case when overruled then missed end, excused_before = case when overruled then excused end,
      came_before = case when overruled then came end, came_before_by = case when overruled then came_by end,
      left_before = case when overruled then gone end, left_before_by = case when overruled then gone_by end,
      recorded_by_id = ${tx.viewer.staffId}::uuid
    from ruled where att.id = ruled.id and (overruled or ${BEFORE})
    returning att.signup_id, ruled.person_id, ruled.district_id, ruled.was_missing, att.no_show_at is not null as is_missing`);
  const inOrder = followed.sort((one, other) => (one.person_id < other.person_id ? -1 : 1));
  const again = inOrder.filter(({ was_missing, is_missing }) => is_missing && !was_missing);
  await tellEach(
    tx,
    'NO_SHOW_NOTED',
    again.map(({ signup_id, person_id }) => ({ to: [person_id], about: signup_id })),
  );
  await reconsiderEach(
    tx,
    inOrder.filter(({ was_missing, is_missing }) => was_missing && !is_missing).map(volunteerOf),
  );
  await suspendEachForNoShows(tx, again.map(volunteerOf));
}

const volunteerOf = ({ person_id: personId, district_id: districtId }: Followed): VolunteerInDistrict => ({
  personId,
  districtId,
});
