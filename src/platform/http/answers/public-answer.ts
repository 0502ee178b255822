import type { FastifyRequest } from 'fastify';
import type { KeptAnswer } from '../../graphql/index.ts';
import type { HttpAnswer } from './http-answer.ts';

/**
 * Answers that others keep are told apart by the form that was asked for, and from those to whoever is signed in. By
 * nothing else: no value of a public answer depends on the language, and errors are never public.
 */
const VARY = 'Accept, Authorization';

/** An answer that caches may keep; 304 to whoever has it. */
export function publicAnswer(
  request: FastifyRequest,
  form: string,
  { body, etag, cacheControl }: KeptAnswer,
): HttpAnswer {
  const headers = { 'cache-control': cacheControl, etag, vary: VARY };
  return hasAlready(request.headers['if-none-match'], etag)
    ? { status: 304, headers }
    : { status: 200, headers: { ...headers, 'content-type': form }, body };
}

/** As RFC 9110 compares them here: a proxy that has packed an answer may have made its validator a weak one. */
function hasAlready(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
}
