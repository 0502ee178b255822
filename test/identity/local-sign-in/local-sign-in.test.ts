import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ChangeAuthenticatorDocument,
  ChangePasswordDocument,
  CreateRecoveryCodesDocument,
  EndAssignmentDocument,
  MySignInsDocument,
  StaffIdentitiesToApproveDocument,
  UnlinkStaffIdentityDocument,
} from '../../../schema/generated/admin.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';
import { bearer, refresh, whoIs } from '../../support/signed-in.ts';
import { beginScenario } from '../../support/world.ts';
import { localAccounts, PASSWORD } from './local-accounts.ts';

const MINUTE = 60_000;

let hub: TestHub;
let scenario: Scenario;
let administrator: StaffMember;
let second: StaffMember;
let now = new Date();
const lines: string[] = [];

beforeAll(async () => {
  hub = await startTestHub({
    clock: () => now,
    variables: { PUBLIC_URL: 'https://hub.example.org' },
    logger: pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) }),
  });
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

const { codeOf, invite, offer, setUp, approve, local, signIn } = localAccounts(() => ({
  hub,
  administrator,
  second,
  now: () => now,
}));
const member = async (): Promise<StaffMember> => scenario.schoolAdmin(await scenario.school());
const told = async ({ accountId }: StaffMember): Promise<string[]> =>
  (
    await hub.ask(
      '{ viewer { inbox(first: 50, where: { kind: { eq: "identity.link-settled" } }) { nodes { title } } } }',
      { as: accountId, headers: { 'accept-language': 'en' } },
    )
  ).data!['viewer'].inbox.nodes.map(({ title }: { title: string }) => title);
const rows = async (text: string, ...values: unknown[]) => (await hub.database.pool.query(text, values)).rows;

