import Negotiator from 'negotiator';
import { keptIn, LruCache } from '../../memory/index.ts';

const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
const OFFERED = [JSON_TYPE, GRAPHQL_TYPE];
export const HTML_TYPE = 'text/html; charset=utf-8';
const MOST_KNOWN = 100;
/** By what a client accepts; null for none of those that are offered. */
const known = new LruCache<string, string | null>(MOST_KNOWN);

/** The form in which a client wants an answer without errors, as GraphQL over HTTP negotiates it; undefined for none of those that are offered. */
export function mediaTypeOf(accept: string | undefined): string | undefined {
  if (!accept) return JSON_TYPE;
  return keptIn(known, accept, () => new Negotiator({ headers: { accept } }).mediaType(OFFERED) ?? null) ?? undefined;
}

const knownOfProblems = new LruCache<string, string>(MOST_KNOWN);

/** The form in which whoever asked is told that it was in vain: a page where that is asked for first, and JSON where nothing of what there is. */
export function problemTypeOf(accept: string | undefined): string {
  if (!accept) return JSON_TYPE;
  return keptIn(
    knownOfProblems,
    accept,
    () => new Negotiator({ headers: { accept } }).mediaType([...OFFERED, HTML_TYPE]) ?? JSON_TYPE,
  );
}
