import { HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { isGuest, type Viewer } from '../auth/index.ts';
import {
  BadUserInput,
  CredentialInDoubt,
  DocumentNotFound,
  Forbidden,
  HubError,
  inLocale,
  NotSignedIn,
  RateLimited,
  TimedOut,
  TryLater,
} from '../errors/index.ts';
import {
  type AnswerText,
  type ExecutionAnswer,
  type FoundRequest,
  type GraphqlServer,
  knownError,
  type Runnable,
} from '../graphql/index.ts';
import {
  ExecutionTrace,
  openRequest,
  type RequestContext,
  RightsVersionCheck,
  type Permit,
  Writing,
} from '../request/index.ts';
import { admit, rateRefusal, rateAccountOf } from './admit.ts';
import { endedInTime } from './deadline.ts';
import { askedBy, methodOf, searchFor } from './graphql-request.ts';
import { originOf } from './origin.ts';
import { requesterOf } from './with-permit.ts';
import { localeOf } from './language.ts';
import { mediaTypeOf } from './answers/media-type.ts';
import type { HttpFacilities, HttpOptions } from './options.ts';
import type { HttpAnswer } from './answers/http-answer.ts';
import { NO_OBJECT, NOT_ACCEPTABLE, problem, problemFor, WRONG_METHOD } from './answers/problems.ts';
import { publicAnswer } from './answers/public-answer.ts';
import { refuseOtherMethods } from './wrong-method.ts';

export const GRAPHQL_PATH = '/graphql';
const MODERN = 'application/graphql-response+json';
const LEGACY = 'application/json';
const NO_BODY_OR_JSON = /^(?:\s*application\/json\s*(?:;.*)?)?$/i;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });
/** Made once: each request is over at some time, and an error of its own costs a quick one a twentieth of its time. */
const OVER = new Error('The request is over.');

/** GraphQL over HTTP: POST with JSON, GET for queries (HEAD is a GET without its body), nothing else. */
export const graphqlRoutes: FastifyPluginAsync<HttpFacilities> = (app, options) => {
  app.removeAllContentTypeParsers();
  admit(app, options, (request) => request.headers.authorization, 'GET, HEAD, POST');
  app.addContentTypeParser(LEGACY, { parseAs: 'buffer' }, (request, body, done) => {
    const charset = /charset=("?)([^";]+)\1/i.exec(request.headers['content-type'] ?? '')?.[2];
    if (charset !== undefined && !/^utf-?8$/i.test(charset)) return done(failure(415));
    if (!/^(?:identity)?$/i.test(request.headers['content-encoding']?.trim() ?? '')) return done(failure(415));
    try {
      done(null, JSON.parse(UTF_8.decode(body as Buffer)));
    } catch {
      done(failure(400));
    }
  });

  app.route({
    method: ['GET', 'HEAD', 'POST'],
    url: GRAPHQL_PATH,
    async handler(request, reply) {
      const gone = new AbortController();
      const writing = new Writing();
      const { promise: delivered, resolve: deliver } = Promise.withResolvers<void>();
      reply.raw.once('close', () => (deliver(), gone.abort(OVER)));
      const told = await endedInTime(
        answer(options, request, { gone, writing, delivered }),
        writing,
        localeOf(request.headers['accept-language']),
        options.config.requestTimeoutMs,
      );
      // Nobody's turn is held while it is read, but for what asked for much.
      return options.responses.send(reply.header('cache-control', 'no-store'), told, rateAccountOf(request).who);
    },
  });
  refuseOtherMethods(app, GRAPHQL_PATH, ['GET', 'HEAD', 'POST'], WRONG_METHOD);
  return Promise.resolve();
};

function failure(statusCode: number): Error {
  return Object.assign(new Error('unreadable'), { statusCode });
}

interface Course {
  /** Aborted when whoever asks is gone, and when the time is up. */
  readonly gone: AbortController;
  readonly writing: Writing;
  /** Ends when the answer is taken, or nobody is there to take it. */
  readonly delivered: Promise<unknown>;
}

