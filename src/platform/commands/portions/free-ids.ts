import { sql, type Sql } from '../../reading/index.ts';

/**
 * The array of the ids that a query finds, so many at most, under lock; what somebody else holds is left out. It is found once, before
 * the statement that it stands in: as `in (select … limit …)` it may be asked for anew for each row, and finds others each time.
 * @param found e.g. `select due.id from stand_in due where … order by due.id`
 */
export function freeIds(found: Sql, most: number): Sql {
  return sql`array(${found} limit ${most}::int for no key update skip locked)`;
}
