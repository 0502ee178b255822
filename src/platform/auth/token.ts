import { jwtVerify, SignJWT } from 'jose';
import { NotSignedIn } from '../errors/index.ts';
import { processClock } from './process-clock.ts';

export interface TokenSettings {
  readonly key: string;
  readonly issuer: string;
  readonly audience: string;
}

/** The claims of an access token. */
export interface AccessClaims {
  readonly accountId: string;
  /** The session that it was given to; null for a token that only its expiry ends. */
  readonly sessionId: string | null;
}

const ALGORITHM = 'HS256';
/** Form of the ids that tokens name. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const LONGEST_TOKEN = 4096;

export interface Tokens {
  /** The claims of a bearer token. @throws NotSignedIn, the same for every reason */
  claimsOf(token: string): Promise<AccessClaims>;
  /** A token for an account, valid for this many seconds, and no longer than its session where it has one. */
  sign(accountId: string, seconds: number, sessionId?: string): Promise<string>;
}

/**
 * Algorithm, issuer, audience and expiry are pinned; header fields that name keys or addresses are never followed.
 * @param clock by which tokens are given and expire
 */
export function createTokens(settings: TokenSettings, clock: () => Date = processClock): Tokens {
  const key = new TextEncoder().encode(settings.key);
  return {
    async claimsOf(token) {
      if (token.length > LONGEST_TOKEN) throw new NotSignedIn();
      try {
        const {
          payload: { sub, sid },
        } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          issuer: settings.issuer,
          audience: settings.audience,
          requiredClaims: ['exp', 'iat', 'sub'],
          clockTolerance: 5,
          currentDate: clock(),
        });
        if (isUuid(sub) && (sid === undefined || isUuid(sid))) return { accountId: sub, sessionId: sid ?? null };
      } catch {
        // A guesser must not learn what was wrong with it.
      }
      throw new NotSignedIn();
    },
    sign(accountId, seconds, sessionId) {
      const now = clock();
      return new SignJWT(sessionId === undefined ? {} : { sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setSubject(accountId)
        .setIssuer(settings.issuer)
        .setAudience(settings.audience)
        .setIssuedAt(now)
        .setExpirationTime(new Date(now.getTime() + seconds * 1000))
        .sign(key);
    },
  };
}

export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}