async function answer(
  options: HttpFacilities,
  request: FastifyRequest,
  { gone, writing, delivered }: Course,
): Promise<HttpAnswer> {
  const now = options.clock();
  const method = methodOf(request);
  const locale = localeOf(request.headers['accept-language']);
  if (method === 'POST' && (request.body === null || typeof request.body !== 'object' || Array.isArray(request.body))) {
    return { status: 400, headers: {}, body: problemFor(request, 'BAD_USER_INPUT', NO_OBJECT) };
  }
  const form = mediaTypeOf(request.headers.accept);
  const clock = setTimeout(() => gone.abort(OVER), options.config.requestTimeoutMs);
  const account = rateAccountOf(request);
  let permit: Permit | undefined;
  const explains = !options.config.production && request.headers['x-hub-explain'] === '1';
  const trace = new ExecutionTrace({ explains });
  const contextOf = (viewer: Viewer, rightsVersion?: RightsVersionCheck): RequestContext => {
    account.knows(viewer);
    if (!isGuest(viewer)) options.connections.getsKnown(request.raw.socket);
    return openRequest(options.database, {
      viewer,
      network: originOf(request),
      now,
      locale,
      signal: gone.signal,
      services: options.services,
      permit,
      writing,
      account,
      rightsVersion,
      trace,
    });
  };
  const { authentication, graphql } = options;
  const { authorization } = request.headers;
  let looked: Promise<Runnable | undefined> | undefined;
  /** Parsed for nobody whose request is refused as it stands, and once. Of a GET that says its body is something else than JSON, Apollo is the judge. */
  const runnableIn = (asked: FoundRequest): Promise<Runnable | undefined> =>
    (looked ??=
      method === 'GET' && !NO_BODY_OR_JSON.test(request.headers['content-type'] ?? '')
        ? Promise.resolve(undefined)
        : graphql.execution.find(asked, method));
  /** Whoever is remembered is answered by statements of which the first looks at their rights as well. */
  const remembered = async (asked: FoundRequest): Promise<ExecutionAnswer | undefined> => {
    const recalled = await authentication.recall(authorization, now);
    if (!recalled || graphql.refusalOf(asked, recalled.viewer)) return undefined;
    const runnable = await runnableIn(asked);
    const rightsVersion = new RightsVersionCheck();
    return (
      runnable &&
      graphql.execution.answer(runnable, contextOf(recalled.viewer, rightsVersion), {
        version: recalled.version,
        stillHolds: async () => authentication.stillHolds(recalled, await rightsVersion.version()),
      })
    );
  };
  account.isJudged();
  try {
    permit = await options.limiter.acquire(
      gone.signal,
      requesterOf((await authentication.requesterKeyOf(authorization)) ?? account.who, options.config.requests),
    );
    if (!form) {
      // Whoever shows a credential that is good for nothing hears of that first.
      contextOf(await authentication.viewerOf(authorization, now));
      return { status: 406, headers: {}, body: problemFor(request, 'BAD_USER_INPUT', NOT_ACCEPTABLE) };
    }
    const asked = found(graphql, request);
    const quick = !(asked instanceof HubError) && (await remembered(asked));
    if (quick) return answered(request, form, quick);
    const context = contextOf(await authentication.viewerOf(authorization, now));
    if (asked instanceof HubError) return refuse(options, request, asked, context);
    const refusal = graphql.refusalOf(asked, context.viewer);
    if (refusal) return refuse(options, request, refusal, context);
    const runnable = await runnableIn(asked);
    if (runnable) {
      // How a kept answer came to be is long past.
      const mayBeKept = method === 'GET' && !explains;
      const told = await (mayBeKept
        ? graphql.publicAnswers.answer({ request: asked, runnable }, context)
        : graphql.execution.answer(runnable, context));
      if (told) return 'etag' in told ? await publicAnswer(request, form, told) : answered(request, form, told);
    }
    const refused = {
      method,
      headers: headersOf(request),
      search: method === 'GET' ? searchFor(asked) : '',
      body: method === 'GET' ? undefined : asked,
    };
    return answerOf(request, await graphql.refuse(refused, context));
  } catch (error) {
    if (error instanceof RateLimited) return rateRefusal(error, locale);
    const known = knownError(error);
    // Whoever makes up keys pays as for any token that is good for nothing; a token that is good comes again all the same.
    if (known instanceof CredentialInDoubt) account.wasInVain();
    if (known instanceof TryLater)
      return {
        status: 503,
        headers: headersOfStatus(503),
        body: problem(known.code, inLocale(known.sentence, locale)),
      };
    if (known instanceof TimedOut)
      return { status: 504, headers: {}, body: problem(known.code, inLocale(known.sentence, locale)) };
    if (!(error instanceof NotSignedIn)) throw error;
    account.wasInVain();
    return {
      status: 401,
      headers: { 'www-authenticate': 'Bearer' },
      body: problem(error.code, inLocale(error.sentence, locale)),
    };
  } finally {
    permit?.release(delivered);
    clearTimeout(clock);
  }
}

