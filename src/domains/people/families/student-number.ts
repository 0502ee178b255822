import { typedNumber } from '../../../platform/commands/index.ts';

/** The one form of a number in the register of pupils, in which it is stored and looked for, however somebody has typed it. */
export function studentNumberOf(text: string): string {
  return typedNumber(text);
}
