import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { domains, permissions } from '../../src/app.ts';
import { ServiceRole } from '../../src/domains/identity/index.ts';
import type { MutationDeclaration } from '../../src/platform/graphql/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { serviceToken } from './callers.ts';
import { changedSince, contents } from './contents.ts';
import { withEveryRole, type WithEveryRole } from './every-role.ts';
import type { Decides, OwnCase } from './own-cases/case.ts';
import { DECIDES } from './own-cases.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
/** With the same roles as who decides, and no part in any of it. */
let third: WithEveryRole;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  third = await withEveryRole(scenario, { school, schoolClass });
});
afterAll(() => hub.stop());

/** Everything that there is, granted: what its role could not hold, it does not. */
async function tokenOf(role: TokenRole, maker: StaffMember, holder: WithEveryRole): Promise<Asking> {
  const headers = await serviceToken(
    scenario,
    { ...maker, assignment: holder.roles[role] },
    { role, school: role === ServiceRole.SCHOOL_ADMIN ? school : null, granted: Object.keys(permissions) },
  );
  return { headers };
}

async function newCase(): Promise<OwnCase & { readonly me: WithEveryRole; readonly other: WithEveryRole }> {
  const own = await family(scenario, [schoolClass]);
  return {
    scenario,
    school,
    schoolClass,
    own,
    me: await withEveryRole(scenario, { school, schoolClass }, own.parent),
    other: await withEveryRole(scenario, { school, schoolClass }),
  };
}

const TOKEN_ROLES = [ServiceRole.SCHOOL_ADMIN, ServiceRole.DISTRICT_ADMIN] as const;
type TokenRole = (typeof TOKEN_ROLES)[number];

/** What is left to programs: the list of a shift, and pupils who come into a class. */
const BY_TOKENS = [
  ['recordAttendance', ServiceRole.SCHOOL_ADMIN],
  ['enrolStudents', ServiceRole.SCHOOL_ADMIN],
] as const;

const mutations = domains.flatMap((domain) => domain.mutations);
const declared = new Map(mutations.map(({ name, ownCase }) => [name, ownCase]));

/** It finds what was decided before the two were one: test/access/decided-then-joined.test.ts. */
const OF_TWO_IN_ONE = 'confirmJoin';

/** Those that decide about somebody, and of which no test makes it the caller's own case. */
const withoutCase = (all: readonly Pick<MutationDeclaration, 'name' | 'ownCase'>[]): string[] =>
  all
    .filter(({ name, ownCase }) => ownCase === 'REFUSED' && !(name in DECIDES))
    .map(({ name }) => `${name} decides about somebody: write a case as \`ownCases\` of test/<domain>/held-to.ts.`);

/** An account, or what a client without one sends. */
type Asking = { readonly as: string } | { readonly headers: { readonly authorization: string } };

async function call(name: string, who: Asking, input: object): Promise<string | undefined> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await hub.ask<Record<string, { userErrors: { code: string }[] }>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`,
    { ...who, variables: { input } },
  );
  return errors?.[0]?.extensions.code ?? data?.[name]?.userErrors[0]?.code;
}

describe('whatever decides about somebody', () => {
  it('has its case here, of each mutation that says so', () => {
    expect(withoutCase(mutations)).toEqual([]);
    expect(Object.keys(DECIDES).filter((name) => declared.get(name) !== 'REFUSED')).toEqual([]);
  });

  it('so that a new one is missed', () => {
    expect(withoutCase([{ name: 'plantedMutation', ownCase: 'REFUSED' }])).toEqual([
      expect.stringContaining('plantedMutation'),
    ]);
    expect(withoutCase([{ name: 'plantedMutation', ownCase: 'OWN_NAME' }])).toEqual([]);
  });

  it('says by an `ownCase` of its rules how, and each of these is tried', () => {
    const ownCases = mutations.flatMap(({ name, rules }) => {
      const codes = Object.keys(rules).filter((code) => rules[code]!.ownCase);
      return codes.length === 0 || name === OF_TWO_IN_ONE ? [] : [[name, codes.toSorted()]];
    });
    const tried = Object.entries(DECIDES).map(([name, each]) => [
      name,
      [...new Set(each.map(({ code }) => code))].toSorted(),
    ]);
    expect(Object.fromEntries(ownCases)).toEqual(Object.fromEntries(tried));
  });

  const cases = Object.entries(DECIDES).flatMap(([name, each]) =>
    each.map((one): [string, string, Decides] => [name, one.own, one]),
  );
  it.each(cases)('%s, by %s, is refused, and nothing is written', async (name, _own, { code, arrange }) => {
    const world = await newCase();
    const input = await arrange(world);
    const before = await contents(hub);
    expect(await call(name, { as: world.me.accountId }, input)).toBe(code);
    expect(await changedSince(before, hub)).toEqual([]);
  });
});

/** In their place, whoever has its secret, and whoever answers for it, decides nothing that they may not decide themselves. */
describe('a service token', () => {
  const mine: readonly (readonly [
    string,
    (world: Awaited<ReturnType<typeof newCase>>, role: TokenRole) => Promise<Asking>,
  ])[] = [
    ['that rests on their own role', ({ me, other }, role) => tokenOf(role, other, me)],
    ['that they have made and another has taken over', ({ me, other }, role) => tokenOf(role, me, other)],
  ];
  const tokens = mine.flatMap(([whose, make]) => TOKEN_ROLES.map((role) => ({ whose, role, make })));

  it.each(Object.entries(DECIDES))('decides nothing of whoever is behind it: %s', async (name, each) => {
    const world = await newCase();
    const inputs: [string, object][] = [];
    for (const { code, arrange } of each) inputs.push([code, await arrange(world)]);
    const callers: [string, Asking][] = [];
    for (const { whose, role, make } of tokens) callers.push([`${role} ${whose}`, await make(world, role)]);
    const before = await contents(hub);
    for (const [whose, token] of callers) {
      for (const [code, input] of inputs) {
        expect([code, 'FORBIDDEN'], whose).toContain(await call(name, token, input));
      }
    }
    expect(await changedSince(before, hub)).toEqual([]);
  });

  it.each(BY_TOKENS)('is told so, where it may do the same for others: %s as %s', async (name, role) => {
    const [{ code, arrange }] = DECIDES[name] as readonly [Decides];
    for (const { make } of tokens.filter((each) => each.role === role)) {
      const world = await newCase();
      expect(await call(name, await make(world, role), await arrange(world))).toBe(code);
      expect(await call(name, await tokenOf(role, third, third), await arrange(await newCase()))).toBeUndefined();
    }
  });

  it('takes no other decision', async () => {
    const taken: string[][] = [];
    for (const [name, [one]] of Object.entries(DECIDES)) {
      const input = await one!.arrange(await newCase());
      for (const role of TOKEN_ROLES)
        if ((await call(name, await tokenOf(role, third, third), input)) !== 'FORBIDDEN') taken.push([name, role]);
    }
    expect(taken.toSorted()).toEqual(BY_TOKENS.toSorted());
  });
});

/** Otherwise the refusals would show nothing. */
describe('the same, by somebody whose case it is not,', () => {
  it.each(Object.entries(DECIDES))('is done: %s', async (name, cases) => {
    const input = await cases.at(-1)!.arrange(await newCase());
    const before = await contents(hub);
    expect(await call(name, { as: third.accountId }, input)).toBeUndefined();
    expect(await changedSince(before, hub)).not.toEqual([]);
  });

  it('and leaves nothing that could not be', () => expectChecksHold(hub));
});
