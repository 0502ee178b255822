import type { FastifyReply, FastifyRequest } from 'fastify';
import { addVary } from './answers/vary.ts';
import type { HttpOptions } from './options.ts';

/** What clients send beside what any page may. */
const ALLOWED_HEADERS = [
  'accept',
  'accept-language',
  'apollo-require-preflight',
  'apollographql-client-name',
  'apollographql-client-version',
  'authorization',
  'content-type',
  'idempotency-key',
  'if-none-match',
  'x-apollo-operation-id',
  'x-apollo-operation-name',
  'x-hub-explain',
].join(', ');
/** What a page may read of an answer beside its body. */
const EXPOSED_HEADERS = 'content-disposition, etag, retry-after, www-authenticate';
/** As long as any browser keeps it. */
const KEPT_SECONDS = '7200';

/**
 * Lets pages of the origins that are named read what is answered; of others it says nothing, and their browsers keep it from them. There is
 * nothing in it of cookies, for the hub knows none.
 * @param methods that a page may use here
 * @returns whether a browser asks only whether a page may ask
 */
export function allowOrigin(
  { config: { corsOrigins } }: Pick<HttpOptions, 'config'>,
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  methods: string,
): boolean {
  if (corsOrigins.size === 0) return false;
  addVary(reply, 'Origin');
  const { origin } = headers;
  if (origin === undefined || !corsOrigins.has(origin)) return false;
  reply.header('access-control-allow-origin', origin);
  const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
  reply.headers(
    isPreflight
      ? {
          'access-control-allow-methods': methods,
          'access-control-allow-headers': ALLOWED_HEADERS,
          'access-control-max-age': KEPT_SECONDS,
        }
      : { 'access-control-expose-headers': EXPOSED_HEADERS },
  );
  return isPreflight;
}
