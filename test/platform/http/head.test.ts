import { request } from 'node:http';
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
}

/** With the headers as they stand on the wire. */
function send(method: string, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request(`${hub.address}${path}`, { method, headers, agent: false }, (response) => {
      const { date: _date, connection: _connection, 'keep-alive': _alive, ...kept } = response.headers;
      let body = '';
      response
        .setEncoding('utf8')
        .on('data', (part: string) => (body += part))
        .on('end', () => resolve({ status: response.statusCode!, headers: kept, body }));
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
      expect({ path, ...head, body: '' }).toEqual({ path, ...get, body: '' });
      expect(head.body).toBe('');
    }
  });

  it('of a file is refused, so that nothing is made in vain', async () => {
    const { status, headers } = await send('HEAD', '/files/x');
    expect([status, headers['allow']]).toEqual([405, 'GET']);
  });
});
