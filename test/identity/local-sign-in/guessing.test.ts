import { createHook } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { ChangePasswordDocument, SignInWithPasswordDocument } from '../../../schema/generated/admin.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { hashOfPassword } from '../../../src/platform/auth/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { bearer } from '../../support/signed-in.ts';
import { beginScenario } from '../../support/world.ts';
import { localAccounts, PASSWORD } from './local-accounts.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const [HOME, ELSEWHERE] = ['203.0.113.1', '198.51.100.7'];

let hub: TestHub;
let scenario: Scenario;
let administrator: StaffMember;
let second: StaffMember;
let now = new Date();

beforeAll(async () => {
  hub = await startTestHub({ clock: () => now, variables: { TRUSTED_PROXIES: '127.0.0.1' } });
  scenario = await beginScenario(hub);
  [administrator, second] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
});
beforeEach(() => {
  now = new Date(now.getTime() + 2 * MINUTE);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { codeOf, local, signIn } = localAccounts(() => ({ hub, administrator, second, now: () => now }));
const member = async (): Promise<StaffMember> => scenario.schoolAdmin(await scenario.school());
const rows = async (text: string, ...values: unknown[]) => (await hub.database.pool.query(text, values)).rows;
const told = async ({ accountId }: StaffMember): Promise<number> =>
  (
    await hub.ask(
      '{ viewer { inbox(first: 50, where: { kind: { eq: "identity.link-settled" } }) { nodes { title } } } }',
      { as: accountId, headers: { 'accept-language': 'en' } },
    )
  ).data!['viewer'].inbox.nodes.filter(({ title }: { title: string }) => title === 'Somebody tries to sign in as you')
    .length;
const wrongly = async (number: string, times: number, from = ELSEWHERE): Promise<(string | null)[]> => {
  const codes = [];
  for (let each = 0; each < times; each += 1)
    codes.push((await signIn(number, { code: '000000', password: `a wrong guess ${each}` }, from)).code);
  return codes;
};
/** How many passwords were hashed since it was asked last. */
const countHashes = (): (() => number) => {
  let count = 0;
  const hook = createHook({ init: (_id, type) => void (type === 'SCRYPTREQUEST' && (count += 1)) }).enable();
  onTestFinished(() => void hook.disable());
  return () => {
    const counted = count;
    count = 0;
    return counted;
  };
};
const credentialOf = async ({ accountId }: StaffMember): Promise<{ id: string; password_hash: string }> =>
  (
    await rows(
      'select crd.id, crd.password_hash from local_credential crd join staff_identity sid on sid.id = crd.identity_id where sid.account_id = $1',
      accountId,
    )
  )[0] as { id: string; password_hash: string };

describe('whoever guesses a password', () => {
  it('waits where they are, and holds up nobody elsewhere who signs in or changes what is their own', async () => {
    const whom = await member();
    const { staffNumber, secret } = await local(whom);
    const { token } = await signIn(staffNumber, { code: codeOf(secret, 1) }, HOME);
    expect((await wrongly(staffNumber, 7)).slice(4)).toEqual(['NOT_RIGHT', 'TOO_MANY_ATTEMPTS', 'TOO_MANY_ATTEMPTS']);
    now = new Date(now.getTime() + MINUTE);
    await wrongly(staffNumber, 1);
    const change = { password: PASSWORD, newPassword: '操场边上的第三棵银杏树下', code: codeOf(secret) };
    const { data } = await hub.ask(ChangePasswordDocument, {
      headers: { ...bearer(token!), 'x-forwarded-for': ELSEWHERE },
      variables: { input: change },
    });
    expect(data!.changePassword.userErrors).toEqual([]);
    now = new Date(now.getTime() + MINUTE / 2);
    const again = { password: change.newPassword, code: codeOf(secret) };
    expect((await signIn(staffNumber, again, '192.0.2.44')).code).toBeNull();
  });

  it('from a hundred networks waits as well, and whoever has signed in from theirs before does not', async () => {
    const { staffNumber, secret } = await local(await member());
    expect((await signIn(staffNumber, { code: codeOf(secret, 1) }, HOME)).code).toBeNull();
    now = new Date(now.getTime() + MINUTE);
    for (const number of [staffNumber, 'NOBODY-1']) {
      for (let network = 0; network < 4; network += 1) await wrongly(number, 1, `198.51.100.${network}`);
      await rows('update sign_in_miss set misses = 99 where misses = 4');
      expect(await wrongly(number, 2, '192.0.2.9')).toEqual(['NOT_RIGHT', 'TOO_MANY_ATTEMPTS']);
    }
    expect((await signIn(staffNumber, { code: codeOf(secret, 1) }, '192.0.2.10')).code).toBe('TOO_MANY_ATTEMPTS');
    expect((await signIn(staffNumber, { code: codeOf(secret, 1) }, HOME)).code).toBeNull();
  });

  it('is told of to whose number it is, once a day while it goes on', async () => {
    const whom = await member();
    const { staffNumber } = await local(whom);
    const counted: number[] = [];
    for (let times = 0; times < 5; times += 1) {
      await wrongly(staffNumber, 5, `192.0.2.${times}`);
      counted.push(await told(whom));
      now = new Date(now.getTime() + DAY * 0.45);
    }
    expect(counted).toEqual([1, 1, 1, 2, 2]);
  });

  it('has one guess for each recovery code that they have found, whether there is a wait or not', async () => {
    const whom = await member();
    const { staffNumber, recoveryCodes } = await local(whom);
    const [one, two, kept] = recoveryCodes;
    const guess = async (recoveryCode: string, password = 'a wrong guess') =>
      (await signIn(staffNumber, { recoveryCode, password }, ELSEWHERE)).code;
    expect([await guess(one!), await guess(one!, PASSWORD)]).toEqual(['NOT_RIGHT', 'NOT_RIGHT']);
    await wrongly(staffNumber, 6);
    expect([await guess(two!), await guess(two!, PASSWORD)]).toEqual(['NOT_RIGHT', 'NOT_RIGHT']);
    expect(await guess(kept!, PASSWORD)).toBeNull();
  });

  it('costs nothing while they wait: nothing is hashed', async () => {
    const { staffNumber, recoveryCodes } = await local(await member());
    const hashes = countHashes();
    for (const number of [staffNumber, 'NOBODY-2']) {
      await wrongly(number, 5);
      expect(hashes()).toBe(5);
      await wrongly(number, 5);
      await signIn(number, { recoveryCode: '0000-0000-0000' }, ELSEWHERE);
      expect(hashes()).toBe(0);
    }
    await signIn(staffNumber, { recoveryCode: recoveryCodes[0] }, ELSEWHERE);
    expect(hashes()).toBe(1);
  });
});

describe('a password', () => {
  it('that was changed while it was compared is not the one that was compared', async () => {
    const whom = await member();
    const { staffNumber, secret } = await local(whom);
    const { id } = await credentialOf(whom);
    const changed = await hashOfPassword('somebody else has chosen this', 10);
    const client = await hub.database.pool.connect();
    await client.query('begin');
    await client.query('update local_credential set password_hash = $2 where id = $1', [id, changed]);
    const signing = signIn(staffNumber, { code: codeOf(secret, 1) });
    const waits = 'select 1 from pg_locks where not granted';
    while ((await rows(waits)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    await client.query('commit');
    client.release();
    expect((await signing).code).toBe('NOT_RIGHT');
  });

  it('that was hashed at a lower cost is hashed anew when its owner signs in', async () => {
    const whom = await member();
    const { staffNumber, secret } = await local(whom);
    const { id } = await credentialOf(whom);
    const old = (await hashOfPassword(PASSWORD, 9)).replace(/^scrypt\$10/, 'scrypt$9');
    await rows('update local_credential set password_hash = $2 where id = $1', id, old);
    expect((await signIn(staffNumber, { code: '000000' })).code).toBe('NOT_RIGHT');
    expect((await credentialOf(whom)).password_hash).toBe(old);
    expect((await signIn(staffNumber, { code: codeOf(secret, 1) })).code).toBeNull();
    expect((await credentialOf(whom)).password_hash).toMatch(/^scrypt\$10\$/);
    now = new Date(now.getTime() + MINUTE);
    expect((await signIn(staffNumber, { code: codeOf(secret) })).code).toBeNull();
  });
});

describe('many who sign in at once', () => {
  it('of one network have its places alone, and others come between them', async () => {
    const busy = await startTestHub({ variables: { TRUSTED_PROXIES: '127.0.0.1', PASSWORD_COST: '13' } });
    try {
      const guess = async (from: string) =>
        (
          await busy.ask(SignInWithPasswordDocument, {
            headers: { 'x-forwarded-for': from },
            variables: { input: { staffNumber: randomUUID(), password: PASSWORD, code: '000000' } },
          })
        ).errors?.[0]?.extensions.code ?? 'looked at';
      const done: string[] = [];
      const crowd = Array.from({ length: 30 }, async () => {
        const told = await guess(ELSEWHERE);
        if (told === 'looked at') done.push('crowd');
        return told;
      });
      await new Promise((resolve) => setTimeout(resolve, 150));
      const before = done.length;
      expect(await guess(HOME)).toBe('looked at');
      expect(done.length - before).toBeLessThan(10);
      const answers = await Promise.all(crowd);
      expect(answers.filter((each) => each === 'TRY_LATER').length).toBeGreaterThan(0);
    } finally {
      await busy.stop();
    }
  });
});
