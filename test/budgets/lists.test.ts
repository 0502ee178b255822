import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aVolunteeringPolicy } from '../../seeds/factories/index.ts';
import { VolunteeringPolicy } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.ts';
import { beginScenario } from '../support/world.ts';
import { LISTS, OTHER_LISTS, takeLists, uncountedLists } from './given-lists.ts';
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

describe('a list costs as many statements for six rows as for two', () => {
  it('by every mutation that takes one', () => {
    const schema = buildSchema(readFileSync('schema/hub.graphql', 'utf8'));
    expect(uncountedLists(schema), 'give it so many rows as `lists` of test/<domain>/held-to.ts').toEqual([]);
    const names = takeLists(schema);
    const known = [...Object.keys(LISTS), ...OTHER_LISTS];
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
