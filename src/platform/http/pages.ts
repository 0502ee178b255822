import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../documents/index.ts';
import { inLocale, RateLimited, TryLater, type Locale } from '../errors/index.ts';
import type { PublicPage, PageKind } from '../graphql/index.ts';
import { GUEST, openRequest } from '../request/index.ts';
import { admit, rateAccountOf } from './admit.ts';
import { inTime } from './in-time.ts';
import { withPermit } from './with-permit.ts';
import { localeOf } from './language.ts';
import { pageAnswer } from './answers/page-answer.ts';
import type { HttpFacilities } from './options.ts';
import type { HttpAnswer } from './answers/http-answer.ts';

const FAILED = {
  title: { zh: '暂时无法查询', en: 'Not available at the moment' },
  sentence: { zh: '服务暂时不可用,请稍后再试。', en: 'This service is not available at the moment: try again later.' },
};

const TOO_OFTEN = {
  title: { zh: '查询过于频繁', en: 'Too many requests' },
  sentence: { zh: '请稍后再试。', en: 'Try again a little later.' },
};

/** The points of a small query. */
const POINTS = 1;

function saying({ title, sentence }: typeof FAILED, locale: Locale): Pick<PublicPage, 'title' | 'body'> {
  return {
    title: inLocale(title, locale),
    body: html`<h1>${inLocale(title, locale)}</h1><p>${inLocale(sentence, locale)}</p>`,
  };
}

/** Pages for anybody in a browser: `GET /<name>/<param>`, as a guest. Each has its own policy and runs no script. */
export const pages: FastifyPluginAsync<HttpFacilities> = (app, options) => {
  admit(app, options, () => undefined);
  for (const kind of options.pages) {
    app.get<{ Params: { param: string } }>(`/${kind.name}/:param`, async (request, reply) =>
      options.responses.send(reply, await answer(options, kind, request, reply), rateAccountOf(request).who),
    );
  }
  return Promise.resolve();
};

async function answer(
  options: HttpFacilities,
  kind: PageKind,
  request: FastifyRequest<{ Params: { param: string } }>,
  reply: FastifyReply,
): Promise<HttpAnswer> {
  const locale = localeOf(request.headers['accept-language']);
  const account = rateAccountOf(request);
  const over = new AbortController();
  const clock = setTimeout(() => over.abort(), options.config.requestTimeoutMs);
  reply.raw.once('close', () => over.abort());
  try {
    account.charge(POINTS, [kind.answers]);
    const context = openRequest(options.database, {
      viewer: options.services.get(GUEST),
      now: options.clock(),
      locale,
      signal: over.signal,
      services: options.services,
    });
    const page = await inTime(
      withPermit(options, account.who, over.signal, () => kind.produce(context, request.params.param)),
      over.signal,
    );
    if (!page.found) account.missed(kind.answers);
    return pageAnswer(page.found ? 200 : 404, page, locale);
  } catch (error) {
    if (error instanceof RateLimited)
      return pageAnswer(429, saying(TOO_OFTEN, locale), locale, error.retryAfterSeconds);
    if (!(error instanceof TryLater) && !reply.raw.destroyed)
      options.logger.error({ page: kind.name, err: error }, 'a page failed');
    return pageAnswer(503, saying(FAILED, locale), locale, TryLater.retryAfterSeconds);
  } finally {
    clearTimeout(clock);
  }
}
