import { createHash, randomInt } from 'node:crypto';
import { typedCode } from '../../../../platform/commands/index.ts';

/** Without letters and digits that are taken for one another. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const GROUPS = 3;
const PER_GROUP = 4;

/** 60 bits, to be read out or pasted into a chat: `7KQM-2XWP-9RTA`. */
export function newCode(): string {
  const group = (): string => Array.from({ length: PER_GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** Hashes a code as people type it. */
export function hashOfStandInCode(code: string): string {
  return createHash('sha256').update(typedCode(code, ALPHABET)).digest('base64url');
}
