import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApproveRoleRequestsDocument, AssignRoleDocument, RecordAttendanceDocument } from '../../../schema/generated/admin.ts';
import { aVolunteeringPolicy, minutesAfter, type SchoolClassRecord, type SchoolRecord } from '../../../seeds/factories/index.ts';
import { families, openShift, signedUp, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { VolunteeringPolicy } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let organiser: StaffMember;
let [one, two]: StaffMember[] = [];

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  organiser = await scenario.teacher(schoolClass);
  [one, two] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
  // Whoever misses one shift is suspended.
  await scenario.write((put) => put(VolunteeringPolicy, aVolunteeringPolicy({ district: scenario.district, noShowLimit: 1 })));
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

/** A shift that is over, to which nobody came. */
async function missedBy(volunteers: number) {
  const startsAt = scenario.at(-180);
  const offered = await openShift(scenario, organiser, { school, shift: { startsAt, endsAt: minutesAfter(startsAt, 60) }, role: { capacity: volunteers } });
  const signups: { readonly id: string }[] = [];
  for (const each of await families(scenario, volunteers, [schoolClass])) signups.push(await signedUp(scenario, offered, each));
  const record = (said: object) => asked(hub, RecordAttendanceDocument, organiser.accountId, { shiftId: `shift_${offered.shift.id}`, rows: signups.map(({ id }) => ({ signupId: `signup_${id}`, ...said })) });
  const suspended = async () => (await hub.database.pool.query('select 1 from volunteer_suspension sus join signup sgn on sgn.person_id = sus.person_id where sgn.shift_id = $1 and not sus.undone', [offered.shift.id])).rowCount;
  return { record, suspended };
}

async function roleRequests(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const somebody = await scenario.staffMember({ role: 'LECTURER', school });
    const { payload } = await asked(hub, AssignRoleDocument, one!.accountId, { staffId: `staff_${somebody.staff.id}`, role: 'ANALYST', districtId: `district_${scenario.district.id}` });
    ids.push((payload!['request'] as { id: string }).id);
  }
  return ids;
}

/** Of the call that is arranged for so many rows. */
async function statementsFor(arranged: readonly (() => Promise<{ readonly codes: readonly string[] | undefined }>)[]): Promise<number[]> {
  const counts: number[] = [];
  for (const call of arranged) {
    const { result, statements } = await hub.statementsOf(call);
    expect(result.codes).toEqual([]);
    counts.push(statements.length);
  }
  return counts;
}

describe('a list costs as many statements for six rows as for two', () => {
  it('where volunteers are noted as missing and suspended for it, and where that is corrected', async () => {
    const [warm, few, many] = [await missedBy(1), await missedBy(2), await missedBy(6)];
    expect((await warm.record({ noShow: true })).codes).toEqual([]);
    const noted = await statementsFor([few, many].map(({ record }) => () => record({ noShow: true })));
    expect(noted[1]).toBe(noted[0]);
    expect([await few.suspended(), await many.suspended()]).toEqual([2, 6]);
    const corrected = await statementsFor([few, many].map(({ record }) => () => record({ excused: true })));
    expect(corrected[1]).toBe(corrected[0]);
    expect([await few.suspended(), await many.suspended()]).toEqual([0, 0]);
  });

  it('where roles are approved', async () => {
    const [warm, few, many] = [await roleRequests(1), await roleRequests(2), await roleRequests(6)];
    const approve = (requestIds: readonly string[]) => () => asked(hub, ApproveRoleRequestsDocument, two!.accountId, { requestIds });
    await approve(warm)();
    const [ofFew, ofMany] = await statementsFor([approve(few), approve(many)]);
    expect(ofMany).toBe(ofFew);
  });
});
