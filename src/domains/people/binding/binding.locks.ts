import type { Viewer } from '../../../platform/auth/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound } from '../../../platform/errors/index.ts';
import { anyOf, mine, sql, type Sql } from '../../../platform/reading/index.ts';
import { Guardianship } from '../families/guardianship.entity.ts';
import { Student } from '../families/student.entity.ts';
import { ownCases } from '../rights/own-cases.ts';

/*
 * The fixed order: roles at work, the person who asks, the code, the pupil, the guardianship, and last the persons of the guardians
 * whose names are taken or whose rights end (`rightsEnded`), with what is theirs.
 */

/** Classes whose families the viewer answers for: a homeroom teacher's own. */
function homeroomClassIds({ assignments }: Viewer): string[] {
  return assignments.flatMap(({ role, classId }) => (role === 'HOMEROOM_TEACHER' && classId !== null ? [classId] : []));
}

/** True for the pupils of the viewer's homeroom classes and of the schools that they administer. */
export function inMyCare(viewer: Viewer, student: Sql): Sql {
  return anyOf([
    sql`${student}.school_id = any(${mine.schoolIds})`,
    sql`exists (select 1 from class_membership mem where mem.student_id = ${student}.id and mem.status = 'ACTIVE'
      and mem.school_class_id = any(${homeroomClassIds(viewer)}::uuid[]))`,
  ]);
}

export interface TieInMyCare {
  readonly tie: Guardianship;
  readonly student: Student;
  /** The guardian is the caller, or the pupil a child of theirs: nobody decides who else is its guardian. */
  readonly own: boolean;
}

/** Locks the pupil, then the guardianship. @throws NotFound where the pupil is not in the caller's care */
export async function lockTieInMyCare(tx: Transaction, id: string): Promise<TieInMyCare> {
  const [student] = await tx.query<object>(sql`select stu.* from student stu
    where stu.id = (select tie.student_id from guardianship tie where tie.id = ${id}) and ${inMyCare(tx.viewer, sql`stu`)} for no key update`);
  if (!student) throw new NotFound();
  const [tie] = await tx.query<{ own: boolean }>(sql`select tie.*, tie.guardian_id is not distinct from ${mine.guardianId} as own
    from guardianship tie where tie.id = ${id} for no key update`);
  const { own, ...row } = tie!;
  const pupil = tx.em.map(Student, student);
  return { tie: tx.em.map(Guardianship, row), student: pupil, own: own || (await ownCases(tx, [pupil.id])).has(pupil.id) };
}
