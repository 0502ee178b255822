import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import { afterEach, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../../support/hub.ts';

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

async function start(variables: Record<string, string>): Promise<void> {
  hub = await startTestHub({ variables });
}

/** Asks for large answers ahead, and reads nothing. */
function ask(times = AHEAD): Socket {
  const text = `POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(LARGE)}\r\n\r\n${LARGE}`;
  const socket = connect(Number(new URL(hub.address).port), '127.0.0.1', () => socket.write(text.repeat(times)));
  readers.push(socket.pause().on('error', () => undefined));
  return socket;
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
    expect((await hub.ask('{ topics { totalCount } }')).data).toEqual({ topics: { totalCount: expect.any(Number) as number } });
    expect(hub.hub.holds().waitingBytes).toBeGreaterThan(5_000_000);
  });

  it('is given up in the end with its connection, which is counted, and nothing waits any more', async () => {
    await start({ ANSWER_TIMEOUT_MS: '300' });
    ask();
    await until(() => closed('slow') > 0);
    await until(() => hub.hub.holds().waitingBytes === 0);
    expect(hub.hub.holds()).toMatchObject({ connections: 0, atWork: 0 });
    expect(closed('full')).toBe(0);
  });

  it('and many of them make no more wait than is allowed in all: whoever has most waiting loses the oldest', async () => {
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

  it('that begins to read gets all of it, byte by byte as others do', async () => {
    await start({});
    const whole = await (await fetch(`${hub.address}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: LARGE })).text();
    const socket = ask(2);
    await until(() => hub.hub.holds().atWork === 0 && hub.hub.holds().connections > 0);
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part)).resume();
    await until(() => parts.reduce((sum, part) => sum + part.length, 0) >= 2 * Buffer.byteLength(whole));
    await until(() => hub.hub.holds().waitingBytes === 0);
    expect(Buffer.concat(parts).toString().split('HTTP/1.1 200 OK').slice(1).map((each) => each.slice(each.indexOf('\r\n\r\n') + 4))).toEqual([whole, whole]);
  });
});
