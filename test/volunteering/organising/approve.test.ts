import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ApproveSignupsDocument,
  GrantQualificationDocument,
  RejectSignupsDocument,
  RevokeQualificationDocument,
} from '../../../schema/generated/admin.ts';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import {
  families,
  family,
  openShift,
  type Family,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { StaffRole } from '../../../src/domains/people/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { caller, organisedState } from './organisers.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let [admin, neighbourAdmin, districtAdmin, teacher]: StaffMember[] = [];
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [admin, neighbourAdmin] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(await scenario.school())];
  [districtAdmin, teacher] = [await scenario.districtAdmin(), await scenario.teacher(schoolClass)];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const call = caller(() => hub);
const offer = (options: Parameters<typeof openShift>[2] = {}): Promise<ShiftOnOffer> =>
  openShift(scenario, teacher!, { school, ...options, role: { approvalRequired: true, ...options.role } });

async function asks(offered: ShiftOnOffer, { parent }: Pick<Family, 'parent'>): Promise<string> {
  const { data } = await hub.ask(SignUpForShiftDocument, {
    as: parent.accountId,
    variables: { input: { roleId: `shift-role_${offered.role.id}`, acceptRiskNotice: true } as never },
  });
  return data!.signUpForShift.signup!.id;
}
async function crowd(offered: ShiftOnOffer, count: number): Promise<string[]> {
  const ids = [];
  for (const each of await families(scenario, count, [schoolClass])) ids.push(await asks(offered, each));
  return ids;
}
const approve = (who: StaffMember, signupIds: string[], errorPolicy = 'REJECT_EVERYTHING') =>
  call(ApproveSignupsDocument, who, { signupIds, errorPolicy });
const reject = (who: StaffMember, signupIds: string[], reason = '名额有限') =>
  call(RejectSignupsDocument, who, { signupIds, reason });
const statusOf = async (id: string): Promise<string> =>
  (await hub.database.pool.query<{ status: string }>('select status from signup where id = $1', [id.split('_')[1]]))
    .rows[0]!.status;

describe('approving', () => {
  it('of whoever has not the qualification any more that the role asks for is refused, and they still wait', async () => {
    const offered = await offer({ role: { qualification: '急救员' } });
    const own = await family(scenario, [schoolClass]);
    const granted = await call(GrantQualificationDocument, admin!, {
      guardianId: `guardian_${own.parent.guardian.id}`,
      districtId: `district_${scenario.district.id}`,
      name: '急救员',
      validFrom: '2026-01-01',
    });
    const one = await asks(offered, own);
    await call(RevokeQualificationDocument, admin!, {
      qualificationId: granted.payload['qualification'].id,
      reason: '证书作废',
    });
    expect((await approve(teacher!, [one])).codes).toEqual(['NOT_QUALIFIED']);
    expect(await statusOf(one)).toBe('PENDING');
  });

  it('gives a place, and says who decided and when', async () => {
    const offered = await offer({ role: { capacity: 2 } });
    const [one] = (await crowd(offered, 1)) as [string];
    const { payload } = await approve(teacher!, [one]);
    expect(payload).toMatchObject({
      signups: [{ id: one, status: 'CONFIRMED', decidedAt: clock.toISOString(), role: { placesTaken: 1 } }],
      userErrors: [],
    });
    const { rows } = await hub.database.pool.query('select decided_by_id from signup where id = $1', [
      one.split('_')[1],
    ]);
    expect(rows).toEqual([{ decided_by_id: teacher!.staff.id }]);
    expect((await approve(teacher!, [one])).codes).toEqual(['NOT_PENDING']);
  });

  it('of more than there are places is refused as a whole, or in part, in the order named', async () => {
    const offered = await offer({ role: { capacity: 2 } });
    const [one, two, three] = (await crowd(offered, 3)) as [string, string, string];
    const before = await organisedState(hub);
    expect((await approve(admin!, [three, one, two])).payload['userErrors']).toMatchObject([
      { code: 'FULL', path: ['signupIds', '2'] },
    ]);
    expect(await organisedState(hub)).toBe(before);
    const { payload } = await approve(admin!, [three, one, two], 'REJECT_FAILED_ROWS');
    expect(payload).toMatchObject({
      signups: [{ id: three }, { id: one }],
      userErrors: [{ code: 'FULL', path: ['signupIds', '2'] }],
    });
    expect(await statusOf(two)).toBe('PENDING');
  });

  it("is not for one's own sign-up", async () => {
    const own = await family(scenario, [schoolClass]);
    const organiser = await scenario.staffMember({ role: StaffRole.SCHOOL_ADMIN, school }, own.parent);
    const id = await asks(await offer(), own);
    const before = await organisedState(hub);
    expect((await approve(organiser, [id])).codes).toEqual(['OWN_SIGNUP']);
    expect((await reject(organiser, [id])).codes).toEqual(['OWN_SIGNUP']);
    expect(await organisedState(hub)).toBe(before);
    expect(
      (
        await hub.ask('query ($id: ID!) { node(id: $id) { ... on Signup { viewerCanDecide } } }', {
          as: organiser.accountId,
          variables: { id },
        })
      ).data!['node'],
    ).toEqual({ viewerCanDecide: false });
    expect(
      (
        await hub.ask('query ($id: ID!) { node(id: $id) { ... on Signup { viewerCanDecide } } }', {
          as: admin!.accountId,
          variables: { id },
        })
      ).data!['node'],
    ).toEqual({ viewerCanDecide: true });
    expect((await approve(admin!, [id])).codes).toEqual([]);
  });

  it('ends with the start', async () => {
    const offered = await offer();
    const [one] = (await crowd(offered, 1)) as [string];
    clock = offered.shift.startsAt;
    try {
      expect((await approve(admin!, [one])).codes).toEqual(['STARTED']);
      expect((await reject(admin!, [one])).codes).toEqual(['STARTED']);
    } finally {
      clock = scenario.now;
    }
  });

  it('at once by two organisers gives the last place once', async () => {
    const offered = await offer({ role: { capacity: 1 } });
    const [one, two] = (await crowd(offered, 2)) as [string, string];
    const answers = await Promise.all([approve(admin!, [one]), approve(teacher!, [two])]);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['FULL']);
  });
});

