import type { Transaction } from '../../platform/commands/index.ts';
import { sql, type Sql } from '../../platform/reading/index.ts';
import { whoRuns } from '../people/index.ts';

const OF_ACTIVITY = { schoolId: sql`act.school_id`, districtId: sql`act.district_id` };

/** The persons who run the activity `act` today: its organiser while they work there, else the administrators. */
export const whoRunsActivity: Sql = whoRuns({ ...OF_ACTIVITY, first: sql`asg.staff_id = act.organiser_id` });

/** Those who administer it, whoever organises it. */
export const whoAdministersActivity: Sql = whoRuns(OF_ACTIVITY);

/**
 * The same, by bare id, who decide on what volunteers of a shift ask for: whoever administers the district and organises something
 * for a school does not see its volunteers. On an appeal the organiser does not decide.
 * @param but array of the persons whose own case it is
 */
export async function whoDecides(tx: Transaction, shiftId: string, { but, appealed = false }: { readonly but: Sql; readonly appealed?: boolean }): Promise<string[]> {
  const first = appealed ? sql`false` : sql`asg.staff_id = act.organiser_id and asg.school_id is not distinct from act.school_id`;
  const rows = await tx.query<{ person_id: string }>(sql`select run.person_id from shift sft join volunteer_activity act on act.id = sft.activity_id,
    lateral (${whoRuns({ ...OF_ACTIVITY, first, but })}) run where sft.id = ${shiftId}::uuid`);
  return rows.map((row) => row.person_id);
}
