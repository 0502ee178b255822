import { createHash } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { Html, html } from '../documents/index.ts';
import { inLocale, RateLimited, TryLater, type Locale } from '../errors/index.ts';
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
`;

/** Nothing is loaded, run, sent or framed: the page is its text and this one style. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
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
    return document(page.found ? 200 : 404, page, locale);
  } catch (error) {
    if (error instanceof RateLimited) return document(429, saying(TOO_OFTEN, locale), locale, error.retryAfterSeconds);
    if (!(error instanceof TryLater) && !reply.raw.destroyed)
      options.logger.error({ page: kind.name, err: error }, 'a page failed');
    return document(503, saying(FAILED, locale), locale, TryLater.retryAfterSeconds);
  } finally {
    clearTimeout(clock);
  }
}

function document(
  status: number,
  { title, body }: Pick<PublicPage, 'title' | 'body'>,
  locale: Locale,
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
    'content-security-policy': POLICY,
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-language': locale,
    vary: 'accept-language',
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
  };
  return { status, headers, body: text };
}
