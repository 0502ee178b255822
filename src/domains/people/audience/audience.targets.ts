import { sql, table, today, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { tieShowsData } from '../rights/in-force.facts.ts';

/** Keys of all targets that the pupils of a class belong to; the class, its school and its grade are given. */
export function audienceKeysOf(schoolClass: Alias, school: Alias, grade: Alias): Sql {
  const withParts = (key: Sql): Sql =>
    sql`${key}, ${key} || ':grade:' || ${grade}.id, ${key} || ':stage:' || ${grade}.stage`;
  return sql`array['class:' || ${schoolClass}.id, ${withParts(sql`'school:' || ${school}.id`)}, ${withParts(sql`'district:' || ${school}.district_id`)}]`;
}

/** The `audienceKeys` of a guardian who is not the viewer, as their rights stand at the moment of the request. */
export function audienceKeysOfGuardian(guardianId: Sql): Sql {
  return keysWhere(guardianId, tieShowsData(sql`gsh`), sql`${today} between scy.starts_on and scy.ends_on`);
}

/** Their keys on another day, of ties and classes that nothing has ended, with or without those whose last day was before it. */
export function audienceKeysOn(day: Sql, guardianId: Sql, { withPast }: { readonly withPast: boolean }): Sql {
  return withPast
    ? keysWhere(
        guardianId,
        sql`gsh.status = 'ACTIVE' and gsh.data_access and gsh.valid_from <= ${day}`,
        sql`scy.starts_on <= ${day}`,
      )
    : keysWhere(guardianId, tieShowsData(sql`gsh`, day), sql`${day} between scy.starts_on and scy.ends_on`);
}

function keysWhere(guardianId: Sql, tie: Sql, year: Sql): Sql {
  return sql`array(select distinct aky.key from ${table('guardianship')} gsh
    join ${table('class_membership')} cms on cms.student_id = gsh.student_id and cms.status = 'ACTIVE'
    join ${table('school_class')} cls on cls.id = cms.school_class_id join ${table('grade')} grd on grd.id = cls.grade_id join ${table('school')} sch on sch.id = cls.school_id
    join ${table('school_year')} scy on scy.id = cls.school_year_id and ${year}
    cross join lateral unnest(${audienceKeysOf(sql`cls`, sql`sch`, sql`grd`)}) as aky(key)
    where gsh.guardian_id = ${guardianId} and ${tie})`;
}

/** Keys of an audience as it stands: what rests on being one of it names these as its rights. */
export function keysOfAudience(audienceId: Sql): Sql {
  return sql`array(select tgt.key from audience_target tgt where tgt.audience_id = ${audienceId} order by tgt.key)`;
}

/** Ids of the audiences that the pupils of a class belong to. */
export function audiencesOfClass(schoolClass: Alias): Sql {
  return sql`select tgt.audience_id from ${table('school')} sch join ${table('grade')} grd on grd.id = ${schoolClass}.grade_id
    join ${table('audience_target')} tgt on tgt.key = any(${audienceKeysOf(schoolClass, sql`sch`, sql`grd`)})
    where sch.id = ${schoolClass}.school_id`;
}
