import { once } from 'node:events';
import { extname } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { callerKindOf, LinkNotValid } from '../auth/index.ts';
import { recordAccesses } from '../commands/index.ts';
import { type ErrorCode, inLocale, type Locale, NotFound, RateLimited, TimedOut, TooCostly, TryLater } from '../errors/index.ts';
import { knownError, type DownloadFile, type DownloadKind } from '../graphql/index.ts';
import { FILE_TOKENS, openRequest, type RequestContext } from '../request/index.ts';
import { admit, refuseForRate, visitOf } from './admit.ts';
import { inTime } from './in-time.ts';
import { localeOf } from './language.ts';
import type { HttpOptions } from './options.ts';
import { ONLY_GET, problem, problemFor } from './problems.ts';

const PATH = '/files';
/** Of a file, beside what its bytes cost: as much as a wide query. */
const POINTS = 2_000;

const STATUS: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400, TOO_COSTLY: 400, UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, TIMEOUT: 504, TRY_LATER: 503,
};

/** What GraphQL cannot carry: `GET /files/<token>`. The token names a file; whether this account may have it is decided now. */
export const downloads: FastifyPluginAsync<HttpOptions> = (app, options) => {
  const names = options.downloads.map((kind) => kind.name);
  if (new Set(names).size < names.length) throw new Error(`Two kinds of download have one name: ${names.join(', ')}.`);
  const url = `${PATH}/:token`;
  admit(app, options, (request) => (request.params as { token?: string }).token);
  app.route<{ Params: { token: string } }>({ method: 'GET', url, exposeHeadRoute: false, handler: (request, reply) => answer(options, request, reply) });
  app.route({
    method: ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'], url,
    handler: (request, reply) => reply.status(405).header('allow', 'GET').send(problemFor(request, 'BAD_USER_INPUT', ONLY_GET)),
  });
  return Promise.resolve();
};

async function answer(options: HttpOptions, request: FastifyRequest<{ Params: { token: string } }>, reply: FastifyReply): Promise<FastifyReply> {
  const begun = performance.now();
  const locale = localeOf(request.headers['accept-language']);
  const over = new AbortController();
  const clock = setTimeout(() => over.abort(new TimedOut()), options.config.downloadTimeoutMs);
  reply.raw.once('close', () => {
    clearTimeout(clock);
    over.abort();
  });
  reply.header('cache-control', 'private, no-store').header('referrer-policy', 'no-referrer');
  let opened;
  try {
    opened = await open(options, request, locale, over.signal);
  } catch (error) {
    if (error instanceof RateLimited) return refuseForRate(reply, error, locale);
    if (error instanceof LinkNotValid) visitOf(request).wasInVain();
    return refuse(options, error, locale, reply);
  }
  const { kind, context, file, body } = opened;
  if (body instanceof Readable) {
    body.once('error', (error) => logFailure(options, error, kind));
    over.signal.addEventListener('abort', () => {
      body.destroy(over.signal.reason instanceof TimedOut ? over.signal.reason : undefined);
      // A stream whose source never answers cannot end by itself.
      reply.raw.destroy();
    });
  }
  reply.raw.once('close', () => options.logger.info({ ...summaryOf(kind, context, reply), ms: Math.round(performance.now() - begun) }, 'download'));
  return reply.header('content-type', file.mediaType).header('content-disposition', dispositionOf(kind, file)).send(body);
}

/** What some system takes for a path, a device or a pattern, or what nobody sees. */
const NOT_IN_A_FILE_NAME = /[\\/:*?"<>|\p{Cc}\p{Cs}\p{Bidi_Control}]|^[.\s]+/gu;

/** The name in UTF-8 (RFC 8187), and one in ASCII for those who cannot read it. */
function dispositionOf(kind: DownloadKind, { filename: called }: DownloadFile): string {
  const filename = called.replace(NOT_IN_A_FILE_NAME, '_');
  const ending = /^\.\w+$/.exec(extname(filename))?.[0] ?? '';
  return contentDisposition(filename, { fallback: `${kind.name}${ending}` });
}

/** @throws NotSignedIn, Forbidden, NotFound or RateLimited, by the rights of this moment */
async function open(
  options: HttpOptions, request: FastifyRequest<{ Params: { token: string } }>, locale: Locale, signal: AbortSignal,
): Promise<{ kind: DownloadKind; context: RequestContext; file: DownloadFile; body: Buffer | Readable }> {
  visitOf(request).isJudged();
  const now = options.clock();
  const { kind: name, id, accountId, sessionId = null } = await options.services.get(FILE_TOKENS).read(request.params.token, now);
  const viewer = await options.viewerOfAccount({ accountId, sessionId }, now);
  if (!viewer) throw new LinkNotValid();
  const visit = visitOf(request);
  visit.knows(viewer);
  visit.pay(POINTS, []);
  const kind = options.downloads.find((each) => each.name === name);
  if (!kind) throw new NotFound();
  const context = openRequest(options.database, { viewer, now, locale, signal, services: options.services });
  const file = await inTime(kind.produce(context, id), signal);
  return { kind, context, file, body: await bodyOf(file, context, options.config.downloadLimitBytes, signal) };
}

/** Whole, or a stream whose beginning is there: what fails before the first byte is still answered as an error. */
async function bodyOf({ body }: DownloadFile, context: RequestContext, limit: number, signal: AbortSignal): Promise<Buffer | Readable> {
  if (body instanceof Uint8Array) {
    if (body.length > limit) throw tooLarge();
    await recordAccesses(context);
    return Buffer.from(body.buffer, body.byteOffset, body.length);
  }
  const stream = Readable.from(bounded(body, context, limit), { objectMode: false });
  try {
    await inTime(once(stream, 'readable'), signal);
  } catch (error) {
    stream.on('error', () => undefined).destroy();
    throw error;
  }
  return stream;
}

/** First the record, then what was read: a part of which it cannot be written down is not sent. */
async function* bounded(body: AsyncIterable<Uint8Array>, context: RequestContext, limit: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > limit) throw tooLarge();
    await recordAccesses(context);
    yield Buffer.from(part.buffer, part.byteOffset, part.length);
  }
}

function tooLarge(): TooCostly {
  return new TooCostly({ zh: '文件过大,请缩小范围后重试。', en: 'The file is too large: ask for less.' });
}

function refuse(options: HttpOptions, error: unknown, locale: Locale, reply: FastifyReply): FastifyReply {
  const known = knownError(error);
  if (!known) {
    const message = inLocale({ zh: '服务内部错误,请稍后重试。', en: 'Something went wrong inside: try again later.' }, locale);
    return reply.status(500).send(problem('INTERNAL', message, { errorId: logFailure(options, error) }));
  }
  if (known instanceof TryLater) reply.header('retry-after', String(TryLater.retryAfterSeconds));
  if (known.code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  return reply.status(STATUS[known.code] ?? 400).send(problem(known.code, inLocale(known.sentence, locale)));
}

function logFailure({ logger }: HttpOptions, error: unknown, kind?: DownloadKind): string {
  const errorId = randomUUID();
  logger.error({ errorId, ...(kind && { download: kind.name }), err: error }, 'a download failed');
  return errorId;
}

/** Figures alone: neither whose file it was nor what it is called. */
function summaryOf(kind: DownloadKind, { viewer, meter }: RequestContext, reply: FastifyReply): object {
  return { download: kind.name, caller: callerKindOf(viewer), complete: reply.raw.writableFinished, statements: meter.statements, rows: meter.rows };
}
