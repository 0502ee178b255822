import { RefreshSessionId, SignInWithWechatId, SignOutId } from '../generated/mini-program-operations.ts';
import type { QueryId } from '../generated/document-id.ts';
import { WITHOUT_KEY } from '../generated/without-key.ts';
import { HubError, readAnswer, type FieldError, type HubAnswer } from './errors.ts';
import type { AnswerOf, Keyed, MutationOf, PayloadIn } from './operations.ts';
import { CLOCKWORK, newKey, PASSES, retrying, UNDONE, type Clockwork } from './retrying.ts';
import { sentenceOf, type Language } from './sentences.ts';
import { asker, createSession, tellingOfTheEnd, type Credentials, type Tokens, type TokenStorage } from './session.ts';
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
  /** Whether it is a mutation: that is sent again under its `input.idempotencyKey`, which is made where there is none, if it takes one. */
  readonly isMutation: boolean;
}

export interface HubClient {
  /** What stands in `errors` was refused or could not be read; its field is null, and the others stand. */
  query<Data, Variables>(
    operation: QueryId<Data, Variables>,
    ...variables: Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables]
  ): Promise<HubAnswer<Data>>;
  /**
   * The payload, with `userErrors` that are typed by the mutation. What takes no key, as signing in, is done anew each time, and thus sent
   * again only where nothing was done for certain.
   */
  mutate<Data, Input>(
    operation: MutationOf<Data, Input>,
    input: Omit<Input, 'idempotencyKey'>,
  ): Promise<PayloadIn<Data>>;
  /** The same for a button, with the key of another day where that was written down. */
  press<Data, Input extends Keyed>(
    operation: MutationOf<Data, Input>,
    input: Omit<Input, 'idempotencyKey'>,
    key?: string | null,
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
  const onSignedOut = options.onSignedOut ?? (() => undefined);
  const session = createSession({
    storage: options.storage ?? { read: () => null, write: () => undefined },
    refresh,
    onSignedOut,
    newMark: () => newKey(clockwork),
  });
  const credentials = options.credentials ? tellingOfTheEnd(options.credentials, onSignedOut) : session;

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
    throw noConnection(error.message);
  }

  const noConnection = (detail: string): HubError =>
    new HubError('NO_CONNECTION', sentenceOf('NO_CONNECTION', language), { status: 0, detail });

  function payloadOf<Data>({ data, errors }: HubAnswer<Data>): PayloadIn<Data> {
    const [payload] = Object.values(data as Readonly<Record<string, unknown>>);
    if (payload !== null && payload !== undefined) return payload as PayloadIn<Data>;
    throw unanswered(errors);
  }

  function unanswered(errors: readonly FieldError[] = []): HubError {
    const code = errors[0]?.code ?? 'UNREADABLE';
    return new HubError(code, errors[0]?.message ?? sentenceOf(code, language), { status: 200, errors });
  }

  function bodyOf(documentId: string, variables: object): string {
    const text = options.textOf?.(documentId);
    return JSON.stringify(text === undefined ? { documentId, variables } : { query: text, variables });
  }

  async function refresh(refreshToken: string): Promise<Tokens | null> {
    const body = bodyOf(RefreshSessionId, { input: { refreshToken } });
    // The first attempt spends the token, and has all the time there is: on a slow network another would come no sooner.
    const once = async (leftMs: number) => {
      if (leftMs <= 0) throw noConnection('no answer in time');
      return post<AnswerOf<typeof RefreshSessionId>>(body, undefined, leftMs);
    };
    const payload = payloadOf(await retrying(once, LOST_ANSWER_MS, clockwork));
    const tokens = tokensIn(payload);
    if (tokens || isRefusal(payload)) return tokens;
    throw unanswered();
  }

  /** A token that is good for nothing is renewed once. */
  async function asSomebody<Data>(body: string, isStillThere: () => Promise<boolean>): Promise<HubAnswer<Data>> {
    const stillThere = async (): Promise<void> => {
      if (!(await isStillThere()))
        throw new HubError('UNAUTHENTICATED', sentenceOf('UNAUTHENTICATED', language), { status: 401 });
    };
    await stillThere();
    const token = await credentials.current();
    await stillThere();
    const answer = await post<Data>(body, token).catch(async (error: unknown) => {
      if (!isRefused(error) || token === undefined) throw error;
      await stillThere();
      const renewed = await credentials.renew(token);
      if (renewed === undefined) throw error;
      await stillThere();
      return post<Data>(body, renewed);
    });
    await stillThere();
    return answer;
  }

  /** Sends it as whoever asks now, as often as may be. */
  function sender<Data>({ documentId, variables, isMutation }: Operation, key?: string | null) {
    const isKeyed = isMutation && !WITHOUT_KEY.has(documentId);
    const { input } = variables as { readonly input?: Keyed };
    // A key that was never written down is read as null or as '' by whatever keeps it.
    const idempotencyKey = key || input?.idempotencyKey || newKey(clockwork);
    const body = bodyOf(documentId, isKeyed ? { ...variables, input: { ...input, idempotencyKey } } : variables);
    const isStillThere = asker(session, credentials);
    return {
      key: idempotencyKey,
      send: (): Promise<HubAnswer<Data>> =>
        retrying(
          () => asSomebody<Data>(body, isStillThere),
          patienceMs,
          clockwork,
          isMutation && !isKeyed ? UNDONE : PASSES,
        ),
    };
  }

  const execute = <Data>(operation: Operation): Promise<HubAnswer<Data>> => sender<Data>(operation).send();

  const press = <Data, Input>(
    documentId: MutationOf<Data, Input>,
    input: Omit<Input, 'idempotencyKey'>,
    key?: string | null,
  ): Press<PayloadIn<Data>> => {
    const pressed = sender<Data>({ documentId, variables: { input }, isMutation: true }, key);
    let sent: Promise<PayloadIn<Data>> | undefined;
    return {
      key: pressed.key,
      send() {
        sent ??= pressed
          .send()
          .then(payloadOf)
          .catch((error: unknown) => {
            sent = undefined;
            throw error;
          });
        return sent;
      },
    };
  };

  /** The session of tokens that nobody holds any more. */
  async function endOnHub(token: string, refreshToken: string | undefined): Promise<void> {
    const body = bodyOf(SignOutId, { input: { idempotencyKey: newKey(clockwork) } });
    await post(body, token).catch(async (error: unknown) => {
      if (!isRefused(error) || refreshToken === undefined) throw error;
      const renewed = await refresh(refreshToken);
      if (renewed) await post(body, renewed.accessToken);
    });
  }

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
      const tokens = tokensIn(payload);
      if (tokens) await session.begin(tokens);
      return payload;
    },
    begin: (tokens) => session.begin(tokens),
    isSignedIn: async () => (await credentials.current()) !== undefined,
    async signOut() {
      const elsewhere = options.credentials?.current().catch(() => undefined);
      // Whoever signs out is signed out at once: the hub is told afterwards, once, and where it cannot be reached the session ends by itself.
      const held = await session.end();
      const token = held?.accessToken ?? (await elsewhere);
      if (token !== undefined) await endOnHub(token, held?.refreshToken).catch(passBy);
    },
  };
}

const isRefused = (error: unknown): boolean => error instanceof HubError && error.status === 401;

type SessionPayload = Pick<PayloadIn<SignInData>, 'accessToken' | 'refreshToken'> & {
  readonly userErrors: readonly unknown[];
};

const tokensIn = ({ accessToken, refreshToken }: SessionPayload): Tokens | null =>
  typeof accessToken === 'string' && typeof refreshToken === 'string' ? { accessToken, refreshToken } : null;

const isRefusal = ({ userErrors }: SessionPayload): boolean => Array.isArray(userErrors) && userErrors.length > 0;

function passBy(error: unknown): void {
  if (!(error instanceof HubError)) throw error;
}
