import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print, type DocumentNode } from 'graphql';
import { createHub, type Hub, type HubOptions } from '../../src/app.ts';
import { createLogger, type Logger } from '../../src/platform/observability/index.ts';
import { testConfig } from './config.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';

export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data?: Data | null;
  readonly errors?: readonly {
    message: string;
    path?: readonly (string | number)[];
    extensions: { code: string; [more: string]: unknown };
  }[];
  readonly extensions?: { cost: { requested: number; actual: number; limit: number; remaining: number } };
}

export interface AskOptions<Variables> {
  readonly variables?: Variables;
  /** The account that asks; a guest where left out. */
  readonly as?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestHub {
  readonly address: string;
  readonly database: TestDatabase;
  readonly hub: Hub;
  /**
   * Sends an operation over HTTP, as a client would. The names of types, which each stored operation asks for, are left out of what it
   * answers: caches look at them, and nobody who compares answers does.
   */
  ask<Data = Record<string, any>, Variables = Record<string, unknown>>( // eslint-disable-line @typescript-eslint/no-explicit-any -- an ad hoc query has no type
    document: string | TypedDocumentNode<Data, Variables>,
    options?: AskOptions<Variables>,
  ): Promise<GraphqlAnswer<Data>>;
  tokenOf(accountId: string): Promise<string>;
  /** The statements that the hub sent to its database while `work` ran. */
  statementsOf<T>(work: () => Promise<T>): Promise<{ result: T; statements: string[] }>;
  stop(): Promise<void>;
}

export interface TestHubOptions {
  readonly database?: TestDatabase;
  readonly clock?: () => Date;
  readonly variables?: Readonly<Record<string, string>>;
  readonly logger?: Logger;
  readonly onStatement?: HubOptions['onStatement'];
  readonly explorerTabs?: HubOptions['explorerTabs'];
  readonly downloads?: HubOptions['downloads'];
}

/** A hub of one's own on a database of one's own, listening on a free port. */
export async function startTestHub(options: TestHubOptions = {}): Promise<TestHub> {
  const database = options.database ?? (await createTestDatabase());
  let listener: ((text: string) => void) | undefined;
  const hub = await createHub(testConfig(database.url, options.variables), {
    logger: options.logger ?? createLogger('silent'),
    ...(options.clock && { clock: options.clock }),
    ...(options.explorerTabs && { explorerTabs: options.explorerTabs }),
    ...(options.downloads && { downloads: options.downloads }),
    onStatement: (text, values) => {
      listener?.(text);
      options.onStatement?.(text, values);
    },
  });
  const address = await hub.listen();
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (accountId: string): Promise<string> => {
    const token = tokens.get(accountId) ?? hub.tokens.sign(accountId, 3600);
    tokens.set(accountId, token);
    return token;
  };
  return {
    address,
    database,
    hub,
    tokenOf,
    async ask(document, { variables, as, headers } = {}) {
      const response = await fetch(`${address}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(as && { authorization: `Bearer ${await tokenOf(as)}` }),
          ...headers,
        },
        body: JSON.stringify({ query: typeof document === 'string' ? document : textOf(document), variables }),
      });
      const answer =
        typeof document === 'string' ? await response.json() : JSON.parse(await response.text(), withoutTypename);
      return { status: response.status, ...(answer as object) } as never;
    },
    async statementsOf(work) {
      const statements: string[] = [];
      listener = (text) => statements.push(text);
      try {
        return { result: await work(), statements };
      } finally {
        listener = undefined;
      }
    },
    async stop() {
      await hub.stop();
      if (!options.database) await database.drop();
    },
  };
}

const texts = new WeakMap<DocumentNode, string>();

/** A document as its clients send it. */
export function textOf(document: DocumentNode): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}

const withoutTypename = (key: string, value: unknown): unknown => (key === '__typename' ? undefined : value);