describe('a link to set up a password', () => {
  it('is handed out for several in one call, each that may not be told apart, and shown once', async () => {
    const [one, other] = [await member(), await member()];
    const elsewhere = await (await beginScenario(hub)).districtAdmin();
    const { codes, links, identities } = await invite([one, elsewhere, other]);
    expect(codes).toEqual(['NOT_FOUND']);
    expect(links.map(({ staffId }) => staffId)).toEqual([`staff_${one.staff.id}`, `staff_${other.staff.id}`]);
    expect(links[0]!.address).toMatch(/^https:\/\/hub\.example\.org\/sign-in\/hubl_[\w-]{43}$/);
    expect(identities).toHaveLength(2);
    expect((await invite([one], one.accountId)).links).toEqual([]);
  });

  it('gives what another administrator must approve, who is asked when it was set up and not before', async () => {
    const [whom, third] = [await member(), await scenario.districtAdmin()];
    const waiting = async (): Promise<string[]> =>
      (await hub.ask(StaffIdentitiesToApproveDocument, { as: second.accountId })).data!.staffIdentities!.nodes.map(
        ({ id }) => id,
      );
    const { tokens, identities } = await invite([whom]);
    expect(await waiting()).not.toContain(identities[0]);
    expect(await approve(identities)).toEqual(['NOT_SET_UP']);
    const made = await setUp(tokens[0]!);
    expect(made).toMatchObject({ needsApproval: true, codes: [], staffNumber: whom.staff.staffNumber });
    expect(made.recoveryCodes).toHaveLength(10);
    expect(await waiting()).toContain(identities[0]);
    const code = codeOf(made.secret, 1);
    expect(await signIn(made.staffNumber, { code })).toMatchObject({ code: 'NOT_APPROVED' });
    expect(await approve(identities, administrator.accountId)).toEqual(['OWN']);
    expect(await approve(identities, third.accountId)).toEqual([]);
    now = new Date(now.getTime() + MINUTE);
    const { token } = await signIn(made.staffNumber, { code: codeOf(made.secret) });
    expect(await whoIs(hub, token!)).toBe(`account_${whom.accountId}`);
    expect(await told(whom)).toEqual(['Your account has a new sign-in', 'Your password was set']);
  });

  it('is used by one of two at once, and by nobody when its time is over', async () => {
    const [whom, late] = [await member(), await member()];
    const { tokens } = await invite([whom, late]);
    const both = await Promise.all([setUp(tokens[0]!), setUp(tokens[0]!)]);
    expect(both.map(({ codes }) => codes[0] ?? 'done').sort()).toEqual(['LINK_NOT_VALID', 'done']);
    expect((await offer(tokens[0]!)).userErrors).toMatchObject([{ code: 'LINK_NOT_VALID' }]);
    const offered = offer(tokens[1]!);
    await offered;
    now = new Date(now.getTime() + 72 * 60 * MINUTE);
    expect((await setUp(tokens[1]!, {}, offered)).codes).toEqual(['LINK_NOT_VALID']);
    expect((await setUp('hubl_' + 'A'.repeat(43), {}, offered)).codes).toEqual(['LINK_NOT_VALID']);
  });

  it('is of oneself good alone, and is not to be had by whoever finds a session of somebody who has a password', async () => {
    const self = await scenario.districtAdmin();
    const { tokens } = await invite([self], self.accountId);
    const made = await setUp(tokens[0]!);
    expect(made.needsApproval).toBe(false);
    expect((await signIn(made.staffNumber, { code: codeOf(made.secret, 1) })).code).toBeNull();
    expect((await invite([self], self.accountId)).codes).toEqual(['SET_UP_ALREADY']);
  });

  it.each([
    ['短密码', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(129), 'PASSWORD_TOO_LONG'],
    ['password123456', 'PASSWORD_GUESSABLE'],
    ['1234567890123', 'PASSWORD_GUESSABLE'],
    ['aabbaabbaabb', 'PASSWORD_GUESSABLE'],
    ['xNUMBERyNUMBERzNUMBER', 'PASSWORD_GUESSABLE'],
  ])('takes no password like %s', async (password, code) => {
    const whom = await member();
    const { tokens } = await invite([whom]);
    const typed = password.replaceAll('NUMBER', whom.staff.staffNumber);
    expect((await setUp(tokens[0]!, { password: typed })).codes).toEqual([code]);
    const wrong = await setUp(tokens[0]!, { code: '12345' });
    expect(wrong.codes).toEqual(['CODE_WRONG']);
    expect((await setUp(tokens[0]!, {}, offer(tokens[0]!))).codes).toEqual([]);
  });

  it('takes no secret that was offered by another link', async () => {
    const { tokens } = await invite([await member(), await member()]);
    expect((await setUp(tokens[0]!, {}, offer(tokens[1]!))).codes).toEqual(['SET_UP_OVER']);
  });
});

