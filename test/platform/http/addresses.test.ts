import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networkOf, plainAddress } from '../../../src/platform/rates/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
const lines: Record<string, unknown>[] = [];
beforeAll(async () => {
  const { createLogger } = await import('../../../src/platform/observability/index.ts');
  const logger = createLogger('silent');
  logger.info = ((line: Record<string, unknown>) => lines.push(line)) as never;
  hub = await startTestHub({
    logger,
    variables: {
      RATE_LIMITS: 'on',
      RATE_LIMIT_STORE: 'memory',
      TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8',
      RATE_POINTS_PER_MINUTE_GUEST: '30',
    },
  });
});
afterAll(() => hub.stop());

/** Whatever is sent, as it is answered. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(hub.address).port), '127.0.0.1', () => socket.write(text));
    socket
      .setEncoding('utf8')
      .on('data', (part: string) => (answer += part))
      .on('end', () => resolve(answer))
      .on('error', reject);
  });
}

const OURS = /^\{"errors":\[\{"message":"[^"]+","extensions":\{"code":"[A-Z_]+"\}\}\]\}$/;

describe('what cannot be read is answered by the hub itself, in its own form', () => {
  it.each([
    ['/files/%E0%A4%A', 400],
    ['/files/%', 400],
    ['/graphql%ZZ', 400],
    ['/%C0%AF', 400],
    [`/files/${'x'.repeat(5_000)}`, 414],
    ['/certificates/%E0%A4%A', 400],
    ['/explorer/%E0', 400],
  ])('the address %s', async (path, status) => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer.split('\r\n\r\n')[1]).toMatch(OURS);
    expect(answer).not.toMatch(/FST_|Fastify|statusCode|%E0/i);
  });

  it.each([
    ['no HTTP', 'HELLO\r\n\r\n', 400],
    [
      'what nobody can do is expected',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nContent-Length: 2\r\n\r\n',
      417,
    ],
    ['a head without end', `GET / HTTP/1.1\r\nHost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ])('%s', async (_what, text, status) => {
    const answer = await raw(text);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(answer).not.toMatch(/FST_|Client Error|statusCode/i);
    expect(answer.split('\r\n\r\n')[1]).toMatch(OURS);
  });
});

describe('a body that is too large', () => {
  it.each(['content-length', 'chunked'])(
    'is answered 413 each time, though most of it is still on its way (%s)',
    async (how) => {
      const part = 'x'.repeat(64 * 1024);
      for (let time = 0; time < 15; time += 1) {
        const body =
          how === 'chunked'
            ? new ReadableStream({
                start(controller) {
                  for (let sent = 0; sent < 40; sent += 1) controller.enqueue(new TextEncoder().encode(part));
                  controller.close();
                },
              })
            : part.repeat(40);
        const response = await fetch(`${hub.address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${time}` },
          body,
          ...(how === 'chunked' && { duplex: 'half' }),
        } as RequestInit);
        expect([response.status, await response.json()]).toEqual([
          413,
          { errors: [{ message: '请求过大。', extensions: { code: 'BAD_USER_INPUT' } }] },
        ]);
      }
    },
  );
});

describe('where a request came from', () => {
  const visit = async (forwarded: string): Promise<number> =>
    (await fetch(`${hub.address}/graphql?query=%7B__typename%7D`, { headers: { 'x-forwarded-for': forwarded } }))
      .status;

  it('is an address, whatever port a proxy writes beside it: each guest has a budget of their own', async () => {
    for (const [one, same, other] of [
      ['198.51.100.1:4711', '198.51.100.1:9', '198.51.100.2:4711'],
      ['[2001:db8::1]:4711', '2001:db8::2', '[2001:db8:1::1]'],
    ] as const) {
      expect([await visit(one), await visit(one), await visit(same), await visit(same)]).toEqual([200, 200, 200, 429]);
      expect(await visit(other)).toBe(200);
    }
  });

  it('is told by the proxies alone that are trusted, with their ports, and never by what is no address', async () => {
    for (const chain of [
      '192.0.2.50, 10.1.2.3:443',
      '192.0.2.50:1, [::ffff:10.1.2.3]:443, 10.0.0.1',
      '6.6.6.6, 192.0.2.50, 10.9.9.9',
    ])
      expect(await visit(chain)).toBe(200);
    expect(await visit('192.0.2.50')).toBe(429);
    // The hop that wrote it is all that is known.
    for (const chain of ['unknown, 10.7.7.7', '_hidden, 10.7.7.7:80', 'x, 10.7.7.7'])
      expect(await visit(chain)).toBe(200);
    expect(await visit('!, 10.7.7.7')).toBe(429);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.7:65535', '203.0.113.7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['[2001:db8::7]', '2001:db8::7'],
    ['2001:db8::7', '2001:db8::7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:1', '203.0.113.7'],
    ['fe80::1%eth0', 'fe80::1'],
    ['203.0.113.7:port', undefined],
    ['unknown', undefined],
    ['', undefined],
  ])('%s', (text, plain) => {
    expect(plainAddress(text)).toBe(plain);
    expect(networkOf(text)).toBe(plain === undefined ? 'unknown' : networkOf(plain));
  });
});

describe('what a client chose for a name', () => {
  it('does not make a line of the log longer than it must be', async () => {
    await fetch(`${hub.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.77' },
      body: JSON.stringify({ query: `query ${'N'.repeat(19_000)} { __typename }` }),
    });
    expect(lines.map((line) => String(line['operation']).length).filter((length) => length > 100)).toEqual([]);
    expect(lines.some((line) => String(line['operation']).startsWith('NNN'))).toBe(true);
  });
});
