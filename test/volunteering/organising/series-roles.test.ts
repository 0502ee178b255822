import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  UpdateShiftDocument,
  UpdateShiftRoleDocument,
  UpdateShiftSeriesDocument,
} from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { organisedState } from './organisers.ts';
import { bare, seriesRoles } from './series-roles.ts';

/** A Monday morning in Asia/Shanghai; the series has the Wednesdays 23 and 30 September, 7 and 14 October. */
const MONDAY = new Date('2026-09-21T01:00:00.000Z');

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let [admin, neighbourAdmin]: StaffMember[] = [];

beforeAll(async () => {
  hub = await startTestHub({ clock: () => MONDAY });
  scenario = await beginScenario(hub, MONDAY);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [admin, neighbourAdmin] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(await scenario.school())];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { call, series, offered, roleAt, shiftAt, volunteers, add, change, remove } = seriesRoles(() => ({
  hub,
  scenario,
  school,
  schoolClass,
  admin: admin!,
}));

const from = '2026-10-07';

describe('a role of a whole series', () => {
  it('is added to what is to come, and to what the series makes later', async () => {
    const given = await series();
    const { payload, codes } = await add(given, { name: '测温员', capacity: 1 });
    expect(codes).toEqual([]);
    expect(payload).toMatchObject({
      series: { id: given.id, revision: 2, roleNames: ['引导员', '护导员', '测温员'] },
      changedShiftCount: 4,
      refusedShifts: [],
    });
    await call(UpdateShiftSeriesDocument, admin!, {
      seriesId: given.id,
      revision: 2,
      scope: 'ALL',
      lastDate: '2026-10-21',
    });
    expect(await offered(given)).toEqual(
      ['09-23', '09-30', '10-07', '10-14', '10-21'].map((day) => `${day} 引导员 2, 护导员 3, 测温员 1`),
    );
  });

  it('from a day on another series has the new roles, and days that are laid out before it the old ones', async () => {
    const given = await series();
    const { payload } = await change(given, {
      scope: 'THIS_AND_FOLLOWING',
      from,
      roleName: '引导员',
      name: '引导志愿者',
      capacity: 4,
    });
    expect(payload).toMatchObject({
      series: { firstDate: from, revision: 0, roleNames: ['引导志愿者', '护导员'] },
      changedShiftCount: 2,
    });
    expect(payload['series'].id).not.toBe(given.id);
    const early = await call(UpdateShiftSeriesDocument, admin!, {
      seriesId: given.id,
      revision: 2,
      scope: 'ALL',
      weekdays: [3, 4],
    });
    expect(early.codes).toEqual([]);
    await call(UpdateShiftSeriesDocument, admin!, {
      seriesId: payload['series'].id,
      revision: 0,
      scope: 'ALL',
      lastDate: '2026-10-21',
    });
    expect(await offered(given)).toEqual([
      ...['09-23', '09-24', '09-30', '10-01'].map((day) => `${day} 引导员 2, 护导员 3`),
      ...['10-07', '10-14', '10-21'].map((day) => `${day} 引导志愿者 4, 护导员 3`),
    ]);
    await expectChecksHold(hub);
  });

  it('is taken out, where nobody ever signed up for it', async () => {
    const given = await series();
    expect((await remove(given, { roleName: '护导员' })).payload).toMatchObject({
      changedShiftCount: 4,
      series: { roleNames: ['引导员'] },
    });
    expect(await offered(given)).toEqual(['09-23', '09-30', '10-07', '10-14'].map((day) => `${day} 引导员 2`));
    expect((await remove({ ...given, revision: 2 }, { roleName: '引导员' })).codes).toEqual(['LAST_ROLE']);
  });

  it('passes by shifts that are detached, and what was changed for one shift alone', async () => {
    const given = await series();
    await call(UpdateShiftDocument, admin!, {
      shiftId: await shiftAt(given, '2026-09-23'),
      revision: 1,
      place: '学校西门',
    });
    await call(UpdateShiftRoleDocument, admin!, { roleId: await roleAt(given, '2026-09-30', '引导员'), capacity: 7 });
    await call(UpdateShiftRoleDocument, admin!, { roleId: await roleAt(given, '2026-10-07', '引导员'), name: '门岗' });
    const { payload } = await change(given, { roleName: '引导员', name: '引导志愿者', capacity: 4 });
    expect(payload).toMatchObject({ changedShiftCount: 2 });
    expect(await offered(given)).toEqual([
      '09-23 引导员 2, 护导员 3',
      '09-30 引导志愿者 7, 护导员 3',
      '10-07 门岗 2, 护导员 3',
      '10-14 引导志愿者 4, 护导员 3',
    ]);
    expect((await add({ ...given, revision: 2 }, { name: '门岗', capacity: 1 })).payload).toMatchObject({
      changedShiftCount: 2,
    });
    expect((await offered(given))[2]).toBe('10-07 门岗 2, 护导员 3');
  });
});

describe('more places', () => {
  it('go to those who wait, in each shift', async () => {
    const given = await series();
    const role = await roleAt(given, '2026-09-30', '引导员');
    await volunteers(role, 2);
    const [first, second] = await volunteers(role, 2, 'JOIN_WAITLIST');
    expect((await change(given, { roleName: '引导员', capacity: 3 })).payload).toMatchObject({ changedShiftCount: 4 });
    const { rows } = await hub.database.pool.query(
      'select guardian_id, status from waitlist_entry where role_id = $1 order by sequence',
      [bare(role)],
    );
    expect(rows).toEqual([
      { guardian_id: first!.guardian.id, status: 'OFFERED' },
      { guardian_id: second!.guardian.id, status: 'WAITING' },
    ]);
  });
});

describe('is refused, and nothing is written', () => {
  it('where fewer places are wanted than are taken: all shifts that refuse it are named', async () => {
    const given = await series();
    for (const date of ['2026-09-30', '2026-10-14']) await volunteers(await roleAt(given, date, '引导员'), 2);
    const before = await organisedState(hub);
    const { payload } = await change(given, { roleName: '引导员', capacity: 1 });
    expect(payload).toMatchObject({
      series: { id: given.id, revision: 1 },
      changedShiftCount: null,
      userErrors: [
        {
          code: 'CAPACITY_BELOW_CONFIRMED',
          message: '名额不能少于已确认的人数:9月30日、10月14日。',
          path: ['capacity'],
        },
      ],
      refusedShifts: [{ seriesDate: '2026-09-30' }, { seriesDate: '2026-10-14' }],
    });
    expect(await organisedState(hub)).toBe(before);
    expect(
      (await change(given, { scope: 'THIS_AND_FOLLOWING', from, roleName: '引导员', qualification: '红十字救护员证' }))
        .payload,
    ).toMatchObject({
      userErrors: [{ code: 'HAS_SIGNUPS' }],
      refusedShifts: [{ seriesDate: '2026-10-14' }],
    });
    expect((await remove(given, { roleName: '引导员' })).payload['refusedShifts']).toHaveLength(2);
    expect(await organisedState(hub)).toBe(before);
  });

  it('where the name, the number or the revision does not fit', async () => {
    const given = await series();
    await call(UpdateShiftRoleDocument, admin!, {
      roleId: await roleAt(given, '2026-10-14', '护导员'),
      name: '测温员',
    });
    await call(UpdateShiftRoleDocument, admin!, { roleId: await roleAt(given, '2026-10-07', '引导员'), minimum: 2 });
    const before = await organisedState(hub);
    expect((await change(given, { roleName: '引导员', name: '测温员' })).payload).toMatchObject({
      userErrors: [{ code: 'NAME_TAKEN' }],
      refusedShifts: [{ seriesDate: '2026-10-14' }],
    });
    expect((await change(given, { roleName: '引导员', capacity: 1 })).payload).toMatchObject({
      userErrors: [{ code: 'CAPACITY_RANGE' }],
      refusedShifts: [{ seriesDate: '2026-10-07' }],
    });
    expect((await change(given, { roleName: '引导员', capacity: 0 })).codes).toEqual(['CAPACITY_RANGE']);
    for (const [act, input] of [
      [change, { roleName: '没有', capacity: 1 }],
      [remove, { roleName: '没有' }],
      [add, { name: '护导员', capacity: 1 }],
      [change, { roleName: '引导员', name: '护导员' }],
    ] as const) {
      expect((await act(given, input)).error).toBe('BAD_USER_INPUT');
    }
    expect((await add({ ...given, revision: 0 }, { name: '测温员', capacity: 1 })).codes).toEqual(['CONFLICT']);
    expect(
      (await add(given, { scope: 'THIS_AND_FOLLOWING', from: '2026-12-01', name: '测温员', capacity: 1 })).codes,
    ).toEqual(['NOTHING_AHEAD']);
    expect(await organisedState(hub)).toBe(before);
  });

  it('for those who do not organise it, and the second of two at once', async () => {
    const given = await series();
    const before = await organisedState(hub);
    expect((await add(given, { name: '测温员', capacity: 1 }, neighbourAdmin!)).error).toBe('NOT_FOUND');
    expect((await change(given, { roleName: '引导员', capacity: 9 }, neighbourAdmin!)).error).toBe('NOT_FOUND');
    expect((await remove(given, { roleName: '引导员' }, neighbourAdmin!)).error).toBe('NOT_FOUND');
    expect(await organisedState(hub)).toBe(before);
    const both = await Promise.all([3, 4].map((capacity) => change(given, { roleName: '引导员', capacity })));
    expect(both.flatMap(({ codes }) => codes)).toEqual(['CONFLICT']);
  });
});
