import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import type { Scenario } from '../../../seeds/scenario/index.ts';
import type { DownloadKind } from '../../../src/platform/graphql/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

/** Of some megabytes, which the hub holds as a text. */
const LARGE = JSON.stringify({ query: getIntrospectionQuery() });
const AHEAD = 12;
const MOST_BYTES = 10_000_000;
/** What was handed to a socket and is not the kernel's yet. */
const IN_SOCKETS = 1_000_000;

let hub: TestHub;
const readers: Socket[] = [];
afterEach(async () => {
  for (const each of readers.splice(0)) each.destroy();
  await hub.stop();
});

const FILE_BYTES = 15_000_000;
let made = 0;
/** Made whole, and in parts. */
const downloads: readonly DownloadKind[] = [
  {
    name: 'whole',
    description: 'whole',
    produce: () => {
      made += 1;
      return Promise.resolve({
        filename: 'whole.bin',
        mediaType: 'application/octet-stream',
        body: new Uint8Array(FILE_BYTES),
      });
    },
  },
  {
    name: 'in-parts',
    description: 'in parts',
    produce: () =>
      Promise.resolve({
        filename: 'parts.bin',
        mediaType: 'application/octet-stream',
        body: Readable.from(Array(15).fill(new Uint8Array(1_000_000))),
      }),
  },
];

async function start(variables: Record<string, string>): Promise<void> {
  made = 0;
  hub = await startTestHub({ variables, downloads });
}

/** Sends what it is given, and reads nothing of what is answered. */
function send(text: string): Socket {
  const socket = connect(Number(new URL(hub.address).port), '127.0.0.1', () => socket.write(text));
  readers.push(socket.pause().on('error', () => undefined));
  return socket;
}

/** Asks for large answers ahead, and reads nothing. */
function ask(times = AHEAD, token?: string): Socket {
  const credential = token === undefined ? '' : `authorization: Bearer ${token}\r\n`;
  return send(
    `POST /graphql HTTP/1.1\r\nhost: hub\r\n${credential}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(LARGE)}\r\n\r\n${LARGE}`.repeat(
      times,
    ),
  );
}

const asking = (path: string): string => `GET ${path} HTTP/1.1\r\nhost: hub\r\n\r\n`;

async function linkOf(kind: string, accountId: string): Promise<string> {
  return `/files/${await hub.hub.fileTokens.sign({ kind, id: '1', accountId }, new Date())}`;
}

async function account(scenario: Scenario): Promise<string> {
  return (await scenario.districtAdmin()).accountId;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(10);
}

const closed = (why: string): number => hub.hub.counters.figures()[`connections_closed_total{${why}}`]!;

