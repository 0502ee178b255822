import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { html } from '../documents/index.ts';
import { BadUserInput, inLocale, RateLimited, TryLater, type Locale, type Message } from '../errors/index.ts';
import type { PublicPage, PageKind } from '../graphql/index.ts';
import { GUEST, openRequest } from '../request/index.ts';
import { admit, rateAccountOf } from './admit.ts';
import { inTime } from './in-time.ts';
import { originOf } from './origin.ts';
import { withPermit } from './with-permit.ts';
import { localeOf } from './language.ts';
import { pageAnswer } from './answers/page-answer.ts';
import { FormWanted, ONLY_A_FORM, ONLY_GET } from './answers/problems.ts';
import { refuseOtherMethods } from './wrong-method.ts';
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

const NOT_READ = { title: { zh: '提交的内容无法处理', en: 'This cannot be read' } };

/** The points of a small query. */
const POINTS = 1;

function saying(
  { title, sentence }: { readonly title: Message; readonly sentence: Message },
  locale: Locale,
): Pick<PublicPage, 'title' | 'body'> {
  return {
    title: inLocale(title, locale),
    body: html`<h1>${inLocale(title, locale)}</h1><p>${inLocale(sentence, locale)}</p>`,
  };
}

/** Texts of a form, of which none is long. */
const LARGEST_FORM_BYTES = 16_384;

/** Pages for anybody in a browser: `GET /<name>/<param>`, as a guest, and `POST` where it has a form. Each has its own policy and runs no script. */
export const pages: FastifyPluginAsync<HttpFacilities> = (app, options) => {
  admit(app, options, () => undefined);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LARGEST_FORM_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(body as string)),
  );
  app.addContentTypeParser('*', (_request, _body, done) => done(new FormWanted()));
  for (const kind of options.pages) {
    const url = `/${kind.name}/:param`;
    const { produce, submit } = kind;
    const send = async (reply: FastifyReply, told: Promise<HttpAnswer>): Promise<unknown> =>
      options.responses.send(reply, await told, rateAccountOf(reply.request).who);
    app.get<OfPage>(url, (request, reply) => send(reply, answer(options, kind, request, reply, produce)));
    refuseOtherMethods(app, url, submit ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'], submit ? ONLY_A_FORM : ONLY_GET);
    if (!submit) continue;
    app.post<OfPage>(url, (request, reply) => {
      const form = request.body ?? new URLSearchParams();
      return send(
        reply,
        answer(options, kind, request, reply, (context, param) => submit(context, param, form)),
      );
    });
  }
  return Promise.resolve();
};

interface OfPage {
  readonly Params: { readonly param: string };
  readonly Body: URLSearchParams | undefined;
}

async function answer(
  options: HttpFacilities,
  kind: PageKind,
  request: FastifyRequest<OfPage>,
  reply: FastifyReply,
  produce: PageKind['produce'],
): Promise<HttpAnswer> {
  const locale = localeOf(request.headers['accept-language']);
  const account = rateAccountOf(request);
  const over = new AbortController();
  const clock = setTimeout(() => over.abort(), options.config.requestTimeoutMs);
  const hasForm = kind.submit !== undefined;
  reply.raw.once('close', () => over.abort());
  try {
    account.charge(POINTS, [kind.answers]);
    const page = await inTime(
      withPermit(options, account.who, over.signal, (permit) =>
        produce(
          openRequest(options.database, {
            viewer: options.services.get(GUEST),
            network: originOf(request),
            now: options.clock(),
            locale,
            signal: over.signal,
            services: options.services,
            permit,
          }),
          request.params.param,
        ),
      ),
      over.signal,
    );
    if (!page.found) account.missed(kind.answers);
    return pageAnswer(page.found ? 200 : 404, page, locale, { hasForm });
  } catch (error) {
    if (error instanceof RateLimited)
      return pageAnswer(429, saying(TOO_OFTEN, locale), locale, { retryAfterSeconds: error.retryAfterSeconds });
    if (error instanceof BadUserInput)
      return pageAnswer(400, saying({ ...NOT_READ, sentence: error.sentence }, locale), locale);
    if (!(error instanceof TryLater) && !reply.raw.destroyed)
      options.logger.error({ page: kind.name, err: error }, 'a page failed');
    return pageAnswer(503, saying(FAILED, locale), locale, { retryAfterSeconds: TryLater.retryAfterSeconds });
  } finally {
    clearTimeout(clock);
  }
}
