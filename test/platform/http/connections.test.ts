import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { families } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

const MOST = 12;
const OF_NETWORK = MOST / 2;

let hub: TestHub;
let opened: { readonly socket: Socket; text: string; closed: boolean }[] = [];
beforeEach(async () => {
  hub = await startTestHub({ variables: { CONNECTIONS: String(MOST) } });
});
afterEach(async () => {
  for (const { socket } of opened) socket.destroy();
  opened = [];
  await hub.stop();
});

async function open(text = ''): Promise<(typeof opened)[number]> {
  const socket = connect(Number(new URL(hub.address).port), '127.0.0.1');
  const each = { socket, text: '', closed: false };
  opened.push(each);
  socket
    .setEncoding('utf8')
    .on('data', (part: string) => (each.text += part))
    .on('error', () => undefined)
    .on('close', () => (each.closed = true));
  await new Promise((resolve) => socket.once('connect', resolve));
  if (text) socket.write(text);
  return each;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(5);
}

const closed = (why: string): number => hub.hub.counters.figures()[`connections_closed_total{${why}}`]!;
const asking = (query: string): string =>
  `GET /graphql?query=${encodeURIComponent(query)} HTTP/1.1\r\nhost: hub\r\n\r\n`;

/** As a client that keeps its connection. */
function ask(agent: Agent, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(
      `${hub.address}/graphql?query=%7B__typename%7D`,
      { agent, headers: { authorization: `Bearer ${token}` } },
      (response) => {
        response.resume().on('end', () => resolve(response.statusCode!));
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('a flood of connections', () => {
  it('stays within the bound of a network: the one that has rested longest gives way, and is counted', async () => {
    for (let number = 0; number < 40; number += 1) await open();
    await until(() => closed('gave way') === 40 - OF_NETWORK);
    expect(hub.hub.holds().connections).toBe(OF_NETWORK);
    await until(() => opened.filter((each) => each.closed).length === 40 - OF_NETWORK);
    expect(opened.slice(-OF_NETWORK).map((each) => each.closed)).toEqual(Array(OF_NETWORK).fill(false));
    const late = await open(asking('{ __typename }'));
    await until(() => late.text.includes('"__typename":"Query"'));
  });

  it('of those who write a byte now and then, of a head or of a body, is no other', async () => {
    for (let number = 0; number < 30; number += 1) {
      await open(
        number % 2 === 0
          ? 'GET /livez HTTP/1.1\r\nhost: '
          : 'POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
      );
    }
    await until(() => closed('gave way') === 30 - OF_NETWORK);
    const late = await open('GET /livez HTTP/1.1\r\nhost: hub\r\n\r\n');
    await until(() => late.text.includes('{"status":"live"}'));
  });

  it('closes none by which somebody has asked who is known, though they come from the same address', async () => {
    const scenario = await beginScenario(hub);
    const parents = await families(scenario, OF_NETWORK + 3, [await scenario.schoolClass(await scenario.school())]);
    const agents = parents.map(() => new Agent({ keepAlive: true, maxSockets: 1 }));
    const sockets = new Set<unknown>();
    for (const agent of agents) agent.on('free', (socket: Socket) => sockets.add(socket));
    const all = async (): Promise<number[]> => {
      const statuses: number[] = [];
      for (const [index, { parent }] of parents.entries())
        statuses.push(await ask(agents[index]!, await hub.tokenOf(parent.accountId)));
      return statuses;
    };
    expect(new Set(await all())).toEqual(new Set([200]));
    for (let number = 0; number < 40; number += 1) await open();
    await until(() => closed('gave way') >= 40 - (MOST - parents.length));
    expect(new Set(await all())).toEqual(new Set([200]));
    expect(sockets.size).toBe(parents.length);
    expect(hub.hub.holds().connections).toBe(MOST);
    for (const agent of agents) agent.destroy();
  });

  it('ends nothing that is in hand; where nothing else is left, a new one is told to come again', async () => {
    const holder = await hub.database.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('lock table topic in access exclusive mode');
      const inHand = await Promise.all(
        Array.from({ length: OF_NETWORK }, () => open(asking('{ topics { totalCount } }'))),
      );
      await until(() => hub.hub.holds().atWork === OF_NETWORK);
      const late = await open();
      await until(() => late.closed);
      expect(late.text).toMatch(/^HTTP\/1\.1 503 [^]*retry-after: 5\r\n[^]*"code":"TRY_LATER"/);
      expect([closed('no room'), closed('gave way')]).toEqual([1, 0]);
      await holder.query('commit');
      await until(() => inHand.every(({ text }) => text.includes('{"topics":{"totalCount":')));
    } finally {
      holder.release();
    }
  });
});

it('the connections of a configured proxy are of many people: they are bounded in all alone', async () => {
  await hub.stop();
  hub = await startTestHub({ variables: { CONNECTIONS: String(MOST), TRUSTED_PROXIES: '127.0.0.1' } });
  for (let number = 0; number < 20; number += 1) await open();
  await until(() => closed('gave way') === 20 - MOST);
  expect(hub.hub.holds().connections).toBe(MOST);
});
