import { typedCode } from '../../../platform/commands/index.ts';
import type { Person } from './person.entity.ts';

const MOBILE = /^1[3-9]\d{9}$/;
const DIGITS = '+0123456789';

/** The eleven digits of a mobile number of the mainland, however somebody wrote it, `+86` included; null for what is none. */
export function mobileNumber(typed: string): string | null {
  const digits = typedCode(typed, DIGITS)
    .replace(/[().·]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  return MOBILE.test(digits) ? digits : null;
}

/** From now on they are reached by this number. What WeChat has made sure of stays so where somebody types the same. */
export function setPhone(person: Person, phone: string | null, verifiedAt: Date | null = null): void {
  if (person.phone !== phone || verifiedAt !== null) person.phoneVerifiedAt = verifiedAt;
  person.phone = phone;
}
