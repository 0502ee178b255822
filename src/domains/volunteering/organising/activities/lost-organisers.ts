import type { Transaction } from '../../../../platform/commands/index.ts';
import { now, sql, type Sql } from '../../../../platform/reading/index.ts';
import { assignmentHolds } from '../../../people/index.ts';
import { isOpenActivity, isOpenShift } from '../../model/index.ts';

/*
 * That nobody organises what somebody has left behind (`volunteering.organiser-gone`) is told of what is still to be handed over, and of
 * nothing once all of it is, or whoever left works there again.
 */

/** Titles that a notice names: of more it says so. */
const MOST_NAMED = 5;

/**
 * One row: how many activities there are (`count`), and their titles (`activities`); a title that several have once, with how often.
 * @param all a query of the activities, each once, with its `title`
 */
export const namedActivities = (all: Sql): Sql => sql`select sum(same.times)::int as count,
    string_agg(same.title || case when same.times > 1 then '×' || same.times else '' end, '、' order by same.place) filter (where same.place <= ${MOST_NAMED}::int)
      || case when max(same.place) > ${MOST_NAMED}::int then '…' else '' end as activities
  from (select one.title, count(*) as times, row_number() over (order by one.title) as place from (${all}) one group by one.title) same`;

/** The organiser of an activity `act` works at its school, or administers its district. */
export const ORGANISER_WORKS_THERE: Sql = sql`exists (select 1 from staff_assignment asg where asg.staff_id = act.organiser_id and ${assignmentHolds(sql`asg`)}
  and (asg.school_id = act.school_id or asg.role = 'DISTRICT_ADMIN' and asg.district_id = act.district_id))`;

/** Activities to come, of whom and where a notice `ntc` says by its key, that have nobody. */
const LOST: Sql = sql`select act.title from volunteer_activity act
  where act.organiser_id = split_part(ntc.dedupe_key, '/', 1)::uuid and coalesce(act.school_id, act.district_id) = split_part(ntc.dedupe_key, '/', 2)::uuid and ${isOpenActivity(sql`act`)}
    and exists (select 1 from shift sft where sft.activity_id = act.id and ${isOpenShift(sql`sft`)} and sft.starts_at > ${now}) and not ${ORGANISER_WORKS_THERE}`;

const STANDS: Sql = sql`ntc.kind = 'volunteering.organiser-gone' and ntc.rests_on is distinct from '{}'`;

/** Those of some persons who are told of more than there is, or of something else. */
export const toldOfLostOrganisers = (personIds: Sql): Sql =>
  sql`select ntc.person_id from notice ntc where ntc.person_id = any(${personIds}) and ${STANDS} and (select count(*) from (${LOST}) lost)::text is distinct from ntc.params ->> 'count'`;

/** To whoever administers, or did, what some staff organised. */
export const ofLeavers = (
  staff: Sql,
): Sql => sql`exists (select 1 from staff lft where ${staff} and starts_with(ntc.dedupe_key, lft.id || '/'))
  and ntc.person_id in (select adm.person_id from staff lft join volunteer_activity act on act.organiser_id = lft.id and ${isOpenActivity(sql`act`)}
    join staff_assignment asg on asg.school_id = act.school_id and asg.role = 'SCHOOL_ADMIN' or asg.district_id = act.district_id and asg.role = 'DISTRICT_ADMIN'
    join staff adm on adm.id = asg.staff_id where ${staff})`;

/**
 * Makes the notices say what is so by now. They are locked first, and activities are counted after the wait: of two who
 * hand over at once the second finds what the first has done.
 * @param which of the notices `ntc`
 */
export async function settleLostOrganisers(tx: Transaction, which: Sql): Promise<void> {
  const told = await tx.query<{ id: string }>(
    sql`select ntc.id from notice ntc where ${STANDS} and ${which} order by ntc.person_id, ntc.id for no key update`,
  );
  if (told.length === 0) return;
  // The key of what is over is free: whoever leaves anew is told of anew.
  await tx.query(sql`update notice set rests_on = case when lost.count is null then '{}' else notice.rests_on end,
      dedupe_key = case when lost.count is null then notice.dedupe_key || '/' || notice.id else notice.dedupe_key end,
      params = case when lost.count is null then notice.params else notice.params || jsonb_build_object('activities', lost.activities, 'count', lost.count::text) end
    from (select ntc.id, nmd.count, nmd.activities from notice ntc cross join lateral (${namedActivities(LOST)}) nmd where ntc.id = any(${told.map(({ id }) => id)}::uuid[])) lost where notice.id = lost.id`);
}
