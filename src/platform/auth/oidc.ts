import { createRemoteJWKSet, customFetch, decodeJwt, errors, jwtVerify } from 'jose';
import { NotSignedIn, TryLater } from '../errors/index.ts';
import { createKeyFetch, ProviderIsDown } from './oidc-keys.ts';
import { processClock } from './process-clock.ts';
import { LONGEST_TOKEN } from './token.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** The claim that names a person for good. */
  readonly subjectClaim: string;
}

/** Who somebody is to an identity provider. */
export interface OidcSubject {
  readonly issuer: string;
  readonly subject: string;
}

export interface OidcVerifier {
  readonly issuer: string;
  /**
   * Whom a token of the provider speaks for.
   * @throws NotSignedIn, the same for every reason
   * @throws TryLater where the provider's keys cannot be had: the token may be good, and the client is not to throw it away
   */
  subjectOf(token: string): Promise<OidcSubject>;
}

/** Signatures with a public key alone: with HMAC in the list, the provider's public key would be a secret that everybody knows. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LONGEST_SUBJECT = 255;
const KEYS = { cacheMaxAge: 600_000, cooldownDuration: 30_000, timeoutDuration: 3_000 };

/** Keys come from the configured address alone: whatever a token's header says of keys (`jku`, `jwk`, `x5u`) is not looked at. */
export function createOidcVerifier(settings: OidcSettings, clock: () => Date = processClock): OidcVerifier {
  const keys = createRemoteJWKSet(new URL(settings.jwksUrl), { ...KEYS, [customFetch]: createKeyFetch() });
  return {
    issuer: settings.issuer,
    async subjectOf(token) {
      if (token.length > LONGEST_TOKEN) throw new NotSignedIn();
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: ALGORITHMS, issuer: settings.issuer, audience: settings.audience, requiredClaims: ['exp', 'iat'], clockTolerance: 5, currentDate: clock(),
        });
        const subject = payload[settings.subjectClaim];
        if (typeof subject === 'string' && subject !== '' && subject.length <= LONGEST_SUBJECT) return { issuer: settings.issuer, subject };
      } catch (error) {
        if (error instanceof ProviderIsDown || error instanceof errors.JWKSTimeout) throw new TryLater();
      }
      throw new NotSignedIn();
    },
  };
}

/** The issuer that a token names, unverified: it chooses who verifies the token, and is trusted for nothing else. */
export function issuerNamedIn(token: string): string | undefined {
  if (token.length > LONGEST_TOKEN) return undefined;
  try {
    return decodeJwt(token).iss;
  } catch {
    return undefined;
  }
}
