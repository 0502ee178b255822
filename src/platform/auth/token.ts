import { jwtVerify, SignJWT } from 'jose';
import { NotSignedIn } from '../errors/index.ts';

export interface TokenSettings {
  readonly key: string;
  readonly issuer: string;
  readonly audience: string;
}

const ALGORITHM = 'HS256';
/** Form of the account ids that tokens name. */
export const ACCOUNT_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LONGEST_TOKEN = 4096;

export interface Tokens {
  /** The account that a bearer token speaks for. @throws NotSignedIn, the same for every reason */
  accountOf(token: string): Promise<string>;
  /** A token for an account, valid for this many seconds. */
  sign(accountId: string, seconds: number): Promise<string>;
}

/** Algorithm, issuer, audience and expiry are pinned; header fields that name keys or addresses are never followed. */
export function createTokens(settings: TokenSettings): Tokens {
  const key = new TextEncoder().encode(settings.key);
  return {
    async accountOf(token) {
      if (token.length > LONGEST_TOKEN) throw new NotSignedIn();
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM], issuer: settings.issuer, audience: settings.audience, requiredClaims: ['exp', 'iat', 'sub'], clockTolerance: 5,
        });
        if (typeof payload.sub === 'string' && ACCOUNT_ID.test(payload.sub)) return payload.sub;
      } catch {
        // Whatever was wrong with it: a guesser must not learn what.
      }
      throw new NotSignedIn();
    },
    sign: (accountId, seconds) =>
      new SignJWT().setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' }).setSubject(accountId).setIssuer(settings.issuer)
        .setAudience(settings.audience).setIssuedAt().setExpirationTime(`${seconds}s`).sign(key),
  };
}
