import type { Transaction } from '../../../platform/commands/index.ts';
import { now, sql, type Sql } from '../../../platform/reading/index.ts';
import { tellEach } from '../notices/index.ts';
import { isOpenActivity, isOpenShift, whoAdministersActivity } from '../model/index.ts';
import {
  namedActivities,
  ofLeavers,
  ORGANISER_WORKS_THERE,
  settleLostOrganisers,
  toldOfLostOrganisers,
} from '../organising/index.ts';

/**
 * Finds, for activities with shifts to come whose organiser works there no more, whom to tell of it, which is once for
 * each time that somebody leaves. The last day of their roles there tells one time from another.
 */
const untold = (whose: Sql): Sql => sql`
  select stf.person_id, adm.person_id as administrator_id, act.id as activity_id, act.title, nxt.shift_id, gone.key
  from volunteer_activity act join staff stf on stf.id = act.organiser_id
  join lateral (select sft.id as shift_id from shift sft where sft.activity_id = act.id and ${isOpenShift(sql`sft`)} and sft.starts_at > ${now}
    order by sft.starts_at, sft.id limit 1) nxt on true
  join lateral (select act.organiser_id || '/' || coalesce(act.school_id, act.district_id) || '/' || coalesce((select max(asg.valid_to) from staff_assignment asg
    where asg.staff_id = act.organiser_id and (asg.school_id = act.school_id or asg.role = 'DISTRICT_ADMIN' and asg.district_id = act.district_id))::text, '') as key) gone on true
  join lateral (${whoAdministersActivity}) adm on true
  where ${whose} and ${isOpenActivity(sql`act`)} and not ${ORGANISER_WORKS_THERE}
    and not exists (select 1 from notice ntc where ntc.person_id = adm.person_id and ntc.kind = 'volunteering.organiser-gone' and ntc.dedupe_key = gone.key)`;

/** Those of some persons who run something to come where they work no more, while nobody was told of it, or are told of somebody what is so no more. */
export const adriftOrganisers = (personIds: Sql): Sql =>
  sql`select unt.person_id from (${untold(sql`stf.person_id = any(${personIds})`)}) unt union all ${toldOfLostOrganisers(personIds)}`;

interface LostActivities {
  readonly administrators: string[];
  readonly activities: string;
  readonly count: number;
  readonly shift_id: string;
  readonly key: string;
}

/** Tells whoever administers them, once, which activities to come have lost their organiser; what these persons were told of others says what is so. */
export async function tellOfLostOrganisers(tx: Transaction, personIds: readonly string[]): Promise<void> {
  const rows = await tx.query<LostActivities>(sql`
    with unt as (${untold(sql`stf.person_id = any(${[...personIds]}::uuid[])`)})
    select lost.*, nmd.activities, nmd.count
    from (select unt.key, array_agg(distinct unt.administrator_id) as administrators, (array_agg(unt.shift_id order by unt.shift_id))[1] as shift_id from unt group by unt.key) lost
    cross join lateral (${namedActivities(sql`select distinct unt.activity_id, unt.title from unt where unt.key = lost.key`)}) nmd order by lost.key`);
  await tellEach(
    tx,
    'ORGANISER_GONE',
    rows.map(({ administrators, activities, count, shift_id, key }) => ({
      to: administrators,
      about: shift_id,
      dedupe: key,
      params: { activities, count: String(count) },
    })),
  );
  await settleLostOrganisers(tx, sql`ntc.person_id = any(${[...personIds]}::uuid[])`);
}

/** Settles the notices about organisers who work there again: nobody is to name somebody else. */
export function organisersAreBack(tx: Transaction, personIds: readonly string[]): Promise<void> {
  return settleLostOrganisers(tx, ofLeavers(sql`lft.person_id = any(${[...personIds]}::uuid[])`));
}
