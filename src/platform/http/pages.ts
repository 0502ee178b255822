import { createHash } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { Html, html } from '../documents/index.ts';
import { BadUserInput, inLocale, RateLimited, TryLater, type Locale, type Message } from '../errors/index.ts';
import type { PublicPage, PageKind } from '../graphql/index.ts';
import { GUEST, openRequest } from '../request/index.ts';
import { admit, rateAccountOf } from './admit.ts';
import { inTime } from './in-time.ts';
import { withPermit } from './with-permit.ts';
import { localeOf } from './language.ts';
import type { HttpFacilities } from './options.ts';
import type { HttpAnswer } from './response-writer.ts';

/** One column that a phone shows as well as a screen, with what a browser has of fonts. */
const STYLE = `
:root { color-scheme: light dark; --quiet: #5c5c5c; --line: #d8d8d8; --good: #17652d; --bad: #9b1c1c; }
@media (prefers-color-scheme: dark) { :root { --quiet: #a8a8a8; --line: #444; --good: #6fcf8b; --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 34rem; padding: 2rem 1.25rem; font: 1rem/1.65 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.35rem; line-height: 1.35; margin: 0 0 1rem; }
.verdict { border-left: .3rem solid currentColor; font-size: 1.1rem; font-weight: 600; margin: 0 0 1.5rem; padding: .5rem .9rem; }
.good { color: var(--good); }
.bad { color: var(--bad); }
dl { border-top: 1px solid var(--line); margin: 0; }
dl div { border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: 0 1rem; justify-content: space-between; padding: .6rem 0; }
dt { color: var(--quiet); }
dd { font-variant-numeric: tabular-nums; margin: 0 0 0 auto; }
.note { color: var(--quiet); font-size: .9rem; }
form { margin: 1.5rem 0; }
label { display: block; font-weight: 600; margin: 1.1rem 0 .3rem; }
input { background: transparent; border: 1px solid var(--quiet); border-radius: .3rem; color: inherit; font: inherit; padding: .5rem .7rem; width: 100%; }
input[readonly] { border-color: var(--line); color: var(--quiet); }
button { background: #17652d; border: 0; border-radius: .3rem; color: #fff; font: inherit; font-weight: 600; margin-top: 1.5rem; padding: .6rem 1.6rem; }
.qr { display: block; height: auto; margin: 1rem 0; max-width: 15rem; width: 100%; }
code { font: 1rem/1.6 ui-monospace, Menlo, Consolas, monospace; }
ol { padding-left: 2.2rem; }
`;

/** Nothing is loaded, run or framed, and nothing sent but the form of the page to where it came from: the page is its text and this one style. */
const policyOf = ({ submit }: Pick<PageKind, 'submit'>): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "base-uri 'none'",
    `form-action ${submit ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ');

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
  for (const kind of options.pages) {
    const url = `/${kind.name}/:param`;
    const { produce, submit } = kind;
    const send = async (reply: FastifyReply, told: Promise<HttpAnswer>): Promise<unknown> =>
      options.responses.send(reply, await told, rateAccountOf(reply.request).who);
    app.get<OfPage>(url, (request, reply) => send(reply, answer(options, kind, request, reply, produce)));
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
  const policy = policyOf(kind);
  reply.raw.once('close', () => over.abort());
  try {
    account.charge(POINTS, [kind.answers]);
    const page = await inTime(
      withPermit(options, account.who, over.signal, (permit) =>
        produce(
          openRequest(options.database, {
            viewer: options.services.get(GUEST),
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
    return document(page.found ? 200 : 404, page, locale, policy);
  } catch (error) {
    if (error instanceof RateLimited)
      return document(429, saying(TOO_OFTEN, locale), locale, policy, error.retryAfterSeconds);
    if (error instanceof BadUserInput)
      return document(400, saying({ ...NOT_READ, sentence: error.sentence }, locale), locale, policy);
    if (!(error instanceof TryLater) && !reply.raw.destroyed)
      options.logger.error({ page: kind.name, err: error }, 'a page failed');
    return document(503, saying(FAILED, locale), locale, policy, TryLater.retryAfterSeconds);
  } finally {
    clearTimeout(clock);
  }
}

function document(
  status: number,
  { title, body }: Pick<PublicPage, 'title' | 'body'>,
  locale: Locale,
  policy: string,
  retryAfterSeconds?: number,
): HttpAnswer {
  const { text } = html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-language': locale,
    vary: 'accept-language',
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
  };
  return { status, headers, body: text };
}
