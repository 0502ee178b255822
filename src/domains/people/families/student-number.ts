import { typedNumber } from '../../../platform/commands/index.ts';

const SHAPE = '^[0-9A-Z]{1,30}$';
/** For PostgreSQL, which has the last word. */
export const STUDENT_NUMBER_SHAPE = `student_number ~ '${SHAPE}'`;
const PATTERN = new RegExp(SHAPE);

export const isStudentNumber = (number: string): boolean => PATTERN.test(number);

/** The one form of a number in the register of pupils, in which it is stored and looked for, however somebody has typed it. */
export function studentNumberOf(text: string): string {
  return typedNumber(text);
}
