import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { aVolunteerSuspension } from '../../seeds/factories/index.ts';
import {
  family,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import { SuspensionCause, VolunteerSuspension } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { mutator, type Who } from './mutations-by-name.ts';
import { volunteerCalls } from './volunteers.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let otherSchool: SchoolRecord;
let schoolClass: SchoolClassRecord;
let teacher: StaffMember;
let admin: StaffMember;
let otherAdmin: StaffMember;
let district: StaffMember;
/** The hub's clock; the scenario's is where it begins. */
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  [school, otherSchool] = [await scenario.school(), await scenario.school()];
  schoolClass = await scenario.schoolClass(school);
  teacher = await scenario.teacher(schoolClass);
  [admin, otherAdmin, district] = [
    await scenario.schoolAdmin(school),
    await scenario.schoolAdmin(otherSchool),
    await scenario.districtAdmin(),
  ];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const newFamily = (): Promise<Family> => family(scenario, [schoolClass]);
const days = (count: number): Date => scenario.at(count * 24 * 60);
const mutate = mutator(() => hub);
const { suspend, lift, rowsOf, blockersOf } = volunteerCalls(() => ({ hub, scenario, school }));

describe('suspending', () => {
  it('keeps a volunteer from signing up at the school, is told why and until when, and ends when it is lifted', async () => {
    const own = await newFamily();
    const { role } = await openShift(scenario, teacher, { school });
    const { payload, codes } = await suspend(admin, own);
    expect(codes).toEqual([]);
    expect(payload!['suspension']).toMatchObject({
      cause: 'DECISION',
      current: true,
      guardian: { id: `guardian_${own.parent.guardian.id}` },
      school: { id: `school_${school.id}` },
      decidedBy: { id: `staff_${admin.staff.id}` },
    });
    expect(await blockersOf(own.parent, role.id)).toEqual(['SUSPENDED']);
    const { data } = await hub.ask(
      '{ viewer { guardian { currentSuspension { reason endsAt decidedBy { id } } suspensions { totalCount } } } }',
      { as: own.parent.accountId },
    );
    expect(data!['viewer'].guardian).toMatchObject({
      currentSuspension: { reason: '多次临时取消', endsAt: days(10).toISOString() },
      suspensions: { totalCount: 1 },
    });

    const id = payload!['suspension'].id as string;
    expect((await lift(admin, id)).payload!['suspension']).toMatchObject({ current: false, liftReason: '已说明情况' });
    expect(await blockersOf(own.parent, role.id)).toEqual([]);
    expect((await lift(admin, id)).codes).toEqual(['OVER']);
  });

  it('leaves what they have signed up for, and other schools', async () => {
    const own = await family(scenario, [schoolClass, await scenario.schoolClass(otherSchool)]);
    const [before, elsewhere] = [
      await openShift(scenario, teacher, { school }),
      await openShift(scenario, teacher, { school: otherSchool, shift: { startsAt: days(3), endsAt: days(3.1) } }),
    ];
    const signup = await signedUp(scenario, before, own);
    await suspend(admin, own);
    const { rows } = await hub.database.pool.query('select status from signup where id = $1', [signup.id]);
    expect(rows).toEqual([{ status: 'CONFIRMED' }]);
    expect(await blockersOf(own.parent, elsewhere.role.id)).toEqual([]);
    await suspend(district, own, { schoolId: null, districtId: `district_${scenario.district.id}` });
    expect(await blockersOf(own.parent, elsewhere.role.id)).toEqual(['SUSPENDED']);
  });

  it('stands once at each node, whoever presses at the same moment', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, newFamily));
    for (const own of all) {
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) => suspend(index % 2 ? admin : district, own)),
      );
      expect(answers.map(({ codes }) => codes?.join()).sort()).toEqual(['', ...Array(7).fill('ALREADY_SUSPENDED')]);
      expect(await rowsOf('volunteer_suspension', own)).toHaveLength(1);
    }
    const own = all[0]!;
    expect(
      (await suspend(district, own, { schoolId: null, districtId: `district_${scenario.district.id}` })).codes,
    ).toEqual([]);
  });

  it.each([
    ['a guest', () => undefined, 'UNAUTHENTICATED'],
    ['a teacher', () => teacher, 'FORBIDDEN'],
    ['the administrator of another school', () => otherAdmin, 'FORBIDDEN'],
  ])('is refused to %s', async (_who, who, code) => {
    const own = await newFamily();
    expect((await suspend(who(), own)).refusal).toBe(code);
    expect(await rowsOf('volunteer_suspension', own)).toEqual([]);
  });

  it('is for guardians of the node, by those who administer it', async () => {
    const [own, elsewhere] = [await newFamily(), await family(scenario, [await scenario.schoolClass(otherSchool)])];
    expect((await suspend(admin, elsewhere)).refusal).toBe('NOT_FOUND');
    expect(
      (await suspend(admin, own, { schoolId: null, districtId: `district_${scenario.district.id}` })).refusal,
    ).toBe('FORBIDDEN');
    expect((await suspend(admin, own, { districtId: `district_${scenario.district.id}` })).refusal).toBe(
      'BAD_USER_INPUT',
    );
    expect((await suspend(admin, own, { reason: ' ' })).refusal).toBe('BAD_USER_INPUT');
    expect(await rowsOf('volunteer_suspension', own)).toEqual([]);
  });

  it.each([
    ['PAST', 0],
    ['TOO_LONG', 1001],
  ])('is refused with %s', async (code, until) => {
    const own = await newFamily();
    expect((await suspend(admin, own, { until: days(until) })).codes).toEqual([code]);
    expect(await rowsOf('volunteer_suspension', own)).toEqual([]);
  });

  it('is not done to oneself, nor undone', async () => {
    const own = await newFamily();
    const parentAdmin = await scenario.staffMember({ role: 'SCHOOL_ADMIN', school }, own.parent);
    expect((await suspend(parentAdmin, own)).codes).toEqual(['OWN']);
    const { payload } = await suspend(admin, own);
    expect((await lift(parentAdmin, payload!['suspension'].id as string)).codes).toEqual(['OWN']);
    expect(await rowsOf('volunteer_suspension', own)).toMatchObject([{ lifted_at: null }]);
  });

  it('of the district is seen by the school, which cannot lift it; of another school it is not seen', async () => {
    const own = await family(scenario, [schoolClass, await scenario.schoolClass(otherSchool)]);
    const [whole, there] = [
      await suspend(district, own, { schoolId: null, districtId: `district_${scenario.district.id}` }),
      await suspend(otherAdmin, own, { schoolId: `school_${otherSchool.id}` }),
    ].map(({ payload }) => payload!['suspension'].id as string);
    expect((await lift(admin, whole!)).refusal).toBe('FORBIDDEN');
    expect((await lift(admin, there!)).refusal).toBe('NOT_FOUND');
    const { data } = await hub.ask(
      'query ($id: ID!) { node(id: $id) { ... on Guardian { suspensions { nodes { id } } currentSuspension { id } } } }',
      { as: admin.accountId, variables: { id: `guardian_${own.parent.guardian.id}` } },
    );
    expect(data!['node']).toEqual({ suspensions: { nodes: [{ id: whole }] }, currentSuspension: { id: whole } });
    expect((await lift(district, there!)).codes).toEqual([]);
  });
});

