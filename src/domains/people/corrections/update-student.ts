import { flushOr, requiredText, type Transaction } from '../../../platform/commands/index.ts';
import { violationOf } from '../../../platform/errors/index.ts';
import { studentsOfMySchools } from '../administration/administration.nodes.ts';
import { isStudentNumber, studentNumberOf } from '../families/student-number.ts';
import { ownCases } from '../rights/own-cases.ts';
import { UPDATE_STUDENT_RULES } from './corrections.rules.ts';

export interface StudentChange {
  readonly studentId: string;
  /** Null leaves a value as it is. */
  readonly name: string | null;
  readonly studentNumber: string | null;
}

/** @throws NotFound, RuleViolation, BadUserInput */
export async function updateStudent(
  tx: Transaction,
  { studentId, name, studentNumber }: StudentChange,
): Promise<{ student: string }> {
  const called = name === null ? null : requiredText(name, { path: ['name'], longest: 40, form: 'NAME' });
  const number = studentNumber === null ? null : studentNumberOf(studentNumber);
  if (number !== null && !isStudentNumber(number))
    throw violationOf(UPDATE_STUDENT_RULES, 'NUMBER_NEEDED', ['studentNumber']);
  const [student] = await studentsOfMySchools(tx, [studentId]);
  if ((await ownCases(tx, [studentId])).has(studentId))
    throw violationOf(UPDATE_STUDENT_RULES, 'OWN_CHILD', ['studentId']);
  if (called !== null) student!.name = called;
  if (number !== null) student!.studentNumber = number;
  await flushOr(tx, {
    student_number_unique: () => violationOf(UPDATE_STUDENT_RULES, 'NUMBER_TAKEN', ['studentNumber']),
  });
  return { student: student!.id };
}
