import { getNamedType, isObjectType, type GraphQLField } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { hubSchema } from '../../../src/app.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { withEveryRole } from '../every-role.ts';
import { DECIDES } from '../own-cases.ts';

/*
 * Whoever decides is shown what they have decided: an answer without an error in which each thing is null cannot be told from one that did
 * nothing. It is asked of each decision that is somebody's own case at a school where nobody else may take it, so that the district does, and
 * of somebody with every role.
 */

const { schema } = hubSchema();
const mutations = schema.getMutationType()!.getFields();

let hub: TestHub;
let scenario: Scenario;
/** Administers the district, and has no part at any school. */
let district: StaffMember;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  district = await scenario.districtAdmin();
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

/** Each field of the payload, with the least that shows whether it tells anything. */
const answerOf = ({ type }: GraphQLField<unknown, unknown>): string => {
  const payload = getNamedType(type);
  if (!isObjectType(payload)) throw new Error(`${payload.name} is no payload.`);
  return Object.values(payload.getFields())
    .map((field) => {
      const named = getNamedType(field.type);
      if (field.name === 'userErrors') return 'userErrors { code }';
      return isObjectType(named) || 'getFields' in named ? `${field.name} { __typename }` : field.name;
    })
    .join(' ');
};

const tells = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== null);

async function decide(name: string, who: StaffMember, input: object): Promise<'REFUSED' | 'SHOWN' | 'NOTHING'> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await hub.ask<Record<string, Record<string, unknown> & { userErrors: unknown[] }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${answerOf(mutations[name]!)} } }`,
    { as: who.accountId, variables: { input } },
  );
  const { userErrors = [], ...things } = data?.[name] ?? {};
  if (errors || userErrors.length > 0) return 'REFUSED';
  return Object.values(things).some(tells) ? 'SHOWN' : 'NOTHING';
}

/** A school of which a parent holds every role, and nobody else any. */
async function ownCaseOfAll() {
  const school = await scenario.school();
  const elsewhere = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const own = await family(scenario, [schoolClass]);
  return {
    scenario,
    school,
    schoolClass,
    own,
    me: await withEveryRole(scenario, { school, schoolClass }, own.parent),
    other: await withEveryRole(scenario, {
      school: elsewhere,
      schoolClass: await scenario.schoolClass(elsewhere),
    }),
  };
}

const cases = Object.entries(DECIDES).flatMap(([name, each]) =>
  each.map(({ own, arrange }) => ({ name, own, arrange })),
);
/** What was done by the district at all. */
const byDistrict = new Set<string>();

describe('whoever decides is shown what they have decided', () => {
  it.each(cases)('the district in the place of a school: $name, by $own', async ({ name, arrange }) => {
    const answer = await decide(name, district, await arrange(await ownCaseOfAll()));
    expect(answer).not.toBe('NOTHING');
    if (answer === 'SHOWN') byDistrict.add(name);
  });

  it('which it does of guardians, sign-ups, service and lectures at least, so that all this shows something', () => {
    expect([...byDistrict]).toEqual(
      expect.arrayContaining([
        'approveGuardianship',
        'rejectGuardianship',
        'blockGuardian',
        'unblockGuardian',
        'endGuardianship',
      ]),
    );
  });

  it.each(cases)('somebody with every role: $name, by $own', async ({ name, arrange }) => {
    const world = await ownCaseOfAll();
    const third = await withEveryRole(scenario, world);
    expect(await decide(name, third, await arrange(world))).not.toBe('NOTHING');
  });
});
