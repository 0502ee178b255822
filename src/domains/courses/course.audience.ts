import type { ViewerShape } from '../../platform/auth/index.ts';
import { anyOf, sql, table, type Sql } from '../../platform/reading/index.ts';
import { audienceKeysOf, tieShowsData, today, mine } from '../people/index.ts';

/**
 * Ids of the audiences that the children of a guardian belong to, by their classes of this school year. Children whom
 * the viewer does not see are left out: the audiences would tell their grades.
 */
export function audiencesOfGuardian(guardianId: Sql, viewer: ViewerShape): Sql {
  const seen = anyOf([
    viewer.guardian && sql`gsh.student_id = any(${mine.studentIds})`,
    viewer.teacher && sql`cls.id = any(${mine.classIds})`,
    viewer.school && sql`cls.school_id = any(${mine.schoolIds})`,
  ]);
  return sql`select tgt.audience_id from ${table('guardianship')} gsh
    join ${table('class_membership')} mbs on mbs.student_id = gsh.student_id and mbs.status = 'ACTIVE'
    join ${table('school_class')} cls on cls.id = mbs.school_class_id
    join ${table('school_year')} yr on yr.id = cls.school_year_id and ${today} between yr.starts_on and yr.ends_on
    join ${table('school')} sch on sch.id = cls.school_id join ${table('grade')} grd on grd.id = cls.grade_id
    join ${table('audience_target')} tgt on tgt.key = any(${audienceKeysOf(sql`cls`, sql`sch`, sql`grd`)})
    where gsh.guardian_id = ${guardianId} and ${tieShowsData(sql`gsh`)} and ${seen}`;
}
