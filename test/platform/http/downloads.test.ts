import { setTimeout as sleep } from 'node:timers/promises';
import { parse as parseDisposition } from 'content-disposition';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Forbidden, NotFound } from '../../../src/platform/errors/index.ts';
import type { DownloadFile, DownloadKind } from '../../../src/platform/graphql/index.ts';
import { createSeals } from '../../../src/platform/auth/index.ts';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { linkTo } from '../../../src/platform/request/index.ts';
import { TEST_SIGNING_KEY } from '../../support/config.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

const SECRET = 'a word that stands in no answer';
const TEXT = 'text/plain; charset=utf-8';
let endings = 0;
/** Of the list that one test alone asks for: the endings of other tests may come late. */
const left = { begun: 0, ended: 0 };

async function* parts(count: number, size: number, after?: () => Promise<void>): AsyncGenerator<Uint8Array> {
  try {
    for (let part = 0; part < count; part += 1) {
      yield new Uint8Array(size).fill(65 + (part % 26));
      await after?.();
    }
  } finally {
    endings += 1;
  }
}

/** Of what keeps silent until the test lets it go. */
const silent = { going: Promise.resolve(), letGo: () => undefined as void };
const keepSilent = (): void => {
  ({ promise: silent.going, resolve: silent.letGo } = Promise.withResolvers<void>());
};

const fails = (): Promise<never> => Promise.reject(new Error(SECRET));
const kind = (name: string, produce: DownloadKind['produce']): DownloadKind => ({ name, description: name, produce });
const streamed = (name: string, body: () => AsyncIterable<Uint8Array>): DownloadKind =>
  kind(name, () => Promise.resolve({ filename: `${name}.txt`, mediaType: TEXT, body: body() }));

const downloads: readonly DownloadKind[] = [
  kind('letter', ({ viewer }, id): Promise<DownloadFile> => {
    if (id === 'secret') throw new NotFound();
    if (id === 'forbidden') throw new Forbidden();
    return Promise.resolve({
      filename: `致家长 "${id}"\r\n的信.txt`,
      mediaType: TEXT,
      body: Buffer.from(`${viewer.accountId} ${id}`),
    });
  }),
  kind('district-list', ({ viewer }) =>
    viewer.districtIds.length > 0
      ? Promise.resolve({ filename: 'list.txt', mediaType: TEXT, body: new Uint8Array(1) })
      : Promise.reject(new NotFound()),
  ),
  kind('letter-address', async (context, id) => ({
    filename: 'address.txt',
    mediaType: TEXT,
    body: Buffer.from(await linkTo(context, 'letter', id)),
  })),
  kind('large', () => Promise.resolve({ filename: 'large', mediaType: TEXT, body: new Uint8Array(60_000) })),
  kind('broken', fails),
  kind('stuck', () => silent.going.then(fails)),
  streamed('list', () => parts(40, 1_000)),
  streamed('empty-list', () => parts(0, 0)),
  streamed('long-list', () => parts(60, 1_000)),
  streamed('broken-list', () => parts(3, 1_000, fails)),
  streamed('slow-list', () => parts(Infinity, 10, () => sleep(20))),
  streamed('left-list', async function* () {
    left.begun += 1;
    try {
      yield* parts(Infinity, 10, () => sleep(20));
    } finally {
      left.ended += 1;
    }
  }),
  streamed('stuck-list', () => parts(2, 10, () => silent.going)),
  streamed('stillborn-list', async function* () {
    await fails();
  }),
];

const lines: Record<string, unknown>[] = [];
let hub: TestHub;
let account: string;
let now: Date;

beforeAll(async () => {
  const logger = createLogger('silent');
  for (const level of ['info', 'error'] as const)
    logger[level] = ((line: Record<string, unknown>) => lines.push(line)) as never;
  hub = await startTestHub({
    downloads,
    clock: () => now,
    logger,
    variables: { DOWNLOAD_LIMIT_BYTES: '50000', DOWNLOAD_TIMEOUT_MS: '700' },
  });
  const scenario = await beginScenario(hub);
  now = scenario.now;
  account = (await scenario.districtAdmin()).accountId;
});
afterAll(() => hub.stop());

