import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AssignRoleDocument, RegisterStaffDocument } from '../../schema/generated/admin.ts';
import { openByHand } from '../../src/app.ts';
import { createFirstAdministrator, type FirstAdministrator } from '../../src/domains/identity/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked } from '../support/mutations.ts';
import { whoIs } from '../support/signed-in.ts';
import { localAccounts } from './local-sign-in/local-accounts.ts';

const HOUR = 3600;
const DAY = 86_400_000;
const wanted = {
  districtCode: '110102',
  districtName: '西城区',
  name: '管理员',
  staffNumber: 'A1',
  sessionSeconds: HOUR,
  linkHours: 72,
};

let hub: TestHub;
let clock = new Date();
beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
});
afterAll(() => hub.stop());

const create = (more: Partial<FirstAdministrator> = {}) =>
  createFirstAdministrator(openByHand(hub.hub.database, clock), { ...wanted, ...more });
const another = (number: number, more: Partial<FirstAdministrator> = {}) =>
  create({ name: `管理员${number}`, staffNumber: `A${number}`, second: true, ...more });
const tokenOf = ({ accountId, sessionId }: { accountId: string; sessionId: string }): Promise<string> =>
  hub.hub.tokens.sign(accountId, HOUR, sessionId);
const rows = async (text: string, ...values: unknown[]): Promise<unknown[]> =>
  (await hub.database.pool.query(text, values)).rows;
const atWork = (code = '110102') =>
  rows(
    `select stf.staff_number as number from staff_assignment asg join staff stf on stf.id = asg.staff_id
  join district dis on dis.id = asg.district_id where dis.code = $1 and asg.role = 'DISTRICT_ADMIN' and asg.ended_at is null order by 1`,
    code,
  );
const end = (number: string) =>
  hub.database.pool.query(
    `update staff_assignment set ended_at = $2 where staff_id = (select id from staff where staff_number = $1)`,
    [number, clock],
  );

describe('the first administrator', () => {
  it('begins with a session of an hour that can be ended, and there is one only', async () => {
    const begun = clock;
    const first = await create();
    expect(await whoIs(hub, await tokenOf(first))).toBe(`account_${first.accountId}`);
    await expect(create({ name: '别人', staffNumber: 'A9' })).rejects.toThrow('already');
    clock = new Date(begun.getTime() + HOUR * 1000);
    expect(await whoIs(hub, await tokenOf(first))).toBe(401);
  });

  it('who let the hour pass is given another one by the same call, as often as it takes, and each stands in the audit log', async () => {
    const before = await rows('select account, outcome from audit_record where mutation = $1', 'admin:create');
    expect(before).toEqual([{ account: null, outcome: 'SUCCEEDED' }]);
    for (let times = 0; times < 2; times += 1) {
      const again = await create();
      expect(again.how).toBe('AGAIN');
      expect(await whoIs(hub, await tokenOf(again))).toBe(`account_${again.accountId}`);
      clock = new Date(clock.getTime() + DAY);
    }
    expect(await atWork()).toEqual([{ number: 'A1' }]);
    const records =
      await rows(`select acc.name, rec.districts = array[dis.id] as ours from audit_record rec join account acc on acc.id = (rec.subjects ->> 'account')::uuid
      join district dis on dis.code = '110102' where rec.mutation = 'admin:create'`);
    expect(records).toEqual(Array.from({ length: 3 }, () => ({ name: 'admin', ours: true })));
    await expect(create({ name: '别人' })).rejects.toThrow('belongs to somebody of another name');
  });

  it('is joined by a second in a second call, so that a new district is not locked, and by no third', async () => {
    await expect(another(2, { districtCode: '110101' })).rejects.toThrow('no such district');
    await expect(another(2, { districtName: '东城区' })).rejects.toThrow('give the name that is on record');
    // Two at once: there is room for one.
    const made = await Promise.allSettled([another(2), another(3)]);
    expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(another(4)).rejects.toThrow('two administrators');
    expect(await atWork()).toHaveLength(2);
    // Each of the two is given a token anew, whether or not --second is said.
    await expect(create({ second: true })).resolves.toMatchObject({ how: 'AGAIN' });
  });
});

