import { jwtVerify, SignJWT } from 'jose';
import { NotSignedIn } from '../errors/index.ts';
import { isUuid, type TokenSettings } from './token.ts';

/** A file, and the account that asked for it. */
export interface FileReference {
  /** Which kind of file, e.g. `service-certificate`. */
  readonly kind: string;
  /** What the file is about, in words of its kind. */
  readonly id: string;
  readonly accountId: string;
  /** The session in which it was asked for, where there is one: the address is good while it goes on. */
  readonly sessionId?: string | null;
}

export interface FileTokens {
  /** A token that stands in the address of one file, for five minutes. */
  sign(file: FileReference, now: Date): Promise<string>;
  /** What the token names; what the account may see is to be asked anew. @throws NotSignedIn, the same for every reason */
  read(token: string, now: Date): Promise<FileReference>;
}

const FILE_TOKEN_SECONDS = 300;
export const LONGEST_FILE_TOKEN = 1024;
const ALGORITHM = 'HS256';

export class LinkNotValid extends NotSignedIn {
  constructor() {
    super({ zh: '下载链接无效或已过期,请重新获取。', en: 'This link is not valid any more: ask for a new one.' });
  }
}

/** An address is easily passed on or logged: an audience of its own keeps its token from ever speaking for the account elsewhere. */
export function createFileTokens(settings: TokenSettings): FileTokens {
  const key = new TextEncoder().encode(settings.key);
  const audience = `${settings.audience}/files`;
  return {
    async sign({ kind, id, accountId, sessionId }, now) {
      const issued = Math.floor(now.getTime() / 1000);
      const token = await new SignJWT({ kind, id, ...(sessionId && { sid: sessionId }) }).setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' }).setSubject(accountId).setIssuer(settings.issuer)
        .setAudience(audience).setIssuedAt(issued).setExpirationTime(issued + FILE_TOKEN_SECONDS).sign(key);
      if (token.length > LONGEST_FILE_TOKEN) throw new Error('The id of a file is too long for an address.');
      return token;
    },
    async read(token, now) {
      if (token.length > LONGEST_FILE_TOKEN) throw new LinkNotValid();
      try {
        const { payload } = await jwtVerify<{ kind: unknown; id: unknown; sid?: unknown }>(token, key, {
          algorithms: [ALGORITHM], issuer: settings.issuer, audience, requiredClaims: ['exp', 'iat', 'sub', 'kind', 'id'], currentDate: now,
        });
        const { kind, id, sub, sid } = payload;
        if (typeof kind === 'string' && typeof id === 'string' && isUuid(sub) && (sid === undefined || isUuid(sid))) {
          return { kind, id, accountId: sub, ...(sid !== undefined && { sessionId: sid }) };
        }
      } catch {
        // Whatever was wrong with it: a guesser must not learn what.
      }
      throw new LinkNotValid();
    },
  };
}
