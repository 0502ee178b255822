import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DownloadKind } from '../../../src/platform/graphql/index.ts';
import { browserIsInstalled, launchBrowser } from '../explorer/browser.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

const list: DownloadKind = {
  name: 'list',
  description: 'list',
  produce: () => Promise.resolve({ filename: '名单.txt', mediaType: 'text/plain', body: Buffer.from('list') }),
};

/** A front end that is served from elsewhere: an empty page. */
async function frontEnd(): Promise<{ origin: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>front end</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

let hub: TestHub;
let named: Awaited<ReturnType<typeof frontEnd>>;
let other: Awaited<ReturnType<typeof frontEnd>>;
let accountId: string;
beforeAll(async () => {
  [named, other] = await Promise.all([frontEnd(), frontEnd()]);
  hub = await startTestHub({
    downloads: [list],
    variables: { CORS_ORIGINS: `https://admin.example.org,${named.origin}` },
  });
  ({ accountId } = await (await beginScenario(hub)).districtAdmin());
});
afterAll(async () => {
  await hub.stop();
  named.server.close();
  other.server.close();
});

const OF_CORS = /^access-control-/;

async function ask(
  path: string,
  origin: string | undefined,
  init: RequestInit & { headers?: Record<string, string> } = {},
): Promise<{ status: number; cors: Record<string, string>; vary: string | null }> {
  const { status, headers } = await fetch(`${hub.address}${path}`, {
    ...init,
    headers: { ...(origin !== undefined && { origin }), ...init.headers },
  });
  return {
    status,
    cors: Object.fromEntries([...headers].filter(([name]) => OF_CORS.test(name))),
    vary: headers.get('vary'),
  };
}

const preflight = (method: string): { method: string; headers: Record<string, string> } => ({
  method: 'OPTIONS',
  headers: { 'access-control-request-method': method, 'access-control-request-headers': 'authorization,content-type' },
});

describe('in a browser', () => {
  // Continuous integration brings a browser; elsewhere nobody has to install one.
  it.skipIf(!browserIsInstalled() && !process.env['CI'])(
    'a page of an origin that is named asks, reads and fetches files; one of another origin is kept from it',
    async () => {
      await using browser = await launchBrowser();
      const page = await browser.newPage();
      const token = await hub.tokenOf(accountId);
      const file = await hub.hub.fileTokens.sign({ kind: 'list', id: '1', accountId }, new Date());
      const tried = (): Promise<unknown> =>
        page.evaluate(
          async ({ address, token, file }) => {
            const asked = async (work: () => Promise<unknown>): Promise<unknown> => work().catch(() => 'kept from it');
            return {
              answer: await asked(async () => {
                const response = await fetch(`${address}/graphql`, {
                  method: 'POST',
                  headers: {
                    'content-type': 'application/json',
                    accept: 'application/graphql-response+json',
                    authorization: `Bearer ${token}`,
                    'apollographql-client-name': 'admin',
                  },
                  body: JSON.stringify({ query: '{ viewer { signedIn } }' }),
                });
                return ((await response.json()) as { data: unknown }).data;
              }),
              refusal: await asked(async () => {
                const response = await fetch(`${address}/graphql?query={__typename}`, {
                  headers: { authorization: 'Bearer nonsense' },
                });
                return [response.status, response.headers.get('www-authenticate')];
              }),
              file: await asked(async () => {
                const response = await fetch(`${address}/files/${file}`);
                return [await response.text(), response.headers.get('content-disposition')?.slice(0, 10)];
              }),
            };
          },
          { address: hub.address, token, file },
        );
      await page.goto(named.origin);
      expect(await tried()).toEqual({
        answer: { viewer: { signedIn: true } },
        refusal: [401, 'Bearer'],
        file: ['list', 'attachment'],
      });
      await page.goto(other.origin);
      expect(await tried()).toEqual({ answer: 'kept from it', refusal: 'kept from it', file: 'kept from it' });
    },
    60_000,
  );
});

describe('origins', () => {
  const NAMED = 'https://admin.example.org';

  it('that are named are told what a page of theirs may send and read, by /graphql and by /files', async () => {
    expect(await ask('/graphql', NAMED, preflight('POST'))).toEqual({
      status: 204,
      vary: 'Origin',
      cors: {
        'access-control-allow-origin': NAMED,
        'access-control-allow-methods': 'GET, HEAD, POST',
        'access-control-allow-headers': expect.stringMatching(/authorization, content-type/) as string,
        'access-control-max-age': '7200',
      },
    });
    expect(await ask('/files/x', NAMED, preflight('GET'))).toMatchObject({
      status: 204,
      cors: { 'access-control-allow-methods': 'GET' },
    });
    const read = {
      'access-control-allow-origin': NAMED,
      'access-control-expose-headers': 'content-disposition, etag, retry-after, www-authenticate',
    };
    expect(await ask('/graphql?query={__typename}', NAMED)).toEqual({ status: 200, vary: 'Origin', cors: read });
    for (const [status, path, init] of [
      [401, '/graphql?query={__typename}', { headers: { authorization: 'Bearer x' } }],
      [400, '/graphql', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }],
      [413, '/graphql', { method: 'POST', body: 'x'.repeat(400_000), headers: { 'content-type': 'application/json' } }],
      [405, '/graphql', { method: 'DELETE' }],
      [401, '/files/x', {}],
    ] as const)
      expect(await ask(path, NAMED, init)).toMatchObject({ status, cors: read });
  });

  it.each([
    'https://admin.example.org.evil.example',
    'http://admin.example.org',
    'null',
    'https://ADMIN.example.org',
    '*',
  ])('that are not named are told nothing: %s', async (origin) => {
    expect(await ask('/graphql?query={__typename}', origin)).toEqual({ status: 200, vary: 'Origin', cors: {} });
    expect(await ask('/graphql', origin, preflight('POST'))).toEqual({ status: 405, vary: 'Origin', cors: {} });
  });

  it('are told nothing where there is nothing of theirs', async () => {
    for (const path of ['/', '/readyz', '/certificates/ZY20261120-0000000000', '/nothing'])
      expect((await ask(path, NAMED)).cors).toEqual({});
  });

  it.each([
    ['too large a body', { method: 'POST', body: `{"query":"${'x'.repeat(300_000)}"}` }, 413],
    ['what is no JSON', { method: 'POST', body: '{' }, 400],
    ['another method', { method: 'PUT', body: '{}' }, 405],
  ])('are told apart by caches where a page says that there is %s', async (_what, init, status) => {
    const headers = { 'content-type': 'application/json', accept: 'text/html' };
    const answer = await ask('/graphql', NAMED, { ...init, headers });
    expect([answer.status, answer.vary]).toEqual([status, 'Origin, accept-language']);
    expect(answer.cors['access-control-allow-origin']).toBe(NAMED);
  });

  it('are told that a token is good for nothing, whatever form they want', async () => {
    const wanted = (authorization: Record<string, string>) =>
      fetch(`${hub.address}/graphql?query=%7B__typename%7D`, { headers: { accept: 'text/html', ...authorization } });
    const { status, headers } = await wanted({ authorization: 'Bearer nobody' });
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect((await wanted({})).status).toBe(406);
    expect((await wanted({ authorization: `Bearer ${await hub.tokenOf(accountId)}` })).status).toBe(406);
  });

  it('are told nothing where none is named', async () => {
    const none = await startTestHub({ database: hub.database });
    try {
      const { headers, status } = await fetch(`${none.address}/graphql`, {
        ...preflight('POST'),
        headers: { ...preflight('POST').headers, origin: NAMED },
      });
      expect([status, [...headers.keys()].filter((name) => OF_CORS.test(name)), headers.get('vary')]).toEqual([
        405,
        [],
        null,
      ]);
    } finally {
      await none.stop();
    }
  });

  it('that only ask whether they may pay as guests do', async () => {
    const strict = await startTestHub({
      database: hub.database,
      variables: { CORS_ORIGINS: NAMED, RATE_LIMITS: 'on', RATE_POINTS_PER_MINUTE_GUEST: '200' },
    });
    try {
      const asked = (): Promise<Response> =>
        fetch(`${strict.address}/graphql`, {
          ...preflight('POST'),
          headers: { ...preflight('POST').headers, origin: NAMED },
        });
      let answer = await asked();
      for (let time = 0; time < 40 && answer.status === 204; time += 1) answer = await asked();
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([429, NAMED]);
      // Whoever is signed in is not held up by what guests of the network have spent.
      expect((await strict.ask('{ viewer { signedIn } }', { as: accountId })).data).toEqual({
        viewer: { signedIn: true },
      });
    } finally {
      await strict.stop();
    }
  });
});
