import { RefreshSessionId, SignInWithWechatId, SignOutId } from '../generated/mini-program-operations.ts';
import type { QueryId } from '../generated/document-id.ts';
import { HubError, readAnswer, type HubAnswer } from './errors.ts';
import type { AnswerOf, MutationOf, PayloadIn } from './operations.ts';
import { CLOCKWORK, retrying, type Clockwork } from './retrying.ts';
import { sentenceOf, type Language } from './sentences.ts';
import { createSession, type Credentials, type Tokens, type TokenStorage } from './session.ts';
import { NoConnection, type Transport } from './transport.ts';

export interface HubClientOptions {
  /** E.g. `https://hub.example.org/graphql`. */
  readonly url: string;
  readonly transport: Transport;
  /** Where the tokens of the hub's own sessions are kept. */
  readonly storage?: TokenStorage;
  /** In place of `storage`: tokens of somebody else, as those of the district's identity provider. */
  readonly credentials?: Credentials;
  readonly language?: Language;
  /** Somebody has to sign in. */
  readonly onSignedOut?: () => void;
  /** For one attempt. */
  readonly timeoutMs?: number;
  /** For all attempts together. */
  readonly patienceMs?: number;
  /** In development: the text of an operation that the hub does not hold yet, which is sent in place of its id. */
  readonly textOf?: (documentId: string) => string | undefined;
  readonly clockwork?: Clockwork;
}

/** What one press of a button asks for. However often it is sent, it is done once. */
export interface Press<Payload> {
  readonly key: string;
  /** Sends it, or goes on waiting where it has been sent; after a failure it is sent again, under the same key. */
  send(): Promise<Payload>;
}

export interface Operation {
  readonly documentId: string;
  readonly variables: object;
  /** Whether it is a mutation: that is sent again under its `input.idempotencyKey`, which is made where there is none. */
  readonly isMutation: boolean;
}

export interface HubClient {
  /** What stands in `errors` was refused or could not be read; its field is null, and the others stand. */
  query<Data, Variables>(
    operation: QueryId<Data, Variables>,
    ...variables: Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables]
  ): Promise<HubAnswer<Data>>;
  /** The payload, with `userErrors` that are typed by the mutation. */
  mutate<Data, Input>(
    operation: MutationOf<Data, Input>,
    input: Omit<Input, 'idempotencyKey'>,
  ): Promise<PayloadIn<Data>>;
  /** The same for a button, with the key of another day where that was written down. */
  press<Data, Input>(
    operation: MutationOf<Data, Input>,
    input: Omit<Input, 'idempotencyKey'>,
    key?: string,
  ): Press<PayloadIn<Data>>;
  /** For Apollo Client, urql and Relay, which know their own types. */
  execute<Data>(operation: Operation): Promise<HubAnswer<Data>>;
  /** Exchanges a code of `wx.login`; where the answer is lost, it takes another one. */
  signInWithWechat(login: () => Promise<string>, client?: string): Promise<PayloadIn<SignInData>>;
  /** Tokens that another mutation answered. */
  begin(tokens: Tokens): Promise<void>;
  isSignedIn(): Promise<boolean>;
  /** Ends the session on this device, and on the hub where that can be reached. */
  signOut(): Promise<void>;
}

type SignInData = AnswerOf<typeof SignInWithWechatId>;

/** The hub tells the lost answer of a refresh again for ten seconds; after that, the token counts as stolen. */
const LOST_ANSWER_MS = 9_000;

