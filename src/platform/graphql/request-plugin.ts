import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestContext } from '../request/index.ts';
import { markErrors } from './format-error.ts';
import { codesOf, type OperationLog } from './operation-log.ts';

/** What is wrong with a request is told in its language, and stands in the log. Nothing runs here: limits, rates and records are those of `Execution`. */
export function requestPlugin(log: OperationLog): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => {
      const begun = performance.now();
      return {
        async didResolveSource() {
          throw new Error('A document is read by nobody but the hub itself.');
        },
        async didEncounterErrors({ errors, contextValue }) {
          markErrors(errors, contextValue.locale, undefined);
        },
        async willSendResponse({ contextValue, response: { body } }) {
          const codes =
            body.kind === 'single' && body.singleResult.errors ? codesOf(body.singleResult.errors) : undefined;
          log.note(contextValue, { operation: null, kind: null, executor: 'none', codes, begun });
        },
      };
    },
  };
}