describe('a district that has lost an administrator', () => {
  it('has one made though names of accounts are taken, and is told in words what is', async () => {
    await end('A2');
    await end('A3');
    await expect(another(4, { accountName: 'admin' })).rejects.toThrow('There is an account admin already');
    await expect(another(4, { name: '两行\n名字' })).rejects.toThrow('control character');
    await expect(another(4)).resolves.toMatchObject({ how: 'NEW' });
    expect(await rows(`select name from account order by name`)).toEqual([
      { name: 'admin' },
      { name: 'admin-2' },
      { name: 'admin-3' },
    ]);
    expect(await atWork()).toEqual([{ number: 'A1' }, { number: 'A4' }]);
  });

  it('has a former administrator again by their number and name, with the account that they had', async () => {
    await end('A4');
    const [account] = (await rows(
      `select acc.id from account acc join staff stf on stf.person_id = acc.person_id where stf.staff_number = 'A4'`,
    )) as [{ id: string }];
    const restored = await another(4);
    expect(restored).toMatchObject({ how: 'RESTORED', accountId: account.id });
    expect(await whoIs(hub, await tokenOf(restored))).toBe(`account_${account.id}`);
    expect(await atWork()).toEqual([{ number: 'A1' }, { number: 'A4' }]);
    await hub.database.pool.query(`update account set status = 'DISABLED' where id = $1`, [account.id]);
    await expect(another(4)).resolves.toMatchObject({ how: 'RESTORED' });
    expect(await atWork()).toEqual([{ number: 'A1' }, { number: 'A4' }]);
  });

  it('has its first one again where all are gone', async () => {
    await end('A1');
    await end('A4');
    await expect(create()).resolves.toMatchObject({ how: 'RESTORED' });
    await expect(another(4)).resolves.toMatchObject({ how: 'RESTORED' });
    await expect(another(5)).rejects.toThrow('two administrators');
  });
});

it('a second district begins like the first one, beside it', async () => {
  const elsewhere = { districtCode: '110105', districtName: '朝阳区' };
  await expect(create({ ...elsewhere, name: '朝阳一', staffNumber: 'C1' })).resolves.toMatchObject({ how: 'NEW' });
  await expect(create({ ...elsewhere, name: '朝阳二', staffNumber: 'C2' })).rejects.toThrow(
    '--second makes another one',
  );
  await expect(create({ ...elsewhere, name: '朝阳二', staffNumber: 'C2', second: true })).resolves.toMatchObject({
    how: 'NEW',
  });
  expect(await atWork('110105')).toEqual([{ number: 'C1' }, { number: 'C2' }]);
  expect(await rows('select count(*)::int as n from grade')).toEqual([{ n: 9 }]);
});

it('is somebody of the district, or of none: whoever works in another one is not made its administrator, first or second', async () => {
  const there = { districtCode: '110106', districtName: '丰台区' };
  await create({ ...there, name: '丰台一', staffNumber: 'F1' });
  await expect(create({ ...there, name: '朝阳一', staffNumber: 'C1', second: true })).rejects.toThrow(
    'works in another district',
  );
  await expect(
    create({ districtCode: '110107', districtName: '石景山区', name: '朝阳一', staffNumber: 'C1' }),
  ).rejects.toThrow('works in another district');
  expect(await atWork('110106')).toEqual([{ number: 'F1' }]);
  const role = (number: string, code: string) =>
    rows(
      `insert into staff_assignment (id, staff_id, role, district_id, valid_from, granted_alone, created_at)
      select gen_random_uuid(), stf.id, 'ANALYST', dis.id, '2020-01-01', true, now() from staff stf, district dis where stf.staff_number = $1 and dis.code = $2`,
      number,
      code,
    );
  // Who works here as well is known here.
  await role('C1', '110106');
  await expect(create({ ...there, name: '朝阳一', staffNumber: 'C1', second: true })).resolves.toMatchObject({
    how: 'RESTORED',
  });
  expect(await atWork('110106')).toEqual([{ number: 'C1' }, { number: 'F1' }]);
});

