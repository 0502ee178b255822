import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inLocale, RateLimited, type Locale } from '../errors/index.ts';
import type { RequestAccount } from '../rates/index.ts';
import { localeOf } from './language.ts';
import type { HttpOptions } from './options.ts';
import { originOf } from './origin.ts';
import type { HttpAnswer } from './response-writer.ts';

const RATE_ACCOUNT = 'rateAccount';

/** Turns away at the door, before a body is read, whoever has nothing left to spend. */
export function admit(
  app: FastifyInstance,
  { rateLimiter }: HttpOptions,
  credentialOf: (request: FastifyRequest) => string | undefined,
): void {
  app.decorateRequest(RATE_ACCOUNT, null);
  app.addHook('onRequest', (request, reply, done) => {
    try {
      const account = rateLimiter.admit(originOf(request), credentialOf(request));
      request.setDecorator<RequestAccount | null>(RATE_ACCOUNT, account);
      reply.raw.once('close', () => account.end());
    } catch (error) {
      if (!(error instanceof RateLimited)) return done(error as Error);
      return void refuseForRate(
        reply.header('cache-control', 'no-store'),
        error,
        localeOf(request.headers['accept-language']),
      );
    }
    done();
  });
}

export function rateAccountOf(request: FastifyRequest): RequestAccount {
  return request.getDecorator<RequestAccount>(RATE_ACCOUNT);
}

export function rateRefusal(
  { code, sentence, retryAfterSeconds }: RateLimited,
  locale: Locale,
): HttpAnswer & { readonly body: object } {
  const error = { message: inLocale(sentence, locale), extensions: { code, retryAfterSeconds } };
  return { status: 429, headers: { 'retry-after': String(retryAfterSeconds) }, body: { errors: [error] } };
}

export function refuseForRate(reply: FastifyReply, error: RateLimited, locale: Locale): FastifyReply {
  const { status, headers, body } = rateRefusal(error, locale);
  return reply.status(status).headers(headers).send(body);
}
