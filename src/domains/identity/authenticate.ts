import { guest, issuerNamedIn, readServiceSecret, type OidcVerifier, type Permissions, type Tokens, type Viewer } from '../../platform/auth/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { NotSignedIn } from '../../platform/errors/index.ts';
import { loadViewer } from './load-viewer.ts';
import { loadServiceViewer } from './service-tokens/load-service-viewer.ts';

export interface AuthenticationOptions {
  readonly database: Database;
  readonly permissions: Permissions;
  readonly tokens: Tokens;
  /** Null where no identity provider is configured. */
  readonly oidc: OidcVerifier | null;
}

/** Who is asking, by the header `Authorization`. @throws NotSignedIn, TryLater */
export type Authenticate = (authorization: string | undefined, now: Date) => Promise<Viewer>;

/** No token is a guest; a token that is present but not valid is refused, whatever was asked. Each takes one statement. */
export function createAuthentication({ database, permissions, tokens, oidc }: AuthenticationOptions): Authenticate {
  async function viewerOf(token: string, now: Date): Promise<Viewer | null> {
    const secret = readServiceSecret(token);
    if (secret) return loadServiceViewer(database, permissions, secret, now);
    const caller = oidc !== null && issuerNamedIn(token) === oidc.issuer ? await oidc.subjectOf(token) : await tokens.claimsOf(token);
    return loadViewer(database, permissions, caller, now);
  }

  return async (authorization, now) => {
    if (authorization === undefined) return guest;
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    const viewer = token === undefined ? null : await viewerOf(token, now);
    if (!viewer) throw new NotSignedIn();
    return viewer;
  };
}
