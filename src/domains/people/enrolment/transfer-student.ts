import { shanghaiDay } from '../../../platform/calendar/index.ts';
import type { Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { mine } from '../viewer/mine.facts.ts';
import { classIAdminister } from '../administration/administration.nodes.ts';
import { ClassMembership, MembershipStatus } from '../families/class-membership.entity.ts';
import { Student } from '../families/student.entity.ts';
import { SchoolYear } from '../organisation/school-year.entity.ts';
import { ownCases } from '../rights/own-cases.ts';
import { rightsEnded, rightsRegained } from '../rights/rights-ended.ts';
import { askWhoDecidesOnGuardians } from '../telling/tell-of-guardians.ts';
import { studentNumberOf } from '../families/student-number.ts';
import { TRANSFER_RULES, type TransferRule } from './enrolment.rules.ts';
import { firstDayIn, leaveClass, leaveEveryClass } from './enrolment.steps.ts';

/** Both the school that the pupil goes to and the class must be the caller's: between two schools it takes the district. */
export interface Transfer {
  readonly studentNumber: string;
  readonly classId: string;
}

/**
 * Moves a pupil to another class of the year, and to its school where that is another one: the old school sees them no
 * more from the next request on. Codes that it handed out and that nobody has used end.
 * @throws NotFound where the caller does not administer the class, RuleViolation
 */
export async function transferStudent(
  tx: Transaction,
  { studentNumber, classId }: Transfer,
): Promise<{ student: string; schoolClass: string }> {
  const refused = (rule: TransferRule, path: string): Error => violationOf(TRANSFER_RULES, rule, [path]);
  const schoolClass = await classIAdminister(tx, classId);
  const year = await tx.em.findOneOrFail(SchoolYear, schoolClass.schoolYear.id);
  if (year.endsOn < shanghaiDay(tx.now)) throw refused('YEAR_OVER', 'classId');
  // Not joined with the school: whoever has gone to another one during the wait for the lock would not be found at all.
  const [row] = await tx.query<object>(sql`select stu.* from student stu
    where stu.student_number = ${studentNumberOf(studentNumber)} and (stu.school_id = any(${mine.schoolIds})
      or exists (select 1 from school sch where sch.id = stu.school_id and sch.district_id = any(${mine.districtIds})))
    for no key update`);
  if (!row) throw refused('NO_SUCH_PUPIL', 'studentNumber');
  const student = tx.em.map(Student, row);
  if ((await ownCases(tx, [student.id])).has(student.id)) throw refused('OWN_CHILD', 'studentNumber');
  const before = await tx.query<{
    id: string;
    school_class_id: string;
    later: boolean;
  }>(sql`select mem.id, mem.school_class_id, syr.id <> ${year.id} as later
    from class_membership mem join school_year syr on syr.id = mem.school_year_id
    where mem.student_id = ${student.id} and mem.status = 'ACTIVE' and syr.starts_on >= ${year.startsOn}::date`);
  if (before.some((each) => each.school_class_id === schoolClass.id)) throw refused('IN_CLASS', 'classId');
  const today = shanghaiDay(tx.now);
  const moves = student.school.id !== schoolClass.school.id;
  // Where they have gone on into the next year already, they stay in that class, unless it is of the old school.
  for (const each of before) if (!each.later && !moves) await leaveClass(tx, each.id);
  if (moves) {
    await leaveEveryClass(tx, [student.id], today);
    await tx.query(sql`update binding_code set revoked_at = ${tx.now}
      where student_id = ${student.id} and used_at is null and revoked_at is null and expires_at > ${tx.now}`);
    student.school = schoolClass.school;
  }
  student.leftOn = null;
  student.leaving = null;
  tx.em.create(ClassMembership, {
    student,
    schoolClass,
    schoolYear: year,
    status: MembershipStatus.ACTIVE,
    joinedOn: firstDayIn(tx, year),
    createdAt: tx.now,
  });
  await rightsEnded(tx, { studentIds: [student.id] });
  await rightsRegained(tx, { studentIds: [student.id] });
  await askWhoDecidesOnGuardians(tx, [student.id]);
  return { student: student.id, schoolClass: schoolClass.id };
}
