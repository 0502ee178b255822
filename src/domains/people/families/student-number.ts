import { typedNumber } from '../../../platform/commands/index.ts';

/** As the constraint `student_number_shape` of PostgreSQL, which has the last word. */
const PATTERN = /^[0-9A-Z]{1,30}$/;

export const isStudentNumber = (number: string): boolean => PATTERN.test(number);

/** The one form of a number in the register of pupils, in which it is stored and looked for, however somebody has typed it. */
export function studentNumberOf(text: string): string {
  return typedNumber(text);
}
