import { Kind, parse, print } from 'graphql';
import type { Request } from './contenders.ts';

const NAME = '_seen_never_';

/**
 * The same question in another text at each call, as people write queries who explore: it asks for one member more, under a
 * name that was never used. What is kept of documents helps nobody then.
 */
export function neverSeen({ body, ...request }: Request): Request & { nextBody(): string } {
  const { query, ...rest } = JSON.parse(body) as { query: string };
  const document = parse(query, { noLocation: true });
  const definitions = document.definitions.map((each) =>
    each.kind !== Kind.OPERATION_DEFINITION
      ? each
      : {
          ...each,
          selectionSet: {
            ...each.selectionSet,
            selections: [
              ...each.selectionSet.selections,
              {
                kind: Kind.FIELD,
                alias: { kind: Kind.NAME, value: NAME },
                name: { kind: Kind.NAME, value: '__typename' },
              } as const,
            ],
          },
        },
  );
  const [before, after] = JSON.stringify({ query: print({ ...document, definitions }), ...rest }).split(NAME) as [
    string,
    string,
  ];
  let count = 0;
  const run = process.hrtime.bigint().toString(36);
  return { ...request, body, nextBody: () => `${before}_${run}_${(count += 1)}${after}` };
}
