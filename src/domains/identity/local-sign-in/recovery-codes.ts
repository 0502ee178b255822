import type { Vault } from '../../../platform/auth/index.ts';
import { hashOfBindingCode, newBindingCode } from '../../people/index.ts';

const CODES = 10;

/** Ten codes, each good once in place of one of the authenticator: of a form that can be read aloud and typed, and of 60 random bits, which nobody guesses. */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, newBindingCode);

/** What is stored of a code; null for what cannot be one. */
export function markOfRecoveryCode(vault: Vault, typed: string, credentialId: string): string | null {
  const hash = hashOfBindingCode(typed);
  return hash === null ? null : vault.markOf(hash, credentialId);
}
