import { always, sql, type Sql } from '../../../platform/reading/index.ts';
import { whoRuns } from '../../people/index.ts';

const OF_ACTIVITY = { schoolId: sql`act.school_id`, districtId: sql`act.district_id` };

/** The persons who run the activity `act` today: its organiser while they work there, else the administrators. */
export const whoRunsActivity: Sql = whoRuns({ ...OF_ACTIVITY, first: sql`asg.staff_id = act.organiser_id` });

/** Those who administer it, whoever organises it. */
export const whoAdministersActivity: Sql = whoRuns(OF_ACTIVITY);

/** Tables of what volunteers of a shift `sft` ask for, behind the one that has it. */
export const OF_SHIFT: Sql = sql`join volunteer_activity act on act.id = sft.activity_id`;

/**
 * Those who decide on what volunteers of a shift ask for: whoever administers the district and organises something for a school does
 * not see its volunteers.
 * @param but array of the persons whose own case it is
 * @param where the organiser decides, with the tables of `OF_SHIFT` at hand; on an appeal they do not
 */
export function whoDecides(but: Sql, where: Sql = always): Sql {
  return whoRuns({
    ...OF_ACTIVITY,
    first: sql`(${where} and asg.staff_id = act.organiser_id and asg.school_id is not distinct from act.school_id)`,
    but,
  });
}
