import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { HttpAnswer } from '../answers/http-answer.ts';
import { encodingOf, packed } from '../answers/packed.ts';
import { assetsIn, type Asset } from './assets.ts';
import { BOOT_SCRIPT } from './boot.ts';
import { explorerPage, type ExplorerTab } from './page.ts';

export interface ExplorerOptions {
  /** Sends an answer; whoever does not take it is given up. */
  send: (reply: FastifyReply, told: HttpAnswer) => FastifyReply;
  /** Path of the GraphQL endpoint on this very host. */
  endpoint: string;
  /** Asked at each visit: tokens grow old. */
  tabs: () => readonly ExplorerTab[] | Promise<readonly ExplorerTab[]>;
  title?: string;
  /** Ask for the schema of each tab that is opened, for completion and documentation. False where that is refused. */
  loadSchema?: boolean;
}

const BOOT = 'boot.js';
const BOOT_FILE = Buffer.from(BOOT_SCRIPT);
/** Files that are text; images and fonts are packed as they are. */
const PACKED = /^(?:text|application)\/|^image\/svg/;

// The explorer can name addresses elsewhere (a CDN for plugins, an account service): the browser may visit none.
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'", // its components and editors write style elements
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "form-action 'none'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join('; ');

const guarded = (reply: FastifyReply): FastifyReply =>
  reply.headers({
    'content-security-policy': POLICY,
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });

/** Chinese unless the browser asks for another language first, like every message of the hub. */
const languageOf = (acceptLanguage = 'zh'): 'en-US' | 'zh-CN' =>
  /^\s*(?:zh|\*)/i.test(acceptLanguage) ? 'zh-CN' : 'en-US';

/** A GraphQL IDE at `/`, with every file that it needs from this machine. */
export const explorer: FastifyPluginAsync<ExplorerOptions> = async (app, options) => {
  const { send, endpoint, tabs, title = 'GraphQL', loadSchema = true } = options;
  const manifest = createRequire(import.meta.url).resolve('altair-static/package.json');
  const dist = join(dirname(manifest), 'build', 'dist');
  const [assets, template, { version }] = await Promise.all([
    assetsIn(dist),
    readFile(join(dist, 'index.html'), 'utf8'),
    readFile(manifest, 'utf8').then((json) => JSON.parse(json) as { version: string }),
  ]);

  // Half of Altair's files carry no hash in their names. Under a folder that changes with their contents,
  // every one of them can be kept for ever.
  const revision = createHash('sha256').update(version).update(BOOT_SCRIPT).digest('hex').slice(0, 12);
  const folder = `/explorer/${revision}`;
  const base = `${app.prefix}${folder}/`;
  const kept = new Map<Asset, Promise<Buffer>>();
  /** Read when it is asked for first: all of them together are some megabytes. */
  const bytesOf = (asset: Asset): Promise<Buffer> => {
    const known = kept.get(asset);
    if (known) return known;
    const reading = readFile(asset.file);
    kept.set(asset, reading);
    reading.catch(() => kept.delete(asset));
    return reading;
  };
  const page = explorerPage({ template, title, base, bootScript: BOOT, endpoint, loadSchema });

  app.get('/', async ({ headers }, reply) => {
    const html = page({ tabs: await tabs(), language: languageOf(headers['accept-language']) });
    return send(guarded(reply), {
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
      body: html,
    });
  });

  app.get<{ Params: { '*': string } }>(`${folder}/*`, async (request, reply) => {
    const name = request.params['*'];
    const asset = assets.get(name);
    if (asset === undefined && name !== BOOT) return reply.callNotFound();
    guarded(reply).header('cache-control', 'public, max-age=31536000, immutable');
    const type = asset?.type ?? 'text/javascript; charset=utf-8';
    const headers = { 'content-type': type, ...(PACKED.test(type) && { vary: 'Accept-Encoding' }) };
    const size = asset?.size ?? BOOT_FILE.length;
    const encoding = PACKED.test(type) ? encodingOf(request.headers['accept-encoding'], size) : undefined;
    // For HEAD the file need be neither read nor packed.
    if (request.method === 'HEAD')
      return reply
        .headers({
          ...headers,
          ...(encoding === undefined ? { 'content-length': size } : { 'content-encoding': encoding }),
        })
        .send(Readable.from([]));
    const body = asset === undefined ? BOOT_FILE : await bytesOf(asset);
    return send(
      reply,
      encoding === undefined
        ? { status: 200, headers, body }
        : { status: 200, headers: { ...headers, 'content-encoding': encoding }, body: await packed(body, encoding) },
    );
  });
};
