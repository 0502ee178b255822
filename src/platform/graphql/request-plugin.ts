import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { callerKindOf } from '../auth/index.ts';
import type { Config } from '../config/index.ts';
import type { Logger } from '../observability/index.ts';
import type { RequestContext } from '../request/index.ts';
import { LOCALE_MARK } from './format-error.ts';
import { reckon, refuseAbove } from './limits.ts';
import type { HubSchema } from './schema.ts';

/** Limits that depend on the caller, the cost in each answer, the language of errors, and a line in the log for each operation. */
export function requestPlugin(hub: HubSchema, config: Config, logger: Logger): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => {
      const begun = performance.now();
      return Promise.resolve<GraphQLRequestListener<RequestContext>>({
        didResolveOperation(request) {
          judge(hub, config, request);
          return Promise.resolve();
        },
        didEncounterErrors({ errors, contextValue }) {
          for (const error of errors) if (!Object.isFrozen(error.extensions)) error.extensions[LOCALE_MARK] = contextValue.locale;
          return Promise.resolve();
        },
        willSendResponse(request) {
          tellCost(request);
          logger.info({ ...summaryOf(request), ms: Math.round(performance.now() - begun) }, 'operation');
          return Promise.resolve();
        },
      });
    },
  };
}

/** @throws GraphQLError before anything runs, where the operation is not for this caller */
function judge(hub: HubSchema, config: Config, { document, operation, request, contextValue }: GraphQLRequestContext<RequestContext>): void {
  if (!document || !operation) return;
  const kind = callerKindOf(contextValue.viewer);
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
}

function tellCost({ response, contextValue: { meter } }: GraphQLRequestContext<RequestContext>): void {
  const { body } = response;
  if (body?.kind !== 'single' || meter.limit === 0) return;
  const cost = { requested: meter.requested, actual: meter.rows, limit: meter.limit, remaining: Math.max(0, meter.limit - meter.requested) };
  body.singleResult.extensions = { ...body.singleResult.extensions, cost };
}

/** Figures and names that clients chose for their operations: nothing of what was asked for or answered. */
function summaryOf({ operationName, operation, response, contextValue: { meter, viewer } }: GraphQLRequestContext<RequestContext>): object {
  const errors = response.body?.kind === 'single' ? response.body.singleResult.errors : undefined;
  return {
    operation: operationName ?? null,
    kind: operation?.operation ?? null,
    caller: callerKindOf(viewer),
    cost: meter.requested,
    statements: meter.statements,
    rows: meter.rows,
    ...(errors && { codes: [...new Set(errors.map((error) => error.extensions?.['code']))] }),
  };
}
