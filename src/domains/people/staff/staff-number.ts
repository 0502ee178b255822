import { typedNumber } from '../../../platform/commands/index.ts';
import { BadUserInput } from '../../../platform/errors/index.ts';

/* As the constraint `staff_number_shape` of PostgreSQL, which has the last word. */
const LONGEST = 40;
const IDEOGRAPHS = '\\u3400-\\u4dbf\\u4e00-\\u9fff';
const SIGNS = new RegExp(`^[\\u0021-\\u0060\\u007b-\\u007e${IDEOGRAPHS}]*$`);
const SAYS = new RegExp(`[0-9A-Z${IDEOGRAPHS}]`);
/** The one form of a staff number, in which it is stored, looked for and signed in by, however somebody has typed it. @throws BadUserInput for what is none */
export function staffNumberOf(typed: string): string {
  const number = typedNumber(typed);
  if (number.length > LONGEST || !SIGNS.test(number) || !SAYS.test(number))
    throw new BadUserInput(
      {
        zh: `工号由数字、英文字母或汉字组成,可含连字符等符号,最长 ${LONGEST} 个字符。`,
        en: `A staff number is made of digits, letters of English or Chinese signs, with hyphens and the like between them, ${LONGEST} at most.`,
      },
      ['input', 'staffNumber'],
    );
  return number;
}
