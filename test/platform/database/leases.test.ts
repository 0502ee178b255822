import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openHubDatabase } from '../../../src/app.ts';
import { guest } from '../../../src/domains/people/index.ts';
import { inTransaction, type Transaction } from '../../../src/platform/commands/index.ts';
import { databaseFaultOf, type Database } from '../../../src/platform/database/index.ts';
import { sql } from '../../../src/platform/reading/index.ts';
import { openRequest, Services, type RequestContext } from '../../../src/platform/request/index.ts';
import { testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { DatabaseProxy } from '../../support/database-proxy.ts';

const CONNECTIONS = 3;

let database: TestDatabase;
let proxy: DatabaseProxy;
let opened: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query('create table mark (id int primary key)');
  proxy = await DatabaseProxy.before(database.url);
});
beforeEach(async () => {
  opened = await openHubDatabase(testConfig(proxy.url, { DATABASE_POOL_SIZE: String(CONNECTIONS) }));
});
afterEach(async () => {
  proxy.comeBack();
  await opened.close();
  await database.pool.query('truncate mark');
});
afterAll(async () => {
  await proxy.close();
  await database.drop();
});

function request(signal = new AbortController().signal): RequestContext {
  const viewer = { ...guest, kind: 'staff' as const };
  return openRequest(opened, { viewer, now: new Date(), locale: 'en', signal, services: new Services() });
}

const transaction = <T>(work: (tx: Transaction) => Promise<T>): Promise<T> => inTransaction(request(), work);

const pids = async (): Promise<number[]> => {
  const leases = await Promise.all(Array.from({ length: CONNECTIONS }, () => opened.connections.lease()));
  for (const lease of leases) lease.giveBack();
  return leases.map(({ processId }) => processId!).sort((one, other) => one - other);
};

it('a transaction of which a statement has failed is not taken for done, though its command went on', async () => {
  const done = transaction(async (tx) => {
    await tx.query(sql`insert into mark (id) values (${1})`);
    await tx.query(sql`select 1 / ${0}::int`).catch(() => undefined);
  });
  await expect(done).rejects.toThrow(/^Nothing was committed/);
  await done.catch((error: unknown) => expect(databaseFaultOf(error)).toBeUndefined());
  expect((await database.pool.query('select id from mark')).rows).toEqual([]);
  expect(opened.connections.counts.open).toBe(1);
});

describe('a mistake in what is sent or read', () => {
  const circle: Record<string, unknown> = {};
  circle['itself'] = circle;

  it.each<[string, string, unknown, RegExp]>([
    ['a circle', 'select $1::json', circle, /circular/],
    ['a bigint in JSON', 'select $1::json', { n: 1n }, /BigInt/],
    [
      'what cannot say what it is',
      'select $1::json',
      {
        toPostgres: () => {
          throw new Error('A mistake of mine.');
        },
      },
      /^A mistake of mine\.$/,
    ],
  ])('is told as it is, and the connection is not used again: %s', async (_what, text, value, message) => {
    const before = await pids();
    for (let time = 0; time < 2; time += 1) {
      const error: unknown = await opened.read(text, [value]).catch((each: unknown) => each);
      expect((error as Error).message).toMatch(message);
      expect(databaseFaultOf(error)).toBeUndefined();
    }
    await expect(opened.read(text, ['{}'])).resolves.toBeDefined();
    const after = await pids();
    expect(before.filter((each) => after.includes(each))).toHaveLength(CONNECTIONS - 2);
  });

  it('is told as it is where a value cannot be read', async () => {
    const lease = await opened.connections.lease();
    const types = {
      getTypeParser: () => () => {
        throw new Error('Nobody can read this.');
      },
    };
    await expect(lease.query({ text: 'select 1', types: types as never })).rejects.toThrow(/^Nobody can read this\.$/);
    lease.giveBack();
    await expect(opened.read('select 1', [])).resolves.toEqual([[1]]);
  });
});

describe('what a connection has kept', () => {
  beforeAll(() => database.pool.query('create table kind (v int); insert into kind values (1)'));
  const READ = 'select k.v from kind k';
  /** On each connection, as often as it takes to be kept. */
  const keep = async (): Promise<void> => {
    for (let time = 0; time < 3; time += 1) {
      const reading = Array.from({ length: CONNECTIONS }, () => opened.read(`${READ}, pg_sleep(0.1)`, []));
      const writing = Array.from({ length: CONNECTIONS }, () =>
        transaction((tx) => tx.query(sql`select k.v + 1 as w from kind k, pg_sleep(0.1)`)),
      );
      await Promise.all([...reading, ...writing]);
    }
  };

  it('does not stand in the way once a column is of another type', async () => {
    await keep();
    for (const type of ['bigint', 'text', 'int']) {
      await database.pool.query(`alter table kind alter column v type ${type} using v::${type}`);
      for (let time = 0; time < 2 * CONNECTIONS; time += 1)
        await expect(opened.read(`${READ}, pg_sleep(0.1)`, [])).resolves.toHaveLength(1);
    }
    await keep();
    await database.pool.query('alter table kind alter column v type bigint');
    for (let time = 0; time < 2 * CONNECTIONS; time += 1)
      await expect(
        transaction((tx) => tx.query(sql`select k.v + 1 as w from kind k, pg_sleep(0.1)`)),
      ).resolves.toHaveLength(1);
  });

  it('does not where a pooler has forgotten it', async () => {
    await keep();
    const leases = await Promise.all(Array.from({ length: CONNECTIONS }, () => opened.connections.lease()));
    await Promise.all(leases.map((lease) => lease.query('deallocate all')));
    for (const lease of leases) lease.giveBack();
    for (let time = 0; time < 2 * CONNECTIONS; time += 1)
      await expect(opened.read(`${READ}, pg_sleep(0.1)`, [])).resolves.toHaveLength(1);
  });
});

