import { join, Late, raw, sql, withParameters, type Run, type Sql } from './sql.ts';

/** Of the rows that `forEach` answers: whose it is, counted from 0. */
export interface Placed {
  readonly place: number;
}

/**
 * One statement for many: what a statement for one names of the viewer and the clock becomes a column of a row for each
 * of them. A rule that is told by a statement stays told once, whether it is asked about one or about a crowd.
 * @param runs of viewers of one shape, by which the statement was made
 * @returns a statement that answers the rows of each, with their `place` among the runs, and has one text however many they are
 */
export function forEach(statement: Sql, runs: readonly Run[]): Sql {
  const each = raw('each');
  const lates = [
    ...new Map(statement.values.filter((value) => value instanceof Late).map((value) => [value.name, value])).values(),
  ];
  const rows = runs.map((run, place) => ({
    place,
    ...Object.fromEntries(lates.map(({ name, value }) => [name, value(run)])),
  }));
  const columns = lates.map(({ name, value }) =>
    raw(`"${name}" ${Array.isArray(value(runs[0]!)) ? 'text[]' : 'text'}`),
  );
  const about = withParameters(statement, (value) =>
    value instanceof Late ? sql`${each}.${raw(`"${value.name}"`)}` : value,
  );
  return sql`select each.place, told.* from json_to_recordset(${JSON.stringify(rows)}::json) as each(${join([raw('place int'), ...columns])}), lateral (${about}) told order by each.place`;
}
