import { randomBytes } from 'node:crypto';
import { bareDigits, hashOfSecret, uuidOf } from './secret.ts';

/** A bearer token of a client without a person. */
export interface ServiceSecret {
  /** The id of the stored token that it belongs to. */
  readonly id: string;
  readonly text: string;
  readonly hash: string;
}

/** The prefix lets secret scanners know it; the id finds it, the hash proves it. */
const SHAPE = /^hubs_([0-9a-f]{32})_[\w-]{43}$/;

export function newServiceSecret(id: string): ServiceSecret {
  const text = `hubs_${bareDigits(id)}_${randomBytes(32).toString('base64url')}`;
  return { id, text, hash: hashOfSecret(text) };
}

export function readServiceSecret(text: string): ServiceSecret | null {
  const digits = SHAPE.exec(text)?.[1];
  return digits === undefined ? null : { id: uuidOf(digits), text, hash: hashOfSecret(text) };
}
