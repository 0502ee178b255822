import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql, type Sql } from '../../../../platform/reading/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { serviceWaits } from '../../model/index.ts';
import { tell } from '../../notices/index.ts';
import { settleLostOrganisers } from './lost-organisers.ts';

/** So many decisions are asked for anew at once; those beyond are left to the walk over all that waits. */
const MOST_ASKED = 200;

/**
 * Somebody else organises an activity from now on, which is written already: they hear of it, and what waits there is asked of whoever may
 * decide by now. Whoever administers it reads no longer that nobody does, and whoever organised it no longer that they do.
 * @param before bare id of the staff who organised it
 */
export async function handOver(
  tx: Transaction,
  activity: { readonly id: string; readonly title: string; readonly organiser: { readonly id: string } },
  before: string,
): Promise<void> {
  await tx.em.flush();
  await askDeciders(tx, await waitingIn(tx, activity.id));
  await settleLostOrganisers(tx, ofHandedOver(activity.id, before));
  // They were named once, and organise it no more.
  await tx.query(sql`update notice ntc set rests_on = '{}' from staff stf where stf.id = ${before}::uuid
    and ntc.person_id = stf.person_id and ntc.kind = 'volunteering.organiser-named' and ntc.about_id = ${activity.id}::uuid and ntc.rests_on is distinct from '{}'`);
  const [named] = await tx.query<{ person_id: string }>(
    sql`select stf.person_id from staff stf where stf.id = ${activity.organiser.id}::uuid`,
  );
  if (named!.person_id === tx.viewer.personId) return;
  await tell(tx, 'ORGANISER_NAMED', {
    to: [named!.person_id],
    params: { shift: activity.title },
    about: activity.id,
  });
}

/** Bare ids of what waits for a decision at shifts of the activity. */
async function waitingIn(tx: Transaction, activityId: string): Promise<string[]> {
  const ofShift = sql`shift_id in (select sft.id from shift sft where sft.activity_id = ${activityId}::uuid)`;
  const rows = await tx.query<{ id: string }>(sql`select each.id from (
      select sgn.id from signup sgn where sgn.${ofShift} and (sgn.status = 'PENDING' or sgn.status = 'CONFIRMED' and sgn.cancel_requested_at is not null)
      union all select sti.id from stand_in sti where sti.${ofShift} and sti.status = 'PENDING'
      union all select srv.id from service_record srv where srv.${ofShift} and ${serviceWaits(sql`srv`)}) each
    order by each.id limit ${MOST_ASKED}::int`);
  return rows.map(({ id }) => id);
}

/** To whoever administers the activity, or did: that somebody has left things behind there. */
const ofHandedOver = (activityId: string, before: string): Sql => sql`exists (select 1 from volunteer_activity act
    where act.id = ${activityId}::uuid and starts_with(ntc.dedupe_key, ${before}::text || '/' || coalesce(act.school_id, act.district_id) || '/'))
  and ntc.person_id in (select adm.person_id from volunteer_activity act
    join staff_assignment asg on asg.school_id = act.school_id and asg.role = 'SCHOOL_ADMIN' or asg.district_id = act.district_id and asg.role = 'DISTRICT_ADMIN'
    join staff adm on adm.id = asg.staff_id where act.id = ${activityId}::uuid)`;
