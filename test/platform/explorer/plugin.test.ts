import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { explorer, type ExplorerTab } from '../../../src/platform/http/explorer/index.ts';
import { ResponseWriter } from '../../../src/platform/http/answers/response-writer.ts';

const HOSTILE = '</script><script>alert(1)</script><!-- & $& " \u2028 家长';

let visits = 0;
const tabs = (): ExplorerTab[] => {
  visits += 1;
  return [
    {
      title: HOSTILE,
      query: `# ${HOSTILE}`,
      variables: `{"a":"${HOSTILE}"}`,
      headers: { Authorization: `Bearer ${visits}` },
    },
    { title: '访客', query: '{ ping }' },
  ];
};

async function served(prefix = ''): Promise<FastifyInstance> {
  const app = Fastify();
  const outbox = new ResponseWriter({ mostBytes: 10_000_000, takenWithinMs: 10_000, onCut: () => undefined });
  await app.register(explorer, {
    prefix,
    send: (reply, told) => outbox.send(reply, told, 'guest'),
    endpoint: '/graphql',
    title: `<${HOSTILE}>`,
    tabs,
  });
  return app;
}

const optionsIn = (html: string): { altair: { initialWindows: unknown[]; initialSettings: object } } =>
  JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(html)?.[1] ?? '');

const folderIn = (html: string): string => /<base href="([^"]+)">/.exec(html)?.[1] ?? '';

let app: FastifyInstance;
let html: string;
let folder: string;

beforeAll(async () => {
  app = await served();
  html = (await app.inject('/')).body;
  folder = folderIn(html);
});
afterAll(async () => await app.close());

describe('the page', () => {
  test('says what a browser may do with it', async () => {
    const { headers, statusCode } = await app.inject('/');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');

    const rules = String(headers['content-security-policy'])
      .split('; ')
      .map((rule) => rule.split(' '));
    const policy = Object.fromEntries(rules.map(([name = '', ...sources]) => [name, sources]));
    expect(policy).toMatchObject({
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'connect-src': ["'self'"],
      'frame-ancestors': ["'none'"],
      'base-uri': ["'self'"],
    });
    expect(
      Object.values(policy)
        .flat()
        .filter((source) => /^\*|https?:|unsafe-eval/.test(source)),
    ).toEqual([]);
  });

  test('holds no script but files of this server', () => {
    const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes = '']) => attributes);
    expect(scripts).toHaveLength(4);
    expect(scripts.filter((attributes) => !/ src="[\w.]+"| type="application\/json"/.test(attributes))).toEqual([]);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  test('carries the tabs letter for letter, whatever stands in them', () => {
    expect(optionsIn(html).altair.initialWindows).toEqual([
      {
        initialName: HOSTILE,
        endpointURL: '/graphql',
        initialQuery: `# ${HOSTILE}`,
        initialVariables: `{"a":"${HOSTILE}"}`,
        initialHeaders: { Authorization: 'Bearer 1' },
      },
      {
        initialName: '访客',
        endpointURL: '/graphql',
        initialQuery: '{ ping }',
        initialVariables: '{}',
        initialHeaders: {},
      },
    ]);
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<!--');
  });

  test('asks for the tabs at each visit', async () => {
    const before = visits;
    await app.inject('/');
    await app.inject('/');
    expect(visits).toBe(before + 2);
  });

  test.each([
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['en-GB,en;q=0.9,zh;q=0.1', 'en-US'],
    ['*', 'zh-CN'],
  ])('speaks to a browser that asks for %s in %s', async (asked, language) => {
    const page = await app.inject({ url: '/', headers: { 'accept-language': asked } });
    expect(optionsIn(page.body).altair.initialSettings).toMatchObject({ language });
  });
});

describe('the files', () => {
  test('every one that the page names is there, with its type, for ever', async () => {
    const names = [...html.matchAll(/(?:src|href)="([\w./-]+\.\w+)"/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(15);
    for (const name of names) {
      const { statusCode, headers, rawPayload } = await app.inject(folder + name);
      expect([name, statusCode]).toEqual([name, 200]);
      expect(headers['content-type']).toMatch(
        /^(?:text\/(?:javascript|css); charset=utf-8|image\/(?:x-icon|svg\+xml))$/,
      );
      expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(Number(headers['content-length'])).toBe(rawPayload.length);
    }
  });

  test('HEAD says the same without the file', async () => {
    const { statusCode, headers, rawPayload } = await app.inject({ method: 'HEAD', url: `${folder}main.js` });
    expect(statusCode).toBe(200);
    expect(Number(headers['content-length'])).toBeGreaterThan(1_000_000);
    expect(rawPayload).toHaveLength(0);
  });

  test.each([
    'unknown.js',
    '',
    'index.html',
    'assets',
    'assets/i18n/README.md',
    'iframe-sandbox/index.html',
    'main.js/',
    'Main.js',
    '__proto__',
    'constructor',
    '..%2findex.js',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '..%5c..%5cpackage.json',
    'assets/..%2f..%2findex.js',
    '%2fetc%2fpasswd',
    'main.js%00',
    'C:%5cWindows%5cwin.ini',
  ])('nothing else is: %s', async (name) => {
    expect((await app.inject(folder + name)).statusCode).toBe(404);
  });

  // The test's own client would tidy such a path up before it is sent.
  test('nor is anything by a path that climbs', async () => {
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const statusOf = async (path: string): Promise<number | undefined> =>
      await new Promise((resolve, reject) => {
        get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).on('error', reject);
      });
    expect(await statusOf(`${folder}main.js`)).toBe(200);
    expect(await statusOf(`${folder}../../../package.json`)).toBe(404);
    expect(await statusOf(`${folder}assets/../main.js`)).toBe(404);
    expect(await statusOf(`${folder}../../../../../../../../../etc/passwd`)).toBe(404);
  });
});

test('under a prefix, page and files stay together', async () => {
  await using inner = await served('/ide');
  const page = await inner.inject('/ide/');
  expect(folderIn(page.body)).toMatch(/^\/ide\/explorer\/\w+\/$/);
  expect((await inner.inject(`${folderIn(page.body)}boot.js`)).statusCode).toBe(200);
});
