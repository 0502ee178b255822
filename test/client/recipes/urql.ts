/** urql with its normalised cache, over the kit. */
import { Client, CombinedError, makeResult, type Exchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { filter, fromPromise, mergeMap, pipe } from 'wonka';
import type { HubClient } from '../../../schema/client/index.ts';

/** In place of `fetchExchange`, `authExchange` and `retryExchange`. */
function hubExchange(hub: HubClient): Exchange {
  return () => (operations) =>
    pipe(
      operations,
      filter(({ kind }) => kind === 'query' || kind === 'mutation'),
      mergeMap((operation) =>
        fromPromise(
          hub
            .execute<Record<string, unknown>>({
              documentId: (operation.query as { readonly documentId?: string }).documentId ?? '',
              variables: operation.variables ?? {},
              isMutation: operation.kind === 'mutation',
            })
            .then(
              (answer) => makeResult(operation, answer),
              (networkError: Error) => ({
                operation,
                error: new CombinedError({ networkError }),
                stale: false,
                hasNext: false,
              }),
            ),
        ),
      ),
    );
}

export function urqlClient(hub: HubClient): Client {
  const cache = cacheExchange({
    // What has no id is part of what holds it.
    keys: { PageInfo: () => null },
    // It joins `nodes` as well as `edges`.
    resolvers: { Query: { upcomingShifts: relayPagination() }, Guardian: { signups: relayPagination() } },
  });
  return new Client({ url: '-', preferGetMethod: false, exchanges: [cache, hubExchange(hub)] });
}
