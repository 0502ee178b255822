/** What is answered where no operation can be: in the form of the hub's own errors, without a word of what runs it. */
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ErrorCode } from '../errors/index.ts';

export function problem(code: ErrorCode, message: string, more: object = {}): object {
  return { errors: [{ message, extensions: { code, ...more } }] };
}

const MESSAGES: Readonly<Record<number, string>> = {
  408: 'The request did not come in time.',
  413: 'The request is too large.',
  414: 'The address is too long.',
  431: 'The headers are too large.',
  500: 'Something went wrong inside.',
  503: 'This cannot be done at the moment: try again later.',
};

export function problemOf(status: number): object {
  return problem(status >= 500 ? (status === 503 ? 'TRY_LATER' : 'INTERNAL') : 'BAD_USER_INPUT', MESSAGES[status] ?? 'The request cannot be read.');
}

/** An address that cannot be decoded, or with a part that is longer than any. */
export function unreadableAddress(error: { readonly code?: string }, _request: FastifyRequest, reply: FastifyReply): void {
  const status = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 414 : 400;
  void reply.status(status).header('x-content-type-options', 'nosniff').header('cache-control', 'no-store').send(problemOf(status));
}

const STATUS_OF: Readonly<Record<string, number>> = { ERR_HTTP_REQUEST_TIMEOUT: 408, HPE_HEADER_OVERFLOW: 431 };

/** What is no HTTP, too large a head, or too slow. */
export function unreadableRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  socket.end(wireAnswer(STATUS_OF[error.code ?? ''] ?? 400), () => socket.destroy());
}

/** A whole answer as it stands on the wire, where there is nobody to write it. */
export function wireAnswer(status: number, headers: Readonly<Record<string, string>> = {}): string {
  const body = JSON.stringify(problemOf(status));
  const all = { ...headers, 'content-type': 'application/json; charset=utf-8', 'content-length': String(body.length), 'cache-control': 'no-store', connection: 'close' };
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...Object.entries(all).map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');
}

/** Of a body that nobody wants to know, so that whoever sends it reads why; the time limit of requests holds for it. */
const MOST_DISCARDED = 16_777_216;

/**
 * The rest of a body is read and thrown away. A socket that is closed with something unread in it is reset, and what was answered
 * is lost with it: the answer goes first, the connection is kept, and ends by itself or with too long a body.
 */
export function discardBody({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (raw.complete) return;
  reply.removeHeader('connection');
  let discarded = 0;
  raw.on('data', (part: Buffer) => {
    discarded += part.length;
    if (discarded > MOST_DISCARDED) raw.destroy();
  });
  raw.resume();
}
