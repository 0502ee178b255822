import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { UpdateStaffDocument } from '../../../schema/generated/admin.ts';
import { UpdateMyContactByWechatDocument, UpdateMyContactDocument } from '../../../schema/generated/mini-program.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { FAKE_APP_SECRET, startFakeWechat, type FakeWechat, type Mood } from '../../../seeds/wechat/fake-wechat.ts';
import { mobileNumber } from '../../../src/domains/people/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { askWechat, askWechatForPhone, IDENTITY } from '../../../src/domains/identity/index.ts';
import { Services } from '../../../src/platform/request/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { wechatVariables } from '../../support/signed-in.ts';
import { beginScenario } from '../../support/world.ts';

let wechat: FakeWechat;
let hub: TestHub;
let scenario: Scenario;
let teacher: StaffMember;
let schoolAdmin: StaffMember;
let home: Family;
let log = '';

beforeAll(async () => {
  wechat = await startFakeWechat();
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log += chunk.toString();
      done();
    },
  });
  hub = await startTestHub({ variables: wechatVariables(wechat), logger: pino({ base: null }, sink) });
  scenario = await beginScenario(hub);
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  teacher = await scenario.teacher(schoolClass);
  schoolAdmin = await scenario.schoolAdmin(school);
  home = await family(scenario, [schoolClass]);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
  await wechat.stop();
});

const parent = () => home.parent.accountId;
async function typed(phone: string, as = parent(), more: object = {}) {
  const { data, errors } = await hub.ask(UpdateMyContactDocument, { as, variables: { input: { phone, ...more } } });
  const payload = data?.updateMyContact;
  return { ...payload, errors, codes: payload?.userErrors.map(({ code }) => code) };
}
async function byWechat(code: string) {
  const { data, errors } = await hub.ask(UpdateMyContactByWechatDocument, {
    as: parent(),
    variables: { input: { code } },
  });
  const payload = data?.updateMyContactByWechat;
  return { ...payload, errors, codes: payload?.userErrors.map(({ code: each }) => each) };
}
const stored = async (personId = home.parent.person.id) =>
  (
    await hub.database.pool.query<{ phone: string | null; verified: boolean }>(
      'select phone, phone_verified_at is not null as verified from person where id = $1',
      [personId],
    )
  ).rows[0]!;

it.each([
  ['13800000001', '13800000001'],
  ['138.OOOO.0001', '13800000001'],
  [' +86 138-0000-0001\u200b', '13800000001'],
  ['(+86)13800000001', '13800000001'],
  ['008613800000001', '13800000001'],
  ['1３８　００００　0001', '13800000001'],
  ['8613800000001', '13800000001'],
  ['12800000001', null],
  ['010-12345678', null],
  ['138000000011', null],
  ['+852 91234567', null],
  ['１', null],
  ['', null],
  ['13800000001a', null],
])('%j is understood as %j', (written, number) => {
  expect(mobileNumber(written)).toBe(number);
});

it('a guardian types their number, which everybody is told masked and no record repeats', async () => {
  const { guardian, codes } = await typed('+86 139-1234-8765');
  expect([guardian, codes]).toEqual([expect.objectContaining({ phone: '139****8765', phoneVerifiedAt: null }), []]);
  expect(await stored()).toEqual({ phone: '13912348765', verified: false });
  const { data } = await hub.ask(
    `{ student(id: "student_${home.students[0]!.id}") { guardianContacts { phone phoneVerifiedAt } } }`,
    { as: teacher.accountId },
  );
  expect(data!['student'].guardianContacts).toEqual([{ phone: '139****8765', phoneVerifiedAt: null }]);
  const { rows } = await hub.database.pool.query<{ mutation: string; all: string }>(
    'select mutation, r::text as all from audit_record r where account = $1 order by created_at',
    [parent()],
  );
  expect(rows.map(({ mutation }) => mutation)).toEqual(['updateMyContact']);
  for (const { all } of rows) expect(all).not.toContain('8765');
});

