import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ChangePasswordDocument, RegisterStaffDocument } from '../../../schema/generated/admin.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';
import { localAccounts, PASSWORD } from './local-accounts.ts';

let hub: TestHub;
let scenario: Scenario;
let administrator: StaffMember;
let second: StaffMember;
let now = new Date();

beforeAll(async () => {
  hub = await startTestHub({ clock: () => now });
  scenario = await beginScenario(hub);
  [administrator, second] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { codeOf, invite, setUp, approve, signIn } = localAccounts(() => ({
  hub,
  administrator,
  second,
  now: () => now,
}));
const member = async (): Promise<StaffMember> => scenario.schoolAdmin(await scenario.school());

describe('what a second administrator approves', () => {
  it('is what they saw: what was set up by a link of later has another id, whoever comes first', async () => {
    const whom = await member();
    const seen = await invite([whom]);
    await setUp(seen.tokens[0]!);
    const later = await invite([whom]);
    const other = await setUp(later.tokens[0]!, { password: '别人自己选的密码一二三四五' });
    expect(later.identities).not.toEqual(seen.identities);
    expect(await approve(seen.identities)).toEqual(['NOT_FOUND']);
    const by = { password: '别人自己选的密码一二三四五', code: codeOf(other.secret, 1) };
    expect((await signIn(other.staffNumber, by)).code).toBe('NOT_APPROVED');

    const [raced, atOnce] = [await member(), await member()];
    for (const each of [raced, atOnce]) {
      const { tokens, identities } = await invite([each]);
      await setUp(tokens[0]!);
      const [codes, anew] = await Promise.all([approve(identities), invite([each])]);
      expect([[], ['NOT_FOUND']]).toContainEqual(codes);
      expect(anew.identities).not.toEqual(identities);
      expect(await approve(anew.identities)).toEqual(['NOT_SET_UP']);
    }
  });

  it('stays as it was set up until then, also by whoever is signed in otherwise', async () => {
    const whom = await member();
    const { tokens, identities } = await invite([whom]);
    const { secret } = await setUp(tokens[0]!);
    const change = { password: PASSWORD, code: codeOf(secret, 1), newPassword: '操场边上的第三棵银杏树下' };
    expect((await asked(hub, ChangePasswordDocument as never, whom.accountId, change)).codes).toEqual(['NOT_APPROVED']);
    expect(await approve(identities)).toEqual([]);
    now = new Date(now.getTime() + 60_000);
    const later = { ...change, code: codeOf(secret) };
    expect((await asked(hub, ChangePasswordDocument as never, whom.accountId, later)).codes).toEqual([]);
  });
});

describe('a password of somebody of whom this is known', () => {
  it.each([
    ['zhangsan1234', ['PASSWORD_GUESSABLE']],
    ['SanZhang2026', ['PASSWORD_GUESSABLE']],
    ['Xicheng@2026!', ['PASSWORD_GUESSABLE']],
    ['ﷺ', ['PASSWORD_TOO_SHORT']],
    ['\u200b\u200c\u200d\u2060\ufeff\u200e\u200b\u200c\u200d\u2060\ufeff\u200e', ['PASSWORD_TOO_SHORT']],
    ['abc王\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b', ['PASSWORD_TOO_SHORT']],
    ['张家门口有三棵槐树呢吧', ['PASSWORD_TOO_SHORT']],
    ['山上有七只羊和一匹老马', ['PASSWORD_TOO_SHORT']],
    ['槐树底下第三张石桌子上面', []],
  ])('like %s is looked at', async (password, codes) => {
    const { payload } = await asked(hub, RegisterStaffDocument, administrator.accountId, {
      name: '张三',
      staffNumber: `P${password.length}${password.codePointAt(0)}`,
      role: 'SCHOOL_ADMIN',
      schoolId: `school_${(await scenario.school()).id}`,
    });
    const staff = { staff: { id: (payload!['staff'] as { id: string }).id.slice('staff_'.length) } } as StaffMember;
    const { tokens } = await invite([staff]);
    expect((await setUp(tokens[0]!, { password })).codes).toEqual(codes);
  });
});

describe('a staff number', () => {
  it('is one however it is typed, where it is stored and where somebody signs in', async () => {
    const schoolId = `school_${(await scenario.school()).id}`;
    const register = (staffNumber: string) =>
      asked(hub, RegisterStaffDocument, administrator.accountId, {
        name: '李明',
        staffNumber,
        role: 'SCHOOL_ADMIN',
        schoolId,
      });
    const { payload, codes } = await register('ｔ 7002\u200b');
    expect(codes).toEqual([]);
    for (const same of ['T7002', 't7002', 'T7002\u200b', 'Ｔ７００２'])
      expect((await register(same)).codes).toEqual(['NUMBER_TAKEN']);
    for (const none of ['🧑‍🏫9', '\u200b', '--', 'Т7002', '\u0301\u0301'])
      expect((await register(none)).refused).toBe('BAD_USER_INPUT');
    const id = (payload!['staff'] as { id: string }).id.slice('staff_'.length);
    const { tokens, identities } = await invite([{ staff: { id } } as StaffMember]);
    const { secret, staffNumber } = await setUp(tokens[0]!);
    expect(staffNumber).toBe('T7002');
    await approve(identities);
    for (const typed of ['t7002', 'Ｔ７００２\u200b']) {
      now = new Date(now.getTime() + 60_000);
      expect((await signIn(typed, { code: codeOf(secret) })).code).toBeNull();
    }
  });
});
