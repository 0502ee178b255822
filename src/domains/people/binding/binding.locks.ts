import type { Viewer } from '../../../platform/auth/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { NotFound } from '../../../platform/errors/index.ts';
import { anyOf, sql, type Alias, type Sql } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';
import { Guardianship } from '../families/guardianship.entity.ts';
import { Student } from '../families/student.entity.ts';
import { leftToMyDistrict } from '../rights/left-to-the-district.facts.ts';
import { ownCases } from '../rights/own-cases.ts';

/*
 * The fixed order: roles at work (`roles-in-order.ts` says what comes between), the pupil, the person who asks, the code, the
 * guardianship, and last the persons of the guardians who are approved, whose names are corrected or whose rights end (`rightsEnded`), with what is theirs.
 */

/** Classes whose families the viewer answers for: a homeroom teacher's own. */
function homeroomClassIds({ assignments }: Viewer): string[] {
  return assignments.flatMap(({ role, classId }) => (role === 'HOMEROOM_TEACHER' && classId !== null ? [classId] : []));
}

/** True for the pupils of the schools that the viewer administers, and of their homeroom classes while the pupil goes to the school. */
export function inMyCare(viewer: Viewer, student: Sql): Sql {
  return anyOf([
    sql`${student}.school_id = any(${mine.schoolIds})`,
    sql`${student}.left_on is null and exists (select 1 from class_membership mem join school_class cls on cls.id = mem.school_class_id
      where mem.student_id = ${student}.id and mem.status = 'ACTIVE' and cls.school_id = ${student}.school_id and cls.id = any(${homeroomClassIds(viewer)}::uuid[]))`,
  ]);
}

/** True for the pupils in the viewer's care, and for those of their district on whose guardians nobody at the school may decide: each there is one, or there is nobody. */
export function inMyCareOrLeftToMe(viewer: Viewer, student: Alias): Sql {
  return anyOf([inMyCare(viewer, student), leftToMyDistrict(student)]);
}

/**
 * Locks the pupil whom a row is about: from here on nobody moves them to another class or school.
 * @param pupil the pupil's id, as a statement of one value
 * @throws NotFound where the pupil is not in the caller's care. Whoever had to wait for the lock asks for the care again, by a
 * statement that begins behind it: what stood when they began to wait may be over.
 */
export async function lockPupilInMyCare(tx: Transaction, pupil: Sql, care = inMyCare): Promise<Student> {
  const [student] = await tx.query<object>(
    sql`select stu.* from student stu where stu.id = (${pupil}) and ${care(tx.viewer, sql`stu`)} for no key update`,
  );
  if (!student) throw new NotFound();
  return tx.em.map(Student, student);
}

export interface TieInMyCare {
  readonly tie: Guardianship;
  readonly student: Student;
  /** The guardian is the caller, or else the pupil a child of theirs: nobody decides who else is its guardian. Null where it is neither. */
  readonly own: 'TIE' | 'CHILD' | null;
}

/** Locks the pupil, then the guardianship. @throws NotFound where the pupil is neither in the caller's care nor left to their district */
export async function lockTieInMyCare(tx: Transaction, id: string): Promise<TieInMyCare> {
  const student = await lockPupilInMyCare(
    tx,
    sql`select tie.student_id from guardianship tie where tie.id = ${id}`,
    inMyCareOrLeftToMe,
  );
  const [tie] = await tx.query<{
    own: boolean;
  }>(sql`select tie.*, tie.guardian_id is not distinct from ${mine.guardianId} as own
    from guardianship tie join student stu on stu.id = tie.student_id where tie.id = ${id} and ${inMyCareOrLeftToMe(tx.viewer, sql`stu`)} for no key update of tie`);
  if (!tie) throw new NotFound();
  const { own, ...row } = tie;
  return {
    tie: tx.em.map(Guardianship, row),
    student,
    own: own ? 'TIE' : (await ownCases(tx, [student.id])).has(student.id) ? 'CHILD' : null,
  };
}
