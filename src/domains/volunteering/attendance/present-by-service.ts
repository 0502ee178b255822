import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import type { ServiceRecord } from '../hours/service-record.entity.ts';
import { tellEach } from '../notices.ts';
import { reconsiderEach } from '../volunteers/reconsider-suspensions.ts';
import { suspendEachForNoShows } from '../volunteers/suspend-for-no-shows.ts';

/** Locks those of the volunteers whom service of theirs makes present, or absent again: persons come before what is theirs. */
export async function lockPresentByService(tx: Transaction, recordIds: readonly string[]): Promise<void> {
  await tx.query(sql`select per.id from person per where per.id in (select srv.person_id from service_record srv join attendance att on att.signup_id = srv.signup_id
    where srv.id = any(${recordIds}::uuid[]) and (att.checked_in_at is null or num_nonnulls(att.missed_before, att.excused_before) > 0)) order by per.id for no key update`);
}

interface Concerned {
  readonly person_id: string;
  readonly district_id: string;
}

/**
 * Whoever's service is approved was there: that they were missing or excused is noted no more, and what it caused is undone.
 * Under the locks of `lockPresentByService` and of the records.
 */
export async function presentByService(tx: Transaction, approved: readonly ServiceRecord[]): Promise<void> {
  if (approved.length === 0) return;
  await tx.em.flush();
  const were = await tx.query<Concerned>(sql`
    update attendance att set missed_before = att.no_show_at, excused_before = att.excused_at, no_show_at = null, excused_at = null,
      checked_in_at = srv.starts_at, checked_in_by = 'LIST', recorded_by_id = ${tx.viewer.staffId}::uuid,
      checked_out_at = case srv.source when 'SYSTEM_CHECKED' then srv.ends_at end, checked_out_by = case srv.source when 'SYSTEM_CHECKED' then 'LIST' end
    from service_record srv where srv.id = any(${approved.map(({ id }) => id)}::uuid[]) and att.signup_id = srv.signup_id and att.checked_in_at is null
    returning srv.person_id, srv.district_id`);
  await reconsiderEach(tx, were.map(({ person_id: personId, district_id: districtId }) => ({ personId, districtId })));
}

/**
 * Whoever was there by that service alone, which counts no more, was not: what was noted before holds again, and what follows from it.
 * Under the same locks.
 */
export async function absentAgain(tx: Transaction, rejected: readonly ServiceRecord[]): Promise<void> {
  if (rejected.length === 0) return;
  await tx.em.flush();
  const are = await tx.query<Concerned & { signup_id: string; missing: boolean }>(sql`
    update attendance att set no_show_at = att.missed_before, excused_at = att.excused_before, missed_before = null, excused_before = null,
      checked_in_at = null, checked_in_by = null, checked_out_at = null, checked_out_by = null, recorded_by_id = ${tx.viewer.staffId}::uuid
    from service_record srv where srv.id = any(${rejected.map(({ id }) => id)}::uuid[]) and att.signup_id = srv.signup_id and num_nonnulls(att.missed_before, att.excused_before) > 0
      and not exists (select 1 from service_record oth where oth.signup_id = srv.signup_id and oth.status = 'APPROVED')
    returning att.signup_id, srv.person_id, srv.district_id, att.no_show_at is not null as missing`);
  await tellEach(tx, 'NO_SHOW_NOTED', are.filter(({ missing }) => missing).map(({ signup_id, person_id }) => ({ to: [person_id], about: signup_id })));
  await suspendEachForNoShows(tx, are.filter(({ missing }) => missing).map(({ person_id: personId, district_id: districtId }) => ({ personId, districtId })));
}
