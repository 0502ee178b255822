import { decodeJwt, jwtVerify } from 'jose';
import { CredentialInDoubt, NotSignedIn, TryLater } from '../errors/index.ts';
import { KeyUnknown, ProviderIsDown, ProviderKeys } from './oidc-keys.ts';
import { processClock } from './process-clock.ts';
import { LONGEST_TOKEN } from './token.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: string;
  /** The claim that names a person for good. */
  readonly subjectClaim: string;
}

/** The identity of somebody at an identity provider. */
export interface OidcSubject {
  readonly issuer: string;
  readonly subject: string;
}

export interface OidcVerifier {
  readonly issuer: string;
  /**
   * The identity that a token of the provider speaks for.
   * @throws NotSignedIn, the same for every reason
   * @throws TryLater where the provider's keys cannot be had, CredentialInDoubt where that which it names is not known yet: the token may be good, and the client is not to throw it away
   */
  subjectOf(token: string): Promise<OidcSubject>;
}

/** Signatures with a public key alone: with HMAC in the list, the provider's public key would be a secret that everybody knows. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const LONGEST_SUBJECT = 255;

/** Keys come from the configured address alone: whatever a token's header says of keys (`jku`, `jwk`, `x5u`) is not looked at. */
export function createOidcVerifier(settings: OidcSettings, clock: () => Date = processClock): OidcVerifier {
  const keys = new ProviderKeys(settings.jwksUrl);
  return {
    issuer: settings.issuer,
    async subjectOf(token) {
      if (token.length > LONGEST_TOKEN) throw new NotSignedIn();
      try {
        const { payload } = await jwtVerify(token, keys.keyOf, {
          algorithms: ALGORITHMS,
          issuer: settings.issuer,
          audience: settings.audience,
          requiredClaims: ['exp', 'iat'],
          clockTolerance: 5,
          currentDate: clock(),
        });
        const subject = payload[settings.subjectClaim];
        if (isSubject(subject)) return { issuer: settings.issuer, subject };
      } catch (error) {
        if (error instanceof KeyUnknown) throw new CredentialInDoubt();
        if (error instanceof ProviderIsDown) throw new TryLater();
      }
      throw new NotSignedIn();
    },
  };
}

/** A text that can be stored and compared: PostgreSQL has no NUL, and a lone surrogate has no UTF-8. */
function isSubject(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value !== '' &&
    value.length <= LONGEST_SUBJECT &&
    !value.includes('\0') &&
    value.isWellFormed()
  );
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
