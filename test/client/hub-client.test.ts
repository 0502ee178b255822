import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  wxLogin,
  type HubClient,
  type HubClientOptions,
  type HubError,
  type Tokens,
  type UserErrorOf,
} from '../../schema/client/index.ts';
import {
  InboxId,
  MarkAllNoticesReadId,
  MySessionsId,
  ParentHomeId,
  RefreshSessionId,
  SignInWithWechatId,
  SignOutId,
  SignUpForShiftId,
} from '../../schema/generated/mini-program-operations.ts';
import { daysAfter, WRITTEN_AT } from '../../seeds/factories/index.ts';
import { startFakeWechat, type FakeWechat } from '../../seeds/wechat/fake-wechat.ts';
import { toGlobalId } from '../../src/platform/reading/index.ts';
import { writeOneOfEverything, type OneOfEverything } from '../contract/one-of-everything.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { wechatVariables } from '../support/signed-in.ts';
import { clientOn, failure, speaksFor } from './asking.ts';
import { fakeWx, type FakeWx } from './fake-wx.ts';

const now = daysAfter(WRITTEN_AT, 95);
const MINUTE = 60_000;

let wechat: FakeWechat;
let hub: TestHub;
let there: OneOfEverything;
let people = 0;
beforeAll(async () => {
  wechat = await startFakeWechat();
  hub = await startTestHub({
    clock: () => now,
    variables: { ...wechatVariables(wechat), TRUSTED_DOCUMENTS: 'enforce', COMPILED_QUERIES: 'off' },
  });
  there = await writeOneOfEverything(hub.database, now);
});
afterAll(async () => {
  await hub.stop();
  await wechat.stop();
});

let phone: FakeWx;
let client: HubClient;
let signedOut: number;
let person: string;
const another = (options: Partial<HubClientOptions> = {}): HubClient =>
  clientOn(phone, hub, [], { onSignedOut: () => (signedOut += 1), ...options });
beforeEach(() => {
  person = `person-${(people += 1)}`;
  phone = fakeWx(() => wechat.codeFor(person));
  signedOut = 0;
  client = another();
});

const signIn = (as = client) => as.signInWithWechat(wxLogin(phone.wx), '手机');
const asParent = () => another({ credentials: speaksFor(hub, there.accounts.parent) });
const sentOf = (documentId: string) => phone.sent.filter((each) => each.documentId === documentId);
const sessions = async () => (await client.query(MySessionsId)).data.viewer.account?.sessions.nodes;
/** The token is good for nothing from now on; of the second kind, the session neither. */
function spoil(which: 'accessToken' | 'refreshToken' = 'accessToken'): void {
  const kept = phone.kept.get('home-school-hub') as Tokens;
  phone.kept.set('home-school-hub', { ...kept, [which]: `${kept[which].slice(0, -4)}none` });
}
const REFUSED = '{"errors":[{"message":"请先登录,或重新登录。","extensions":{"code":"UNAUTHENTICATED"}}]}';
const LOST = { lost: 'request:fail interrupted' };

describe('signing in', () => {
  it('exchanges a code of wx.login, and speaks for the person from then on, by ids alone', async () => {
    expect(await client.isSignedIn()).toBe(false);
    expect((await signIn()).userErrors).toEqual([]);
    expect(await client.isSignedIn()).toBe(true);
    expect(await sessions()).toMatchObject([{ client: '手机', current: true }]);
    expect((await client.query(ParentHomeId, { from: now.toISOString() })).data.viewer.signedIn).toBe(true);
    expect(phone.sent.every(({ documentId, query }) => documentId !== undefined && query === undefined)).toBe(true);
  });

  it('takes another code where the answer was lost', async () => {
    phone.nextly(LOST);
    expect((await signIn()).userErrors).toEqual([]);
    expect(new Set(sentOf(SignInWithWechatId).map(({ variables }) => variables.input!['code'])).size).toBe(2);
  });

  it('tells what WeChat says', async () => {
    wechat.nextly({ errcode: 40029 });
    const { userErrors } = await signIn();
    expect(userErrors.map(({ code }) => code)).toEqual(['INVALID_CODE']);
    expect(await client.isSignedIn()).toBe(false);
  });

  it('ends on the hub and on the phone, or on the phone alone where the hub cannot be reached', async () => {
    await signIn();
    await client.signOut();
    expect([phone.kept.size, signedOut, sentOf(SignOutId).length]).toEqual([0, 1, 1]);
    await signIn();
    expect(await sessions()).toHaveLength(1);
    const offline = another({ patienceMs: 0 });
    phone.nextly({ unsent: 'request:fail' });
    await offline.signOut();
    expect(phone.kept.size).toBe(0);
  });
});