const tokenFor = (name: string, id = '1', accountId = account): Promise<string> =>
  hub.hub.fileTokens.sign({ kind: name, id, accountId }, now);
const get = (token: string, init: RequestInit = {}): Promise<Response> => fetch(`${hub.address}/files/${token}`, init);
const download = async (name: string, id?: string): Promise<Response> => get(await tokenFor(name, id));

async function refusal(response: Response): Promise<{ status: number; code: string; text: string }> {
  const text = await response.text();
  const {
    errors: [error],
  } = JSON.parse(text) as { errors: [{ extensions: { code: string } }] };
  expect(text).not.toMatch(new RegExp(`${SECRET}|\\bat /|node_modules|select |\\.ts\\b`, 'i'));
  expect(response.headers.get('content-disposition')).toBeNull();
  expect(response.headers.get('cache-control')).toBe('private, no-store');
  return { status: response.status, code: error.extensions.code, text };
}

describe('a download', () => {
  it('is the file, under its own name, for nobody else and for no cache', async () => {
    const response = await download('letter', '七');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(`${account} 七`);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': TEXT,
      'content-length': String(Buffer.byteLength(`${account} 七`)),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    const disposition = response.headers.get('content-disposition')!;
    expect(disposition).toMatch(/^attachment; filename="?letter\.txt"?; filename\*=UTF-8''%E8%87%B4/);
    expect(parseDisposition(disposition).parameters['filename']).toBe('致家长 _七___的信.txt');
  });

  it('has an address that reading makes for the viewer, and for no kind that nobody brings', async () => {
    const address = await (await download('letter-address', '9')).text();
    expect(address).toMatch(/^\/files\/[\w.-]+$/);
    expect(await (await fetch(`${hub.address}${address}`)).text()).toBe(`${account} 9`);
  });

  it('is whole where it is made in parts, and says how long it is', async () => {
    const response = await download('list');
    expect(response.headers.get('content-length')).toBe('40000');
    const bytes = await response.bytes();
    expect([bytes.length, bytes[0], bytes[39_999]]).toEqual([40_000, 65, 65 + (39 % 26)]);
    expect(await (await download('empty-list')).text()).toBe('');
  });

  it('is told of in the log by its kind and figures, and by nothing that it holds', async () => {
    lines.length = 0;
    const token = await tokenFor('letter', 'confidential');
    await (await get(token)).text();
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(lines).toEqual([
      { download: 'letter', caller: 'staff', complete: true, statements: 0, rows: 0, ms: expect.any(Number) as number },
    ]);
  });
});

