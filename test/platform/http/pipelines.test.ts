import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_OUTSTANDING } from '../../../src/platform/http/connections/pipelines.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

/** Sends so many requests ahead, and tells what was answered until the connection was closed. */
function ahead(times: number): Promise<string> {
  const one = `GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\n`;
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(hub.address).port), '127.0.0.1', () =>
      socket.write(`${`${one}\r\n`.repeat(times - 1)}${one}Connection: close\r\n\r\n`),
    );
    socket
      .setEncoding('utf8')
      .on('data', (part: string) => (answer += part))
      .on('error', () => undefined)
      .on('close', () => resolve(answer));
  });
}

const cut = (): number => hub.hub.counters.figures()['requests_refused_at_door_total{pipelined}']!;

describe('requests that are sent ahead on one connection', () => {
  it('are answered in their order where they are few', async () => {
    expect((await ahead(MOST_OUTSTANDING)).match(/HTTP\/1\.1 200/g)).toHaveLength(MOST_OUTSTANDING);
    expect(cut()).toBe(0);
  });

  it('are not looked at beyond a bound, and not parsed: the connection is cut, and counted once', async () => {
    let parsed = 0;
    const count = (): void => void (parsed += 1);
    subscribe('http.server.request.start', count);
    await Promise.all(Array.from({ length: 20 }, () => ahead(500))).finally(() =>
      unsubscribe('http.server.request.start', count),
    );
    expect(cut()).toBe(20);
    expect(parsed).toBe(20 * (MOST_OUTSTANDING + 1));
    expect((await hub.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });
});