describe('a token that is over', () => {
  const refreshes = () => sentOf(RefreshSessionId).length;
  beforeEach(async () => {
    await signIn();
    spoil();
  });

  it('is renewed once for ten requests that were answered 401 together', async () => {
    // Five at one moment, and five as the network brings them.
    for (let each = 0; each < 5; each += 1) phone.nextly({ status: 401, body: REFUSED }, InboxId);
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.query(InboxId)));
    expect(answers.every(({ data }) => data.viewer.id !== null)).toBe(true);
    expect(refreshes()).toBe(1);
    expect(sentOf(RefreshSessionId)[0]!.token).toBeUndefined();
  });

  it('is renewed though the answer was lost, and the session goes on', async () => {
    phone.nextly(LOST, RefreshSessionId);
    phone.nextly({ lost: 'request:fail timeout' }, RefreshSessionId);
    const impatient = another({ patienceMs: 0 });
    await Promise.all([impatient.query(InboxId), impatient.query(InboxId)]);
    expect(refreshes()).toBe(3);
    spoil();
    expect(await sessions()).toHaveLength(1);
  });

  it('stays, with its refresh token, where the hub cannot be reached', async () => {
    const impatient = another({
      patienceMs: 0,
      clockwork: { now: endlessly(), random: () => 0, sleep: async () => {} },
    });
    phone.nextly({ unsent: 'request:fail' }, RefreshSessionId);
    expect(await failure(impatient.query(InboxId))).toMatchObject({ code: 'NO_CONNECTION' });
    expect([phone.kept.size, signedOut]).toEqual([1, 0]);
    expect((await client.query(InboxId)).errors).toEqual([]);
  });

  it('makes an end of the session where the hub refuses, told once', async () => {
    spoil('refreshToken');
    const failures = await Promise.all(Array.from({ length: 5 }, () => failure(client.query(InboxId))));
    expect(failures.map(({ code, status }) => [code, status])).toEqual(Array(5).fill(['UNAUTHENTICATED', 401]));
    expect([refreshes(), signedOut, phone.kept.size]).toEqual([1, 1, 0]);
  });

  it('is that which another page has renewed meanwhile', async () => {
    phone.delay = 300;
    const late = another().query(InboxId);
    await until(() => sentOf(InboxId).length === 1);
    phone.delay = 0;
    await client.query(InboxId);
    expect((await late).errors).toEqual([]);
    expect(refreshes()).toBe(1);
  });

  it('is not kept where somebody signs out, or somebody else in, while it is being renewed', async () => {
    phone.delay = 300;
    const waiting = client.query(InboxId).catch((error: HubError) => error);
    await until(() => refreshes() === 1);
    phone.delay = 0;
    person = `person-${(people += 1)}`;
    await signIn();
    const kept = phone.kept.get('home-school-hub');
    expect(await waiting).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(phone.kept.get('home-school-hub')).toBe(kept);
  });
});

describe('a press', () => {
  const roleId = () => toGlobalId('shift-role', there.ids['shift-role']!);

  it('is done once, however often it is sent', async () => {
    const parent = asParent();
    const press = parent.press(SignUpForShiftId, { roleId: roleId(), acceptRiskNotice: true });
    phone.nextly(LOST);
    phone.nextly({ lost: 'request:fail timeout' });
    const [one, two] = await Promise.all([press.send(), press.send()]);
    expect(one).toBe(two);
    expect(one).toMatchObject({ userErrors: [], signup: { status: 'CONFIRMED' } });
    const sent = sentOf(SignUpForShiftId);
    expect(sent.map(({ variables }) => variables.input!['idempotencyKey'])).toEqual(Array(3).fill(press.key));
    const { rows } = await hub.database.pool.query('select 1 from signup where role_id = $1', [
      there.ids['shift-role'],
    ]);
    expect(rows).toHaveLength(1);

    // Another press is another wish, and what a person may expect to fail is data that the compiler knows.
    const { userErrors } = await parent.mutate(SignUpForShiftId, { roleId: roleId(), acceptRiskNotice: true });
    expect(userErrors.map(wordOf)).toEqual(['already there']);
  });

  it('is sent anew under its key after all attempts have failed', async () => {
    const impatient = another({ patienceMs: 0 });
    await signIn(impatient);
    const press = impatient.press(MarkAllNoticesReadId, {});
    phone.nextly(LOST);
    expect(await failure(press.send())).toMatchObject({ code: 'NO_CONNECTION', status: 0 });
    expect((await press.send()).userErrors).toEqual([]);
    expect(new Set(sentOf(MarkAllNoticesReadId).map(({ variables }) => variables.input!['idempotencyKey'])).size).toBe(
      1,
    );
  });

  it('of one person is not sent as another', async () => {
    await signIn();
    const press = client.press(MarkAllNoticesReadId, {});
    await client.signOut();
    person = `person-${(people += 1)}`;
    await signIn();
    expect(await failure(press.send())).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(sentOf(MarkAllNoticesReadId)).toEqual([]);
  });
});

/** That each code is known here is what the compiler looks at. */
function wordOf({ code }: Pick<UserErrorOf<typeof SignUpForShiftId>, 'code'>): string {
  switch (code) {
    case 'ALREADY_SIGNED_UP':
      return 'already there';
    default:
      return code satisfies Exclude<UserErrorOf<typeof SignUpForShiftId>['code'], 'ALREADY_SIGNED_UP'>;
  }
}

/** A clock on which each look takes a minute. */
function endlessly(): () => number {
  let time = 0;
  return () => (time += MINUTE);
}

async function until(there: () => boolean): Promise<void> {
  while (!there()) await new Promise((resolve) => setTimeout(resolve, 5));
}
