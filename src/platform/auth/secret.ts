import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** The hash stored in place of a secret of 256 random bits: such a secret cannot be guessed, so that a slow hash adds nothing. */
export function hashOfSecret(secret: string | Uint8Array): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Equal or not, in a time that does not tell where they differ. */
export function sameSecret(one: string | Uint8Array, other: string | Uint8Array): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

export function keyed(key: string | Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
}

/** The form of an id in a token: 32 digits, so that what follows begins at a fixed place. */
export const bareDigits = (id: string): string => id.replaceAll('-', '');

export const uuidOf = (digits: string): string => digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
