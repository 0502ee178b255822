import type { Person } from './person.entity.ts';

const MOBILE = /^1[3-9]\d{9}$/;
/** Blanks, dashes and brackets that people write between digits, and what cannot be seen. */
const BETWEEN = /[\p{Z}\p{Pd}\p{Ps}\p{Pe}\p{C}.\u00b7]/gu;

/** The eleven digits of a mobile number of the mainland, however somebody wrote it, `+86` included; null for what is none. */
export function mobileNumber(typed: string): string | null {
  const digits = typed
    .normalize('NFKC')
    .replace(BETWEEN, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  return MOBILE.test(digits) ? digits : null;
}

/** From now on they are reached by this number. What WeChat has made sure of stays so where somebody types the same. */
export function setPhone(person: Person, phone: string | null, verifiedAt: Date | null = null): void {
  if (person.phone !== phone || verifiedAt !== null) person.phoneVerifiedAt = verifiedAt;
  person.phone = phone;
}
