import { Agent, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DownloadKind } from '../../../src/platform/graphql/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

const SMALL = '{ topics { totalCount } }';
const ASKED = 25;

/** Of files that are being made at this moment, and of their accounts. */
const making: string[] = [];
let most = 0;
let mostOfOne = 0;
const { promise: going, resolve: letGo } = Promise.withResolvers<void>();

const slip: DownloadKind = {
  name: 'slip',
  description: 'slip',
  produce: async ({ viewer: { accountId } }) => {
    making.push(accountId!);
    most = Math.max(most, making.length);
    mostOfOne = Math.max(mostOfOne, making.filter((each) => each === accountId).length);
    await going;
    making.splice(making.indexOf(accountId!), 1);
    return { filename: 'slip.txt', mediaType: 'text/plain', body: Buffer.from('slip') };
  },
};

let hub: TestHub;
let accounts: { one: string; other: string; third: string };
beforeAll(async () => {
  hub = await startTestHub({ downloads: [slip], variables: { REQUESTS_AT_ONCE: '3', REQUESTS_WAITING: '1000' } });
  const scenario = await beginScenario(hub);
  accounts = {
    one: (await scenario.districtAdmin()).accountId,
    other: (await scenario.districtAdmin()).accountId,
    third: (await scenario.districtAdmin()).accountId,
  };
});
afterAll(() => hub.stop());
afterEach(() => letGo());

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const fileOf = async (accountId: string): Promise<Response> =>
  fetch(`${hub.address}/files/${await hub.hub.fileTokens.sign({ kind: 'slip', id: '1', accountId }, new Date())}`);
const page = (): Promise<Response> => fetch(`${hub.address}/certificates/ZY20261120-0000000000`);

describe('files are much to ask', () => {
  it('of one account one is made at a time, of all two, and whoever asks for little does not stand behind them', async () => {
    const answers = [
      ...Array.from({ length: ASKED }, () => fileOf(accounts.one)),
      fileOf(accounts.other),
      fileOf(accounts.third),
    ];
    await until(() => making.length === 2);
    for (const as of [accounts.one, accounts.other, undefined])
      expect((await hub.ask(SMALL, { as })).data).toEqual({ topics: { totalCount: expect.any(Number) as number } });
    expect((await page()).status).toBe(404);
    await until(() => hub.hub.holds().atWork === 2);
    letGo();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(Array(ASKED + 2).fill(200));
    expect({ most, mostOfOne }).toEqual({ most: 2, mostOfOne: 1 });
    await until(() => hub.hub.holds().atWork === 0 && hub.hub.holds().waitingBytes === 0);
  });
});

it('whoever fetches a file is known: their connection does not give way to those of strangers', async () => {
  const few = await startTestHub({ database: hub.database, downloads: [slip], variables: { CONNECTIONS: '10' } });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const strangers: Socket[] = [];
  try {
    const sockets = new Set<unknown>();
    agent.on('free', (socket) => sockets.add(socket));
    const fetched = async (): Promise<number> => {
      const token = await few.hub.fileTokens.sign({ kind: 'slip', id: '1', accountId: accounts.one }, new Date());
      return new Promise((resolve, reject) =>
        request(`${few.address}/files/${token}`, { agent }, (response) =>
          response.resume().on('end', () => resolve(response.statusCode!)),
        )
          .on('error', reject)
          .end(),
      );
    };
    letGo();
    expect(await fetched()).toBe(200);
    for (let number = 0; number < 20; number += 1) {
      const socket = connect(Number(new URL(few.address).port), '127.0.0.1').on('error', () => undefined);
      strangers.push(socket);
      await new Promise((resolve) => socket.once('connect', resolve));
    }
    await until(() => few.hub.counters.figures()['connections_closed_total{gave way}']! >= 15);
    expect(await fetched()).toBe(200);
    expect(sockets.size).toBe(1);
  } finally {
    agent.destroy();
    for (const each of strangers) each.destroy();
    await few.stop();
  }
});

describe('where the line is full', () => {
  it('whoever asks for a file or a page is told to come again, in the form of what they asked for; what comes from memory is answered', async () => {
    const full = await startTestHub({
      database: hub.database,
      downloads: [slip],
      variables: { REQUESTS_AT_ONCE: '1', REQUESTS_WAITING: '0' },
    });
    const holder = await hub.database.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('lock table topic in access exclusive mode');
      const inside = full.ask(SMALL);
      await until(() => full.hub.holds().atWork === 1);
      // Its statement is none of those that are counted.
      for (let waits = false; !waits;)
        waits =
          (
            await holder.query(
              'select 1 from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())',
            )
          ).rowCount! > 0;
      const link = await full.hub.fileTokens.sign({ kind: 'slip', id: '1', accountId: accounts.one }, new Date());
      const { result: answers, statements } = await full.statementsOf(() =>
        Promise.all(
          [`/files/${link}`, '/certificates/ZY20261120-0000000000'].map(async (path) => {
            const response = await fetch(`${full.address}${path}`, { headers: { 'accept-language': 'en' } });
            return {
              status: response.status,
              retryAfter: Number(response.headers.get('retry-after')) > 0,
              type: response.headers.get('content-type'),
              text: await response.text(),
            };
          }),
        ),
      );
      expect(answers).toMatchObject([
        {
          status: 503,
          retryAfter: true,
          type: 'application/json; charset=utf-8',
          text: expect.stringContaining('"code":"TRY_LATER"') as string,
        },
        {
          status: 503,
          retryAfter: true,
          type: 'text/html; charset=utf-8',
          text: expect.stringContaining('try again later') as string,
        },
      ]);
      expect(statements).toEqual([]);
      for (const path of ['/livez', '/']) expect((await fetch(`${full.address}${path}`)).status).toBe(200);
      await holder.query('commit');
      expect((await inside).status).toBe(200);
    } finally {
      holder.release();
      await full.stop();
    }
  });
});
