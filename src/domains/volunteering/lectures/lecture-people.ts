import type { Transaction } from '../../../platform/commands/index.ts';
import { sql, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { assignmentHolds } from '../../people/index.ts';

/** Bare ids of the persons who head the class today. */
export async function homeroomTeachersOf(tx: Transaction, classId: string): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(sql`select distinct stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
    where asg.school_class_id = ${classId}::uuid and asg.role = 'HOMEROOM_TEACHER' and ${assignmentHolds(sql`asg`)}`);
  return rows.map((row) => row.person_id);
}

/** Persons who count on a lecture: the homeroom teachers of its class today, and whoever gave it its time. */
export function whoCountsOnIt(lecture: Alias): Sql {
  return sql`select stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
      where asg.school_class_id = ${lecture}.school_class_id and asg.role = 'HOMEROOM_TEACHER' and ${assignmentHolds(sql`asg`)}
    union select stf.person_id from shift sft join volunteer_activity act on act.id = sft.activity_id join staff stf on stf.id = act.organiser_id where sft.id = ${lecture}.shift_id`;
}
