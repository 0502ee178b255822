import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { CHEAP, visit, visits } from './visitors.ts';

const BEGIN = new Date('2026-11-22T04:00:00.000Z');
const VARIABLES = {
  RATE_LIMITS: 'on',
  RATE_LIMIT_STORE: 'postgres',
  TRUSTED_PROXIES: '127.0.0.1',
  RATE_POINTS_PER_MINUTE_GUEST: '200',
};
/** Much longer than processes take to tell one another, for a machine may be busy. */
const AN_EXCHANGE_MS = 15_000;

let database: TestDatabase;
let hubs: TestHub[] = [];
let clock = BEGIN;
const warnings: string[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  await Promise.all(hubs.map((hub) => hub.stop()));
  hubs = [];
});
afterAll(() => database.drop());

async function start(): Promise<TestHub> {
  const logger = createLogger('silent');
  logger.warn = ((_line: object, message: string) => warnings.push(message)) as never;
  const hub = await startTestHub({ database, clock: () => clock, variables: VARIABLES, logger });
  hubs.push(hub);
  return hub;
}

const refused = (hub: TestHub, from: string) =>
  vi.waitFor(async () => expect((await visit(hub, CHEAP, { from })).status).toBe(429), {
    timeout: AN_EXCHANGE_MS,
    interval: 200,
  });
const rows = async () =>
  (
    await database.pool.query<{ id: string; wholeAt: Date }>(
      'select id, whole_at as "wholeAt" from rate_budget order by whole_at',
    )
  ).rows;

describe('several processes', () => {
  it('have one count between them, in which no address is written', async () => {
    const [one, other] = [await start(), await start()];
    expect(await visits(20, () => visit(one, CHEAP, { from: '203.0.113.1' }))).toEqual(Array(20).fill(200));
    expect(await visits(12, () => visit(other, CHEAP, { from: '203.0.113.1' }))).toEqual(Array(12).fill(200));
    await refused(other, '203.0.113.1');
    expect((await visit(other, CHEAP, { from: '203.0.113.2' })).status).toBe(200);
    const [shared, ...more] = await rows();
    expect(more).toEqual([]);
    expect(shared!.id).toMatch(/^[\w-]{43}$/);
    // What both let pass is added up: the second minute's worth has to be waited for.
    await vi.waitFor(
      async () => expect((await rows())[0]!.wholeAt.getTime() - clock.getTime()).toBeGreaterThanOrEqual(90_000),
      { timeout: AN_EXCHANGE_MS },
    );
    // One that starts now knows of it as soon as it has a tenth of its own to tell.
    const third = await start();
    await visits(3, () => visit(third, CHEAP, { from: '203.0.113.1' }));
    await refused(third, '203.0.113.1');
    expect(Number((await visit(third, CHEAP, { from: '203.0.113.1' })).retryAfter)).toBeGreaterThan(30);
    clock = new Date(clock.getTime() + 240_000);
    expect((await visit(other, CHEAP, { from: '203.0.113.1' })).status).toBe(200);
  });

  it('wait for no moment that one has written whose clock was an hour ahead', async () => {
    const hub = await start();
    const spend = (): Promise<number[]> => visits(5, () => visit(hub, CHEAP, { from: '203.0.113.6' }));
    const latest = async (): Promise<number> =>
      Math.max(...(await rows()).map(({ wholeAt }) => wholeAt.getTime() - clock.getTime()));
    await spend();
    await vi.waitFor(async () => expect(await latest()).toBeGreaterThan(0), { timeout: AN_EXCHANGE_MS });
    await database.pool.query(`update rate_budget set whole_at = whole_at + interval '1 hour' where whole_at > $1`, [
      clock,
    ]);
    expect(await latest()).toBeGreaterThan(3_000_000);
    await spend();
    // Two minutes, and what was spent since.
    await vi.waitFor(async () => expect(await latest()).toBeLessThanOrEqual(120_000 + 60_000), {
      timeout: AN_EXCHANGE_MS,
    });
    expect(Number((await visit(hub, CHEAP, { from: '203.0.113.6' })).retryAfter)).toBeLessThanOrEqual(120);
    clock = new Date(clock.getTime() + 240_000);
    expect((await visit(hub, CHEAP, { from: '203.0.113.6' })).status).toBe(200);
  });

  it('tell nothing of whom little is to be told', async () => {
    const before = (await rows()).length;
    const hub = await start();
    await visit(hub, CHEAP, { from: '203.0.113.3' });
    await sleep(1_300);
    expect(await rows()).toHaveLength(before);
  });

  it('forget what is whole', async () => {
    const hub = await start();
    await visits(10, () => visit(hub, CHEAP, { from: '203.0.113.4' }));
    await vi.waitFor(async () => expect((await rows()).some(({ wholeAt }) => wholeAt > clock)).toBe(true), {
      timeout: AN_EXCHANGE_MS,
    });
    await hub.hub.runJob('platform.forget-budgets');
    expect(await rows()).toHaveLength(1);
    clock = new Date(clock.getTime() + 240_000);
    await hub.hub.runJob('platform.forget-budgets');
    expect(await rows()).toEqual([]);
  });

  it('each count by themselves where the table cannot be had, say so once, and come together again', async () => {
    const hub = await start();
    await database.pool.query('alter table rate_budget rename to rate_budget_away');
    warnings.length = 0;
    await visits(20, () => visit(hub, CHEAP, { from: '203.0.113.5' }));
    expect((await visit(hub, CHEAP, { from: '203.0.113.5' })).status).toBe(429);
    expect((await visit(hub, CHEAP, { from: '203.0.113.6' })).status).toBe(200);
    await sleep(2_300);
    expect(warnings.filter((message) => message.startsWith('rates cannot be shared'))).toHaveLength(1);
    await database.pool.query('alter table rate_budget_away rename to rate_budget');
    await vi.waitFor(async () => expect(await rows()).toHaveLength(1), { timeout: AN_EXCHANGE_MS });
  });
});