describe('the right to a file', () => {
  it('is decided when the file is fetched', async () => {
    const token = await tokenFor('letter');
    const list = await tokenFor('district-list');
    expect((await get(list)).status).toBe(200);
    await hub.database.pool.query(`update staff_assignment set role = 'LECTURER'`);
    expect(await refusal(await get(list))).toMatchObject({ status: 404 });
    expect((await get(token)).status).toBe(200);
    await hub.database.pool.query(`update account set status = 'DISABLED' where id = $1`, [account]);
    expect(await refusal(await get(token))).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    await hub.database.pool.query(`update account set status = 'ACTIVE' where id = $1`, [account]);
    expect((await get(token)).status).toBe(200);
  });

  it('is told as the producer tells it', async () => {
    expect(await refusal(await download('letter', 'secret'))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await refusal(await download('letter', 'forbidden'))).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect(await refusal(await download('nothing'))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('ends after five minutes', async () => {
    const token = await tokenFor('letter');
    const begun = now;
    now = new Date(begun.getTime() + 299_000);
    expect((await get(token)).status).toBe(200);
    now = new Date(begun.getTime() + 301_000);
    expect(await refusal(await get(token))).toMatchObject({ status: 401 });
    now = begun;
  });

  it('is never that of the account, and never the other way round', async () => {
    const forFiles = await hub.hub.fileTokens.sign({ kind: 'letter', id: '1', accountId: account }, new Date());
    const answer = await hub.ask('{ __typename }', { headers: { authorization: `Bearer ${forFiles}` } });
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(await refusal(await get(await hub.tokenOf(account)))).toMatchObject({ status: 401 });
  });

  const minutes = (from: number, to: number) => ({
    from: new Date(now.getTime() + from * 60_000),
    until: new Date(now.getTime() + to * 60_000),
  });
  const letter = () => ({ kind: 'letter', file: '1', account });
  const seals = createSeals(TEST_SIGNING_KEY);

  it.each<[string, () => Promise<string>]>([
    ['of another key', () => createSeals('x'.repeat(40)).seal('files', letter(), minutes(0, 1))],
    ['for another audience', () => seals.seal('check-in', letter(), minutes(0, 1))],
    [
      'of nobody',
      () => seals.seal('files', { ...letter(), account: '00000000-0000-7000-8000-00000000dead' }, minutes(0, 1)),
    ],
    ['whose subject is no account', () => seals.seal('files', { ...letter(), account: "' or true --" }, minutes(0, 1))],
    ['not yet valid', () => seals.seal('files', letter(), minutes(1, 2))],
  ])('is not given by a token %s: the same refusal', async (_what, seal) => {
    expect((await get(await seals.seal('files', letter(), minutes(0, 1)))).status).toBe(200);
    expect(await refusal(await get(await seal()))).toEqual(await refusal(await get('abc')));
  });

  it.each([
    ['a long one', 'a'.repeat(1_000)],
    ['one too long', 'a'.repeat(1_100)],
    ['NUL', '%00'],
    ['a path', '..%2f..%2fetc'],
    ['bad UTF-8', '%ff'],
  ])('is not given by %s', async (_what, token) => {
    const response = await get(token);
    expect([400, 401, 404, 414]).toContain(response.status);
    expect(await response.text()).not.toMatch(/\bat \/|node_modules|\.ts\b/);
  });
});

describe('a file that cannot be had', () => {
  it.each(['HEAD', 'POST', 'PUT', 'DELETE'])('is not produced by %s', async (method) => {
    const response = await get(await tokenFor('letter'), { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET']);
  });

  it('is an error with an id that stands in the log', async () => {
    for (const name of ['broken', 'stillborn-list', 'broken-list']) {
      lines.length = 0;
      const { status, code, text } = await refusal(await download(name));
      expect([status, code]).toEqual([500, 'INTERNAL']);
      expect(lines).toMatchObject([{ errorId: /"errorId":"([^"]+)"/.exec(text)![1], err: { message: SECRET } }]);
    }
  });

  it('is refused where it is too large, also where that shows in the making, and nobody takes a part for the whole', async () => {
    for (const name of ['large', 'long-list']) {
      const before = endings;
      expect(await refusal(await download(name))).toMatchObject({ status: 400, code: 'TOO_COSTLY' });
      expect(endings).toBe(before + Number(name === 'long-list'));
    }
  });

  it('is told to be too late when its time is up, though its making would go on for ever; what keeps silent keeps its turn until it ends', async () => {
    expect(await refusal(await download('slow-list'))).toMatchObject({ status: 504, code: 'TIMEOUT' });
    for (const name of ['stuck', 'stuck-list']) {
      keepSilent();
      expect(await refusal(await download(name))).toMatchObject({ status: 504, code: 'TIMEOUT' });
      expect(hub.hub.holds().atWork).toBe(1);
      silent.letGo();
      await vi.waitFor(() => expect(hub.hub.holds().atWork).toBe(0));
    }
  });

  it('is no longer made when the client is gone', async () => {
    const gone = new AbortController();
    const asked = get(await tokenFor('left-list'), { signal: gone.signal });
    await vi.waitFor(() => expect(left.begun).toBe(1));
    gone.abort();
    await expect(asked).rejects.toThrow();
    await vi.waitFor(() => expect(left.ended).toBe(1));
    await vi.waitFor(() => expect(hub.hub.holds()).toMatchObject({ atWork: 0, waitingBytes: 0 }));
  });
});
