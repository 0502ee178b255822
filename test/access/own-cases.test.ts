import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aStaffAssignment, type SchoolClassRecord, type SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { domains } from '../../src/app.ts';
import { StaffAssignment, StaffRole } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { changedSince, contents } from './contents.ts';
import { DECIDES, DECIDES_NOT, OPEN, type Decides, type OwnCase } from './own-cases.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
/** With the same roles as who decides, and no part in any of it. */
let third: StaffMember;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  third = await withEveryRole();
});
afterAll(() => hub.stop());

async function withEveryRole(existing?: Parameters<Scenario['staffMember']>[1]): Promise<StaffMember> {
  const who = await scenario.staffMember({ role: StaffRole.HOMEROOM_TEACHER, school, schoolClass }, existing);
  await scenario.write((put) => {
    put(StaffAssignment, aStaffAssignment({ staff: who.staff, role: StaffRole.SCHOOL_ADMIN, district: scenario.district, school }));
    put(StaffAssignment, aStaffAssignment({ staff: who.staff, role: StaffRole.DISTRICT_ADMIN, district: scenario.district }));
  });
  return who;
}

async function newCase(): Promise<OwnCase> {
  const own = await family(scenario, [schoolClass]);
  return { scenario, school, schoolClass, own, me: await withEveryRole(own.parent), other: await withEveryRole() };
}

const names = domains.flatMap((domain) => domain.mutations).map(({ name }) => name);

async function call(name: string, who: StaffMember, input: object): Promise<string | undefined> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await hub.ask<Record<string, { userErrors: { code: string }[] }>>(`mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`, { as: who.accountId, variables: { input } });
  return errors?.[0]?.extensions.code ?? data?.[name]?.userErrors[0]?.code;
}

describe('whatever decides about somebody', () => {
  it('is written down here, with whose case it is, and so is why every other mutation does not', () => {
    const written = [...Object.keys(DECIDES), ...Object.values(DECIDES_NOT).flat()];
    expect(written.toSorted()).toEqual(names.toSorted());
  });

  it('so that a new mutation without a line is missed', () => {
    expect([...Object.keys(DECIDES), ...Object.values(DECIDES_NOT).flat()]).not.toContain('plantedMutation');
    expect([...OPEN].filter((name) => !(name in DECIDES))).toEqual([]);
  });

  const cases = Object.entries(DECIDES).flatMap(([name, each]) => each.map((one): [string, string, Decides] => [name, one.own, one]));
  describe.each([['refused', cases.filter(([name]) => !OPEN.has(name)), it], ['to be refused', cases.filter(([name]) => OPEN.has(name)), it.fails]] as const)('is %s, and nothing is written', (_, rows, test) => {
    test.each(rows)('%s, by %s', async (name, _own, { code, arrange }) => {
      const world = await newCase();
      const input = await arrange(world);
      const before = await contents(hub);
      const answer = await call(name, world.me, input);
      expect(answer).toBe(code);
      expect(await changedSince(before, hub)).toEqual([]);
    });
  });

});

/** Otherwise the refusals would show nothing. */
describe('the same, by somebody whose case it is not,', () => {
  it.each(Object.entries(DECIDES).filter(([name]) => !OPEN.has(name)))('is done: %s', async (name, cases) => {
    const input = await cases.at(-1)!.arrange(await newCase());
    const before = await contents(hub);
    expect(await call(name, third, input)).toBeUndefined();
    expect(await changedSince(before, hub)).not.toEqual([]);
  });

  it('and leaves nothing that could not be', () => expectChecksHold(hub));
});
