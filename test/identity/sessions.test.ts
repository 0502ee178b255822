import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  RevokeOtherSessionsDocument,
  RevokeSessionDocument,
  SignOutDocument,
} from '../../schema/generated/mini-program.ts';
import { startFakeWechat, type FakeWechat } from '../../seeds/wechat/fake-wechat.ts';
import type { DownloadKind } from '../../src/platform/graphql/index.ts';
import { createRefreshTokens } from '../../src/platform/auth/index.ts';
import { LOST_ANSWER_MS, SESSION_DAYS } from '../../src/domains/identity/index.ts';
import { TEST_SIGNING_KEY } from '../support/config.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { bearer, refresh, signInAs, wechatVariables, whoIs } from '../support/signed-in.ts';
import { recordedSessions, SPOILED } from './sessions.ts';

const BEGUN = new Date();
const DAY = 86_400_000;

let wechat: FakeWechat;
let hub: TestHub;
let clock = BEGUN;
let person = '';
let people = 0;

beforeAll(async () => {
  wechat = await startFakeWechat();
  const greeting: DownloadKind = {
    name: 'greeting',
    description: 'greeting',
    produce: () => Promise.resolve({ filename: 'x.txt', mediaType: 'text/plain', body: Buffer.from('x') }),
  };
  hub = await startTestHub({ clock: () => clock, variables: wechatVariables(wechat), downloads: [greeting] });
});
afterAll(async () => {
  await hub.stop();
  await wechat.stop();
});
beforeEach(() => {
  clock = BEGUN;
  people += 1;
  person = `person-${people}`;
});

const later = (milliseconds: number): void => {
  clock = new Date(clock.getTime() + milliseconds);
};
const signIn = (client: string | null = null) => signInAs(hub, wechat, person, client);
const { sessionOf, auditOf, listed } = recordedSessions(() => hub);

describe('a session', () => {
  it('is begun with two tokens; the access token speaks for the account and names the session', async () => {
    const { accessToken, refreshToken } = await signIn('iPhone');
    expect(await whoIs(hub, accessToken)).toMatch(/^account_/);
    const { id } = await sessionOf(refreshToken);
    expect(JSON.parse(Buffer.from(accessToken.split('.')[1]!, 'base64url').toString())).toMatchObject({ sid: id });
    expect(await listed(accessToken)).toEqual([
      expect.objectContaining({ id: `session_${id}`, client: 'iPhone', method: 'WECHAT', current: true }),
    ]);
  });

  it('stores the refresh token as a hash alone', async () => {
    const { refreshToken } = await signIn();
    const { rows } = await hub.database.pool.query<{ all: string }>('select json_agg(s)::text as all from session s');
    expect(rows[0]!.all).not.toContain(refreshToken.split('_').slice(2).join('_'));
    const { rows: logged } = await hub.database.pool.query<{ all: string }>(
      'select json_agg(r)::text as all from audit_record r',
    );
    expect(logged[0]!.all).not.toContain(refreshToken.split('_').slice(2).join('_'));
  });

  it('takes one statement to tell who asks', async () => {
    const { accessToken } = await signIn();
    const { statements } = await hub.statementsOf(() =>
      hub.ask('{ viewer { signedIn } }', { headers: bearer(accessToken) }),
    );
    expect(statements).toHaveLength(1);
  });

  it('is refreshed with tokens that are new, and slides', async () => {
    const first = await signIn();
    const before = await sessionOf(first.refreshToken);
    later(DAY);
    const next = await refresh(hub, first.refreshToken);
    expect(next.codes).toEqual([]);
    expect(next.refreshToken).not.toBe(first.refreshToken);
    const after = await sessionOf(next.refreshToken);
    expect(after.id).toBe(before.id);
    expect(after.expires_at.getTime() - before.expires_at.getTime()).toBe(DAY);
    expect(await whoIs(hub, next.accessToken)).toMatch(/^account_/);
  });

  it('ends by itself where nobody refreshes it, access tokens included', async () => {
    const { accessToken, refreshToken } = await signIn();
    later(30 * DAY - 1);
    expect(await whoIs(hub, accessToken)).toMatch(/^account_/);
    later(1);
    expect(await whoIs(hub, accessToken)).toBe(401);
    expect((await refresh(hub, refreshToken)).codes).toEqual(['UNAUTHENTICATED']);
  });

  it(`is over after ${SESSION_DAYS} days, however often it is refreshed`, async () => {
    let { refreshToken } = await signIn();
    for (let day = 25; day < SESSION_DAYS; day += 25) {
      later(25 * DAY);
      const next = await refresh(hub, refreshToken);
      expect(next.codes).toEqual([]);
      ({ refreshToken } = next);
    }
    clock = new Date(BEGUN.getTime() + SESSION_DAYS * DAY);
    expect((await refresh(hub, refreshToken)).codes).toEqual(['UNAUTHENTICATED']);
  });
});

