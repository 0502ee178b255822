import { createHash, randomBytes } from 'node:crypto';
import type { Seals } from '../../../platform/auth/index.ts';
import { CROCKFORD, typedCode } from '../../../platform/commands/index.ts';
import type { AttemptKind } from '../../../platform/config/index.ts';

/** Codes that make somebody a guardian, or two accounts one person. */
export const BINDING_CODE_ATTEMPT: AttemptKind = {
  name: 'bindingCode',
  variable: 'RATE_BINDING_CODES_PER_MINUTE',
  perMinute: 120,
};

const LENGTH = 12;

/** A new code, as it is printed: `7K3Q-0XWD-92HM`. */
export function newBindingCode(): string {
  return codeOf(randomBytes(LENGTH));
}

/**
 * The code of a record. It follows from the record and the hub's own key, so that the school can print it as long as it is in
 * force, though nothing but its hash is stored.
 */
export async function codeOnRecord(
  seals: Seals,
  { id, issuedAt, expiresAt }: { readonly id: string; readonly issuedAt: Date; readonly expiresAt: Date },
): Promise<string> {
  const seal = await seals.seal('binding-code', { code: id }, { from: issuedAt, until: expiresAt });
  return codeOf(createHash('sha256').update(seal).digest().subarray(0, LENGTH));
}

function codeOf(bytes: Uint8Array): string {
  const letters = [...bytes].map((byte) => CROCKFORD[byte % CROCKFORD.length]!);
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-');
}

/** The letters of a code. Those that look alike are the same, case and separators do not matter; null for what cannot be a code. */
function lettersOf(typed: string): string | null {
  const code = typedCode(typed, CROCKFORD);
  return code.length !== LENGTH || [...code].some((letter) => !CROCKFORD.includes(letter)) ? null : code;
}

/** What is stored of a code; null for what cannot be one. */
export function hashOfBindingCode(typed: string): string | null {
  const code = lettersOf(typed);
  return code === null ? null : createHash('sha256').update(code).digest('base64url');
}

/** What is kept of a code that was used up, for whoever entered it: its last four letters, as they are printed. */
export function endingOfCode(typed: string): string | null {
  return lettersOf(typed)?.slice(-4) ?? null;
}
