import type { Transaction } from '../../../../platform/commands/index.ts';
import { sql, type Alias, type Sql } from '../../../../platform/reading/index.ts';
import { whoRuns, type RunThing } from '../../../people/index.ts';
import { headsClass } from './lectures.access.ts';

/** Those who run the lectures of class `cls` at school `sch`: whoever heads it comes first. */
const ofClass = (more: Partial<RunThing> = {}): Sql =>
  whoRuns({
    schoolId: sql`cls.school_id`,
    districtId: sql`sch.district_id`,
    first: headsClass,
    ...more,
  });

/** Those who decide on a lecture of class `cls` at school `sch`: whoever heads it today, else the administrators, but not who gives it. */
export const whoDecidesOnLecturesOf = (lecturerId: Sql): Sql => ofClass({ but: sql`array[${lecturerId}]` });

/**
 * Bare ids of the persons who hear of lectures that are proposed to the class: whoever heads it today, else the administrators.
 * @param lecturerId of the person who gives it, and does not decide on it
 */
export async function whoDecidesOnLectures(tx: Transaction, classId: string, lecturerId: string): Promise<string[]> {
  const rows = await tx.query<{
    person_id: string;
  }>(sql`select run.person_id from school_class cls join school sch on sch.id = cls.school_id,
    lateral (${whoDecidesOnLecturesOf(sql`${lecturerId}::uuid`)}) run where cls.id = ${classId}::uuid`);
  return rows.map((row) => row.person_id);
}

/** Persons who count on a lecture: whoever heads its class today, and whoever gave it its time while they teach the class or administer the school, else the administrators; not its lecturer. */
export function whoCountsOnIt(lecture: Alias): Sql {
  const organiser = sql`(select act.organiser_id from shift sft join volunteer_activity act on act.id = sft.activity_id where sft.id = ${lecture}.shift_id)`;
  const first = sql`(${headsClass} or asg.staff_id = ${organiser} and (asg.school_class_id = cls.id or asg.role = 'SCHOOL_ADMIN'))`;
  return sql`select run.person_id from school_class cls join school sch on sch.id = cls.school_id,
    lateral (${ofClass({ first, but: sql`array[${lecture}.person_id]` })}) run where cls.id = ${lecture}.school_class_id`;
}
