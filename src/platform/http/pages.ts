import { createHash } from 'node:crypto';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { guest } from '../auth/index.ts';
import { Html, html } from '../documents/index.ts';
import { inLocale, RateLimited, TryLater, type Locale } from '../errors/index.ts';
import type { Page, PageKind } from '../graphql/index.ts';
import { openRequest } from '../request/index.ts';
import { admit, visitOf } from './admit.ts';
import { inTime } from './in-time.ts';
import { localeOf } from './language.ts';
import type { HttpOptions } from './options.ts';

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

/** Of a small query. */
const POINTS = 1;

function told({ title, sentence }: typeof FAILED, locale: Locale): Pick<Page, 'title' | 'body'> {
  return { title: inLocale(title, locale), body: html`<h1>${inLocale(title, locale)}</h1><p>${inLocale(sentence, locale)}</p>` };
}

/** What anybody may open in a browser: `GET /<name>/<param>`, as a guest. Each page has its own policy and runs no script. */
export const pages: FastifyPluginAsync<HttpOptions> = (app, options) => {
  admit(app, options, () => undefined);
  for (const kind of options.pages) {
    app.get<{ Params: { param: string } }>(`/${kind.name}/:param`, (request, reply) => answer(options, kind, request, reply));
  }
  return Promise.resolve();
};

async function answer(options: HttpOptions, kind: PageKind, request: FastifyRequest<{ Params: { param: string } }>, reply: FastifyReply): Promise<FastifyReply> {
  const locale = localeOf(request.headers['accept-language']);
  const over = new AbortController();
  const clock = setTimeout(() => over.abort(), options.config.requestTimeoutMs);
  try {
    const context = openRequest(options.database, { viewer: guest, now: options.clock(), locale, signal: over.signal, services: options.services });
    const visit = visitOf(request);
    visit.pay(POINTS, [kind.answers]);
    const page = await inTime(kind.produce(context, request.params.param), over.signal);
    if (!page.found) visit.missed(kind.answers);
    return await send(reply, locale, page, page.found ? 200 : 404);
  } catch (error) {
    if (error instanceof RateLimited) return await send(reply.header('retry-after', error.retryAfterSeconds), locale, told(TOO_OFTEN, locale), 429);
    options.logger.error({ page: kind.name, err: error }, 'a page failed');
    return await send(reply.header('retry-after', String(TryLater.retryAfterSeconds)), locale, told(FAILED, locale), 503);
  } finally {
    clearTimeout(clock);
  }
}

function send(reply: FastifyReply, locale: Locale, { title, body }: Pick<Page, 'title' | 'body'>, status: number): FastifyReply {
  const document = html`<!doctype html>
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
  return reply.status(status).headers({
    'content-security-policy': POLICY,
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-language': locale,
    vary: 'accept-language',
  }).type('text/html; charset=utf-8').send(document.text);
}