describe('signing in by a password', () => {
  it('answers the same for a number of nobody, a wrong password and a wrong code', async () => {
    const { staffNumber, secret } = await local(await member());
    const code = codeOf(secret, 1);
    const answers = [
      await signIn('nobody-has-this', { code }),
      await signIn(staffNumber, { code, password: `${PASSWORD}。` }),
      await signIn(staffNumber, { code: code === '000000' ? '000001' : '000000' }),
    ];
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]!.code).toBe('NOT_RIGHT');
    expect((await signIn(staffNumber, { code })).code).toBeNull();
    expect((await signIn(staffNumber, {})).error).toBe('BAD_USER_INPUT');
  });

  it('takes a code of the authenticator, and a recovery code, once of two at once', async () => {
    const { staffNumber, secret, recoveryCodes } = await local(await member());
    for (const input of [{ code: codeOf(secret, 1) }, { recoveryCode: recoveryCodes[3]!.toLowerCase() }]) {
      const both = await Promise.all([signIn(staffNumber, input), signIn(staffNumber, input)]);
      expect(both.map(({ code }) => code ?? 'in').sort()).toEqual(['NOT_RIGHT', 'in']);
    }
  });

  it('has whoever guesses wait, twenty at once, be the number of somebody or of nobody, and lets in who has a code on paper', async () => {
    const whom = await member();
    const { staffNumber, secret, recoveryCodes } = await local(whom);
    for (const number of [staffNumber, 'of-nobody']) {
      const tries = await Promise.all(Array.from({ length: 20 }, () => signIn(number, { code: '000000' })));
      const count = (code: string) => tries.filter((each) => each.code === code).length;
      expect([count('NOT_RIGHT'), count('TOO_MANY_ATTEMPTS')]).toEqual([5, 15]);
    }
    expect((await signIn(staffNumber, { code: codeOf(secret, 1) })).code).toBe('TOO_MANY_ATTEMPTS');
    expect(await told(whom)).toContain('Somebody tries to sign in as you');
    expect((await signIn(staffNumber, { recoveryCode: recoveryCodes[0] })).code).toBeNull();
    expect((await signIn(staffNumber, { code: codeOf(secret, 1) })).code).toBeNull();
    now = new Date(now.getTime() + MINUTE);
    const waits: number[] = [];
    for (let wrong = 0; wrong < 7; wrong += 1) {
      await signIn(staffNumber, { code: '000000' });
      const [{ seconds }] = (await rows(
        'select extract(epoch from max(waits_until) - $1)::int as seconds from sign_in_miss',
        now,
      )) as [{ seconds: number }];
      waits.push(seconds);
      now = new Date(now.getTime() + seconds * 1000);
    }
    expect(waits).toEqual([0, 0, 0, 0, 10, 20, 40]);
    expect((await signIn(staffNumber, { code: codeOf(secret) })).code).toBeNull();
  });

  it('ends with the last role: nobody signs in, and what was begun is good for nothing at the next request', async () => {
    const whom = await member();
    const { staffNumber, secret } = await local(whom);
    const { token } = await signIn(staffNumber, { code: codeOf(secret, 1) });
    expect(await whoIs(hub, token!)).toBe(`account_${whom.accountId}`);
    await asked(hub, EndAssignmentDocument, administrator.accountId, {
      assignmentId: `staff-assignment_${whom.assignment.id}`,
    });
    expect(await whoIs(hub, token!)).toBe(401);
    now = new Date(now.getTime() + MINUTE);
    expect((await signIn(staffNumber, { code: codeOf(secret) })).code).toBe('NO_ROLE');
  });
});

