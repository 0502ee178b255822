import type { FastifyInstance, FastifyRequest } from 'fastify';
import { inLocale, RateLimited, type Locale } from '../errors/index.ts';
import type { RequestAccount } from '../rates/index.ts';
import { allowOrigin } from './cross-origin.ts';
import { localeOf } from './language.ts';
import type { HttpOptions } from './options.ts';
import { originOf } from './origin.ts';
import { sendProblem } from './answers/problem-answer.ts';
import { problem } from './answers/problems.ts';
import type { HttpAnswer, Problem } from './answers/http-answer.ts';

const RATE_ACCOUNT = 'rateAccount';

/**
 * Turns away at the door, before a body is read, whoever has nothing left to spend. A browser that asks first whether a page may ask shows no
 * credential: it is answered here, and pays as a guest does.
 * @param methods that pages of other origins may use
 */
export function admit(
  app: FastifyInstance,
  options: HttpOptions,
  credentialOf: (request: FastifyRequest) => string | undefined,
  methods?: string,
): void {
  app.decorateRequest(RATE_ACCOUNT, null);
  app.addHook('onRequest', (request, reply, done) => {
    const isPreflight = methods !== undefined && allowOrigin(options, request, reply, methods);
    try {
      const credential = isPreflight ? undefined : credentialOf(request);
      const account = options.rateLimiter.admit(originOf(request), credential);
      request.setDecorator<RequestAccount | null>(RATE_ACCOUNT, account);
      reply.raw.once('close', () => account.end());
    } catch (error) {
      if (!(error instanceof RateLimited)) return done(error as Error);
      const { status, headers, body } = rateRefusal(error, localeOf(request.headers['accept-language']));
      return void sendProblem(reply.headers(headers), status, body);
    }
    if (isPreflight) return void reply.status(204).header('cache-control', 'no-store').send();
    done();
  });
}

export function rateAccountOf(request: FastifyRequest): RequestAccount {
  return request.getDecorator<RequestAccount>(RATE_ACCOUNT);
}

export function rateRefusal(
  { code, sentence, retryAfterSeconds }: RateLimited,
  locale: Locale,
): HttpAnswer & { readonly body: Problem } {
  const body = problem(code, inLocale(sentence, locale), { retryAfterSeconds });
  return { status: 429, headers: { 'retry-after': String(retryAfterSeconds) }, body };
}
