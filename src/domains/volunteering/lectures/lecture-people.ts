import type { Transaction } from '../../../platform/commands/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { assignmentHolds } from '../../people/index.ts';

/** Bare ids of the persons who head the class today. */
export async function homeroomTeachersOf(tx: Transaction, classId: string): Promise<string[]> {
  const rows = await tx.query<{ person_id: string }>(sql`select distinct stf.person_id from staff_assignment asg join staff stf on stf.id = asg.staff_id
    where asg.school_class_id = ${classId}::uuid and asg.role = 'HOMEROOM_TEACHER' and ${assignmentHolds(sql`asg`)}`);
  return rows.map((row) => row.person_id);
}
