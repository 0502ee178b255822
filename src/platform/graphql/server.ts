import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginSchemaReportingDisabled, ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError } from 'graphql';
import type { Config } from '../config/index.ts';
import { callerKindOf } from '../auth/index.ts';
import type { Logger } from '../observability/index.ts';
import type { RequestContext } from '../request/index.ts';
import { formatterOf, LOCALE_MARK } from './format-error.ts';
import { limitsRule, reckon, refuseAbove } from './limits.ts';
import type { HubSchema } from './schema.ts';

export type GraphqlServer = ApolloServer<RequestContext>;

const MOST_ERRORS = 5;

export async function createGraphqlServer(hub: HubSchema, config: Config, logger: Logger): Promise<GraphqlServer> {
  const widest = Object.values(config.limits).reduce((one, other) => (one.tokens > other.tokens ? one : other));
  const server = new ApolloServer<RequestContext>({
    schema: hub.schema,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      requestPlugin(hub, config),
    ],
    introspection: true,
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    parseOptions: { maxTokens: widest.tokens },
    validationRules: [limitsRule(widest)],
    // graphql-js counts the error that says "too many" as well.
    validationOptions: { maxErrors: MOST_ERRORS - 1 },
    formatError: formatterOf(logger),
    logger: { debug: () => undefined, info: () => undefined, warn: (message: unknown) => logger.warn({ message }), error: (message: unknown) => logger.error({ message }) },
  });
  await server.start();
  return server;
}

/** Limits that depend on the caller, the cost in each answer, and the language of errors. */
function requestPlugin(hub: HubSchema, config: Config): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => Promise.resolve({
      didResolveOperation({ document, operation, request, contextValue }) {
        const kind = callerKindOf(contextValue.viewer);
        if (!operation) return Promise.resolve();
        const { cost, introspects } = reckon(hub.schema, document, operation, request.variables ?? {});
        const { meter } = contextValue;
        meter.requested = cost;
        meter.limit = config.limits[kind].cost;
        if (introspects && config.production && (kind === 'guest' || kind === 'guardian')) {
          throw new GraphQLError('Introspection is closed.', { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } });
        }
        try {
          refuseAbove(meter.limit, cost);
        } catch (refusal) {
          throw new GraphQLError('too costly', { originalError: refusal as Error, extensions: { http: { status: 400 } } });
        }
        return Promise.resolve();
      },
      didEncounterErrors({ errors, contextValue }) {
        for (const error of errors) if (!Object.isFrozen(error.extensions)) error.extensions[LOCALE_MARK] = contextValue.locale;
        return Promise.resolve();
      },
      willSendResponse({ response, contextValue: { meter } }) {
        if (response.body.kind === 'single' && meter.limit > 0) {
          response.body.singleResult.extensions = {
            ...response.body.singleResult.extensions,
            cost: { requested: meter.requested, actual: meter.rows, limit: meter.limit, remaining: Math.max(0, meter.limit - meter.requested) },
          };
        }
        return Promise.resolve();
      },
    }),
  };
}
