import { sql, table, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';
import { namesAGuardian } from './in-force.facts.ts';
import { leftToTheDistrict } from './who-runs.ts';

/** True where the role `asg` is that of somebody who heads a class of the pupil today, while the pupil goes to the school. */
export const headsClassOf = (
  student: Alias,
): Sql => sql`(asg.role = 'HOMEROOM_TEACHER' and ${student}.left_on is null and asg.school_class_id in (
  select cms.school_class_id from ${table('class_membership')} cms where cms.student_id = ${student}.id and cms.status = 'ACTIVE'))`;

/** The array of the persons whose own case the pupil is: its guardians, who asks to be one, and who is kept from it. */
export const personsOwning = (
  student: Alias,
): Sql => sql`array(select gua.person_id from ${table('guardianship')} own join ${table('guardian')} gua on gua.id = own.guardian_id
  where own.student_id = ${student}.id and ${namesAGuardian(sql`own`)})`;

/** True where nobody at the pupil's school may decide who its guardians are, and the school lies in a district that the viewer administers: they decide. */
export function leftToMyDistrict(student: Alias): Sql {
  const schoolId = sql`${student}.school_id`;
  return sql`(exists (select 1 from ${table('school')} own where own.id = ${schoolId} and own.district_id = any(${mine.districtIds}))
    and ${leftToTheDistrict({ schoolId, districtId: sql`null`, first: headsClassOf(student), but: personsOwning(student) })})`;
}
