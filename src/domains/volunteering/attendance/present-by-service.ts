import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import type { ServiceRecord } from '../hours/service-record.entity.ts';
import { reconsiderSuspensions } from '../volunteers/reconsider-suspensions.ts';

/** Locks those of the volunteers who are noted as missing where they ask for service: persons come before what is theirs. */
export async function lockMissing(tx: Transaction, recordIds: readonly string[]): Promise<void> {
  await tx.query(sql`select per.id from person per where per.id in (select srv.person_id from service_record srv join attendance att on att.signup_id = srv.signup_id
    where srv.id = any(${recordIds}::uuid[]) and att.checked_in_at is null) order by per.id for no key update`);
}

/**
 * Whoever's service is approved was there: that they were missing or excused is noted no more, and what it caused is undone.
 * Under the locks of `lockMissing` and of the records.
 */
export async function presentByService(tx: Transaction, approved: readonly ServiceRecord[]): Promise<void> {
  if (approved.length === 0) return;
  await tx.em.flush();
  const were = await tx.query<{ person_id: string; district_id: string }>(sql`
    update attendance att set no_show_at = null, excused_at = null, checked_in_at = srv.starts_at, checked_in_by = 'LIST', recorded_by_id = ${tx.viewer.staffId}::uuid,
      checked_out_at = case srv.source when 'SYSTEM_CHECKED' then srv.ends_at end, checked_out_by = case srv.source when 'SYSTEM_CHECKED' then 'LIST' end
    from service_record srv where srv.id = any(${approved.map(({ id }) => id)}::uuid[]) and att.signup_id = srv.signup_id and att.checked_in_at is null
    returning srv.person_id, srv.district_id`);
  for (const { person_id, district_id } of were) await reconsiderSuspensions(tx, person_id, district_id);
}
