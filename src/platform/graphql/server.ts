import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloServer, type HTTPGraphQLRequest, type HTTPGraphQLResponse } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Viewer } from '../auth/index.ts';
import type { Config } from '../config/index.ts';
import { Forbidden, type HubError, type Locale, type Message } from '../errors/index.ts';
import type { Counters, Logger } from '../observability/index.ts';
import type { RequestContext } from '../request/index.ts';
import { formatterOf } from './format-error.ts';
import { refuseOversized } from './limits/input-bounds.ts';
import { PublicAnswers } from './public/public-answers.ts';
import { OperationLog } from './operation-log.ts';
import { requestPlugin } from './request-plugin.ts';
import { Documents } from './execution/documents.ts';
import { Execution } from './execution/execution.ts';
import { EXECUTOR_FAULTS, EXECUTORS_CLOSED } from './execution/fitness.ts';
import type { HubSchema } from './schema.ts';
import { findDocument, mayAsk, type FoundRequest, type GraphqlRequest } from './trusted/admit.ts';
import type { TrustedDocuments } from './trusted/trusted-documents.ts';

export interface GraphqlServer {
  /** The document that is asked for. @throws BadUserInput, also for values without measure, DocumentNotFound */
  find(request: GraphqlRequest): FoundRequest;
  /** What every request must pass, whatever then answers it: why this caller may not send it. */
  refusalOf(request: FoundRequest, viewer: Viewer): HubError | undefined;
  /** A line in the log for what was refused before it was looked at. */
  noteRefusal(refusal: HubError, context: RequestContext): void;
  /** Says what is wrong with a request of another form than it should have. */
  refuse(request: HTTPGraphQLRequest, context: RequestContext): Promise<HTTPGraphQLResponse>;
  stop(): Promise<void>;
  /** Answers everything else. */
  readonly execution: Execution;
  /** The same for what is asked by address, which may be kept. */
  readonly publicAnswers: PublicAnswers;
}

/** What Apollo says has happened, without the words of an error, which may repeat what people wrote: that is logged where it is formatted. */
function whatOf(message: unknown): string {
  return String(message).split(':', 1)[0]!;
}

export interface GraphqlServerOptions {
  readonly logger: Logger;
  readonly counters: Counters;
  /** The operations of the hub's clients. */
  readonly trusted: TrustedDocuments;
  /** What is told to whoever may not send any other. */
  readonly notTrusted: Message;
}

export async function createGraphqlServer(
  hub: HubSchema,
  config: Config,
  { logger, counters, trusted, notTrusted }: GraphqlServerOptions,
): Promise<GraphqlServer> {
  for (const each of [EXECUTOR_FAULTS, EXECUTORS_CLOSED] as const) counters.register(each);
  const log = new OperationLog(logger, counters);
  const widest = Object.values(config.limits).reduce((one, other) => (one.selections > other.selections ? one : other));
  // What is to be compiled when it comes a second time must be known by then.
  const documents = new Documents(hub, widest, trusted, { keepsAtOnce: config.compiledQueries.after === 1 });
  const execution = new Execution(hub, config, { logger, counters, log, documents });
  // What is no request of GraphQL has no context yet where Apollo tells so.
  const spoken = new AsyncLocalStorage<Locale>();
  const apollo = new ApolloServer<RequestContext>({
    schema: hub.schema,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      requestPlugin(log),
    ],
    persistedQueries: false,
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    formatError: formatterOf(logger, () => spoken.getStore() ?? 'zh-CN'),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: unknown) => logger.warn({ message: whatOf(message) }),
      error: (message: unknown) => logger.error({ message: whatOf(message) }),
    },
  });
  await apollo.start();
  return {
    refuse: (httpGraphQLRequest, context) =>
      spoken.run(context.locale, () =>
        apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: () => Promise.resolve(context) }),
      ),
    stop: () => apollo.stop(),
    execution,
    publicAnswers: new PublicAnswers(execution, config.publicCache, log),
    find(request) {
      refuseOversized('variables', request.variables);
      refuseOversized('extensions', request.extensions);
      return findDocument(trusted, request);
    },
    refusalOf: (request, viewer) =>
      mayAsk(config.trustedDocuments, request, viewer) ? undefined : new Forbidden(notTrusted),
    noteRefusal: ({ code }, context) =>
      log.note(context, { operation: null, kind: null, executor: 'none', codes: [code], begun: performance.now() }),
  };
}
