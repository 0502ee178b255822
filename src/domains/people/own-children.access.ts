import { sql, table, type Sql } from '../../platform/reading/index.ts';
import { mine } from './viewer/mine.facts.ts';
import { namesAGuardian, tieHolds, tieShowsData } from './rights/in-force.facts.ts';

/*
 * These tell whose child a pupil is today. What is for a child rests on that, never on the household alone: whoever
 * lost one child of a household sees nothing of it, though another child there is theirs.
 */

/** True where the pupil is the viewer's own child today: an own tie in force that gives access to data. */
export const isMyChild = (studentId: Sql): Sql => sql`${studentId} = any(${mine.studentIds})`;

/** True where the viewer is a guardian of the pupil, asks to be one, or is kept from it: whatever the school decides there is their own case. */
export const isMyOwnCase = (
  studentId: Sql,
): Sql => sql`exists (select 1 from ${table('guardian')} gua join ${table('guardianship')} own on own.guardian_id = gua.id
  where gua.person_id = any(${mine.ownPersonIds}) and own.student_id = ${studentId} and ${namesAGuardian(sql`own`)})`;

/** The array of the children of somebody today: `mine.studentIds` of anybody. */
export function childrenOfGuardian(guardianId: Sql): Sql {
  return sql`array(select tie.student_id from ${table('guardianship')} tie where tie.guardian_id = ${guardianId} and ${tieShowsData(sql`tie`)})`;
}

/** The array of the households of somebody where a child of theirs lives today: `mine.householdIds` of anybody. */
export function householdsWithOwnChild(guardianId: Sql): Sql {
  return sql`array(select distinct hgd.household_id from household_guardian hgd join household_student hst on hst.household_id = hgd.household_id
    join guardianship tie on tie.guardian_id = hgd.guardian_id and tie.student_id = hst.student_id
    where hgd.guardian_id = ${guardianId} and ${tieShowsData(sql`tie`)})`;
}

/**
 * The array of the guardians who live in a household of the viewer and answer today for a child of the viewer that lives
 * there. The viewer's own ids are few: it is read once, and an index can be asked for its rows.
 */
export const guardiansOfMyChildren: Sql = sql`array(select tie.guardian_id from ${table('household_student')} hst
  join ${table('household_guardian')} hgd on hgd.household_id = hst.household_id
  join ${table('guardianship')} tie on tie.guardian_id = hgd.guardian_id and tie.student_id = hst.student_id
  where hst.household_id = any(${mine.householdIds}) and ${isMyChild(sql`hst.student_id`)} and ${tieHolds(sql`tie`)})`;

/** The same of anybody, as the tables are at this moment: for what is decided under their lock. */
export function guardiansOfChildrenOf(guardianId: Sql): Sql {
  return sql`array(select tie.guardian_id from guardianship own join household_guardian hme on hme.guardian_id = own.guardian_id
    join household_student hst on hst.household_id = hme.household_id and hst.student_id = own.student_id
    join household_guardian hgd on hgd.household_id = hst.household_id
    join guardianship tie on tie.guardian_id = hgd.guardian_id and tie.student_id = hst.student_id
    where own.guardian_id = ${guardianId} and ${tieShowsData(sql`own`)} and ${tieHolds(sql`tie`)})`;
}