export function createHubClient(options: HubClientOptions): HubClient {
  const {
    url,
    transport,
    timeoutMs = 10_000,
    patienceMs = 30_000,
    clockwork = CLOCKWORK,
    language = 'zh-CN',
  } = options;
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json;q=0.9',
    'accept-language': language,
  };
  const session = createSession({
    storage: options.storage ?? { read: () => null, write: () => undefined },
    refresh,
    onSignedOut: options.onSignedOut ?? (() => undefined),
  });
  const credentials = options.credentials ?? session;

  /** One request, as whoever the token is of. */
  async function post<Data>(body: string, token: string | undefined, withinMs = timeoutMs): Promise<HubAnswer<Data>> {
    const response = await transport({
      url,
      headers: token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
      body,
      timeoutMs: withinMs,
    }).catch(refuse);
    return readAnswer<Data>(response, language);
  }

  function refuse(error: unknown): never {
    if (!(error instanceof NoConnection)) throw error;
    throw new HubError('NO_CONNECTION', sentenceOf('NO_CONNECTION', language), { status: 0, detail: error.message });
  }

  function payloadOf<Data>({ data, errors }: HubAnswer<Data>): PayloadIn<Data> {
    const [payload] = Object.values(data as Readonly<Record<string, unknown>>);
    if (payload !== null && payload !== undefined) return payload as PayloadIn<Data>;
    const code = errors[0]?.code ?? 'UNREADABLE';
    throw new HubError(code, errors[0]?.message ?? sentenceOf(code, language), { status: 200, errors });
  }

  function bodyOf(documentId: string, variables: object): string {
    const text = options.textOf?.(documentId);
    return JSON.stringify(text === undefined ? { documentId, variables } : { query: text, variables });
  }

  async function refresh(refreshToken: string): Promise<Tokens | null> {
    const body = bodyOf(RefreshSessionId, { input: { refreshToken } });
    const once = () =>
      post<{ readonly refreshSession: Tokens & { readonly userErrors: readonly unknown[] } }>(
        body,
        undefined,
        LOST_ANSWER_MS / 3,
      );
    const { data } = await retrying(once, LOST_ANSWER_MS, clockwork);
    const { accessToken, refreshToken: next, userErrors } = data.refreshSession;
    return userErrors.length > 0 ? null : { accessToken, refreshToken: next };
  }

  /** A token that is good for nothing is renewed once. */
  async function asSomebody<Data>(body: string, turn: number): Promise<HubAnswer<Data>> {
    const stillThere = (): void => {
      if (session.turn() !== turn)
        throw new HubError('UNAUTHENTICATED', sentenceOf('UNAUTHENTICATED', language), { status: 401 });
    };
    stillThere();
    const token = await credentials.current();
    stillThere();
    const answer = await post<Data>(body, token).catch(async (error: unknown) => {
      if (!(error instanceof HubError && error.status === 401) || token === undefined) throw error;
      stillThere();
      const renewed = await credentials.renew(token);
      if (renewed === undefined) throw error;
      stillThere();
      return post<Data>(body, renewed);
    });
    stillThere();
    return answer;
  }

  const send = <Data>(body: string, turn: number): Promise<HubAnswer<Data>> =>
    retrying(() => asSomebody<Data>(body, turn), patienceMs, clockwork);

  function execute<Data>({ documentId, variables, isMutation }: Operation): Promise<HubAnswer<Data>> {
    const { input } = variables as { readonly input?: object };
    const told = isMutation ? { ...variables, input: { idempotencyKey: newKey(clockwork), ...input } } : variables;
    return send<Data>(bodyOf(documentId, told), session.turn());
  }

  const press: HubClient['press'] = <Data, Input>(
    operation: MutationOf<Data, Input>,
    input: Omit<Input, 'idempotencyKey'>,
    key = newKey(clockwork),
  ) => {
    const body = bodyOf(operation, { input: { ...input, idempotencyKey: key } });
    const turn = session.turn();
    let sent: Promise<PayloadIn<Data>> | undefined;
    return {
      key,
      send() {
        sent ??= send<Data>(body, turn)
          .then(payloadOf)
          .catch((error: unknown) => {
            sent = undefined;
            throw error;
          });
        return sent;
      },
    };
  };

  return {
    query: (documentId, ...[variables]) => execute({ documentId, variables: variables ?? {}, isMutation: false }),
    mutate: (operation, input) => press(operation, input).send(),
    press,
    execute,
    async signInWithWechat(login, client) {
      // A code is good once: each attempt takes another.
      const once = async () =>
        post<SignInData>(
          bodyOf(SignInWithWechatId, { input: { code: await login().catch(refuse), client } }),
          undefined,
        );
      const payload = payloadOf(await retrying(once, patienceMs, clockwork));
      const { accessToken, refreshToken } = payload;
      if (accessToken !== null && refreshToken !== null) await session.begin({ accessToken, refreshToken });
      return payload;
    },
    begin: (tokens) => session.begin(tokens),
    isSignedIn: async () => (await credentials.current()) !== undefined,
    async signOut() {
      try {
        await press(SignOutId, {}).send();
      } catch (error) {
        if (!(error instanceof HubError)) throw error;
      } finally {
        await session.end();
      }
    },
  };
}

/** Of one account, no two are alike: nobody has to be unable to guess it. */
function newKey({ now, random }: Clockwork): string {
  const part = (): string => random().toString(36).slice(2, 12);
  return `${now().toString(36)}-${part()}${part()}`;
}
