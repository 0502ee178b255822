import { sql, today, type Alias, type Sql } from '../../../platform/reading/index.ts';

/** A role as its columns say it, or as values do. */
export interface RoleInSql {
  readonly staffId: Sql;
  readonly role: Sql;
  /** The class, else the school, else the district. */
  readonly node: Sql;
  /** The grade, else the district. */
  readonly grade: Sql;
  readonly subject: Sql;
  /** As a range of days, both ends included. */
  readonly days: Sql;
}

/**
 * The member of staff has the very role at a time of it: what the exclusion constraint would refuse once those have made way that will not
 * begin. Of what begins in the year, the days that were given meet where those in the year do.
 */
export function isHeldAlready({ staffId, role, node, grade, subject, days }: RoleInSql): Sql {
  return sql`exists (select 1 from staff_assignment ass where ass.staff_id = ${staffId} and ass.role = ${role} and ass.ended_at is null
    and coalesce(ass.school_class_id, ass.school_id, ass.district_id) = ${node} and coalesce(ass.grade_id, ass.district_id) = ${grade}
    and coalesce(ass.subject, '') = coalesce(${subject}, '') and (ass.valid_to is null or ass.valid_to >= ass.valid_from)
    and daterange(ass.valid_from, ass.last_day_given, '[]') && ${days})`;
}

/** The role that the columns of an assignment, or of a request, tell of, but for its days. */
export const roleOfRow = (row: Alias): Omit<RoleInSql, 'days'> => ({
  staffId: sql`${row}.staff_id`,
  role: sql`${row}.role`,
  node: sql`coalesce(${row}.school_class_id, ${row}.school_id, ${row}.district_id)`,
  grade: sql`coalesce(${row}.grade_id, ${row}.district_id)`,
  subject: sql`${row}.subject`,
});

/** The member of staff has the role that is asked for for a time of it, so that nobody can approve it; what asks for days that are over asks for nothing. */
export function askedForIsHeld(request: Alias): Sql {
  const from = sql`greatest(${request}.valid_from, ${today})`;
  return sql`((${request}.valid_to is null or ${request}.valid_to >= ${from}) and ${isHeldAlready({
    ...roleOfRow(request),
    days: sql`daterange(${from}, ${request}.valid_to, '[]')`,
  })})`;
}
