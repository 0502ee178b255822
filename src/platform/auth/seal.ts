import { hkdfSync } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

const ALGORITHM = 'HS256';
/** Characters; whatever is longer is none. */
export const LONGEST_SEAL = 1024;

/** From when, and until when exclusive. */
export interface Validity {
  readonly from: Date;
  readonly until: Date;
}

export interface OpenOptions {
  /** The moment at which it must be valid: that of the request, or one that the caller claims. */
  readonly at: Date;
  /** By how much clocks may differ. */
  readonly toleranceSeconds?: number;
}

/** Statements that only the hub can have made, for a while and for one audience, e.g. `check-in`. They are never stored. */
export interface Seals {
  /** Equal statements are equal texts: whoever asks twice within a validity gets the same. */
  seal(audience: string, statement: Readonly<Record<string, string>>, validity: Validity): Promise<string>;
  /** The statement that was sealed; null for whatever is wrong with it, so that a guesser learns nothing. */
  open(audience: string, text: string, options: OpenOptions): Promise<Readonly<Record<string, unknown>> | null>;
}

/** Each audience has a key of its own, derived from that which signs access tokens: no seal opens anything else. */
export function createSeals(signingKey: string): Seals {
  const keys = new Map<string, Uint8Array>();
  const keyOf = (audience: string): Uint8Array => {
    const key =
      keys.get(audience) ?? new Uint8Array(hkdfSync('sha256', signingKey, 'home-school-hub', `seal/${audience}`, 32));
    keys.set(audience, key);
    return key;
  };
  return {
    seal: (audience, statement, { from, until }) =>
      new SignJWT({ ...statement })
        .setProtectedHeader({ alg: ALGORITHM })
        .setAudience(audience)
        .setNotBefore(from)
        .setExpirationTime(until)
        .sign(keyOf(audience)),
    async open(audience, text, { at, toleranceSeconds = 0 }) {
      if (text.length > LONGEST_SEAL) return null;
      try {
        const { payload } = await jwtVerify(text, keyOf(audience), {
          algorithms: [ALGORITHM],
          audience,
          requiredClaims: ['nbf', 'exp'],
          currentDate: at,
          clockTolerance: toleranceSeconds,
        });
        return payload;
      } catch {
        return null;
      }
    },
  };
}
