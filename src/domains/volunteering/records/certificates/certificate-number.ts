import { randomInt } from 'node:crypto';
import { CROCKFORD, typedCode } from '../../../../platform/commands/index.ts';

const LENGTH = 10;

/**
 * `ZY20261122-7K3M9QXW2B`: the day of issue, and 50 bits that nobody can guess.
 * @param day of issue, `YYYY-MM-DD`
 */
export function certificateNumber(day: string): string {
  const random = Array.from({ length: LENGTH }, () => CROCKFORD[randomInt(CROCKFORD.length)]).join('');
  return `ZY${day.replaceAll('-', '')}-${random}`;
}

/** As it was typed from paper, with its dash or without. */
export function asNumber(typed: string): string {
  return typedCode(typed, CROCKFORD).replace(/^(ZY\d{8})/, '$1-');
}
