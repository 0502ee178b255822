import { sql, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { assignmentHolds } from '../rights/in-force.facts.ts';
import { AT_A_SCHOOL } from './staff-role.enum.ts';

/** True where whoever holds the assignment may give, by it and today, the role that is asked for. */
export function mayGive(assignment: Alias, request: Alias): Sql {
  return sql`(${assignmentHolds(assignment)} and case ${assignment}.role when 'DISTRICT_ADMIN' then ${assignment}.district_id = ${request}.district_id
    when 'SCHOOL_ADMIN' then ${assignment}.school_id = ${request}.school_id and ${request}.role = any(${[...AT_A_SCHOOL]}::text[]) else false end)`;
}
