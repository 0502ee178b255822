import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { CHEAP, many, visit, visits, type Asking } from './visitors.ts';
import { letter, LIMITS } from './limits.ts';
import { kinds, send } from './refused-as-it-stands.ts';

const lines: Record<string, unknown>[] = [];
let hub: TestHub;
let accounts: { admin: string; other: string; staff: string };
let clock: Date;
let begin: Date;
let minutes = 0;

beforeAll(async () => {
  const logger = createLogger('silent');
  logger.warn = ((line: Record<string, unknown>, message: string) => lines.push({ ...line, message })) as never;
  hub = await startTestHub({
    logger,
    clock: () => clock,
    downloads: [letter],
    variables: LIMITS,
  });
  const scenario = await beginScenario(hub);
  begin = scenario.now;
  const school = await scenario.school();
  accounts = {
    admin: (await scenario.schoolAdmin(school)).accountId,
    other: (await scenario.schoolAdmin(school)).accountId,
    staff: (await scenario.districtAdmin()).accountId,
  };
});
/** Each test has an hour of its own, in which every budget is whole. */
beforeEach(() => {
  clock = new Date(begin.getTime() + (minutes += 60) * 60_000);
});
afterAll(() => hub.stop());

const later = (seconds: number): void => {
  clock = new Date(clock.getTime() + seconds * 1_000);
};
const ask = (asking: Asking = {}, query = CHEAP) => visit(hub, query, asking);
const WIDE = '{ viewer { permissions } schools(first: 100) { nodes { name classes(first: 10) { nodes { name } } } } }';

