import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { recordAccesses } from '../commands/index.ts';
import type { Config } from '../config/index.ts';
import type { ErrorCode } from '../errors/index.ts';
import type { RequestContext } from '../request/index.ts';
import { joinHeavy, judge, objectsIn } from './admission.ts';
import { extensionsOf } from './explanation.ts';
import { isUnavailable, markErrors } from './format-error.ts';
import { codesOf, type OperationLog } from './operation-log.ts';
import type { HubSchema } from './schema.ts';

/** Limits that depend on the caller, the cost in each answer, the language of errors, and a line in the log for each operation. */
export function requestPlugin(hub: HubSchema, config: Config, log: OperationLog): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => {
      const begun = performance.now();
      return Promise.resolve<GraphQLRequestListener<RequestContext>>({
        async didResolveOperation({ document, operation, request, contextValue }) {
          if (!operation) return;
          judge(hub, config, { document, operation, variables: request.variables ?? {}, context: contextValue });
          if (operation.operation === 'query') await joinHeavy(contextValue).catch(refuseForNow);
        },
        didEncounterErrors({ errors, contextValue, operation }) {
          markErrors(errors, contextValue.locale, operation?.operation);
          return Promise.resolve();
        },
        async willSendResponse(request) {
          tellTooLarge(request);
          tellExtensions(request);
          tellUnavailable(request);
          const { operationName, operation, contextValue, response } = request;
          const result = response.body?.kind === 'single' ? response.body.singleResult : undefined;
          // First the record, then the answer: where it cannot be written, nobody sees what they would have read.
          await recordAccesses(contextValue);
          log.note(contextValue, {
            operation: operationName ?? null,
            kind: operation?.operation ?? null,
            executor: executorOf(result),
            codes: result?.errors && codesOf(result.errors),
            begun,
          });
        },
      });
    },
  };
}

function refuseForNow(error: unknown): never {
  throw new GraphQLError('refused', { originalError: error as Error, extensions: { http: { status: 503 } } });
}

/** Said once, and not at each place that could not be read. */
function tellTooLarge({ response: { body }, contextValue: { meter } }: GraphQLRequestContext<RequestContext>): void {
  if (body?.kind !== 'single' || meter.characters <= meter.mostCharacters) return;
  const refusal = body.singleResult.errors?.find(
    ({ extensions }) => extensions?.['code'] === ('TOO_COSTLY' satisfies ErrorCode),
  );
  if (refusal)
    body.singleResult = {
      data: null,
      errors: [{ message: refusal.message, extensions: { code: 'TOO_COSTLY' satisfies ErrorCode } }],
    };
}

function tellExtensions({ response: { body }, contextValue }: GraphQLRequestContext<RequestContext>): void {
  if (body?.kind !== 'single' || contextValue.meter.limit === 0) return;
  const { singleResult: result } = body;
  contextValue.meter.objects = objectsIn(result.data);
  result.extensions = { ...result.extensions, ...extensionsOf(contextValue, executorOf(result)) };
}

function executorOf(result: object | undefined): 'resolvers' | 'none' {
  return result && 'data' in result ? 'resolvers' : 'none';
}

function tellUnavailable({ response: { body, http }, operation }: GraphQLRequestContext<RequestContext>): void {
  if (body?.kind === 'single' && http && isUnavailable(body.singleResult, operation?.operation)) http.status = 503;
}
