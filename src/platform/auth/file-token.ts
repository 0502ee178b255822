import { NotSignedIn } from '../errors/index.ts';
import { LONGEST_SEAL, type Seals } from './seal.ts';
import { isUuid } from './token.ts';

/** A file, and the account that asked for it. */
export interface FileReference {
  /** Which kind of file, e.g. `service-certificate`. */
  readonly kind: string;
  /** The id of the thing that the file is about, in words of its kind. */
  readonly id: string;
  readonly accountId: string;
  /** The session in which it was asked for, where there is one: the address is good while it goes on. */
  readonly sessionId?: string | null;
}

export interface FileTokens {
  /** A token that stands in the address of one file, for five minutes. */
  sign(file: FileReference, now: Date): Promise<string>;
  /** The file it names; what the account may see is to be asked anew. @throws NotSignedIn, the same for every reason */
  read(token: string, now: Date): Promise<FileReference>;
}

const FILE_TOKEN_SECONDS = 300;
const AUDIENCE = 'files';

export class LinkNotValid extends NotSignedIn {
  constructor() {
    super({ zh: '下载链接无效或已过期,请重新获取。', en: 'This link is not valid any more: ask for a new one.' });
  }
}

/** An address is easily passed on or logged: a seal of its own audience never speaks for the account elsewhere. */
export function createFileTokens(seals: Seals): FileTokens {
  return {
    async sign({ kind, id, accountId, sessionId = null }, now) {
      const file = { kind, file: id, account: accountId, ...(sessionId !== null && { session: sessionId }) };
      const token = await seals.seal(AUDIENCE, file, {
        from: now,
        until: new Date(now.getTime() + FILE_TOKEN_SECONDS * 1000),
      });
      if (token.length > LONGEST_SEAL) throw new Error('The id of a file is too long for an address.');
      return token;
    },
    async read(token, now) {
      const { kind, file, account, session } = (await seals.open(AUDIENCE, token, { at: now })) ?? {};
      if (
        typeof kind !== 'string' ||
        typeof file !== 'string' ||
        !isUuid(account) ||
        (session !== undefined && !isUuid(session))
      )
        throw new LinkNotValid();
      return { kind, id: file, accountId: account, ...(session !== undefined && { sessionId: session }) };
    },
  };
}