describe('a role that is given by hand while a request for it waits', () => {
  const district = { districtCode: '110108', districtName: '海淀区' };
  const [first, second] = [
    { ...district, name: '海淀一', staffNumber: 'H1' },
    { ...district, name: '海淀二', staffNumber: 'H2', second: true },
  ];
  let accountId: string;
  let districtId: string;
  beforeAll(async () => {
    ({ accountId } = await create(first));
    [{ id: districtId }] = (await rows(`select 'district_' || id as id from district where code = '110108'`)) as [
      { id: string },
    ];
  });

  const register = async (name: string, staffNumber: string, role: string): Promise<string> => {
    const { payload, codes } = await asked(hub, RegisterStaffDocument, accountId, {
      name,
      staffNumber,
      role,
      districtId,
    });
    expect(codes).toEqual([]);
    return (payload!['request'] as { id: string }).id.replace('role-request_', '');
  };
  const requestOf = async (id: string) =>
    (await rows('select status, decided_by_id as by, assignment_id as given from role_request where id = $1', id))[0];
  /** Who was told of it what, and whether it asks for a decision still. */
  const toldOf = (id: string) =>
    rows(
      `select stf.staff_number as who, ntc.kind, ntc.waiting from notice ntc join staff stf on stf.person_id = ntc.person_id where ntc.about_id = $1 order by 1, 2`,
      id,
    );

  it('settles the request, though nobody has approved it, and tells whoever asked; what else waits is for the second one to decide', async () => {
    const [role, analyst] = [
      await register('海淀二', 'H2', 'DISTRICT_ADMIN'),
      await register('海淀三', 'H3', 'ANALYST'),
    ];
    expect(await toldOf(analyst)).toEqual([]);
    await expect(create(second)).resolves.toMatchObject({ how: 'RESTORED' });
    expect(await requestOf(role)).toEqual({ status: 'EXPIRED', by: null, given: null });
    expect(await toldOf(role)).toEqual([{ who: 'H1', kind: 'people.role-given-otherwise', waiting: false }]);
    expect(await requestOf(analyst)).toMatchObject({ status: 'PENDING' });
    expect(await toldOf(analyst)).toEqual([{ who: 'H2', kind: 'people.role-asked', waiting: true }]);
  });

  it('settles it where a former administrator is restored', async () => {
    await end('H2');
    const { payload } = await asked(hub, AssignRoleDocument, accountId, {
      staffId: ((await rows(`select 'staff_' || id as id from staff where staff_number = 'H2'`)) as [{ id: string }])[0]
        .id,
      role: 'DISTRICT_ADMIN',
      districtId,
    });
    const request = (payload!['request'] as { id: string }).id.replace('role-request_', '');
    expect(await requestOf(request)).toMatchObject({ status: 'PENDING' });
    await expect(create(second)).resolves.toMatchObject({ how: 'RESTORED' });
    expect(await requestOf(request)).toMatchObject({ status: 'EXPIRED' });
    expect(await toldOf(request)).toEqual([{ who: 'H1', kind: 'people.role-given-otherwise', waiting: false }]);
  });
});

describe('an administrator without an identity provider', () => {
  it('is given a link to set up a password, anew as long as none is set, and then where it is said to be lost', async () => {
    const first = (more: Partial<FirstAdministrator> = {}) =>
      create({ districtCode: '110109', districtName: '门头沟区', name: '持链接者', staffNumber: 'L1', ...more });
    const accounts = localAccounts(() => ({ hub, now: () => clock }) as never);
    const [early, link] = [(await first()).link!, (await first()).link!];
    expect((await accounts.setUp(early)).codes).toEqual(['LINK_NOT_VALID']);
    const made = await accounts.setUp(link);
    expect(made).toMatchObject({ codes: [], needsApproval: false, staffNumber: 'L1' });
    expect((await accounts.signIn('L1', { recoveryCode: made.recoveryCodes[0] })).code).toBeNull();
    expect((await first()).link).toBeNull();
    expect((await accounts.signIn('L1', { recoveryCode: made.recoveryCodes[1] })).code).toBeNull();
    expect((await first({ resetsPassword: true })).link).toMatch(/^hubl_/);
    expect((await accounts.signIn('L1', { recoveryCode: made.recoveryCodes[2] })).code).toBe('NOT_RIGHT');
  });
});
