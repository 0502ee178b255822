export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** Where tokens are kept. Several pages may share one: it is read before each use, and nothing else remembers them. */
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
}

export interface Session extends Credentials {
  /** Rises when somebody else may be signed in: what was asked as one person is neither asked nor answered as another. */
  turn(): number;
  begin(tokens: Tokens): Promise<void>;
  end(): Promise<void>;
}

export interface SessionOptions {
  readonly storage: TokenStorage;
  /** `refreshSession`: null where the hub refuses. Rejects where there was no answer. */
  readonly refresh: (refreshToken: string) => Promise<Tokens | null>;
  /** Somebody has to sign in, for the session is over, here or elsewhere. */
  readonly onSignedOut: () => void;
}

/**
 * Tokens that renew themselves: one request at a time refreshes, and whoever else was answered 401 meanwhile waits for it. What
 * another page has renewed is taken as it is, for an old refresh token that is used later ends the session for everybody.
 */
export function createSession({ storage, refresh, onSignedOut }: SessionOptions): Session {
  let turn = 0;
  let renewal: Promise<string | undefined> | undefined;

  async function end(): Promise<void> {
    turn += 1;
    await storage.write(null);
    onSignedOut();
  }

  async function exchange(refused: string): Promise<string | undefined> {
    const begun = turn;
    const held = await storage.read();
    if (!held || held.accessToken !== refused) return held?.accessToken;
    const renewed = await refresh(held.refreshToken);
    const current = await storage.read();
    if (turn !== begun || current?.refreshToken !== held.refreshToken) return current?.accessToken;
    await (renewed ? storage.write(renewed) : end());
    return renewed?.accessToken;
  }

  return {
    turn: () => turn,
    end,
    async current() {
      return (await storage.read())?.accessToken;
    },
    async begin(tokens) {
      // Who was a guest before is still the one who asks.
      if (await storage.read()) turn += 1;
      await storage.write(tokens);
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
