import Negotiator from 'negotiator';

const JSON_TYPE = 'application/json; charset=utf-8';
const OFFERED = [JSON_TYPE, 'application/graphql-response+json; charset=utf-8'];
const MOST_KNOWN = 100;
const known = new Map<string, string | undefined>();

/** The form in which a client wants an answer without errors, as GraphQL over HTTP negotiates it; undefined for none of those that are offered. */
export function mediaTypeOf(accept: string | undefined): string | undefined {
  if (!accept) return JSON_TYPE;
  if (known.has(accept)) return known.get(accept);
  const preferred = new Negotiator({ headers: { accept } }).mediaType(OFFERED);
  if (known.size < MOST_KNOWN) known.set(accept, preferred);
  return preferred;
}
