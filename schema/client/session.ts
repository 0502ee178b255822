export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Of which sign-in they are: written by the kit, and kept with them, so that pages that share them know when it is another one. */
  readonly signIn?: string;
}

/**
 * Where tokens are kept. Several pages may share one: it is read before each use, and nothing else remembers them. What it answers that
 * are no tokens, as where somebody else has written, counts as none.
 */
export interface TokenStorage {
  read(): Tokens | null | Promise<Tokens | null>;
  write(tokens: Tokens | null): void | Promise<void>;
}

/** As whom a client asks. */
export interface Credentials {
  /** Undefined for a guest. */
  current(): Promise<string | undefined>;
  /** Another token in place of the one that was answered 401; undefined where somebody has to sign in. */
  renew(refused: string): Promise<string | undefined>;
  /**
   * What is another for each person, or for each time that one signs in; undefined for a guest. Where several people come after one another,
   * it keeps what one of them has begun from being sent as the next.
   */
  whose?(): Promise<string | undefined>;
}

export interface Session extends Credentials {
  /** Rises when somebody else may be signed in: what was asked as one person is neither asked nor answered as another. */
  turn(): number;
  begin(tokens: Tokens): Promise<void>;
  /** Answers the tokens that are there no more. */
  end(): Promise<Tokens | null>;
}

export interface SessionOptions {
  readonly storage: TokenStorage;
  /** `refreshSession`: null where the hub refuses. Rejects where there was no answer. */
  readonly refresh: (refreshToken: string) => Promise<Tokens | null>;
  /** Somebody has to sign in, for the session is over, here or elsewhere. */
  readonly onSignedOut: () => void;
  /** Unlike all others. */
  readonly newMark: () => string;
}

/** Nothing else can be sent as a header. */
const isToken = (value: unknown): boolean => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);

/**
 * Tokens that renew themselves: one request at a time refreshes, and whoever else was answered 401 meanwhile waits for it. What
 * another page has renewed is taken as it is, for an old refresh token that is used later ends the session for everybody.
 */
export function createSession({ storage, refresh, onSignedOut, newMark }: SessionOptions): Session {
  let turn = 0;
  let renewal: Promise<string | undefined> | undefined;

  async function read(): Promise<Tokens | null> {
    const held = (await storage.read()) as Partial<Tokens> | null | undefined;
    return isToken(held?.accessToken) && isToken(held?.refreshToken) ? (held as Tokens) : null;
  }

  async function end(): Promise<Tokens | null> {
    turn += 1;
    const held = await read();
    await storage.write(null);
    onSignedOut();
    return held;
  }

  async function exchange(refused: string): Promise<string | undefined> {
    const begun = turn;
    const held = await read();
    if (!held || held.accessToken !== refused) return held?.accessToken;
    const renewed = await refresh(held.refreshToken);
    const current = await read();
    if (turn !== begun || current?.refreshToken !== held.refreshToken) return current?.accessToken;
    await (renewed ? storage.write({ ...held, ...renewed }) : end());
    return renewed?.accessToken;
  }

  return {
    turn: () => turn,
    end,
    async current() {
      return (await read())?.accessToken;
    },
    async whose() {
      const held = await read();
      return held ? (held.signIn ?? 'unmarked') : undefined;
    },
    async begin({ accessToken, refreshToken }) {
      // Who was a guest before is still the one who asks.
      if (await read()) turn += 1;
      await storage.write({ accessToken, refreshToken, signIn: newMark() });
    },
    async renew(refused) {
      const already = await renewal;
      if (already !== undefined && already !== refused) return already;
      renewal ??= exchange(refused).finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
  };
}

/** Tokens of somebody else, of which it is told once that one is good for nothing any more and there is no other. */
export function tellingOfTheEnd(credentials: Credentials, onSignedOut: () => void): Credentials {
  let told: string | undefined;
  return {
    current: () => credentials.current(),
    whose: async () => credentials.whose?.(),
    async renew(refused) {
      const renewed = await credentials.renew(refused);
      if (renewed === undefined && told !== refused) {
        told = refused;
        onSignedOut();
      }
      return renewed;
    },
  };
}

/**
 * Whoever asks at this moment.
 * @returns whether it is they who would be asking now: another page may have signed somebody else in
 */
export function asker(session: Pick<Session, 'turn'>, { whose }: Pick<Credentials, 'whose'>): () => Promise<boolean> {
  const begun = session.turn();
  const current = async (): Promise<string | undefined> => whose?.();
  let who = current();
  // Where it cannot be read, that is told to whoever sends.
  who.catch(() => undefined);
  return async () => {
    const [then, now] = [await who, await current()];
    if (then === undefined) who = Promise.resolve(now);
    return session.turn() === begun && (then === undefined || then === now);
  };
}