describe('a reader that reads nothing', () => {
  it('keeps no turn: whoever comes after hundreds of them is answered', async () => {
    await start({ REQUESTS_AT_ONCE: '2', ANSWERS_WAITING_BYTES: '1000000000' });
    for (let number = 0; number < 2; number += 1) ask();
    await until(() => hub.hub.holds().waitingBytes > 5_000_000);
    await until(() => hub.hub.holds().atWork === 0);
    expect((await hub.ask('{ topics { totalCount } }')).data).toEqual({
      topics: { totalCount: expect.any(Number) as number },
    });
    expect(hub.hub.holds().waitingBytes).toBeGreaterThan(5_000_000);
  });

  it('is given up in the end with its connection, which is counted, and nothing waits any more', async () => {
    await start({ ANSWER_TIMEOUT_MS: '300' });
    ask();
    await until(() => closed('slow') > 0);
    await until(() => hub.hub.holds().connections === 0);
    expect(hub.hub.holds().waitingBytes).toBe(0);
    // What the database was asked for nobody goes to its end.
    await until(() => hub.hub.holds().atWork === 0);
    expect(closed('full')).toBe(0);
  });

  it('and many of them make no more wait than is allowed in all', async () => {
    await start({ ANSWERS_WAITING_BYTES: String(MOST_BYTES) });
    const all = Array.from({ length: 5 }, () => ask());
    let most = 0;
    while (closed('full') === 0 || hub.hub.holds().atWork > 0) {
      most = Math.max(most, hub.hub.holds().waitingBytes);
      await sleep(1);
    }
    expect(most).toBeLessThanOrEqual(MOST_BYTES);
    expect(hub.hub.holds().waitingBytes).toBeLessThanOrEqual(MOST_BYTES + IN_SOCKETS);
    for (const each of all) each.destroy();
    await until(() => hub.hub.holds().waitingBytes === 0);
  });

  it.each(['whole', 'in-parts'])(
    'of files is given up as any other, and what waits for it is counted: %s',
    async (kind) => {
      await start({ ANSWER_TIMEOUT_MS: '1500', ANSWERS_WAITING_BYTES: String(3 * FILE_BYTES) });
      const scenario = await beginScenario(hub);
      const asked = await Promise.all(Array.from({ length: 10 }, async () => linkOf(kind, await account(scenario))));
      for (const path of asked) send(asking(path));
      let most = 0;
      while (closed('full') + closed('slow') < asked.length) {
        most = Math.max(most, hub.hub.holds().waitingBytes);
        await sleep(1);
      }
      expect(most).toBeGreaterThan(FILE_BYTES);
      expect(most).toBeLessThanOrEqual(3 * FILE_BYTES);
      expect(closed('slow')).toBeGreaterThan(0);
      await until(() => hub.hub.holds().connections === 0);
      expect(hub.hub.holds()).toMatchObject({ waitingBytes: 0, atWork: 0 });
    },
  );

  it('with the most of it waiting loses the oldest of its own, and nobody who has less, though theirs began before', async () => {
    await start({ ANSWERS_WAITING_BYTES: String(3 * FILE_BYTES) });
    const scenario = await beginScenario(hub);
    const [modest, greedy] = [await account(scenario), await account(scenario)];
    const fetched = async (accountId: string, number: number): Promise<Socket> => {
      const socket = send(asking(await linkOf('whole', accountId)));
      await until(() => made === number && hub.hub.holds().atWork === 0);
      return socket;
    };
    const own = await fetched(modest, 1);
    await sleep(200);
    // The kernel has taken some of it, and all of it is still in memory.
    expect(hub.hub.holds().waitingBytes).toBe(FILE_BYTES);
    for (let number = 2; closed('full') === 0; number += 1) await fetched(greedy, number);
    let bytes = 0;
    own.on('data', (part: Buffer) => (bytes += part.length)).resume();
    await until(() => bytes > FILE_BYTES || own.closed);
    expect(bytes).toBeGreaterThan(FILE_BYTES);
  });

  it('of the explorer is given up as well, and nothing waits for it that is not kept anyway', async () => {
    await start({ ANSWER_TIMEOUT_MS: '3000' });
    const folder = /<base href="([^"]+)"/.exec(await (await fetch(hub.address)).text())![1]!;
    send(asking(`${folder}main.js`).repeat(8));
    await until(() => closed('slow') > 0);
    expect(hub.hub.holds()).toMatchObject({ waitingBytes: 0, atWork: 0 });
  });

  it('who is gone before the answer is made leaves nothing behind, and was not slow', async () => {
    await start({ ANSWER_TIMEOUT_MS: '500' });
    const holder = await hub.database.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('lock table topic in access exclusive mode');
      const body = '{"query":"{ topics { totalCount } }"}';
      const socket = send(
        `POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
      );
      await until(() => hub.hub.holds().atWork === 1);
      socket.destroy();
      await until(() => hub.hub.holds().connections === 0);
      await holder.query('commit');
      await until(() => hub.hub.holds().atWork === 0);
      await sleep(700);
      expect([hub.hub.holds().waitingBytes, closed('slow')]).toEqual([0, 0]);
    } finally {
      holder.release();
    }
  });

  it('that begins to read gets all of it, byte by byte as others do', async () => {
    await start({});
    const whole = await (
      await fetch(`${hub.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: LARGE,
      })
    ).text();
    const socket = ask(2);
    await until(() => hub.hub.holds().atWork === 0 && hub.hub.holds().connections > 0);
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part)).resume();
    await until(() => parts.reduce((sum, part) => sum + part.length, 0) >= 2 * Buffer.byteLength(whole));
    await until(() => hub.hub.holds().waitingBytes === 0);
    expect(
      Buffer.concat(parts)
        .toString()
        .split('HTTP/1.1 200 OK')
        .slice(1)
        .map((each) => each.slice(each.indexOf('\r\n\r\n') + 4)),
    ).toEqual([whole, whole]);
  });
});
