import { createHash } from 'node:crypto';
import { Html, html } from '../../documents/index.ts';
import type { Locale } from '../../errors/index.ts';
import type { PublicPage } from '../../graphql/index.ts';
import type { HttpAnswer } from './http-answer.ts';

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

/** Nothing is loaded, run or framed, and nothing sent but a form to where it came from: the page is its text and this one style. */
const policyOf = (formsTo: "'none'" | "'self'"): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "base-uri 'none'",
    `form-action ${formsTo}`,
    "frame-ancestors 'none'",
  ].join('; ');
const [WITHOUT_FORM, WITH_FORM] = [policyOf("'none'"), policyOf("'self'")];

/** A page that runs no script, as it is sent. */
export function pageAnswer(
  status: number,
  { title, body }: Pick<PublicPage, 'title' | 'body'>,
  locale: Locale,
  { retryAfterSeconds, hasForm = false }: { readonly retryAfterSeconds?: number; readonly hasForm?: boolean } = {},
): HttpAnswer & { readonly body: string } {
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
    'content-security-policy': hasForm ? WITH_FORM : WITHOUT_FORM,
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
    'content-language': locale,
    vary: 'accept-language',
    ...(retryAfterSeconds !== undefined && { 'retry-after': String(retryAfterSeconds) }),
  };
  return { status, headers, body: text };
}
