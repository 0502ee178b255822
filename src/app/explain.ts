import pg from 'pg';
import { loadViewer } from '../domains/identity/index.ts';
import { createFileTokens, createSeals, createTokens } from '../platform/auth/index.ts';
import type { Config } from '../platform/config/index.ts';
import { clockOf, explained, type Database } from '../platform/database/index.ts';
import { createGraphqlServer, type Explanation } from '../platform/graphql/index.ts';
import { Counters, createLogger } from '../platform/observability/index.ts';
import { ExecutionTrace, GUEST, openRequest, type SeenStatement } from '../platform/request/index.ts';
import { openHubDatabase } from './database.ts';
import { hubSchema, permissions } from './domains.ts';
import { offerServices } from './services.ts';
import { trustedDocuments } from './trusted-documents.ts';

export interface ExplainOptions {
  /** The text of a query. */
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The id of an account; null for a guest. */
  readonly accountId: string | null;
  /** Whether one statement for the whole query is not tried, so that each relation has a statement of its own. */
  readonly inBatches: boolean;
  /** Whether each statement is run once more to tell its plan with times and rows, and not reckoned alone. */
  readonly analyze: boolean;
}

export interface Explained extends Explanation {
  /** Of each statement the plan that PostgreSQL uses for it, a line each. */
  readonly plans: readonly (readonly string[])[];
  /** Messages of what was refused. */
  readonly errors: readonly string[];
}

/** Nobody has an account of the id, or it may not be used. */
export class NoSuchAccount extends Error {}

/**
 * Asks a query as somebody and tells how it is answered, and not what: nobody reads the answer, so that nothing is put on record of whoever
 * it is asked as. It is asked twice, for a hub that has just started compiles what it then keeps.
 */
export async function explain(config: Config, options: ExplainOptions): Promise<Explained> {
  const database = await openHubDatabase({ ...config, poolSize: 2 });
  try {
    const graphql = await server(config, database, options.inBatches);
    try {
      await ask(graphql, database, config, options);
      const { explanation, statements, errors } = await ask(graphql, database, config, options);
      const fallbacks = options.inBatches
        ? explanation.fallbacks.filter(({ executor }) => executor !== 'statement')
        : explanation.fallbacks;
      return { ...explanation, fallbacks, plans: await plansOf(config, statements, options.analyze), errors };
    } finally {
      await graphql.stop();
    }
  } finally {
    await database.close();
  }
}

type Graphql = Awaited<ReturnType<typeof server>>;

function server(config: Config, database: Database, inBatches: boolean) {
  const logger = createLogger('silent');
  return createGraphqlServer(
    hubSchema(() => database.orm.getMetadata()),
    inBatches ? { ...config, compiledQueries: { ...config.compiledQueries, policy: 'off' } } : config,
    { logger, counters: new Counters(logger), trusted: trustedDocuments(), notTrusted: { zh: '', en: '' } },
  );
}

async function ask(
  graphql: Graphql,
  database: Database,
  config: Config,
  { document, variables, accountId }: ExplainOptions,
): Promise<{ explanation: Explanation; statements: readonly SeenStatement[]; errors: string[] }> {
  const clock = await clockOf(database);
  const seals = createSeals(config.token.key);
  const services = offerServices(config, {
    logger: createLogger('silent'),
    tokens: createTokens(config.token, clock.now),
    seals,
    fileTokens: createFileTokens(seals),
  });
  const viewer =
    accountId === null
      ? services.get(GUEST)
      : await loadViewer(database, permissions, { accountId, sessionId: null }, clock.now());
  if (!viewer) throw new NoSuchAccount(`Nobody can be asked as: there is no active account ${accountId}.`);
  const trace = new ExecutionTrace({ explains: true });
  const context = openRequest(database, {
    viewer,
    now: clock.now(),
    locale: 'en',
    signal: AbortSignal.timeout(config.requestTimeoutMs),
    services,
    trace,
    toldToNobody: true,
  });
  const asked = { query: document, variables };
  const runnable = await graphql.execution.find(asked, 'GET');
  const answer = runnable && (await graphql.execution.answer(runnable, context));
  if (!answer) throw new Error('Queries alone are explained.');
  const text = typeof answer.text === 'string' ? answer.text : Buffer.concat(answer.text).toString();
  const { extensions, errors = [] } = JSON.parse(text) as {
    readonly extensions?: { readonly explain?: Explanation };
    readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[];
  };
  return {
    explanation: extensions?.explain ?? { executor: 'none', fallbacks: [], cuts: [], statements: [] },
    statements: trace.statements!,
    errors: errors.map(({ message, path }) => (path ? `${path.join('.')}: ${message}` : message)),
  };
}

/** In a transaction that reads, on a connection that plans as those of the hub do. */
async function plansOf(config: Config, statements: readonly SeenStatement[], analyze: boolean): Promise<string[][]> {
  const client = new pg.Client({ connectionString: config.databaseUrl });
  await client.connect();
  try {
    const plans: string[][] = [];
    for (const statement of statements) plans.push(await explained(client, statement, analyze));
    return plans;
  } finally {
    await client.end();
  }
}
