import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AddShiftRoleDocument,
  CancelShiftDocument,
  CreateShiftDocument,
  PublishShiftsDocument,
  RemoveShiftRoleDocument,
  UpdateShiftDocument,
  UpdateShiftRoleDocument,
} from '../../../schema/generated/admin.ts';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import {
  families,
  family,
  openShift,
  signedUp,
  type Scenario,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { activityCalls } from './activities.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let admin: StaffMember;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => scenario.now });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  admin = await scenario.schoolAdmin(school);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const DAY = 1440;
const { call, create, at, shiftOf, published, scheduled, expectNothingWritten } = activityCalls(() => ({
  hub,
  scenario,
  school,
  admin,
}));

describe('a shift', () => {
  it('is prepared with its roles, opens when it is published, and follows its defaults', async () => {
    const { id } = await published();
    const { payload } = await call(
      CreateShiftDocument,
      admin,
      shiftOf(id as string, {
        roles: [
          { name: '引导员', capacity: 4, minimum: 1 },
          { name: '急救员', capacity: 1, approvalRequired: true, qualification: '红十字救护员证' },
        ],
      }),
    );
    expect(payload['shift']).toMatchObject({
      status: 'DRAFT',
      signupOpensAt: at(2880 - 14 * DAY),
      signupClosesAt: at(2820),
      cancelUntil: at(1440),
      revision: 0,
      roles: {
        nodes: [
          { ordinal: 1, name: '引导员', minimum: 1 },
          { ordinal: 2, name: '急救员', approvalRequired: true, qualification: '红十字救护员证' },
        ],
      },
    });
    const { payload: opened } = await call(PublishShiftsDocument, admin, { shiftIds: [payload['shift'].id] });
    expect(opened['shifts']).toMatchObject([{ status: 'SCHEDULED', revision: 1 }]);
  });

  it.each([
    ['STARTS_IN_PAST', () => ({ startsAt: at(0), endsAt: at(60) })],
    ['ENDS_BEFORE_START', () => ({ endsAt: at(2880) })],
    ['TOO_LONG', () => ({ endsAt: at(2880 + DAY + 1) })],
    ['SIGNUP_WINDOW', () => ({ signupOpensAt: at(100), signupClosesAt: at(100) })],
    ['SIGNUP_WINDOW', () => ({ signupClosesAt: at(2881) })],
    ['SIGNUP_WINDOW', () => ({ cancelUntil: at(2881) })],
    ['CAPACITY_RANGE', () => ({ roles: [{ name: '引导员', capacity: 0 }] })],
    ['CAPACITY_RANGE', () => ({ roles: [{ name: '引导员', capacity: 2, minimum: 3 }] })],
    [
      'TOO_MANY_ROLES',
      () => ({ roles: Array.from({ length: 11 }, (_, index) => ({ name: `岗位${index}`, capacity: 1 })) }),
    ],
  ])('is refused as %s, and nothing is written', async (code, given) => {
    const { id } = await published();
    expect(
      (await expectNothingWritten(() => call(CreateShiftDocument, admin, shiftOf(id as string, given())))).codes,
    ).toEqual([code]);
  });

  it.each<[code: string, field: string, value: () => unknown]>([
    ['SIGNUP_WINDOW', 'signupOpensAt', () => at(2879)],
    ['SIGNUP_WINDOW', 'cancelUntil', () => at(2881)],
    ['ENDS_BEFORE_START', 'endsAt', () => at(2870)],
  ])('a change that is refused as %s names the one field that was sent: %s', async (code, field, value) => {
    const { id } = await published();
    const open = await scheduled(id as string);
    const { payload } = await expectNothingWritten(() =>
      call(UpdateShiftDocument, admin, { shiftId: open['id'], revision: open['revision'], [field]: value() }),
    );
    expect(payload['userErrors']).toMatchObject([{ code, path: [field] }]);
  });

  it('a role of fewer places than it needs is refused by the number that was sent', async () => {
    const { id } = await published();
    const open = await scheduled(id as string, { roles: [{ name: '引导员', capacity: 4, minimum: 3 }] });
    const [role] = (open['roles'] as { nodes: { id: string }[] }).nodes;
    for (const change of [{ capacity: 2 }, { minimum: 5 }]) {
      const { payload } = await call(UpdateShiftRoleDocument, admin, { roleId: role!.id, ...change });
      expect(payload['userErrors']).toMatchObject([{ code: 'CAPACITY_RANGE', path: Object.keys(change) }]);
    }
  });

  it('publishes all or those that can be, and says which cannot', async () => {
    const { id } = await published();
    const ids = await Promise.all(
      [0, 1].map(
        async () => (await call(CreateShiftDocument, admin, shiftOf(id as string))).payload['shift'].id as string,
      ),
    );
    const open = (await scheduled(id as string))['id'] as string;
    const all = await expectNothingWritten(() =>
      call(PublishShiftsDocument, admin, { shiftIds: [ids[0], open, ids[1]] }),
    );
    expect(all.payload['userErrors']).toMatchObject([{ code: 'NOT_DRAFT', path: ['shiftIds', '1'] }]);
    const some = await call(PublishShiftsDocument, admin, {
      shiftIds: [ids[0], open, ids[1]],
      errorPolicy: 'REJECT_FAILED_ROWS',
    });
    expect(some.payload).toMatchObject({
      shifts: [{ id: ids[0] }, { id: ids[1] }],
      userErrors: [{ code: 'NOT_DRAFT', path: ['shiftIds', '1'] }],
    });
  });

  it('is not published before its activity', async () => {
    const { payload } = await create(admin);
    const {
      payload: { shift },
    } = await call(CreateShiftDocument, admin, shiftOf(payload['activity'].id as string));
    expect((await call(PublishShiftsDocument, admin, { shiftIds: [shift.id] })).codes).toEqual([
      'ACTIVITY_NOT_PUBLISHED',
    ]);
  });

  it('ends for all who have signed up when it is called off: times are free again', async () => {
    const offered = await openShift(scenario, admin, { school, role: { capacity: 3 } });
    const all = await families(scenario, 3, [schoolClass]);
    for (const each of all) await signedUp(scenario, offered, each);
    const { payload } = await call(CancelShiftDocument, admin, {
      shiftId: `shift_${offered.shift.id}`,
      reason: '天气原因',
    });
    expect(payload).toMatchObject({
      shift: { status: 'CANCELLED', cancelReason: '天气原因', roles: { nodes: [{ placesTaken: 0 }] } },
      userErrors: [],
    });
    const { rows } = await hub.database.pool.query(
      `select s.status, s.cancel_reason, e.status as time from signup s join engagement e on e.source_id = s.id where s.shift_id = $1`,
      [offered.shift.id],
    );
    expect(rows).toEqual(
      Array.from({ length: 3 }, () => ({ status: 'CANCELLED', cancel_reason: '天气原因', time: 'ENDED' })),
    );
  });

  it('that has begun is not called off, and no reason is no reason', async () => {
    const begun = await openShift(scenario, admin, {
      school,
      shift: {
        startsAt: scenario.now,
        endsAt: scenario.at(60),
        signupClosesAt: scenario.at(-60),
        cancelUntil: scenario.at(-60),
      },
    });
    expect(
      (
        await expectNothingWritten(() =>
          call(CancelShiftDocument, admin, { shiftId: `shift_${begun.shift.id}`, reason: '天气原因' }),
        )
      ).codes,
    ).toEqual(['STARTED']);
    expect(
      (
        await expectNothingWritten(() =>
          call(CancelShiftDocument, admin, { shiftId: `shift_${begun.shift.id}`, reason: '  ' }),
        )
      ).error,
    ).toBe('BAD_USER_INPUT');
  });
});

describe('a role', () => {
  it('grows and shrinks, but never below those who have a place', async () => {
    const offered = await openShift(scenario, admin, { school, role: { capacity: 3 } });
    for (const each of await families(scenario, 2, [schoolClass])) await signedUp(scenario, offered, each);
    const roleId = `shift-role_${offered.role.id}`;
    expect(
      (await expectNothingWritten(() => call(UpdateShiftRoleDocument, admin, { roleId, capacity: 1 }))).codes,
    ).toEqual(['CAPACITY_BELOW_CONFIRMED']);
    expect(
      (await call(UpdateShiftRoleDocument, admin, { roleId, capacity: 2, minimum: 2, description: '请早到' })).payload[
        'role'
      ],
    ).toMatchObject({ capacity: 2, minimum: 2, description: '请早到', placesTaken: 2 });
    expect((await call(UpdateShiftRoleDocument, admin, { roleId, minimum: 3 })).codes).toEqual(['CAPACITY_RANGE']);
    expect((await call(UpdateShiftRoleDocument, admin, { roleId, approvalRequired: true })).codes).toEqual([
      'HAS_SIGNUPS',
    ]);
    expect((await call(UpdateShiftRoleDocument, admin, { roleId, qualification: '护士' })).codes).toEqual([
      'HAS_SIGNUPS',
    ]);
  });

  it('comes and goes, but for the last one and for what somebody has signed up for', async () => {
    const offered = await openShift(scenario, admin, { school });
    const [shiftId, roleId] = [`shift_${offered.shift.id}`, `shift-role_${offered.role.id}`];
    expect((await expectNothingWritten(() => call(RemoveShiftRoleDocument, admin, { roleId }))).codes).toEqual([
      'LAST_ROLE',
    ]);
    const { payload } = await call(AddShiftRoleDocument, admin, { shiftId, name: '秩序员', capacity: 2 });
    expect(payload['role']).toMatchObject({ ordinal: 2, name: '秩序员', capacity: 2 });
    await signedUp(scenario, offered, await family(scenario, [schoolClass]));
    expect((await expectNothingWritten(() => call(RemoveShiftRoleDocument, admin, { roleId }))).codes).toEqual([
      'HAS_SIGNUPS',
    ]);
    expect(
      (await call(RemoveShiftRoleDocument, admin, { roleId: payload['role'].id })).payload['shift'].roles.nodes,
    ).toHaveLength(1);
    expect(
      (
        await expectNothingWritten(() =>
          call(AddShiftRoleDocument, admin, { shiftId, name: offered.role.name, capacity: 2 }),
        )
      ).error,
    ).toBe('BAD_USER_INPUT');
  });

  it('is lowered while a crowd signs up: nobody loses a place, nobody has one too many', async () => {
    const offered = await openShift(scenario, admin, { school, role: { capacity: 20 } });
    const roleId = `shift-role_${offered.role.id}`;
    const crowd = await families(scenario, 20, [schoolClass]);
    const lowering = [16, 12, 8, 4].map((capacity) => call(UpdateShiftRoleDocument, admin, { roleId, capacity }));
    const signing = crowd.map(({ parent }) =>
      hub.ask(SignUpForShiftDocument, {
        as: parent.accountId,
        variables: { input: { roleId, acceptRiskNotice: true } as never },
      }),
    );
    const codes = (await Promise.all(lowering)).flatMap((each) => each.codes);
    const won = (await Promise.all(signing)).filter((each) => each.data?.signUpForShift.userErrors.length === 0).length;
    const {
      rows: [role],
    } = await hub.database.pool.query<{ capacity: number; places_taken: number }>(
      'select capacity, places_taken from shift_role where id = $1',
      [offered.role.id],
    );
    expect(role!.places_taken).toBe(won);
    expect(role!.capacity).toBeGreaterThanOrEqual(won);
    expect(new Set(codes)).toEqual(new Set(codes.length > 0 ? ['CAPACITY_BELOW_CONFIRMED'] : []));
  });
});
