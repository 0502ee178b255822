import type { FastifyRequest } from 'fastify';
import type { KeptAnswer } from '../../graphql/index.ts';
import type { HttpAnswer } from './http-answer.ts';
import { encodingOf, packed } from './packed.ts';

/**
 * Answers that others keep are told apart by the form and the encoding that were asked for, and from those to whoever is signed in. By
 * nothing else: no value of a public answer depends on the language, and errors are never public.
 */
const VARY = 'Accept, Accept-Encoding, Authorization';

/** An answer that caches may keep; 304 to whoever has it. */
export async function publicAnswer(
  request: FastifyRequest,
  form: string,
  { body, etag, cacheControl }: KeptAnswer,
): Promise<HttpAnswer> {
  const encoding = encodingOf(request.headers['accept-encoding'], body.length);
  const own = encoding === undefined ? etag : etag.replace(/"$/, `-${encoding}"`);
  const headers = { 'cache-control': cacheControl, etag: own, vary: VARY };
  if (hasAlready(request.headers['if-none-match'], etag)) return { status: 304, headers };
  const whole = { ...headers, 'content-type': form };
  return encoding === undefined
    ? { status: 200, headers: whole, body }
    : { status: 200, headers: { ...whole, 'content-encoding': encoding }, body: await packed(body, encoding) };
}

/** As RFC 9110 compares them here: it says the same however it was packed, by the hub or by a proxy, which makes its validator a weak one. */
function hasAlready(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const plain = (each: string): string => each.trim().replace(/^W\/|-(?:br|gzip)(?="$)/g, '');
  return header.trim() === '*' || header.split(',').some((each) => plain(each) === etag);
}
