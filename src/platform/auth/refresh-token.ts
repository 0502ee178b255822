import { randomBytes } from 'node:crypto';
import { bareDigits, hashOfSecret, keyed, sameSecret, uuidOf } from './secret.ts';

/** A token with which a session goes on: opaque to clients, told once, stored as a hash. */
export interface RefreshToken {
  readonly text: string;
  readonly sessionId: string;
  /** The hash that is stored of it. */
  readonly hash: string;
}

export interface RefreshTokens {
  /** The first token of a session: 256 random bits. */
  first(sessionId: string): RefreshToken;
  /**
   * The token that takes the place of another: always the same one, so that whoever lost the answer on the way is given
   * it again, though no token is stored. Without the key of the hub nobody can tell it from random bits.
   */
  successorOf(token: RefreshToken): RefreshToken;
  /** A token that this hub has made, current or not; null for anything else, which then never reaches the database. */
  read(text: string): RefreshToken | null;
}

const SECRET_BYTES = 32;
const MARK_BYTES = 16;
/** The prefix lets secret scanners know it. Then the session, and the secret with the mark of the hub. */
const SHAPE = /^hubr_([0-9a-f]{32})_([\w-]{64})$/;

export function createRefreshTokens(signingKey: string): RefreshTokens {
  const key = keyed(signingKey, 'refresh-token');

  function tokenOf(sessionId: string, secret: Uint8Array): RefreshToken {
    const mark = keyed(key, 'mark', sessionId, secret).subarray(0, MARK_BYTES);
    return {
      sessionId,
      text: `hubr_${bareDigits(sessionId)}_${Buffer.concat([secret, mark]).toString('base64url')}`,
      hash: hashOfSecret(secret),
    };
  }

  return {
    first: (sessionId) => tokenOf(sessionId, randomBytes(SECRET_BYTES)),
    successorOf: ({ sessionId, text }) => tokenOf(sessionId, keyed(key, 'successor', text)),
    read(text) {
      const [, digits, rest] = SHAPE.exec(text) ?? [];
      if (digits === undefined || rest === undefined) return null;
      const token = tokenOf(uuidOf(digits), Buffer.from(rest, 'base64url').subarray(0, SECRET_BYTES));
      return sameSecret(token.text, text) ? token : null;
    },
  };
}
