import type { Transaction } from '../../../../platform/commands/index.ts';
import { now, sql } from '../../../../platform/reading/index.ts';
import { askDeciders } from '../../../notices/index.ts';
import { whoAdministersActivity } from '../../model/index.ts';
import { tell } from '../../notices/index.ts';

/** What is asked anew at once; what is beyond is left to the walk over all that waits. */
const MOST_ASKED = 200;
/** Titles that a notice names, as where it was told. */
const MOST_NAMED = 5;

/**
 * Somebody else organises an activity from now on, which is written already: they hear of it, and what waits there is asked of whoever may
 * decide by now. Whoever administers it reads no longer that nobody does.
 * @param before bare id of the staff who organised it
 */
export async function handOver(
  tx: Transaction,
  activity: { readonly id: string; readonly title: string; readonly organiser: { readonly id: string } },
  before: string,
): Promise<void> {
  await tx.em.flush();
  await askDeciders(tx, await waitingIn(tx, activity.id));
  await endLostOrganiser(tx, activity.id, before);
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
      union all select srv.id from service_record srv where srv.${ofShift} and srv.status in ('PENDING', 'APPEALED')) each
    order by each.id limit ${MOST_ASKED}::int`);
  return rows.map(({ id }) => id);
}

/** That nobody organises what somebody has left behind is told of what is still to be handed over, and of nothing once all of it is. */
async function endLostOrganiser(tx: Transaction, activityId: string, before: string): Promise<void> {
  await tx.query(sql`update notice ntc set rests_on = case when lost.titles is null then '{}' else ntc.rests_on end,
      params = case when lost.titles is null then ntc.params else ntc.params || jsonb_build_object('activities', array_to_string(lost.titles[:${MOST_NAMED}::int], '、'), 'count', cardinality(lost.titles)::text) end
    from volunteer_activity act cross join lateral (${whoAdministersActivity}) adm cross join lateral (
      select array_agg(distinct oth.title) as titles from volunteer_activity oth
      where oth.organiser_id = ${before}::uuid and oth.district_id = act.district_id and oth.school_id is not distinct from act.school_id and oth.status in ('DRAFT', 'PUBLISHED')
        and exists (select 1 from shift sft where sft.activity_id = oth.id and sft.status in ('DRAFT', 'SCHEDULED') and sft.starts_at > ${now})) lost
    where act.id = ${activityId}::uuid and ntc.person_id = adm.person_id and ntc.kind = 'volunteering.organiser-gone'
      and starts_with(ntc.dedupe_key, ${before}::text || '/' || coalesce(act.school_id, act.district_id) || '/')`);
}
