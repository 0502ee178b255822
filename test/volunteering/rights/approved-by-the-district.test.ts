import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  family,
  openShift,
  signedUp,
  type Scenario,
  type ShiftOptions,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { mutator, type Who } from '../mutations-by-name.ts';

let hub: TestHub;
let scenario: Scenario;
let clock: Date;
let first: StaffMember;
let second: StaffMember;
beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub, new Date('2026-11-16T01:00:00.000Z'));
  clock = scenario.now;
  [first, second] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const mutate = mutator(() => hub);
const seen = async (who: Who, id: string) =>
  (await hub.ask('query ($id: ID!) { node(id: $id) { id } }', { as: who!.accountId, variables: { id } })).data!.node;
const reject = async (who: Who, id: string) => {
  const { codes, refusal } = await mutate(
    'rejectServiceRecords',
    who,
    { recordIds: [id], reason: '没有来' },
    'serviceRecords { id status }',
  );
  return codes ?? refusal;
};

/** Service of the one who administers a school, and organises there, by the list of the district. */
async function approvedByDistrict() {
  const school = await scenario.school();
  const volunteer = await family(scenario, [await scenario.schoolClass(school)]);
  const runsIt = await scenario.staffMember({ role: 'SCHOOL_ADMIN', school }, volunteer.parent);
  const startsAt = scenario.at(-3 * 60);
  const offered = await openShift(scenario, runsIt, {
    school,
    role: { capacity: 5 },
    shift: {
      startsAt,
      endsAt: scenario.at(-2 * 60),
      signupClosesAt: startsAt,
      signupOpensAt: scenario.at(-20 * 24 * 60),
    } as ShiftOptions['shift'],
  } as ShiftOptions);
  const signup = await signedUp(scenario, offered, volunteer);
  const list = (who: Who, signupId: string) =>
    mutate(
      'recordAttendance',
      who,
      {
        shiftId: `shift_${offered.shift.id}`,
        rows: [
          { signupId: `signup_${signupId}`, checkedInAt: startsAt.toISOString(), checkedOutAt: offered.shift.endsAt },
        ],
      },
      'attendances { id }',
    );
  expect((await list(first, signup.id)).codes).toEqual([]);
  const recordOf = async (signupId: string): Promise<string> =>
    `service-record_${(await hub.database.pool.query<{ id: string }>('select id from service_record where signup_id = $1', [signupId])).rows[0]!.id}`;
  return { school, offered, volunteer, runsIt, list, recordOf, id: await recordOf(signup.id) };
}

describe('service that the district approved by its list, for nobody at the school may decide on it,', () => {
  it.each([
    ['whoever approved it', () => first],
    ['another of the district', () => second],
  ])('is seen and rejected by %s, and appealed for to the other', async (_, whoever) => {
    const here = await approvedByDistrict();
    const [by, other] = [whoever(), whoever() === first ? second : first];
    expect(await seen(by, here.id)).toEqual({ id: here.id });
    expect(await reject(here.runsIt, here.id)).toEqual(['OWN']);
    expect(await reject(by, here.id)).toEqual([]);
    const { codes } = await mutate('appealServiceRecord', here.runsIt, { recordId: here.id, text: '我来了' }, '');
    expect(codes).toEqual([]);
    const approve = async (who: Who) =>
      (await mutate('approveServiceRecords', who, { recordIds: [here.id] }, 'serviceRecords { id }')).codes;
    expect(await approve(by)).toEqual(['BY_ANOTHER']);
    expect(await approve(other)).toEqual([]);
  });

  it('is the school’s as soon as somebody there may decide on it, and what the school approved is none of the district’s', async () => {
    const here = await approvedByDistrict();
    const another = await signedUp(
      scenario,
      here.offered,
      await family(scenario, [await scenario.schoolClass(here.school)]),
    );
    expect((await here.list(here.runsIt, another.id)).codes).toEqual([]);
    const of = await here.recordOf(another.id);
    for (const who of [first, second]) {
      expect(await seen(who, of)).toBeNull();
      expect(await reject(who, of)).toEqual(['NOT_FOUND']);
    }
    await scenario.schoolAdmin(here.school);
    expect(await seen(second, here.id)).toBeNull();
    expect(await reject(second, here.id)).toEqual(['NOT_FOUND']);
  });
});