describe('declining', () => {
  it('gives the time back, says why, and one may ask again', async () => {
    const [offered, own] = [await offer(), await family(scenario, [schoolClass])];
    const id = await asks(offered, own);
    expect((await reject(teacher!, [id])).payload).toMatchObject({
      signups: [{ status: 'REJECTED', cancelReason: '名额有限' }],
      userErrors: [],
    });
    const { rows } = await hub.database.pool.query('select status from engagement where source_id = $1', [
      id.split('_')[1],
    ]);
    expect(rows).toEqual([{ status: 'ENDED' }]);
    expect(await asks(offered, own)).not.toBe(id);
  });

  it('wants a reason', async () => {
    const [one] = (await crowd(await offer(), 1)) as [string];
    expect((await reject(teacher!, [one], ' ')).error).toBe('BAD_USER_INPUT');
    expect(await statusOf(one)).toBe('PENDING');
  });
});

describe('who may not', () => {
  it.each([
    ['the administrator of another school', () => neighbourAdmin!],
    ['the district, at a school: it counts, and sees nobody', () => districtAdmin!],
    ['a teacher who does not organise it', () => scenario.teacher(schoolClass, 'SUBJECT_TEACHER')],
  ])('%s finds nothing to decide', async (_who, account) => {
    const [one] = (await crowd(await offer(), 1)) as [string];
    const who = await account();
    const before = await organisedState(hub);
    for (const answer of [
      await approve(who, [one]),
      await approve(who, [one], 'REJECT_FAILED_ROWS'),
      await reject(who, [one]),
    ])
      expect(answer.codes).toEqual(['NOT_FOUND']);
    expect(await organisedState(hub)).toBe(before);
  });

  it('a parent is forbidden', async () => {
    const own = await family(scenario, [schoolClass]);
    const id = await asks(await offer(), own);
    expect((await call(ApproveSignupsDocument, own.parent, { signupIds: [id] })).error).toBe('FORBIDDEN');
    expect(await statusOf(id)).toBe('PENDING');
  });

  it('the district decides on its own activities, and sees who has signed up there', async () => {
    const offered = await openShift(scenario, districtAdmin!, { role: { approvalRequired: true } });
    const [one] = (await crowd(offered, 1)) as [string];
    expect((await approve(districtAdmin!, [one])).payload).toMatchObject({
      signups: [{ id: one, status: 'CONFIRMED' }],
    });
    expect((await approve(admin!, [one])).codes).toEqual(['NOT_FOUND']);
  });

  it.each([
    ['none', 0],
    ['too many', 101],
  ])('%s is bad input', async (_what, count) => {
    const [one] = (await crowd(await offer(), 1)) as [string];
    expect(
      (
        await approve(
          admin!,
          Array.from({ length: count }, () => one),
        )
      ).error,
    ).toBe('BAD_USER_INPUT');
  });
});
