import { extname } from 'node:path';
import { randomUUID } from 'node:crypto';
import { create as contentDisposition } from 'content-disposition';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { LinkNotValid } from '../auth/index.ts';
import { recordAccesses } from '../commands/index.ts';
import {
  type ErrorCode,
  inLocale,
  type Locale,
  NotFound,
  RateLimited,
  TimedOut,
  TooCostly,
  TryLater,
} from '../errors/index.ts';
import { knownError, type DownloadFile, type DownloadKind } from '../graphql/index.ts';
import { FILE_TOKENS, openRequest, type RequestContext } from '../request/index.ts';
import { admit, rateRefusal, rateAccountOf } from './admit.ts';
import { inTime } from './in-time.ts';
import { withPermit } from './with-permit.ts';
import { localeOf } from './language.ts';
import type { HttpFacilities, HttpOptions } from './options.ts';
import type { HttpAnswer } from './answers/http-answer.ts';
import { refuseOtherMethods } from './wrong-method.ts';
import { ONLY_GET, problem } from './answers/problems.ts';

const PATH = '/files';
/** The points of a file, beside what its bytes cost: as many as of a wide query. */
const POINTS = 2_000;

const STATUS: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  TOO_COSTLY: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TIMEOUT: 504,
  TRY_LATER: 503,
};

type Asked = FastifyRequest<{ Params: { token: string } }>;

/**
 * Files, which GraphQL cannot carry: `GET /files/<token>`. The token names a file; whether this account may have it is
 * decided now.
 */
export const downloads: FastifyPluginAsync<HttpFacilities> = (app, options) => {
  const names = options.downloads.map((kind) => kind.name);
  if (new Set(names).size < names.length) throw new Error(`Two kinds of download have one name: ${names.join(', ')}.`);
  const url = `${PATH}/:token`;
  admit(app, options, (request) => (request.params as { token?: string }).token, 'GET');
  app.route<{ Params: { token: string } }>({
    method: 'GET',
    url,
    exposeHeadRoute: false,
    async handler(request, reply) {
      const told = await answer(options, request, reply);
      return options.responses.send(
        reply.headers({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' }),
        told,
        rateAccountOf(request).who,
      );
    },
  });
  refuseOtherMethods(app, url, ['GET'], ONLY_GET);
  return Promise.resolve();
};

async function answer(options: HttpFacilities, request: Asked, reply: FastifyReply): Promise<HttpAnswer> {
  const begun = performance.now();
  const locale = localeOf(request.headers['accept-language']);
  const over = new AbortController();
  const clock = setTimeout(() => over.abort(), options.config.downloadTimeoutMs);
  let made: Pick<Made, 'kind' | 'context'> | undefined;
  reply.raw.once('close', () => {
    over.abort();
    if (made) options.logger.info({ ...summaryOf(made, reply), ms: Math.round(performance.now() - begun) }, 'download');
  });
  try {
    const { kind, context, file, parts } = await inTime(make(options, request, locale, over.signal), over.signal);
    made = { kind, context };
    return {
      status: 200,
      headers: { 'content-type': file.mediaType, 'content-disposition': dispositionOf(kind, file) },
      body: parts,
    };
  } catch (error) {
    if (error instanceof RateLimited) return rateRefusal(error, locale);
    if (error instanceof LinkNotValid) rateAccountOf(request).wasInVain();
    return refusal(options, error, locale);
  } finally {
    clearTimeout(clock);
  }
}

interface Made {
  readonly kind: DownloadKind;
  readonly context: RequestContext;
  readonly file: DownloadFile;
  readonly parts: readonly Buffer[];
}

/**
 * Whole, among what asks for much: one of each account at a time. What fails on the way is still answered as an error, nobody takes a part
 * for the whole, and nobody's turn is held while it is read.
 * @throws NotSignedIn, Forbidden, NotFound or RateLimited, by the rights of this moment
 */
async function make(options: HttpFacilities, request: Asked, locale: Locale, signal: AbortSignal): Promise<Made> {
  const { database, services } = options;
  const account = rateAccountOf(request);
  account.isJudged();
  const now = options.clock();
  const {
    kind: name,
    id,
    accountId,
    sessionId = null,
  } = await services.get(FILE_TOKENS).read(request.params.token, now);
  return withPermit(options, `account:${accountId}`, signal, async (permit) => {
    const viewer = await options.viewerOfAccount({ accountId, sessionId }, now);
    if (!viewer) throw new LinkNotValid();
    account.knows(viewer);
    options.connections.getsKnown(request.raw.socket);
    account.charge(POINTS, []);
    const kind = options.downloads.find((each) => each.name === name);
    if (!kind) throw new NotFound();
    await permit.becomeHeavy();
    const context = openRequest(database, { viewer, now, locale, signal, services, permit });
    const file = await kind.produce(context, id);
    return { kind, context, file, parts: await partsOf(file, context, options.config.downloadLimitBytes) };
  });
}

/** First the record, then what was read: what cannot be written down is not sent. */
async function partsOf({ body }: DownloadFile, context: RequestContext, limit: number): Promise<Buffer[]> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body instanceof Uint8Array ? [body] : body) {
    if (context.signal.aborted) throw new TimedOut();
    size += part.length;
    if (size > limit) throw tooLarge();
    parts.push(Buffer.from(part.buffer, part.byteOffset, part.length));
  }
  await recordAccesses(context);
  return parts;
}

/** Characters that some system takes for a path, a device or a pattern, or that nobody sees. */
const NOT_IN_A_FILE_NAME = /[\\/:*?"<>|\p{Cc}\p{Cs}\p{Bidi_Control}]|^[.\s]+/gu;

/** The name in UTF-8 (RFC 8187), and one in ASCII for those who cannot read it. */
function dispositionOf(kind: DownloadKind, { filename: called }: DownloadFile): string {
  const filename = called.replace(NOT_IN_A_FILE_NAME, '_');
  const ending = /^\.\w+$/.exec(extname(filename))?.[0] ?? '';
  return contentDisposition(filename, { fallback: `${kind.name}${ending}` });
}

function tooLarge(): TooCostly {
  return new TooCostly({ zh: '文件过大,请缩小范围后重试。', en: 'The file is too large: ask for less.' });
}

function refusal({ logger }: HttpOptions, error: unknown, locale: Locale): HttpAnswer {
  const known = knownError(error);
  if (!known) {
    const errorId = randomUUID();
    logger.error({ errorId, err: error }, 'a download failed');
    return {
      status: 500,
      headers: {},
      body: problem(
        'INTERNAL',
        inLocale({ zh: '服务内部错误,请稍后重试。', en: 'Something went wrong inside: try again later.' }, locale),
        { errorId },
      ),
    };
  }
  return {
    status: STATUS[known.code] ?? 400,
    headers: headersOf(known.code),
    body: problem(known.code, inLocale(known.sentence, locale)),
  };
}

function headersOf(code: ErrorCode): HttpAnswer['headers'] {
  if (code === 'TRY_LATER') return { 'retry-after': String(TryLater.retryAfterSeconds) };
  return code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer' } : {};
}

/** Figures alone: neither whose file it was nor what it is called. */
function summaryOf({ kind, context: { viewer, meter } }: Pick<Made, 'kind' | 'context'>, reply: FastifyReply): object {
  return {
    download: kind.name,
    caller: viewer.kind,
    complete: reply.raw.writableFinished,
    statements: meter.statements,
    rows: meter.rows,
  };
}
