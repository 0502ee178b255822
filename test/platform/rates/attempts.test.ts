import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { print } from 'graphql';
import {
  BindChildDocument,
  RefreshSessionDocument,
  SignInWithWechatDocument,
} from '../../../schema/generated/mini-program.ts';
import { startFakeWechat, type FakeWechat } from '../../../seeds/wechat/fake-wechat.ts';
import { family } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { wechatVariables } from '../../support/signed-in.ts';
import { beginScenario } from '../../support/world.ts';
import { many, visit, visits, type Asking } from './visitors.ts';

let wechat: FakeWechat;
let hub: TestHub;
let clock: Date;
let begin: Date;
let hours = 0;
let parents: string[];

beforeAll(async () => {
  wechat = await startFakeWechat();
  hub = await startTestHub({
    clock: () => clock,
    variables: {
      ...wechatVariables(wechat),
      RATE_LIMITS: 'on',
      RATE_LIMIT_STORE: 'memory',
      TRUSTED_PROXIES: '127.0.0.1',
      RATE_SIGN_INS_PER_MINUTE: '30',
      RATE_BINDING_CODES_PER_MINUTE: '40',
      RATE_STAND_IN_CODES_PER_MINUTE: '20',
      RATE_CERTIFICATE_CHECKS_PER_MINUTE: '20',
    },
  });
  const scenario = await beginScenario(hub);
  begin = scenario.now;
  parents = [];
  for (let parent = 0; parent < 8; parent += 1) parents.push((await family(scenario, [])).parent.accountId);
});
beforeEach(() => {
  clock = new Date(begin.getTime() + (hours += 1) * 3_600_000);
});
afterAll(async () => {
  await hub.stop();
  await wechat.stop();
});

const signIn = (from: string, code: string, asking: Asking = {}) =>
  visit(hub, print(SignInWithWechatDocument), { from, variables: { input: { code } }, ...asking });
const verify = (from: string, number = 'ZY20261122-7K3M9QXW2B') =>
  visit(hub, 'query ($number: String!) { verifyCertificate(number: $number) { valid } }', {
    from,
    variables: { number },
  });
const count = async (table: string) =>
  (await hub.database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;

describe('attempts from one address', () => {
  it('to sign in are so many a minute, and nothing is written by one too many', async () => {
    let who = 0;
    expect(await visits(30, () => signIn('203.0.113.1', wechat.codeFor(`person-${(who += 1)}`)))).toEqual(
      many(200, 30),
    );
    const before = [await count('session'), await count('account'), await count('audit_record')];
    const refused = await signIn('203.0.113.1', wechat.codeFor('one-too-many'));
    expect(refused).toMatchObject({ status: 429, retryAfter: '2', code: 'RATE_LIMITED' });
    expect(refused.body.data ?? null).toBeNull();
    expect([await count('session'), await count('account'), await count('audit_record')]).toEqual(before);
    expect((await signIn('203.0.113.2', wechat.codeFor('elsewhere'))).status).toBe(200);
    expect((await visit(hub, '{ viewer { signedIn } }', { from: '203.0.113.1' })).status).toBe(200);
  });

  it('weigh ten times as much where they are wrong, in whichever way one tries to sign in', async () => {
    const refresh = () =>
      visit(hub, print(RefreshSessionDocument), {
        from: '203.0.113.3',
        variables: { input: { refreshToken: 'forged' } },
      });
    expect(
      [await refresh(), await signIn('203.0.113.3', 'no-code'), await refresh(), await refresh()].map(
        ({ status }) => status,
      ),
    ).toEqual([200, 200, 200, 429]);
  });

  it('do not weigh more where the fault is not theirs', async () => {
    wechat.nextly(...Array.from({ length: 4 }, () => ({ errcode: 45011 })));
    expect(await visits(5, () => signIn('203.0.113.4', wechat.codeFor('patient')))).toEqual(many(200, 5));
  });

  it('are counted under every name that one operation gives them', async () => {
    const aliased = `mutation { ${Array.from({ length: 25 }, (_, n) => `a${n}: signInWithWechat(input: { code: "x${n}" }) { userErrors { code } }`).join(' ')} }`;
    expect((await visit(hub, aliased, { from: '203.0.113.5' })).status).toBe(200);
    const next = await signIn('203.0.113.5', wechat.codeFor('after'));
    expect(next.status).toBe(429);
    // Two hundred and fifty, of which thirty may be owed: the rest comes back at thirty a minute.
    expect(Number(next.retryAfter)).toBe((250 - 30 + 1) * 2);
    const spread =
      'mutation { ...F } fragment F on Mutation { signInWithWechat(input: { code: "x" }) { userErrors { code } } }';
    expect((await visit(hub, spread, { from: '203.0.113.5' })).status).toBe(429);
  });

  it('with binding codes are few, whoever makes them, beside the ten of an account', async () => {
    const bind = (as: string) =>
      visit(hub, print(BindChildDocument), {
        from: '203.0.113.6',
        as,
        variables: { input: { code: 'ZZZZ-ZZZZ-ZZZZ', relation: 'FATHER', name: '测试家长' } },
      });
    const statuses: number[] = [];
    for (const parent of parents) statuses.push((await bind(parent)).status);
    expect(statuses).toEqual([...many(200, 4), ...many(429, 4)]);
    const { rows } = await hub.database.pool.query('select guardian_id from code_miss');
    expect(rows).toHaveLength(4);
    // Codes of another kind, and the rest of the hub, are as they were.
    expect((await verify('203.0.113.6')).status).toBe(200);
    expect((await visit(hub, '{ viewer { signedIn } }', { from: '203.0.113.6', as: parents[7]! })).status).toBe(200);
  });

  it('at numbers of certificates are few where there are none', async () => {
    expect(await visits(4, () => verify('203.0.113.7'))).toEqual([200, 200, 429, 429]);
    expect((await verify('203.0.113.8')).status).toBe(200);
  });
});
