import Negotiator from 'negotiator';
import { keptIn, LruCache } from '../memory/index.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const OFFERED = [JSON_TYPE, 'application/graphql-response+json; charset=utf-8'];
const MOST_KNOWN = 100;
/** By what a client accepts; null for none of those that are offered. */
const known = new LruCache<string, string | null>(MOST_KNOWN);

/** The form in which a client wants an answer without errors, as GraphQL over HTTP negotiates it; undefined for none of those that are offered. */
export function mediaTypeOf(accept: string | undefined): string | undefined {
  if (!accept) return JSON_TYPE;
  return keptIn(known, accept, () => new Negotiator({ headers: { accept } }).mediaType(OFFERED) ?? null) ?? undefined;
}
