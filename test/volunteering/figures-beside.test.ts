import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTerm, type SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type FamilyGuardian, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { Term } from '../../src/domains/people/index.ts';
import { ServiceSource } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { past, served } from './service.ts';

const source = ServiceSource.SYSTEM_CHECKED;
const DAY = 24 * 60;

let hub: TestHub;
let scenario: Scenario;
let analyst: StaffMember;
let admin: StaffMember;
beforeAll(async () => {
  hub = await startTestHub({ clock: () => scenario?.now ?? new Date() });
  scenario = await beginScenario(hub, new Date('2026-11-20T00:00:00.000Z'));
  await scenario.write((put) =>
    put(Term, aTerm({ schoolYear: scenario.schoolYear, number: 1, startsOn: '2026-09-01', endsOn: '2027-01-20' })),
  );
  [analyst, admin] = [await scenario.analyst(), await scenario.districtAdmin()];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

/** So many volunteers of a school, each of an hour; of the district's own shifts where none is named. */
async function volunteers(count: number, school: SchoolRecord | undefined, families: SchoolRecord): Promise<void> {
  const schoolClass = await scenario.schoolClass(families);
  const organiser = await scenario.teacher(schoolClass);
  for (let each = 0; each < count; each += 1)
    await served(scenario, await past(scenario, organiser, await family(scenario, [schoolClass]), school, -7 * DAY), {
      source,
    });
}

const figures = async (who: StaffMember, ...schools: SchoolRecord[]): Promise<(number | null)[]> => {
  const { data } = await hub.ask<{
    district: { serviceMinutesThisTerm: number | null };
    nodes: { serviceMinutesThisTerm: number | null }[];
  }>(
    'query ($district: ID!, $schools: [ID!]!) { district: node(id: $district) { ... on District { serviceMinutesThisTerm } } nodes(ids: $schools) { ... on School { serviceMinutesThisTerm } } }',
    {
      as: who.accountId,
      variables: { district: `district_${scenario.district.id}`, schools: schools.map(({ id }) => `school_${id}`) },
    },
  );
  return [data!.district, ...data!.nodes].map(({ serviceMinutesThisTerm }) => serviceMinutesThisTerm);
};

describe('the minutes of a district, less those of its schools', () => {
  it('tell an analyst of no small group, be it of a school or of the district itself; the district has exact numbers', async () => {
    const [large, few] = [await scenario.school(), await scenario.school()];
    await volunteers(6, large, large);
    expect(await figures(analyst, large, few)).toEqual([360, 360, 0]);
    await volunteers(2, few, few);
    expect(await figures(analyst, large, few)).toEqual([null, 360, null]);
    await volunteers(2, undefined, large);
    expect(await figures(analyst, large, few)).toEqual([null, 360, null]);
    expect(await figures(admin, large, few)).toEqual([600, 360, 120]);
    // Five and more are nobody in particular, whichever part they are of.
    await volunteers(1, undefined, large);
    expect(await figures(analyst, large, few)).toEqual([660, 360, null]);
    await volunteers(3, few, few);
    expect(await figures(analyst, large, few)).toEqual([null, 360, 300]);
  });
});

describe('the minutes of a family', () => {
  it('are to a guardian those of who answers today for a child of theirs, and to the school all that was served', async () => {
    const school = await scenario.school();
    const schoolClass = await scenario.schoolClass(school);
    const own = await family(scenario, [schoolClass], { guardians: 2 });
    const organiser = await scenario.teacher(schoolClass);
    for (const parent of own.guardians)
      await served(scenario, await past(scenario, organiser, { ...own, parent }, school, -7 * DAY), { source });
    const total = async (who: Pick<FamilyGuardian, 'accountId'>) => {
      const { data } = await hub.ask<{ node: { serviceMinutes: number } | null }>(
        'query ($id: ID!) { node(id: $id) { ... on Household { serviceMinutes } } }',
        { as: who.accountId, variables: { id: `household_${own.household.id}` } },
      );
      return data!.node?.serviceMinutes;
    };
    const head = await scenario.schoolAdmin(school);
    expect([await total(own.parent), await total(head)]).toEqual([120, 120]);
    await hub.database.pool.query(
      `update guardianship set status = 'ENDED', valid_to = greatest(valid_from, $2), data_access = false where id = $1`,
      [own.guardians[1]!.guardianships[0]!.id, scenario.now],
    );
    expect([await total(own.parent), await total(own.guardians[1]!), await total(head)]).toEqual([60, undefined, 120]);
  });
});