describe('a burst over the rate', () => {
  it('is answered 429 with the time to wait, in words and numbers, and comes to nobody else', async () => {
    expect(await visits(10, () => ask({ from: '203.0.113.1' }))).toEqual(many(200, 10));
    const refused = await ask({ from: '203.0.113.1' });
    expect(refused).toMatchObject({ status: 429, retryAfter: '6', code: 'RATE_LIMITED' });
    expect(refused.body).toEqual({
      errors: [
        { message: '请求过于频繁,请在 6 秒后重试。', extensions: { code: 'RATE_LIMITED', retryAfterSeconds: 6 } },
      ],
    });
    expect((await ask({ from: '203.0.113.1', headers: { 'accept-language': 'en' } })).body.errors?.[0]?.message).toBe(
      'Too many requests: try again in 6 seconds.',
    );
    expect((await ask({ from: '203.0.113.2' })).status).toBe(200);
    expect((await ask({ from: '203.0.113.1', as: accounts.staff })).status).toBe(200);
    later(5.9);
    expect((await ask({ from: '203.0.113.1' })).status).toBe(429);
    later(0.1);
    expect(await visits(2, () => ask({ from: '203.0.113.1' }))).toEqual([200, 429]);
    later(60);
    expect(await visits(11, () => ask({ from: '203.0.113.1' }))).toEqual([...many(200, 10), 429]);
  });

  it('is waited for no longer where the clock was an hour ahead meanwhile', async () => {
    later(3_600);
    expect(await visits(10, () => ask({ from: '203.0.113.3' }))).toEqual(many(200, 10));
    later(-3_600);
    expect(await ask({ from: '203.0.113.3' })).toMatchObject({ status: 429, retryAfter: '6' });
    later(6);
    expect(await visits(2, () => ask({ from: '203.0.113.3' }))).toEqual([200, 429]);
    later(120);
    expect(await visits(11, () => ask({ from: '203.0.113.3' }))).toEqual([...many(200, 10), 429]);
  });

  it('of one account leaves the account beside it alone, behind one address', async () => {
    const answers = await Promise.all(Array.from({ length: 60 }, () => ask({ as: accounts.admin }, WIDE)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect((await ask({ as: accounts.other }, WIDE)).status).toBe(200);
    expect((await ask()).status).toBe(200);
  });

  it('is reckoned by what is asked for: one wide query is as much as hundreds of narrow ones', async () => {
    const { extensions } = await hub.ask(WIDE, { as: accounts.admin });
    const each = extensions!.cost.requested + 10;
    const more = Math.floor(5_000 / each) - 1;
    expect(await visits(more + 1, () => ask({ as: accounts.admin }, WIDE))).toEqual([...many(200, more), 429]);
    const refused = await ask({ as: accounts.admin }, WIDE);
    // Until as much has come back as it needs, the ten points of each refused request among it.
    expect(Number(refused.retryAfter)).toBe(Math.ceil(((more + 2) * each + 10 - 5_000) * (60 / 5_000)));
    // Before it runs: nothing but who asks was read, and a small question may still be asked.
    const { result, statements } = await hub.statementsOf(() => ask({ as: accounts.admin }, WIDE));
    expect([result.status, statements.length]).toEqual([429, 1]);
    expect((await ask({ as: accounts.admin })).status).toBe(200);
  });

  it('costs no statement once nothing is left, by GET as by POST, by either executor', async () => {
    await visits(600, () => ask({ as: accounts.admin }));
    for (const asking of [
      { as: accounts.admin },
      { as: accounts.admin, path: `/graphql?query=${encodeURIComponent(CHEAP)}` },
    ]) {
      const { result, statements } = await hub.statementsOf(() => ask(asking, WIDE));
      expect([result.status, statements]).toEqual([429, []]);
    }
  });

  it('is spent by what is written, however little is asked back: so many records of one account a minute', async () => {
    const twice =
      'mutation { a: markAllNoticesRead(input: {}) { userErrors { code } } b: markAllNoticesRead(input: {}) { userErrors { code } } }';
    const statuses = await visits(12, () => ask({ as: accounts.admin }, twice));
    const served = Math.floor(5_000 / (2 * 400 + 10));
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(served);
    expect(statuses.slice(served)).toEqual(many(429, 12 - served));
  });

  it('of queries that are planned is the same', async () => {
    const query = '{ viewer { signedIn } schools(first: 20) { nodes { name } } }';
    const statuses = await visits(300, () => ask({ as: accounts.admin }, query));
    const served = statuses.filter((status) => status === 200).length;
    expect(statuses).toEqual([...many(200, served), ...many(429, 300 - served)]);
    // Twenty-one objects, the viewer and the request itself.
    expect(served).toBe(Math.floor(5_000 / (22 + 10)));
  });

  it('is paid once, also where a planned answer comes too late for the rights of now and another executor answers', async () => {
    const query = '{ viewer { signedIn } schools(first: 19) { nodes { name } } }';
    await visits(40, () => ask({ as: accounts.admin }, query));
    later(120);
    const statuses = await visits(170, async () => {
      await hub.database.pool.query('update rights_version set version = gen_random_uuid()');
      return ask({ as: accounts.admin }, query);
    });
    expect(statuses.filter((status) => status === 200)).toHaveLength(Math.floor(5_000 / (21 + 10)));
  });

  it('is no way around by a file, which costs as much as a wide query', async () => {
    const link = async () =>
      `/files/${await hub.hub.fileTokens.sign({ kind: 'letter', id: '1', accountId: accounts.admin }, clock)}`;
    expect(await visits(4, async () => ask({ path: await link() }))).toEqual([200, 200, 429, 429]);
    expect((await ask({ as: accounts.other })).status).toBe(200);
  });

  it('of all accounts behind one address has a high bound', async () => {
    const crowd = await beginScenario(hub);
    const statuses: number[] = [];
    for (let account = 0; account < 6; account += 1) {
      const as = (await crowd.districtAdmin()).accountId;
      statuses.push(...(await visits(2, () => ask({ as, from: '203.0.113.9' }, WIDE))));
    }
    expect(statuses).toEqual([...many(200, 8), ...many(429, 4)]);
    expect((await ask({ as: accounts.other, from: '203.0.113.10' })).status).toBe(200);
  });
});

describe('tokens that are shown in vain', () => {
  const forged = (n: number): string => `e30.e30.${n}`;

  it('are limited by address, and keep out nobody who was in already', async () => {
    const here = { from: '198.51.100.1' };
    expect((await ask({ ...here, as: accounts.staff })).status).toBe(200);
    const statuses = await visits(8, () => ask({ ...here, token: forged(Math.random()) }));
    expect(statuses).toEqual([...many(401, 5), ...many(429, 3)]);
    expect((await ask({ ...here, as: accounts.staff })).status).toBe(200);
    expect((await ask(here)).status).toBe(200);
    expect((await ask({ from: '198.51.100.2', token: forged(0) })).status).toBe(401);
    later(12);
    expect(await visits(2, () => ask({ ...here, token: forged(1) }))).toEqual([401, 429]);
  });

  it('count where they were good once', async () => {
    const here = { from: '198.51.100.3', token: await hub.hub.tokens.sign(accounts.other, 3600) };
    expect((await ask(here)).status).toBe(200);
    await hub.database.pool.query(`update account set status = 'DISABLED' where id = $1`, [accounts.other]);
    expect(await visits(8, () => ask(here))).toEqual([...many(401, 5), ...many(429, 3)]);
    await hub.database.pool.query(`update account set status = 'ACTIVE' where id = $1`, [accounts.other]);
  });

  it('may be links to files as well', async () => {
    expect(await visits(7, () => ask({ from: '198.51.100.4', path: `/files/${'x'.repeat(40)}` }))).toEqual([
      ...many(401, 5),
      429,
      429,
    ]);
  });
});

describe('what is refused as it stands', () => {
  it.each(kinds)('costs as much as a token in vain: %s', async (what, path, sent, status) => {
    let n = 0;
    const from = `198.51.101.${kinds.findIndex(([each]) => each === what)}`;
    const statuses: number[] = [];
    for (let time = 0; time < 7; time += 1) statuses.push(await send(hub, path, sent, from, `made.up.${(n += 1)}`));
    expect(statuses).toEqual([...many(status, 5), 429, 429]);
  });

  it('costs whoever is known as much as any request', async () => {
    const token = await hub.tokenOf(accounts.admin);
    const from = '198.51.101.100';
    expect((await ask({ from, token })).status).toBe(200);
    const statuses: number[] = [];
    for (let time = 0; time < 510; time += 1)
      statuses.push(await send(hub, ...(kinds[time % 2]!.slice(1, 3) as [string, RequestInit]), from, token));
    expect(statuses).toEqual([...many(400, 499), ...many(429, 11)]);
    expect((await ask({ from, as: accounts.other })).status).toBe(200);
  });

  it('may be links to files as well, which are asked for by another method', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 7; time += 1)
      statuses.push(await send(hub, `/files/${'x'.repeat(40)}${time}`, { method: 'DELETE' }, '198.51.101.101', 'x'));
    expect(statuses).toEqual([...many(405, 5), 429, 429]);
  });
});