describe('what becomes of a password', () => {
  it('reset by an administrator, it is over at once with its sessions, and the new one waits for approval', async () => {
    const whom = await member();
    const { staffNumber, secret } = await local(whom);
    const { token, refreshToken } = await signIn(staffNumber, { code: codeOf(secret, 1) });
    const { tokens, identities } = await invite([whom]);
    expect([await whoIs(hub, token!), (await refresh(hub, refreshToken!)).codes]).toEqual([401, ['UNAUTHENTICATED']]);
    now = new Date(now.getTime() + MINUTE);
    expect((await signIn(staffNumber, { code: codeOf(secret) })).code).toBe('NOT_RIGHT');
    const anew = await setUp(tokens[0]!);
    expect((await signIn(staffNumber, { code: codeOf(anew.secret, 1) })).code).toBe('NOT_APPROVED');
    expect(await approve(identities)).toEqual([]);
    expect(await told(whom)).toContain('Your password was reset');
    await asked(hub, UnlinkStaffIdentityDocument, administrator.accountId, { staffIdentityId: identities[0] });
    expect(
      await rows(
        'select 1 from local_credential crd join staff_identity sid on sid.id = crd.identity_id where sid.account_id = $1',
        whom.accountId,
      ),
    ).toEqual([]);
  });

  it('is changed by oneself, by the present one and a code alone; other sessions of it are over', async () => {
    const whom = await member();
    const { staffNumber, secret, recoveryCodes } = await local(whom);
    const { token } = await signIn(staffNumber, { code: codeOf(secret, 1) });
    now = new Date(now.getTime() + MINUTE);
    const { token: other } = await signIn(staffNumber, { code: codeOf(secret) });
    const by = async <Data>(document: Parameters<typeof asked<Data>>[1], input: object) => {
      const { data } = await hub.ask(document as never, { headers: bearer(token!), variables: { input } as never });
      return Object.values(data as unknown as Record<string, Record<string, unknown>>)[0]!;
    };
    const newPassword = '操场边上的第三棵银杏树下';
    const codes = (payload: Record<string, unknown>) =>
      (payload['userErrors'] as { code: string }[]).map(({ code }) => code);
    const wrong = { password: '不是这个密码,真的不是', code: codeOf(secret, 1), newPassword };
    expect(codes(await by(ChangePasswordDocument, wrong))).toEqual(['NOT_RIGHT']);
    expect(codes(await by(ChangePasswordDocument, { ...wrong, password: PASSWORD, newPassword: '太短' }))).toEqual([
      'PASSWORD_TOO_SHORT',
    ]);
    expect(codes(await by(ChangePasswordDocument, { ...wrong, password: PASSWORD }))).toEqual([]);
    expect([await whoIs(hub, token!), await whoIs(hub, other!)]).toEqual([`account_${whom.accountId}`, 401]);
    const offered = await offer(null, whom.accountId);
    const phone = {
      password: newPassword,
      recoveryCode: recoveryCodes[0],
      setUp: offered.setUp,
      newCode: codeOf(offered.secret),
    };
    expect(codes(await by(ChangeAuthenticatorDocument, phone))).toEqual([]);
    const made = await by(CreateRecoveryCodesDocument, { password: newPassword, code: codeOf(offered.secret, 1) });
    expect([made['recoveryCodes'], codes(made)]).toEqual([expect.any(Array), []]);
    const again = { password: newPassword, recoveryCode: recoveryCodes[1] };
    expect((await signIn(staffNumber, again)).code).toBe('NOT_RIGHT');
    const fresh = (made['recoveryCodes'] as string[])[0];
    expect((await signIn(staffNumber, { password: newPassword, recoveryCode: fresh })).code).toBeNull();
    expect((await told(whom)).filter((title) => title === 'Your sign-in was changed')).toHaveLength(3);
    const { data } = await hub.ask(MySignInsDocument, { as: whom.accountId });
    expect(data!.viewer.staff!.identities!.nodes).toMatchObject([
      { issuer: 'local', status: 'ACTIVE', recoveryCodesLeft: 9, lastUsedAt: expect.any(String) as string },
    ]);
  });

  it('stands in no log, no audit entry and no memory of calls', async () => {
    const whom = await member();
    const { tokens, identities } = await invite([whom]);
    const made = await setUp(tokens[0]!);
    await approve(identities);
    await signIn(made.staffNumber, { code: codeOf(made.secret, 1) });
    await signIn('stranger-4711', { code: '000000' });
    const kept = JSON.stringify([
      lines,
      await rows('select * from audit_record'),
      await rows('select * from idempotent_call'),
      await rows('select * from notice'),
      await rows('select * from refusal_tally'),
      await rows('select * from local_credential'),
      await rows('select * from sign_in_miss'),
    ]);
    for (const secret of [PASSWORD, tokens[0]!, made.secret, made.recoveryCodes[0]!, 'stranger-4711'])
      expect(kept).not.toContain(secret);
    expect(
      await rows(
        `select mutation, outcome, code from audit_record where mutation = 'signInWithPassword' and account is null order by created_at desc limit 1`,
      ),
    ).toEqual([{ mutation: 'signInWithPassword', outcome: 'REFUSED', code: 'NOT_RIGHT' }]);
  });
});
