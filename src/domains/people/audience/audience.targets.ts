import { sql, type Alias, type Sql } from '../../../platform/reading/index.ts';

/** Keys of all targets that the pupils of a class belong to; the class, its school and its grade are given. */
export function audienceKeysOf(schoolClass: Alias, school: Alias, grade: Alias): Sql {
  const withParts = (key: Sql): Sql => sql`${key}, ${key} || ':grade:' || ${grade}.id, ${key} || ':stage:' || ${grade}.stage`;
  return sql`array['class:' || ${schoolClass}.id, ${withParts(sql`'school:' || ${school}.id`)}, ${withParts(sql`'district:' || ${school}.district_id`)}]`;
}

/** Ids of the audiences that the pupils of a class belong to. */
export function audiencesOfClass(schoolClass: Alias): Sql {
  return sql`select tgt.audience_id from school sch join grade grd on grd.id = ${schoolClass}.grade_id
    join audience_target tgt on tgt.key = any(${audienceKeysOf(schoolClass, sql`sch`, sql`grd`)})
    where sch.id = ${schoolClass}.school_id`;
}
