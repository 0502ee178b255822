import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { daysAfter, WRITTEN_AT } from '../../seeds/factories/index.ts';
import { writeOneOfEverything } from '../contract/one-of-everything.ts';
import { nodeTypes, reachableFor, typeOfId } from '../support/crawl.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { rootsById } from './calls.ts';
import { REACH_ROLES as ROLES, type ReachRole as Role } from './caller-names.ts';
import { REACHED_BY, unthoughtTypes } from './who-may.ts';

const now = daysAfter(WRITTEN_AT, 95);
let hub: TestHub;
const accounts: Partial<Record<Role, string>> = {};
const reached = new Map<Role, ReadonlySet<string>>();

beforeAll(async () => {
  hub = await startTestHub({
    clock: () => now,
    variables: {
      MAX_COST_GUEST: '10000000',
      MAX_COST_GUARDIAN: '10000000',
      MAX_COST_STAFF: '10000000',
      MAX_COST_ANALYST: '10000000',
    },
  });
  Object.assign(accounts, (await writeOneOfEverything(hub.database, now)).accounts);
  for (const role of ROLES) reached.set(role, await reachableFor(hub, accounts[role]));
});
afterAll(() => hub.stop());

describe('who reaches which types', () => {
  it('is written down for every type', () => {
    const types = nodeTypes.map((type) => type.name);
    expect(unthoughtTypes(types), 'say as `reachedBy` of test/<domain>/held-to.ts who reaches it').toEqual([]);
    expect(Object.keys(REACHED_BY).filter((name) => !types.includes(name))).toEqual([]);
  });

  it.each(ROLES)('is, for a %s, as REACHED_BY says', (role) => {
    const types = new Set([...reached.get(role)!].map((id) => typeOfId(id).name));
    expect([...types].sort()).toEqual(
      Object.keys(REACHED_BY)
        .filter((name) => REACHED_BY[name]!.includes(role))
        .sort(),
    );
  });
});

describe('what a caller cannot reach along relations', () => {
  it.each(ROLES)('is answered to a %s by no root field either', async (role) => {
    const world = [...new Set([...reached.values()].flatMap((ids) => [...ids]))];
    const answered = new Set<string>();
    for (let start = 0; start < world.length; start += 100) {
      const { data } = await hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
        as: accounts[role],
        variables: { ids: world.slice(start, start + 100) },
      });
      for (const node of data!['nodes'] as ({ id: string } | null)[]) if (node) answered.add(node.id);
    }
    for (const id of world) {
      const root = rootsById.get(typeOfId(id).name);
      if (root === undefined) continue;
      const { data } = await hub.ask(`query ($id: ID!) { ${root}(id: $id) { id } }`, {
        as: accounts[role],
        variables: { id },
      });
      expect([root, Boolean(data?.[root])]).toEqual([root, answered.has(id)]);
    }
    // What was written because somebody else has read since is no leak.
    expect([...answered].filter((id) => !reached.get(role)!.has(id) && !id.startsWith('access-record_'))).toEqual([]);
  });
});
