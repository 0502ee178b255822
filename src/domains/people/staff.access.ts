import type { ViewerShape } from '../../platform/auth/index.ts';
import { anyOf, sql, table, type Alias, type Condition, type Sql } from '../../platform/reading/index.ts';
import { mine } from './viewer/mine.facts.ts';
import { assignmentHolds, assignmentStands } from './rights/in-force.facts.ts';

export const visibleStaff: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && sql`${row}.id = ${mine.staffId}`,
    viewer.guardian &&
      sql`exists (select 1 from ${table('staff_assignment')} a where a.staff_id = ${row}.id and a.school_class_id = any(${mine.childClassIds}))`,
    viewer.staff &&
      sql`exists (select 1 from ${table('staff_assignment')} a where a.staff_id = ${row}.id and a.school_id = any(${mine.staffSchoolIds}))`,
    viewer.district &&
      sql`exists (select 1 from ${table('staff_assignment')} a where a.staff_id = ${row}.id and a.district_id = any(${mine.districtIds}))`,
  ]);

/** The role is one by which the viewer knows whoever holds or held it. */
const knownByRole = (role: Alias, viewer: ViewerShape): Sql =>
  anyOf([
    viewer.guardian && sql`${role}.school_class_id = any(${mine.childClassIds})`,
    viewer.staff && sql`${role}.school_id = any(${mine.staffSchoolIds})`,
    viewer.district && sql`${role}.district_id = any(${mine.districtIds})`,
  ]);

/** Staff known to the viewer by a role that stands. Whoever has none any more is known by what they did there, and by the name that they did it under. */
export const knownAtWork: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && sql`${row}.id = ${mine.staffId}`,
    sql`exists (select 1 from ${table('staff_assignment')} asg where asg.staff_id = ${row}.id and ${assignmentStands(sql`asg`)} and ${knownByRole(sql`asg`, viewer)})`,
  ]);

/** The name that they had in the last role by which the viewer knows them. */
export function calledInRole(row: Alias, viewer: ViewerShape): Sql {
  return sql`(select asg.held_as from ${table('staff_assignment')} asg where asg.staff_id = ${row}.id and ${knownByRole(sql`asg`, viewer)} order by asg.valid_to desc nulls first, asg.id desc limit 1)`;
}

export const visibleAssignments: Condition = (row, viewer) =>
  anyOf([
    viewer.signedIn && sql`${row}.staff_id = ${mine.staffId}`,
    viewer.guardian && sql`${row}.school_class_id = any(${mine.childClassIds})`,
    viewer.staff && sql`${row}.school_id = any(${mine.staffSchoolIds})`,
    viewer.district && sql`${row}.district_id = any(${mine.districtIds})`,
  ]);

/**
 * The very roles that the viewer acts by, as far as they hold and are those of whom the viewer was read as, locked against their end and
 * against their holder's becoming one person with somebody else; whoever waited for either finds them gone.
 */
export const myRolesAtWork: Sql = sql`select asg.id from staff_assignment asg join staff stf on stf.id = asg.staff_id
  where asg.id = any(${mine.assignmentIds}) and ${assignmentHolds(sql`asg`)} and stf.person_id = any(${mine.ownPersonIds})
  order by asg.id for share of asg for key share of stf`;
