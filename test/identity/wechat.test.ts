import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignInWithWechatDocument } from '../../schema/generated/mini-program.ts';
import {
  FAKE_APP_SECRET,
  openidOf,
  startFakeWechat,
  type FakeWechat,
  type Mood,
} from '../../seeds/wechat/fake-wechat.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { bearer, signInAs, wechatVariables, whoIs } from '../support/signed-in.ts';

let wechat: FakeWechat;
let hub: TestHub;
let log = '';

beforeAll(async () => {
  wechat = await startFakeWechat();
  const logger = pino(
    { base: null },
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        log += chunk.toString();
        done();
      },
    }),
  );
  hub = await startTestHub({ variables: wechatVariables(wechat), logger });
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
  await wechat.stop();
});

const signIn = (code: string, client: string | null = null) =>
  hub.ask(SignInWithWechatDocument, { variables: { input: { code, client } } });
const codesOf = async (code: string) =>
  (await signIn(code)).data?.signInWithWechat.userErrors.map((error) => error.code);
const count = async (table: string) =>
  (await hub.database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
const written = async () => Promise.all(['account', 'person', 'guardian', 'wechat_identity', 'session'].map(count));

describe('signing in by WeChat', () => {
  it('gives who comes for the first time an account as a guardian of nobody', async () => {
    const { accessToken } = await signInAs(hub, wechat, 'newcomer');
    const { data } = await hub.ask(
      '{ viewer { signedIn permissions account { status } guardian { name children { totalCount } } staff { id } } }',
      { headers: bearer(accessToken) },
    );
    expect(data!['viewer']).toMatchObject({
      signedIn: true,
      account: { status: 'ACTIVE' },
      guardian: { name: '微信用户', children: { totalCount: 0 } },
      staff: null,
    });
  });

  it('gives who comes again the same account, in a session of its own', async () => {
    const [first, second] = [await signInAs(hub, wechat, 'returning'), await signInAs(hub, wechat, 'returning')];
    expect(await whoIs(hub, first.accessToken)).toBe(await whoIs(hub, second.accessToken));
    expect(first.refreshToken).not.toBe(second.refreshToken);
  });

  it('for the first time from ten places at once makes one account', async () => {
    const before = await written();
    const tokens = await Promise.all(Array.from({ length: 10 }, () => signInAs(hub, wechat, 'hurried')));
    expect(new Set(await Promise.all(tokens.map((each) => whoIs(hub, each.accessToken)))).size).toBe(1);
    expect(await written()).toEqual(before.map((number, index) => number + (index === 4 ? 10 : 1)));
  });

  it('knows a person by the unionid in a second app', async () => {
    const code = wechat.codeFor('united', 'union-of-the-united');
    const [{ data }] = [await signIn(code)];
    await hub.database.pool.query(`update wechat_identity set app_id = 'wx-of-another-app' where openid = $1`, [
      openidOf('united'),
    ]);
    const again = await signIn(wechat.codeFor('united', 'union-of-the-united'));
    expect(await whoIs(hub, again.data!.signInWithWechat.accessToken!)).toBe(
      await whoIs(hub, data!.signInWithWechat.accessToken!),
    );
    const { rows } = await hub.database.pool.query('select app_id from wechat_identity where unionid = $1', [
      'union-of-the-united',
    ]);
    expect(rows).toHaveLength(2);
  });

  it('takes no key, which would promise that its secrets are answered again', async () => {
    const { accessToken } = await signInAs(hub, wechat, 'keyed');
    const { errors } = await hub.ask(SignInWithWechatDocument, {
      headers: bearer(accessToken),
      variables: { input: { code: wechat.codeFor('keyed'), idempotencyKey: 'same' } as never },
    });
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', inputPath: ['variables', 'input', 'idempotencyKey'] } },
    ]);
  });

  it('is refused to an account that is shut', async () => {
    const account = ((await whoIs(hub, (await signInAs(hub, wechat, 'shut')).accessToken)) as string).replace(
      'account_',
      '',
    );
    await hub.database.pool.query(`update account set status = 'DISABLED' where id = $1`, [account]);
    expect(await codesOf(wechat.codeFor('shut'))).toEqual(['ACCOUNT_DISABLED']);
  });

  it('refuses a description of the client that cannot be stored', async () => {
    for (const client of ['x'.repeat(101), 'a\0b']) {
      expect((await signIn(wechat.codeFor('nameless'), client)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
  });
});

describe('what WeChat refuses is told, and nothing is written', () => {
  const always = (mood: Mood): Mood[] => [mood, mood];
  it.each<[string, string, Mood[]]>([
    ['INVALID_CODE', 'a code that it does not know', [{ errcode: 40029 }]],
    ['CODE_USED', 'a code that was used', [{ errcode: 40163 }]],
    ['RATE_LIMITED', 'too many calls', [{ errcode: 45011 }]],
    ['BLOCKED', 'a user that it holds for a risk', [{ errcode: 40226 }]],
    ['BUSY', 'that it is busy, twice', always({ errcode: -1 })],
    ['BUSY', 'no JSON', [{ body: '<html>' }]],
    ['BUSY', 'nothing', [{ body: '' }]],
    ['BUSY', 'JSON without an openid', [{ body: '{"session_key":"x"}' }]],
    ['BUSY', 'an openid that is none', [{ body: '{"openid":{"a":1}}' }]],
    ['BUSY', 'null', [{ body: 'null' }]],
    ['BUSY', 'a megabyte', [{ body: `{"openid":"${'x'.repeat(1_000_000)}"}` }]],
    ['BUSY', 'that its gateway fails', [{ body: 'bad gateway', status: 502 }]],
  ])('%s: %s', async (code, _what, moods) => {
    const before = await written();
    wechat.nextly(...moods);
    expect(await codesOf(wechat.codeFor('unlucky'))).toEqual([code]);
    expect(await written()).toEqual(before);
  });

  it('a code is good once', async () => {
    const code = wechat.codeFor('twice');
    expect(await codesOf(code)).toEqual([]);
    expect(await codesOf(code)).toEqual(['CODE_USED']);
  });

  it('a code may have any letters, and is nothing but a code', async () => {
    for (const code of ['微信', '&appid=x', 'a/b?c=d#e%']) expect(await codesOf(code)).toEqual(['INVALID_CODE']);
    expect(await codesOf('try-小明2-一')).toEqual([]);
    expect(await codesOf('try-小明2-一')).toEqual(['CODE_USED']);
  });

  it('what is no code is not even asked for', async () => {
    const { asked } = wechat;
    for (const code of ['', 'a b', 'a\u200bb', 'x'.repeat(5000)]) expect(await codesOf(code)).toEqual(['INVALID_CODE']);
    expect(wechat.asked).toBe(asked);
  });

  it('busy once is asked again, and goes well', async () => {
    const { asked } = wechat;
    wechat.nextly({ errcode: -1 });
    expect(await codesOf(wechat.codeFor('patient'))).toEqual([]);
    expect(wechat.asked).toBe(asked + 2);
  });

  it('slowness is not waited for, and is not asked again', async () => {
    const { asked } = wechat;
    wechat.nextly({ afterMs: 20_000 });
    const begun = performance.now();
    expect(await codesOf(wechat.codeFor('waiting'))).toEqual(['BUSY']);
    expect(performance.now() - begun).toBeLessThan(4_000);
    expect(wechat.asked).toBe(asked + 1);
  });

  it.each([40013, 40125, 40164, 99999])('%i is for whoever runs the hub: masked, and in the log', async (errcode) => {
    wechat.nextly({ errcode });
    const answer = await signIn(wechat.codeFor('misled'));
    expect(answer.errors?.[0]?.extensions.code).toBe('INTERNAL');
    expect(log).toContain(`errcode ${errcode}`);
  });
});

describe('what nobody is to learn', () => {
  it('no code, openid, secret, session key or token stands in the log, the audit log or the schema', async () => {
    const code = wechat.codeFor('private');
    const { data } = await signIn(code);
    const { rows } = await hub.database.pool.query<{ all: string }>(
      'select json_agg(r)::text as all from audit_record r',
    );
    for (const secret of [
      code,
      openidOf('private'),
      FAKE_APP_SECRET,
      'c2Vzc2lvbi',
      data!.signInWithWechat.accessToken!,
      data!.signInWithWechat.refreshToken!,
    ]) {
      expect(log).not.toContain(secret);
      expect(rows[0]!.all).not.toContain(secret);
    }
    const { data: schema } = await hub.ask('{ __schema { types { name fields { name } } } }');
    expect(JSON.stringify(schema)).not.toMatch(/openid|unionid|WechatIdentity|refreshHash|secretHash/i);
  });

  it('a sign-in and a refusal are audited', async () => {
    const { accessToken } = await signInAs(hub, wechat, 'audited');
    const account = ((await whoIs(hub, accessToken)) as string).replace('account_', '');
    const { rows } = await hub.database.pool.query(
      'select mutation, outcome, subjects from audit_record where account = $1',
      [account],
    );
    expect(rows).toEqual([
      { mutation: 'signInWithWechat', outcome: 'SUCCEEDED', subjects: { account, session: expect.any(String) } },
    ]);
    wechat.nextly({ errcode: 40226 });
    await signIn(wechat.codeFor('audited'));
    const { rows: refused } = await hub.database.pool.query(
      'select outcome, code, account, subjects from audit_record order by created_at desc, id desc limit 1',
    );
    expect(refused).toEqual([{ outcome: 'REFUSED', code: 'BLOCKED', account: null, subjects: {} }]);
  });
});

describe('a hub that is not connected to WeChat', () => {
  it('says so', async () => {
    const other = await startTestHub();
    try {
      const { data } = await other.ask(SignInWithWechatDocument, { variables: { input: { code: 'any' } } });
      expect(data!.signInWithWechat.userErrors.map((error) => error.code)).toEqual(['NOT_CONFIGURED']);
    } finally {
      await other.stop();
    }
  });
});
