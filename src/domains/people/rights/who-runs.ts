import { sql, table, type Sql } from '../../../platform/reading/index.ts';
import { assignmentHolds } from './in-force.facts.ts';

/** Something that a school runs, or a district itself: values of a row at hand. */
export interface RunThing {
  /** Bare id of the school; null where the district itself runs it. */
  readonly schoolId: Sql;
  readonly districtId: Sql;
  /** A condition on a role `asg` of those whose it is in the first place. */
  readonly first?: Sql;
  /** Array of the persons, or nulls, whose own case it is: they hear nothing of it as those who run it. */
  readonly but?: Sql;
}

const NOBODYS = sql`false`;
const NOT_OWN = ({ but }: RunThing): Sql => (but ? sql`and stf.person_id <> all(array_remove(${but}, null))` : sql``);
const HERE = ({ schoolId, first = NOBODYS }: RunThing): Sql =>
  sql`asg.school_id = ${schoolId} and (asg.role = 'SCHOOL_ADMIN' or ${first})`;

/**
 * The persons (`person_id`) who run something today: those whose it is while they work there, else whoever administers the school,
 * else whoever administers the district. Whoever is told of it, or asked to decide on it, is found here, so that nothing is told to
 * somebody who has left, and to nobody else.
 */
export function whoRuns(run: RunThing): Sql {
  const { districtId, first = NOBODYS } = run;
  return sql`select distinct near.person_id from (
    select stf.person_id, rank() over (order by case when ${first} then 1 when asg.role = 'SCHOOL_ADMIN' then 2 else 3 end) as place
    from staff_assignment asg join staff stf on stf.id = asg.staff_id
    where ${assignmentHolds(sql`asg`)} and (${HERE(run)} or asg.district_id = ${districtId} and asg.role = 'DISTRICT_ADMIN') ${NOT_OWN(run)}) near
  where near.place = 1`;
}

/** True where nobody at the school is left of `whoRuns`: the district decides in its place. */
export function leftToTheDistrict(run: RunThing): Sql {
  return sql`not exists (select 1 from ${table('staff_assignment')} asg join ${table('staff')} stf on stf.id = asg.staff_id where ${assignmentHolds(sql`asg`)} and ${HERE(run)} ${NOT_OWN(run)})`;
}