/** Whoever could not be served is told when to come again. */
function headersOfStatus(status: number): Record<string, string> {
  return status === 503 ? { 'retry-after': String(TryLater.retryAfterSeconds) } : {};
}

function inForm(form: string, status: number, body: AnswerText, headers?: Record<string, string>): HttpAnswer {
  return { status, headers: { ...headers, ...headersOfStatus(status), 'content-type': form }, body };
}

function answered(request: FastifyRequest, form: string, { status, headers, text }: ExecutionAnswer): HttpAnswer {
  return inForm(form, legacyStatus(request, status), text, headers);
}

/** The request that was found, or why there is none: whoever asks must be known before they are told. */
function found(graphql: GraphqlServer, request: FastifyRequest): FoundRequest | HubError {
  try {
    return graphql.find(askedBy(request));
  } catch (error) {
    if (error instanceof HubError) return error;
    throw error;
  }
}

function headersOf(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** Nothing ran. An id that names no document is asked in a form that is well, and is told as errors of operations are. */
function refuse(
  { graphql }: HttpOptions,
  request: FastifyRequest,
  error: HubError,
  context: RequestContext,
): HttpAnswer {
  graphql.noteRefusal(error, context);
  const status =
    error instanceof Forbidden ? 403 : error instanceof DocumentNotFound ? legacyStatus(request, 400) : 400;
  const place = error instanceof BadUserInput && error.inputPath.length > 0 ? { inputPath: error.inputPath } : {};
  return { status, headers: {}, body: problem(error.code, inLocale(error.sentence, context.locale), place) };
}

function answerOf(request: FastifyRequest, { headers, ...response }: HTTPGraphQLResponse): HttpAnswer {
  const status = statusOf(request, response);
  if (response.body.kind !== 'complete') throw new Error('The schema has no incremental delivery.');
  const others = Object.fromEntries([...headers].filter(([name]) => name !== 'cache-control'));
  return { status, headers: { ...others, ...headersOfStatus(status) }, body: response.body.string };
}

/**
 * By the GraphQL over HTTP specification a client that reads `application/json` alone is answered 200 to a well-formed
 * request, even where the operation in it is in error.
 */
function statusOf(request: FastifyRequest, response: Pick<HTTPGraphQLResponse, 'status' | 'body'>): number {
  const status = response.status ?? 200;
  const wellFormed = response.body.kind === 'complete' && response.body.string.startsWith('{"errors"');
  return wellFormed ? legacyStatus(request, status) : status;
}

function legacyStatus(request: FastifyRequest, status: number): number {
  const accept = request.headers.accept ?? '';
  const legacy = accept.includes(LEGACY) && !accept.includes(MODERN);
  return status === 400 && legacy ? 200 : status;
}
