import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FamilyGuardian } from '../../../seeds/scenario/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { DatabaseProxy } from '../../support/database-proxy.ts';
import { startTestHub } from '../../support/hub.ts';
import { Desk } from '../../volunteering/desk.ts';

const CONNECTIONS = 5;
const VARIABLES = {
  DATABASE_POOL_SIZE: String(CONNECTIONS),
  STATEMENT_TIMEOUT_MS: '15000',
  REQUEST_TIMEOUT_MS: '20000',
};

let database: TestDatabase;
let proxy: DatabaseProxy;
let desk: Desk;
beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await DatabaseProxy.before(database.url);
  desk = await Desk.open({ database: { ...database, url: proxy.url }, variables: VARIABLES });
});
afterEach(async () => {
  proxy.comeBack();
  await vi.waitFor(async () => expect(await statusOf('/readyz')).toBe(200), { timeout: 30_000, interval: 100 });
  await everyConnection();
});
afterAll(async () => {
  await desk.close();
  await proxy.close();
  await database.drop();
});

const statusOf = async (path: string): Promise<number> => (await fetch(`${desk.hub.address}${path}`)).status;

/** All at the same time: one that did not come back would be waited for in vain. */
async function everyConnection(): Promise<void> {
  const { connections } = desk.hub.hub.database;
  const leases = await Promise.all(Array.from({ length: CONNECTIONS }, () => connections.lease()));
  for (const lease of leases) lease.giveBack();
  expect(connections.counts.open).toBe(CONNECTIONS);
}

const auditOf = ({ accountId }: FamilyGuardian) =>
  desk.rows('select outcome, code from audit_record where account = $1', accountId);

const asked = (query: string, path = '/graphql'): Promise<Response> =>
  fetch(`${desk.hub.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });

describe('a database that is away', () => {
  it('is told as 503 TRY_LATER with Retry-After to readers and writers, and nobody is noted as refused', async () => {
    const offered = await desk.offer();
    const [who] = (await desk.parents(1)) as [FamilyGuardian];
    await desk.hub.tokenOf(who.accountId);
    proxy.goAway();
    const read = await asked('{ schools { totalCount } }');
    expect([read.status, read.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await read.json()).toMatchObject({ errors: [{ extensions: { code: 'TRY_LATER' } }] });
    const written = await desk.signUp(who, offered);
    expect([written.status, written.codes]).toEqual([503, ['TRY_LATER']]);
    const page = await fetch(`${desk.hub.address}/certificates/X`);
    expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5']);
    proxy.comeBack();
    await vi.waitFor(async () => expect(await statusOf('/readyz')).toBe(200), { timeout: 30_000, interval: 100 });
    expect((await desk.signUp(who, offered)).codes).toEqual([]);
    expect(await auditOf(who)).toEqual([{ outcome: 'SUCCEEDED', code: null }]);
  }, 60_000);

  it('is told by /readyz alone, at once and from memory, and no more when it is back', async () => {
    proxy.goAway();
    await vi.waitFor(async () => expect(await statusOf('/readyz')).toBe(503), { timeout: 30_000, interval: 100 });
    expect(await statusOf('/livez')).toBe(200);
    proxy.fallSilent();
    const { statements } = await desk.hub.statementsOf(async () => {
      for (let time = 0; time < 20; time += 1)
        expect([await statusOf('/livez'), await statusOf('/readyz')]).toEqual([200, 503]);
    });
    expect(statements).toEqual([]);
  }, 60_000);

  it('at one field is told there, beside what could be read', async () => {
    proxy.plan('cut-before', /from "?course"? /, 10);
    const { status, data, errors } = await desk.hub.ask(
      '{ topics(first: 1) { totalCount } node(id: "course_00000000-0000-7000-8000-000000000000") { id } }',
    );
    expect(proxy.planned).toBeLessThan(10);
    expect([status, data]).toEqual([200, { topics: { totalCount: expect.any(Number) }, node: null }]);
    expect(errors).toMatchObject([{ path: ['node'], extensions: { code: 'TRY_LATER' } }]);
  }, 60_000);
});

describe('a sign-up whose COMMIT was lost', () => {
  it.each(['cut-after', 'silence'] as const)(
    'is told as TRY_LATER, and its retry under the same key answers what was done (%s)',
    async (fate) => {
      const offered = await desk.offer();
      const [who] = (await desk.parents(1)) as [FamilyGuardian];
      proxy.plan(fate, /commit\0/);
      const first = await desk.signUp(who, offered, { idempotencyKey: 'press' });
      expect([first.status, first.codes]).toEqual([503, ['TRY_LATER']]);
      expect(first.errors?.[0]?.message).toMatch(/idempotencyKey/);
      const again = await desk.signUp(who, offered, { idempotencyKey: 'press' });
      expect(again.codes).toEqual([]);
      expect((await desk.signUp(who, offered, { idempotencyKey: 'press' })).payload).toEqual(again.payload);
      expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1 });
      expect(await auditOf(who)).toEqual([{ outcome: 'SUCCEEDED', code: null }]);
    },
    60_000,
  );
});

describe('connections that are lost without a word', () => {
  it('are given up, whatever is under way: the others are served again', async () => {
    const offered = await desk.offer({ role: { capacity: 40 } });
    const crowd = await desk.parents(20);
    for (const { accountId } of crowd) await desk.hub.tokenOf(accountId);
    await everyConnection();
    // The first one stands in the line of this role, in the middle of their transaction.
    proxy.plan('silence', /from shift_role rol where .* for no key update/);
    const first = desk.signUp(crowd[0]!, offered);
    await vi.waitFor(() => expect(proxy.planned).toBe(0), { timeout: 30_000 });
    proxy.silence();
    const others = crowd.slice(1).map((who) => desk.signUp(who, offered));
    expect((await first).codes).toEqual(['TRY_LATER']);
    const told = (await Promise.all(others)).map(({ codes }) => codes);
    expect(told.filter((codes) => codes.length > 0 && codes[0] !== 'TRY_LATER')).toEqual([]);
    // Who was told so comes again.
    for (const who of crowd)
      expect(['ALREADY_SIGNED_UP', undefined]).toContain((await desk.signUp(who, offered)).codes[0]);
    expect(await desk.places(offered)).toMatchObject({ taken: 20 });
  }, 90_000);

  it('by somebody who only reads are given up long before a statement would have to end', async () => {
    await everyConnection();
    proxy.silence();
    const answers = await Promise.all(
      Array.from({ length: 4 * CONNECTIONS }, () => asked('{ schools { totalCount } }')),
    );
    for (const { status } of answers) expect([200, 503]).toContain(status);
    expect((await asked('{ schools { totalCount } }')).status).toBe(200);
  }, 60_000);
});

describe('a database that keeps silent altogether', () => {
  it('holds nobody beyond the time that a request has, and nothing beyond the time that a stop has', async () => {
    const own = await DatabaseProxy.before(database.url);
    const hub = await startTestHub({
      database: { ...database, url: own.url },
      variables: {
        JOBS: 'on',
        REQUEST_TIMEOUT_MS: '3000',
        STATEMENT_TIMEOUT_MS: '60000',
        DRAIN_TIMEOUT_MS: '1000',
        DATABASE_POOL_SIZE: '2',
      },
    });
    own.fallSilent();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        fetch(`${hub.address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: '{ schools { totalCount } }' }),
        }),
      ),
    );
    for (const answer of answers) {
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'TRY_LATER' } }] });
    }
    await hub.stop();
    await own.close();
  }, 60_000);
});
