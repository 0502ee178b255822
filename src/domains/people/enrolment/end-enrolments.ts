import { shanghaiDay } from '../../../platform/calendar/index.ts';
import {
  PartlyDone,
  rowByRow,
  RowsRefused,
  type ErrorPolicy,
  type Transaction,
} from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { sql } from '../../../platform/reading/index.ts';
import { studentsOfMySchools } from '../administration/administration.nodes.ts';
import type { StudentLeaving } from '../families/student.entity.ts';
import { ownCases } from '../rights/own-cases.ts';
import { rightsEnded } from '../rights/rights-ended.ts';
import { askWhoDecidesOnGuardians } from '../telling/tell-of-guardians.ts';
import { LEAVING_RULES, MOST_PUPILS } from './enrolment.rules.ts';
import { leaveEveryClass } from './enrolment.steps.ts';

export interface Leaving {
  readonly studentIds: readonly string[];
  readonly leaving: StudentLeaving;
  /** Today where null. */
  readonly leftOn: string | null;
  readonly errorPolicy: ErrorPolicy;
}

/**
 * Pupils leave the school: they are in none of its classes any more, of whichever year, teachers and the news of the school do not reach
 * them. What is on record stays with the school and the family.
 * @throws NotFound where one of them is of another school, RuleViolation
 */
export async function endEnrolments(
  tx: Transaction,
  { studentIds, leaving, leftOn, errorPolicy }: Leaving,
): Promise<PartlyDone<{ students: string[] }>> {
  if (studentIds.length === 0) throw violationOf(LEAVING_RULES, 'NO_ROWS', ['studentIds']);
  if (studentIds.length > MOST_PUPILS) throw violationOf(LEAVING_RULES, 'TOO_MANY', ['studentIds']);
  const day = leftOn ?? shanghaiDay(tx.now);
  if (day > shanghaiDay(tx.now)) throw violationOf(LEAVING_RULES, 'DAY_TO_COME', ['leftOn']);
  const students = new Map((await studentsOfMySchools(tx, studentIds)).map((each) => [each.id, each]));
  const own = await ownCases(tx, studentIds);
  const came = await firstDays(tx, studentIds);
  const { done, refused } = await rowByRow(studentIds, { field: 'studentIds', policy: errorPolicy }, (id) => {
    const student = students.get(id)!;
    if (own.has(id)) throw violationOf(LEAVING_RULES, 'OWN_CHILD');
    if (student.leftOn !== null) throw violationOf(LEAVING_RULES, 'LEFT_ALREADY');
    if (day < (came.get(id) ?? day)) throw violationOf(LEAVING_RULES, 'BEFORE_COMING');
    student.leftOn = day;
    student.leaving = leaving;
    return Promise.resolve(id);
  });
  if (done.length === 0) throw new RowsRefused(refused);
  await leaveEveryClass(tx, done, day);
  await tx.query(sql`update binding_code set revoked_at = ${tx.now}
    where student_id = any(${done}::uuid[]) and used_at is null and revoked_at is null and expires_at > ${tx.now}`);
  await rightsEnded(tx, { studentIds: done });
  await askWhoDecidesOnGuardians(tx, done);
  return new PartlyDone({ students: done }, refused);
}

/** When each of them came to their school: their first day in a class there, or when they were put in one that is yet to begin. */
async function firstDays(tx: Transaction, studentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{
    id: string;
    came: string;
  }>(sql`select stu.id, min(least(mem.joined_on, (mem.created_at at time zone 'Asia/Shanghai')::date))::text as came
    from student stu join class_membership mem on mem.student_id = stu.id join school_class cls on cls.id = mem.school_class_id and cls.school_id = stu.school_id
    where stu.id = any(${[...studentIds]}::uuid[]) group by stu.id`);
  return new Map(rows.map(({ id, came }) => [id, came]));
}
