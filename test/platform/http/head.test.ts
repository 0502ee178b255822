import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { print } from 'graphql';
import {
  CourseCatalogueDocument,
  InboxDocument,
  MarkAllNoticesReadDocument,
} from '../../../schema/generated/mini-program.ts';
import { demoAccount, loadDemo } from '../../../seeds/demo/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { bearer } from '../../support/signed-in.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');

let database: TestDatabase;
let hub: TestHub;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  hub = await startTestHub({ database, clock: () => NOW, variables: { PUBLIC_CACHE_SECONDS: '3600' } });
});
afterAll(async () => {
  await hub.stop();
  await database.drop();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bytes: Buffer;
}

/** With the headers as they stand on the wire. */
function send(method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(`${hub.address}${path}`, { method, headers, agent: false }, (response) => {
      const { date: _date, connection: _connection, 'keep-alive': _alive, ...kept } = response.headers;
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('end', () => {
          const bytes = Buffer.concat(parts);
          resolve({ status: response.statusCode!, headers: kept, body: bytes.toString(), bytes });
        });
    })
      .on('error', reject)
      .end();
  });
}

const address = (search: Readonly<Record<string, string>>): string =>
  `/graphql?${new URLSearchParams(search).toString()}`;

describe('HEAD', () => {
  it('of a mutation is 405 with what is allowed, and does nothing: by its id, by its text, remembered or not', async () => {
    const as = demoAccount('parent').id;
    const unread = async (): Promise<number> =>
      (
        await database.pool.query<{ count: number }>(`
      select count(*)::int as count from notice where read_at is null`)
      ).rows[0]!.count;
    const before = await unread();
    expect(before).toBeGreaterThan(0);
    const authorization = bearer(await hub.tokenOf(as));
    const variables = JSON.stringify({ input: {} });
    for (const time of [1, 2]) {
      for (const search of [
        { documentId: MarkAllNoticesReadDocument.documentId, variables },
        { query: print(MarkAllNoticesReadDocument), variables },
      ]) {
        for (const method of ['HEAD', 'GET']) {
          const { status, headers, body } = await send(method, address(search), authorization);
          expect([time, method, status, headers['allow']]).toEqual([time, method, 405, 'POST']);
          if (method === 'HEAD') expect(body).toBe('');
        }
      }
      // From the second time on the viewer is remembered.
      await hub.ask(InboxDocument, { as });
    }
    expect(await unread()).toBe(before);
  });

  it('of whatever may be asked by GET has the headers of GET, and no body', async () => {
    const catalogue = address({ documentId: CourseCatalogueDocument.documentId, variables: '{"first":2}' });
    for (let time = 0; time < 5; time += 1) await send('GET', catalogue);
    const {
      headers: { etag },
    } = await send('GET', catalogue);
    expect(etag).toBeDefined();
    const folder = /<base href="([^"]+)"/.exec((await send('GET', '/')).body)![1]!;
    const paths: readonly (readonly [string, Readonly<Record<string, string>>?])[] = [
      [catalogue],
      [catalogue, { 'if-none-match': etag as string }],
      [address({ query: '{ schools(first: 1) { nodes { name } } }' })],
      [address({ query: '{ nothing }' })],
      [address({ query: '{ __typename' })],
      [address({ documentId: 'x' })],
      [address({ query: '{ __typename }' }), { authorization: 'Bearer x' }],
      ['/livez'],
      ['/nothing'],
      ['/'],
      [`${folder}boot.js`],
      [`${folder}favicon.ico`],
      [`${folder}nothing.js`],
    ];
    for (const [path, more] of paths) {
      const [head, get] = [await send('HEAD', path, more), await send('GET', path, more)];
      expect({ path, ...head, bytes: '' }).toEqual({ path, ...get, body: '', bytes: '' });
      expect(head.body).toBe('');
    }
  });

  it('of a file is refused, so that nothing is made in vain', async () => {
    const { status, headers } = await send('HEAD', '/files/x');
    expect([status, headers['allow']]).toEqual([405, 'GET']);
  });
});

describe('what is public is sent packed', () => {
  const path = address({ documentId: CourseCatalogueDocument.documentId });
  const asked = (encoding: string, method = 'GET'): Promise<Answer> =>
    send(method, path, { 'accept-encoding': encoding });
  beforeAll(async () => {
    for (let time = 0; (await send('GET', path)).headers['etag'] === undefined && time < 100; time += 1);
  });

  it('as the client takes it, and says of each form which it is', async () => {
    const { headers, bytes: plain } = await send('GET', path);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['vary']).toBe('Accept, Accept-Encoding, Authorization');
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
    const etags = new Set([headers['etag']]);
    for (const [accepted, encoding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip, deflate', 'gzip'],
      ['br;q=0.5, gzip;q=0.8', 'gzip'],
      ['*', 'br'],
    ] as const) {
      const { headers: own, bytes } = await asked(accepted);
      expect([own['content-encoding'], own['vary']]).toEqual([encoding, headers['vary']]);
      expect(bytes.length).toBeLessThan(plain.length / 2);
      expect(own['content-length']).toBe(String(bytes.length));
      expect(unpack[encoding](bytes).equals(plain)).toBe(true);
      etags.add(own['etag']);
      expect(await asked(accepted, 'HEAD')).toEqual({ status: 200, headers: own, body: '', bytes: Buffer.alloc(0) });
    }
    expect(etags.size).toBe(3);
    for (const accepted of ['identity', 'deflate', 'br;q=0, gzip;q=0', 'gzip;q=0.1, identity'])
      expect((await asked(accepted)).headers['content-encoding']).toBeUndefined();
  });

  it('the files of the explorer, too', async () => {
    const script = /<script src="([^"]*main[^"]*)"/.exec((await send('GET', '/')).body)?.[1];
    const base = /<base href="([^"]+)"/.exec((await send('GET', '/')).body)![1]!;
    const file = `${base}${script ?? 'boot.js'}`;
    const plain = await send('GET', file);
    const packed = await send('GET', file, { 'accept-encoding': 'br' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
    expect(brotliDecompressSync(packed.bytes).equals(plain.bytes)).toBe(true);
    expect((await send('GET', '/', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });

  it('and neither what is told to whoever is signed in, nor what guests ask otherwise, nor what is refused', async () => {
    const token = bearer(await hub.tokenOf(demoAccount('parent').id));
    for (const [where, headers] of [
      [path, token],
      [address({ query: '{ courses(first: 50) { nodes { title summary } } }' }), {}],
      ['/nothing', {}],
    ] as const) {
      const { headers: own } = await send('GET', where, { ...headers, 'accept-encoding': 'gzip, br' });
      expect(own['content-encoding']).toBeUndefined();
    }
  });
});