describe('an address', () => {
  it('of IPv6 is the network of a household, of which anybody has as many addresses as they like', async () => {
    let host = 0;
    expect(await visits(12, () => ask({ from: `2001:db8:0:1::${(host += 1).toString(16)}` }))).toEqual([
      ...many(200, 10),
      429,
      429,
    ]);
    expect((await ask({ from: '2001:db8:0:2::1' })).status).toBe(200);
  });

  it('is what the trusted proxy says, not what the client said to the proxy', async () => {
    let n = 0;
    expect(await visits(11, () => ask({ from: `10.9.9.${(n += 1)}, 203.0.113.77` }))).toEqual([...many(200, 10), 429]);
  });

  it('is that of the socket where no proxy is trusted: making up others does not help', async () => {
    const alone = await startTestHub({
      database: hub.database,
      variables: { RATE_LIMITS: 'on', RATE_LIMIT_STORE: 'memory', RATE_POINTS_PER_MINUTE_GUEST: '100' },
      clock: () => clock,
    });
    try {
      let n = 0;
      const statuses = await visits(12, () =>
        visit(alone, CHEAP, {
          from: `203.0.113.${(n += 1)}`,
          headers: { forwarded: `for=192.0.2.${n}`, 'x-real-ip': `192.0.2.${n}` },
        }),
      );
      expect(statuses).toEqual([...many(200, 10), 429, 429]);
    } finally {
      await alone.stop();
    }
  });
});

describe('the log', () => {
  it('has one line a minute for each budget, and no address and no account in it', async () => {
    lines.length = 0;
    await visits(30, () => ask({ from: '192.0.2.55' }));
    await visits(30, () => ask({ from: '192.0.2.56' }));
    expect(lines).toEqual(
      [1, 2].map(() => ({
        budget: 'guest',
        whose: expect.stringMatching(/^[\w-]{12}$/) as string,
        retryAfterSeconds: 6,
        message: 'a rate is used up',
      })),
    );
    expect(JSON.stringify(lines)).not.toContain('192.0.2');
    later(61);
    await visits(12, () => ask({ from: '192.0.2.55' }));
    expect(lines.slice(2)).toMatchObject([{ refusals: 38 }, { budget: 'guest' }]);
  });
});
