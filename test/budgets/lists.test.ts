import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, getNullableType, isInputObjectType, isListType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVolunteeringPolicy } from '../../seeds/factories/index.ts';
import { VolunteeringPolicy } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { beginScenario } from '../support/world.ts';
import { LISTS } from './given-lists.ts';
import type { ListsWorld } from './waiting.ts';

let provider: IdentityProvider;
let hub: TestHub;
let world: ListsWorld;

beforeAll(async () => {
  provider = await startIdentityProvider();
  hub = await startTestHub({ variables: provider.variables });
  const scenario = await beginScenario(hub);
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  world = {
    hub,
    scenario,
    school,
    schoolClass,
    nextYear: await scenario.anotherYear(1),
    organiser: await scenario.teacher(schoolClass),
    admin: await scenario.schoolAdmin(school),
    one: await scenario.districtAdmin(),
    two: await scenario.districtAdmin(),
  };
  // Whoever misses one shift is suspended.
  await scenario.write((put) =>
    put(VolunteeringPolicy, aVolunteeringPolicy({ district: scenario.district, noShowLimit: 1 })),
  );
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
  await provider.stop();
});

/** Of values, or of what one thing is said to be; or counted where they have a world of their own. */
const OTHER_LISTS = [
  'createSchool',
  'createServiceToken',
  'createShiftSeries',
  'createVolunteerActivity',
  'reportAttendance',
  'updateSchool',
  'updateShiftSeries',
  'updateVolunteerActivity',
];

describe('a list costs as many statements for six rows as for two', () => {
  it('by every mutation that takes one', () => {
    const mutations = buildSchema(readFileSync('schema/hub.graphql', 'utf8')).getMutationType()!.getFields();
    const takeLists = Object.values(mutations).filter(({ args }) => {
      const input = getNamedType(args[0]?.type);
      return (
        isInputObjectType(input) &&
        Object.values(input.getFields()).some(({ type }) => isListType(getNullableType(type)))
      );
    });
    const names = takeLists.map(({ name }) => name);
    const known = [...Object.keys(LISTS), ...OTHER_LISTS];
    expect(
      names.filter((name) => !known.includes(name)),
      'give it so many rows as `lists` of test/<domain>/held-to.ts',
    ).toEqual([]);
    expect(known.filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(Object.keys(LISTS))('%s', async (mutation) => {
    const counts: number[][] = [];
    for (const rows of [1, 2, 6]) {
      const counted: number[] = [];
      for (const call of await LISTS[mutation]!(world, rows)) {
        const { result, statements } = await hub.statementsOf(call);
        expect(result).toMatchObject({ codes: [] });
        counted.push(statements.length);
      }
      counts.push(counted);
    }
    expect(counts[2]).toEqual(counts[1]);
  });
});
