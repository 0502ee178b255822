import { sql, type CustomFilter } from '../../platform/reading/index.ts';
import { Stage } from '../people/index.ts';

/** A target that names neither class, grade nor stage is for all of its school, or of its district. */

/** By stage, for rows that have `audience_id`. */
export const forStage: CustomFilter = {
  on: Stage,
  sqlType: 'text',
  description: 'Meant for pupils of one of these stages, alone or with others (适用学段).',
  matches: (row, wanted) => sql`exists (select 1 from audience_target tgt
    left join school_class cls on cls.id = tgt.school_class_id
    left join grade grd on grd.id = coalesce(cls.grade_id, tgt.grade_id)
    left join school sch on sch.id = tgt.school_id
    where tgt.audience_id = ${row}.audience_id
      and case when coalesce(tgt.stage, grd.stage) is not null then coalesce(tgt.stage, grd.stage) = any(${wanted})
        else sch.id is null or sch.stages && ${wanted} end)`,
};

/** By grade, for rows that have `audience_id`. */
export const forGrade: CustomFilter = {
  on: 'ID',
  sqlType: 'uuid',
  description: 'Meant for pupils of one of these grades, alone or with others (适用年级).',
  matches: (row, wanted) => sql`exists (select 1 from grade grd, audience_target tgt
    left join school_class cls on cls.id = tgt.school_class_id
    left join school sch on sch.id = tgt.school_id
    where grd.id = any(${wanted}) and tgt.audience_id = ${row}.audience_id
      and case when coalesce(cls.grade_id, tgt.grade_id) is not null then grd.id = coalesce(cls.grade_id, tgt.grade_id)
        when tgt.stage is not null then grd.stage = tgt.stage
        else sch.id is null or grd.stage = any(sch.stages) end)`,
};