it('what is no mobile number is refused and told nowhere, and nobody but a guardian has a number to keep here', async () => {
  const before = await stored();
  expect((await typed('010-5555 6666')).codes).toEqual(['NOT_A_MOBILE']);
  expect(await stored()).toEqual(before);
  expect((await typed('13912348765', teacher.accountId)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(log).not.toMatch(/5555|8765/);
});

it('WeChat tells the number by a code, which makes it verified; whoever types another one takes that away', async () => {
  const { guardian, codes } = await byWechat(wechat.phoneCodeFor('13700001111'));
  expect([guardian, codes]).toEqual([
    expect.objectContaining({ phone: '137****1111', phoneVerifiedAt: expect.any(String) as string }),
    [],
  ]);
  expect(await stored()).toEqual({ phone: '13700001111', verified: true });
  await typed('137 0000 1111');
  expect(await stored()).toEqual({ phone: '13700001111', verified: true });
  await typed('13700002222');
  expect(await stored()).toEqual({ phone: '13700002222', verified: false });
});

it('the hub asks for one token for all, and anew where WeChat takes it no more', async () => {
  const { tokensAsked } = wechat;
  wechat.spoilToken();
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, index) => byWechat(wechat.phoneCodeFor(`1370000300${index}`))),
  );
  expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
  expect(wechat.tokensAsked).toBe(tokensAsked + 1);
  await byWechat(wechat.phoneCodeFor('13700003333'));
  expect(wechat.tokensAsked).toBe(tokensAsked + 1);
});

it('a code is good once, and what WeChat says otherwise has a code of its own', async () => {
  const code = wechat.phoneCodeFor('13700004444');
  expect((await byWechat(code)).codes).toEqual([]);
  const before = await stored();
  expect((await byWechat(code)).codes).toEqual(['INVALID_CODE']);
  expect((await byWechat('')).codes).toEqual(['INVALID_CODE']);
  expect((await byWechat(wechat.phoneCodeFor('91234567', '852'))).codes).toEqual(['NOT_A_MOBILE']);
  const moods: [Mood[], string][] = [
    [[{ errcode: -1 }], 'BUSY'],
    [[{ errcode: 45011 }], 'RATE_LIMITED'],
    [[{ body: '<html>' }], 'BUSY'],
    [[{ body: '{"errcode":0,"phone_info":{"purePhoneNumber":["1"]}}' }], 'BUSY'],
    [[{ body: '{"errcode":0}' }], 'BUSY'],
    // The token is over, and no other is to be had.
    [[{ errcode: 42001 }, { body: '', status: 502 }], 'BUSY'],
    [[{ body: '{"access_token":"a b","expires_in":7200}' }], 'BUSY'],
  ];
  for (const [mood, told] of moods) {
    wechat.nextly(...mood);
    expect((await byWechat(wechat.phoneCodeFor('13700005555'))).codes, JSON.stringify(mood)).toEqual([told]);
  }
  wechat.nextly({ errcode: 40125 });
  expect((await byWechat(wechat.phoneCodeFor('13700005555'))).errors?.[0]?.extensions.code).toBe('INTERNAL');
  expect(await stored()).toEqual(before);
  expect(log).toContain('errcode 40125');
  for (const secret of ['13700005555', code, FAKE_APP_SECRET, 'token-of-the-fake']) expect(log).not.toContain(secret);
});

it('numbers of staff are understood alike', async () => {
  const { data } = await hub.ask(UpdateStaffDocument, {
    as: schoolAdmin.accountId,
    variables: { input: { staffId: `staff_${teacher.staff.id}`, phone: '+86 136 0000 0006' } },
  });
  expect(data!.updateStaff.userErrors).toEqual([]);
  expect(await stored(teacher.person.id)).toEqual({ phone: '13600000006', verified: false });
});

it('a request that asks WeChat something holds nobody up meanwhile', async () => {
  const order: string[] = [];
  const ask = (): Promise<never> => (order.push('asked'), Promise.reject(new Error('WeChat is asked.')));
  const services = new Services().offer(IDENTITY, { codeToSession: ask, phoneOfCode: ask } as never);
  const permit = { release: () => void order.push('released'), becomeHeavy: () => Promise.resolve() };
  for (const askIt of [askWechat, askWechatForPhone])
    await expect(askIt({ services, permit }, { code: 'code' })).rejects.toThrow('WeChat is asked.');
  expect(order).toEqual(['released', 'asked', 'released', 'asked']);
});
