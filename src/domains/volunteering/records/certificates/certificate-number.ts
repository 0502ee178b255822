import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/**
 * `ZY20261122-7K3M9QXW2B`: the day of issue, and 50 bits that nobody can guess.
 * @param day of issue, `YYYY-MM-DD`
 */
export function certificateNumber(day: string): string {
  const random = Array.from({ length: LENGTH }, () => DIGITS[randomInt(DIGITS.length)]).join('');
  return `ZY${day.replaceAll('-', '')}-${random}`;
}

/** As it was typed from paper: capitals or not, O for 0, I or L for 1, with or without blanks. */
export function asNumber(typed: string): string {
  const [day = '', ...rest] = typed.replace(/\s/g, '').toUpperCase().split('-');
  return [day, rest.join('').replaceAll('O', '0').replace(/[IL]/g, '1')].join('-');
}
