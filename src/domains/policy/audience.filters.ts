import { sql, table, type CustomFilter, type Sql } from '../../platform/reading/index.ts';
import { Grade, Stage } from '../people/index.ts';

/** The grade that a target names, itself or by its class; null where it names neither. */
const gradeOf = (target: Sql): Sql =>
  sql`coalesce(${target}.grade_id, (select cls.grade_id from ${table('school_class')} cls where cls.id = ${target}.school_class_id))`;

/** By stage, for rows that have `audience_id`. A target without class, grade and stage is for its whole school or district. */
export const forStage: CustomFilter = {
  on: Stage,
  sqlType: 'text',
  description: 'Meant for pupils of one of these stages, alone or with others (适用学段).',
  matches: (
    row,
    wanted,
  ) => sql`exists (select 1 from ${table('audience_target')} tgt where tgt.audience_id = ${row}.audience_id
    and case
      when tgt.stage is not null then tgt.stage = any(${wanted})
      when ${gradeOf(sql`tgt`)} is not null then (select grd.stage from ${table('grade')} grd where grd.id = ${gradeOf(sql`tgt`)}) = any(${wanted})
      when tgt.school_id is not null then (select sch.stages from ${table('school')} sch where sch.id = tgt.school_id) && ${wanted}
      else true end)`,
};

/** By grade, likewise. */
export const forGrade: CustomFilter = {
  on: Grade,
  sqlType: 'uuid',
  description: 'Meant for pupils of one of these grades, alone or with others (适用年级).',
  matches: (row, wanted) => sql`exists (select 1 from ${table('grade')} grd, ${table('audience_target')} tgt
    where grd.id = any(${wanted}) and tgt.audience_id = ${row}.audience_id
    and case
      when ${gradeOf(sql`tgt`)} is not null then ${gradeOf(sql`tgt`)} = grd.id
      when tgt.stage is not null then tgt.stage = grd.stage
      when tgt.school_id is not null then exists (select 1 from ${table('school')} sch where sch.id = tgt.school_id and grd.stage = any(sch.stages))
      else true end)`,
};
