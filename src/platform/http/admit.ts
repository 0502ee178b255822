import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inLocale, RateLimited, type Locale } from '../errors/index.ts';
import type { Visit } from '../rates/index.ts';
import { localeOf } from './language.ts';
import type { HttpOptions } from './options.ts';
import { originOf } from './origin.ts';
import type { Told } from './outbox.ts';

const VISIT = 'visit';

/** Turns away at the door, before a body is read, whoever has nothing left to spend. */
export function admit(
  app: FastifyInstance,
  { gate }: HttpOptions,
  credentialOf: (request: FastifyRequest) => string | undefined,
): void {
  app.decorateRequest(VISIT, null);
  app.addHook('onRequest', (request, reply, done) => {
    try {
      const visit = gate.enter(originOf(request), credentialOf(request));
      request.setDecorator<Visit | null>(VISIT, visit);
      reply.raw.once('close', () => visit.end());
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

export function visitOf(request: FastifyRequest): Visit {
  return request.getDecorator<Visit>(VISIT);
}

export function rateRefusal(
  { code, sentence, retryAfterSeconds }: RateLimited,
  locale: Locale,
): Told & { readonly body: object } {
  const error = { message: inLocale(sentence, locale), extensions: { code, retryAfterSeconds } };
  return { status: 429, headers: { 'retry-after': String(retryAfterSeconds) }, body: { errors: [error] } };
}

export function refuseForRate(reply: FastifyReply, error: RateLimited, locale: Locale): FastifyReply {
  const { status, headers, body } = rateRefusal(error, locale);
  return reply.status(status).headers(headers).send(body);
}