describe('the rules of a district', () => {
  const POLICY =
    'volunteeringPolicy { offerMinutes noShowLimit noShowWindowDays suspensionDays checkInEarlyMinutes reportWithinHours }';
  const set = (who: Who, input: Record<string, unknown>, districtId = `district_${scenario.district.id}`) =>
    mutate('setVolunteeringPolicy', who, { districtId, ...input }, `district { ${POLICY} }`);
  const DEFAULTS = {
    offerMinutes: 120,
    noShowLimit: 3,
    noShowWindowDays: 180,
    suspensionDays: 30,
    checkInEarlyMinutes: 30,
    reportWithinHours: 48,
  };

  it('are those of the hub until they are set, one by one', async () => {
    const { data } = await hub.ask(`query ($id: ID!) { node(id: $id) { ... on District { ${POLICY} } } }`, {
      variables: { id: `district_${scenario.district.id}` },
    });
    expect(data!['node'].volunteeringPolicy).toEqual(DEFAULTS);
    expect((await set(district, { offerMinutes: 60 })).payload!['district'].volunteeringPolicy).toEqual({
      ...DEFAULTS,
      offerMinutes: 60,
    });
    expect((await set(district, { suspensionDays: 14 })).payload!['district'].volunteeringPolicy).toEqual({
      ...DEFAULTS,
      offerMinutes: 60,
      suspensionDays: 14,
    });
    expect(
      (await set(district, { offerMinutes: 120, suspensionDays: 30 })).payload!['district'].volunteeringPolicy,
    ).toEqual(DEFAULTS);
    const { rows } = await hub.database.pool.query(
      'select count(*)::int as count from volunteering_policy where district_id = $1',
      [scenario.district.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it.each([
    ['offerMinutes', 0],
    ['offerMinutes', 10_081],
    ['noShowLimit', 0],
    ['suspensionDays', 1001],
    ['checkInEarlyMinutes', -1],
    ['reportWithinHours', 721],
    ['noShowWindowDays', 0],
  ])('%s is not %i', async (field, value) => {
    const { payload } = await set(district, { [field]: value });
    expect(payload).toMatchObject({
      userErrors: [{ code: 'OUT_OF_RANGE', path: [field] }],
      district: { volunteeringPolicy: DEFAULTS },
    });
  });

  it('are set by the administrators of the district alone', async () => {
    expect((await set(admin, { offerMinutes: 5 })).refusal).toBe('FORBIDDEN');
    expect((await set(district, { offerMinutes: 5 }, 'district_00000000-0000-7000-8000-000000000000')).refusal).toBe(
      'NOT_FOUND',
    );
    expect((await set(district, {})).payload!['district'].volunteeringPolicy).toEqual(DEFAULTS);
  });
});

describe('who sees a suspension', () => {
  it('the volunteer, their schools and the district, and nobody else', async () => {
    const [own, neighbour] = [await newFamily(), await newFamily()];
    const suspension = aVolunteerSuspension({
      person: own.parent.person,
      district: scenario.district,
      cause: SuspensionCause.NO_SHOWS,
      startsAt: scenario.at(-60),
      endsAt: days(20),
    });
    await scenario.write((put) => put(VolunteerSuspension, suspension));
    const id = `volunteer-suspension_${suspension.id}`;
    const analyst = await scenario.analyst();
    const sees = async (who: Who): Promise<boolean> =>
      (await hub.ask('query ($id: ID!) { node(id: $id) { id } }', { as: who?.accountId, variables: { id } })).data![
        'node'
      ] !== null;
    expect(await Promise.all([own.parent, admin, district].map(sees))).toEqual([true, true, true]);
    expect(await Promise.all([undefined, neighbour.parent, teacher, otherAdmin, analyst].map(sees))).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
