import {
  issuerNamedIn,
  readServiceSecret,
  RIGHTS_VERSION,
  type Authentication,
  type OidcVerifier,
  type Permissions,
  type RecalledViewer,
  type ServiceSecret,
  type Tokens,
  type Viewer,
} from '../../platform/auth/index.ts';
import type { Database } from '../../platform/database/index.ts';
import { NotSignedIn } from '../../platform/errors/index.ts';
import { guest } from '../people/index.ts';
import { loadServiceViewer } from './service-tokens/load-service-viewer.ts';
import { readViewer, type VerifiedIdentity } from './viewers/load-viewer.ts';
import { RememberedViewers } from './viewers/remembered-viewers.ts';

export interface AuthenticationOptions {
  readonly database: Database;
  readonly permissions: Permissions;
  readonly tokens: Tokens;
  /** Null where no identity provider is configured. */
  readonly oidc: OidcVerifier | null;
}

/** No token is a guest; a token that is present but not valid is refused, whatever was asked. */
export function createAuthentication({ database, permissions, tokens, oidc }: AuthenticationOptions): Authentication {
  const remembered = new RememberedViewers();

  async function callerOf(authorization: string): Promise<VerifiedIdentity | ServiceSecret> {
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (token === undefined) throw new NotSignedIn();
    const secret = readServiceSecret(token);
    if (secret) return secret;
    return oidc !== null && issuerNamedIn(token) === oidc.issuer ? oidc.subjectOf(token) : tokens.claimsOf(token);
  }

  async function stillHolds({ version }: RecalledViewer, told?: string): Promise<boolean> {
    const latest = told ?? ((await database.read(`select ${RIGHTS_VERSION}`, [])) as [[string]])[0][0];
    remembered.note(latest);
    return latest === version;
  }

  async function viewerOfCaller(caller: VerifiedIdentity, now: Date): Promise<Viewer | null> {
    const who = nameOf(caller);
    const known = remembered.recall(who, now);
    if (known && (await stillHolds(known))) return known.viewer;
    const read = await readViewer(database, permissions, caller, now);
    if (read) remembered.keep(who, read, now);
    return read?.viewer ?? null;
  }

  return {
    stillHolds,
    async requesterKeyOf(authorization) {
      const caller = authorization === undefined ? undefined : await callerOf(authorization);
      if (!caller || 'hash' in caller) return undefined;
      return 'accountId' in caller ? `account:${caller.accountId}` : nameOf(caller);
    },
    async viewerOf(authorization, now) {
      if (authorization === undefined) return guest;
      const caller = await callerOf(authorization);
      const viewer =
        'hash' in caller
          ? await loadServiceViewer(database, permissions, caller, now)
          : await viewerOfCaller(caller, now);
      if (!viewer) throw new NotSignedIn();
      return viewer;
    },
    async recall(authorization, now) {
      if (authorization === undefined) return undefined;
      const caller = await callerOf(authorization);
      return 'hash' in caller ? undefined : remembered.recall(nameOf(caller), now);
    },
  };
}

function nameOf(caller: VerifiedIdentity): string {
  return 'accountId' in caller
    ? `account ${caller.accountId} ${caller.sessionId ?? ''}`
    : `subject ${JSON.stringify([caller.issuer, caller.subject])}`;
}
