import { sql, type Alias, type Sql } from '../../platform/reading/index.ts';

/** Ids of the audiences that the pupils of a class belong to. */
export function audiencesOfClass(schoolClass: Alias): Sql {
  const withParts = (key: Sql): Sql => sql`${key}, ${key} || ':grade:' || grd.id, ${key} || ':stage:' || grd.stage`;
  return sql`select tgt.audience_id from school sch join grade grd on grd.id = ${schoolClass}.grade_id
    join audience_target tgt on tgt.key = any(array['class:' || ${schoolClass}.id,
      ${withParts(sql`'school:' || sch.id`)}, ${withParts(sql`'district:' || sch.district_id`)}])
    where sch.id = ${schoolClass}.school_id`;
}