describe('a refresh token', () => {
  it('answers the same successor again where the answer was lost a moment ago', async () => {
    const first = await signIn();
    const lost = await refresh(hub, first.refreshToken);
    later(LOST_ANSWER_MS - 1);
    const again = await refresh(hub, first.refreshToken);
    expect(again.refreshToken).toBe(lost.refreshToken);
    later(LOST_ANSWER_MS);
    expect((await refresh(hub, again.refreshToken)).codes).toEqual([]);
  });

  it('that is used again later ends the session for everybody, and says so in the audit log alone', async () => {
    const first = await signIn();
    const next = await refresh(hub, first.refreshToken);
    const { id } = await sessionOf(next.refreshToken);
    later(LOST_ANSWER_MS);
    expect((await refresh(hub, first.refreshToken)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await sessionOf(next.refreshToken)).toMatchObject({ ending: 'REFRESH_REUSED' });
    expect((await refresh(hub, next.refreshToken)).codes).toEqual(['UNAUTHENTICATED']);
    expect([await whoIs(hub, first.accessToken), await whoIs(hub, next.accessToken)]).toEqual([401, 401]);
    const codes = (await auditOf(id)).map((row) => `${row.mutation} ${row.outcome} ${row.code ?? ''}`.trim());
    expect(codes).toEqual([
      'signInWithWechat SUCCEEDED',
      'refreshSession REFUSED REFRESH_REUSED',
      'refreshSession REFUSED UNAUTHENTICATED',
    ]);
  });

  it('of two generations ago ends it even within the moment', async () => {
    const first = await signIn();
    const second = await refresh(hub, first.refreshToken);
    const third = await refresh(hub, second.refreshToken);
    expect((await refresh(hub, first.refreshToken)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await sessionOf(third.refreshToken)).toMatchObject({ ending: 'REFRESH_REUSED' });
  });

  it('used twenty times at once gives one successor, and nothing is lost', async () => {
    const first = await signIn();
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(hub, first.refreshToken)));
    expect(answers.flatMap((answer) => answer.codes)).toEqual([]);
    const successors = new Set(answers.map((answer) => answer.refreshToken));
    expect(successors.size).toBe(1);
    expect((await refresh(hub, [...successors][0]!)).codes).toEqual([]);
  });

  it('that had to wait is judged by what is then so', async () => {
    const refreshTokens = createRefreshTokens(TEST_SIGNING_KEY);
    const first = await signIn();
    const { id } = await sessionOf(first.refreshToken);
    const second = refreshTokens.successorOf(refreshTokens.read(first.refreshToken)!);
    const third = refreshTokens.successorOf(second);
    const other = await hub.database.pool.connect();
    try {
      await other.query('begin');
      await other.query('select 1 from session where id = $1 for no key update', [id]);
      const waiting = refresh(hub, first.refreshToken);
      await sleep(200);
      await other.query('update session set refresh_hash = $2 where id = $1', [id, third.hash]);
      await other.query('commit');
      expect((await waiting).codes).toEqual(['UNAUTHENTICATED']);
    } finally {
      other.release();
    }
    expect(await sessionOf(first.refreshToken)).toMatchObject({ refresh_hash: third.hash, ending: 'REFRESH_REUSED' });
  });

  it('of a thief and its owner is given away by the second who goes on with it', async () => {
    const stolen = (await signIn()).refreshToken;
    const [owner, thief] = [await refresh(hub, stolen), await refresh(hub, stolen)];
    later(DAY);
    expect((await refresh(hub, owner.refreshToken)).codes).toEqual([]);
    later(LOST_ANSWER_MS);
    expect((await refresh(hub, thief.refreshToken)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await sessionOf(stolen)).toMatchObject({ ending: 'REFRESH_REUSED' });
  });

  it.each(SPOILED)('%s is refused, ends nothing and asks the database for nothing', async (_what, change) => {
    const { refreshToken } = await signIn();
    const { result, statements } = await hub.statementsOf(() => refresh(hub, change(refreshToken)));
    expect(result.codes).toEqual(['UNAUTHENTICATED']);
    expect(statements.filter((each) => /session/.test(each))).toEqual([]);
    expect(await sessionOf(refreshToken)).toMatchObject({ ending: null });
    expect((await refresh(hub, refreshToken)).codes).toEqual([]);
  });

  it('is no bearer token', async () => {
    expect(await whoIs(hub, (await signIn()).refreshToken)).toBe(401);
  });
});

describe('ending sessions', () => {
  it('signing out shuts the access token at the next request, and the refresh token', async () => {
    const { accessToken, refreshToken } = await signIn();
    const { data } = await hub.ask(SignOutDocument, { headers: bearer(accessToken), variables: { input: {} } });
    expect(data!.signOut).toMatchObject({ userErrors: [], session: { ending: 'SIGNED_OUT' } });
    expect(await whoIs(hub, accessToken)).toBe(401);
    expect((await refresh(hub, refreshToken)).codes).toEqual(['UNAUTHENTICATED']);
    expect(await sessionOf(refreshToken)).toMatchObject({ ending: 'SIGNED_OUT' });
  });

  it('a token that belongs to no session is told so', async () => {
    const account = (await whoIs(hub, (await signIn()).accessToken)) as string;
    const { data } = await hub.ask(SignOutDocument, { as: account.replace('account_', ''), variables: { input: {} } });
    expect(data!.signOut.userErrors.map((error) => error.code)).toEqual(['NO_SESSION']);
  });

  it('one of them is revoked from another, once, and never by somebody else', async () => {
    const [phone, tablet] = [await signIn('phone'), await signIn('tablet')];
    const stranger = await signInAs(hub, wechat, `${person}-neighbour`);
    const { id } = await sessionOf(tablet.refreshToken);
    const revoke = (token: string) =>
      hub.ask(RevokeSessionDocument, { headers: bearer(token), variables: { input: { sessionId: `session_${id}` } } });
    expect((await revoke(stranger.accessToken)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await whoIs(hub, tablet.accessToken)).toMatch(/^account_/);
    expect((await revoke(phone.accessToken)).data!.revokeSession).toMatchObject({
      userErrors: [],
      session: { ending: 'REVOKED' },
    });
    expect(await whoIs(hub, tablet.accessToken)).toBe(401);
    expect((await revoke(phone.accessToken)).data!.revokeSession.userErrors.map((error) => error.code)).toEqual([
      'ALREADY_OVER',
    ]);
    expect((await listed(phone.accessToken)).map((session) => session.client)).toEqual(['phone']);
  });

  it('all others are revoked at once, and a retry answers the same', async () => {
    const [phone, ...others] = [await signIn(), await signIn(), await signIn()];
    const revoke = () =>
      hub.ask(RevokeOtherSessionsDocument, {
        headers: bearer(phone.accessToken),
        variables: { input: { idempotencyKey: 'press' } },
      });
    expect((await revoke()).data!.revokeOtherSessions).toEqual({ revokedCount: 2, userErrors: [] });
    expect((await revoke()).data!.revokeOtherSessions.revokedCount).toBe(2);
    for (const other of others) expect(await whoIs(hub, other.accessToken)).toBe(401);
    expect(await whoIs(hub, phone.accessToken)).toMatch(/^account_/);
  });

  it('the sessions of somebody else are not to be seen', async () => {
    const [own, stranger] = [await signIn(), await signInAs(hub, wechat, `${person}-neighbour`)];
    const { id } = await sessionOf(own.refreshToken);
    const { data } = await hub.ask('query ($id: ID!) { node(id: $id) { id } }', {
      headers: bearer(stranger.accessToken),
      variables: { id: `session_${id}` },
    });
    expect(data).toEqual({ node: null });
  });

  it('an account that is shut is refused at the very next request, and cannot refresh', async () => {
    const { accessToken, refreshToken } = await signIn();
    const account = (await whoIs(hub, accessToken)) as string;
    await hub.database.pool.query(`update account set status = 'DISABLED' where id = $1`, [
      account.replace('account_', ''),
    ]);
    expect(await whoIs(hub, accessToken)).toBe(401);
    expect((await refresh(hub, refreshToken)).codes).toEqual(['UNAUTHENTICATED']);
  });

  it('the address of a file that was asked for in a session ends with it', async () => {
    const { accessToken, refreshToken } = await signIn();
    const account = ((await whoIs(hub, accessToken)) as string).replace('account_', '');
    const { id } = await sessionOf(refreshToken);
    const address = `${hub.address}/files/${await hub.hub.fileTokens.sign({ kind: 'greeting', id: 'x', accountId: account, sessionId: id }, clock)}`;
    expect((await fetch(address)).status).toBe(200);
    await hub.ask(SignOutDocument, { headers: bearer(accessToken), variables: { input: {} } });
    expect((await fetch(address)).status).toBe(401);
  });

  it('a token that names the session of another account is refused', async () => {
    const [own, other] = [await signIn(), await signInAs(hub, wechat, `${person}-neighbour`)];
    const account = ((await whoIs(hub, own.accessToken)) as string).replace('account_', '');
    const { id } = await sessionOf(other.refreshToken);
    expect(await whoIs(hub, await hub.hub.tokens.sign(account, 60, id))).toBe(401);
  });
});
