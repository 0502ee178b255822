/** Apollo Client 4 over the kit: ids in place of texts, and a cache that knows each thing again by its type and id. */
import { ApolloClient, ApolloLink, InMemoryCache, Observable, type FieldPolicy } from '@apollo/client';
import { OperationTypeNode } from 'graphql';
import type { HubClient } from '../../../schema/client/index.ts';
import type { TypedDocument } from '../../../schema/generated/typed-document.ts';

/** Signing in, renewal, keys and retries are the kit's: no link for errors, for authentication or for retries stands before it. */
export function hubLink(hub: HubClient): ApolloLink {
  return new ApolloLink(
    ({ query, variables, operationType }) =>
      new Observable((observer) => {
        hub
          .execute<Record<string, unknown>>({
            documentId: (query as TypedDocument<unknown, unknown>).documentId,
            variables,
            isMutation: operationType === OperationTypeNode.MUTATION,
          })
          .then((answer) => {
            observer.next(answer);
            observer.complete();
          })
          .catch((error: unknown) => observer.error(error));
      }),
  );
}

interface Page {
  readonly nodes: readonly unknown[];
}

/**
 * A list of which further pages are asked for by `after`, while its documents read `nodes`. `relayStylePagination` joins `edges`, and is for
 * documents that read those. What else the field is told (`where`, `orderBy`) makes another list of it.
 */
export const pagesOfNodes: FieldPolicy<Page> = {
  keyArgs: ['where', 'orderBy'],
  merge: (before, page, { args }) =>
    before && args?.['after'] ? { ...page, nodes: [...before.nodes, ...page.nodes] } : page,
};

export function apolloClient(hub: HubClient): ApolloClient {
  return new ApolloClient({
    link: hubLink(hub),
    cache: new InMemoryCache({
      // What has an id is kept by it: nothing has to be said of that. Payloads and page infos have none and are part of what holds them.
      typePolicies: {
        Query: { fields: { upcomingShifts: pagesOfNodes } },
        Guardian: { fields: { signups: pagesOfNodes } },
      },
    }),
  });
}