it('a connection on which nothing is heard after a refusal is given up', async () => {
  await pids();
  proxy.plan('ready-never', /4711/, 2 * CONNECTIONS);
  const begun = performance.now();
  const error: unknown = await opened.read('select 4711 / 0', []).catch((each: unknown) => each);
  expect(databaseFaultOf(error)).toBe('AWAY');
  expect(performance.now() - begun).toBeLessThan(8_000);
  proxy.comeBack();
  await expect(opened.read('select 1', [])).resolves.toEqual([[1]]);
}, 20_000);

it('as long as one of several statements is not answered, the connection is one of which an answer is owed', async () => {
  const lease = await opened.connections.lease();
  const first = lease.query('select 1');
  const second = lease.query('select pg_sleep(0.3)');
  await first;
  const since = lease.unansweredSince;
  expect(since).toBeDefined();
  await sleep(50);
  expect(opened.connections.unanswered(performance.now() - 20)).toEqual([lease]);
  await second;
  expect(lease.unansweredSince).toBeUndefined();
  lease.giveBack();
});

describe('in the line for a connection', () => {
  /** While all connections are taken. */
  const whileTaken = async (work: () => void): Promise<void> => {
    const leases = await Promise.all(Array.from({ length: CONNECTIONS }, () => opened.connections.lease()));
    work();
    await sleep(10);
    for (const lease of leases) lease.giveBack();
  };
  const read = ({ loaders }: RequestContext, text: string): Promise<unknown> =>
    loaders.read({ reads: 'a test', text, values: [] });

  it('nobody stands for whom nobody waits any more', async () => {
    const gone = new AbortController();
    let reading: Promise<unknown>[] = [];
    await whileTaken(() => {
      reading = Array.from({ length: 20 }, () => read(request(gone.signal), 'select pg_sleep(1)'));
      for (const each of reading) each.catch(() => undefined);
      expect(opened.connections.counts.waiting).toBe(20);
      gone.abort();
      expect(opened.connections.counts.waiting).toBe(0);
    });
    for (const each of reading) await expect(each).rejects.toSatisfy((error) => databaseFaultOf(error) === 'AWAY');
    // Nor is one that rests lent to them.
    await expect(opened.connections.lease(AbortSignal.abort())).rejects.toBeInstanceOf(Error);
    const begun = performance.now();
    await opened.read('select 1', []);
    expect(performance.now() - begun).toBeLessThan(500);
  });

  it('requests have their turns, however many statements one of them sends', async () => {
    const done: string[] = [];
    const all: Promise<unknown>[] = [];
    await whileTaken(() => {
      for (const name of ['one', 'two']) {
        const wide = request();
        for (let count = 0; count < 60; count += 1)
          all.push(read(wide, `select ${count}, pg_sleep(0.01)`).then(() => done.push(name)));
      }
      all.push(read(request(), 'select 1').then(() => done.push('narrow')));
      all.push(opened.read('select 2', []).then(() => done.push('of nobody')));
    });
    await Promise.all(all);
    expect(done).toHaveLength(122);
    expect(done.indexOf('narrow')).toBeLessThan(8);
    expect(done.indexOf('of nobody')).toBeLessThan(8);
  });
});

it('a connection keeps a part of what is ever sent, and what comes often is kept', async () => {
  const one = await openHubDatabase(testConfig(proxy.url, { DATABASE_POOL_SIZE: '1' }));
  const kept = async (): Promise<[number, number, number]> =>
    (
      await one.read(
        'select count(*)::int, sum(length(statement))::int, pg_backend_pid() from pg_prepared_statements',
        [],
      )
    )[0] as [number, number, number];
  const processes = new Set<number>();
  let most = 0;
  for (let index = 0; index < 700; index += 1) {
    const text = `select ${index}${' '.repeat(20_000)}`;
    for (let time = 0; time < 2; time += 1) await one.read(text, []);
    if (index % 20 === 0) {
      const [, characters, process] = await kept();
      processes.add(process);
      most = Math.max(most, characters);
    }
  }
  expect(most).toBeLessThan(4_000_000);
  expect(processes.size).toBeGreaterThan(1);
  expect(one.connections.counts.open).toBe(1);
  await one.close();
}, 30_000);
