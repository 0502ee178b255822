import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTerm, minutesAfter, type SchoolClassRecord, type SchoolRecord } from '../../../seeds/factories/index.ts';
import {
  family,
  type Family,
  type FamilyGuardian,
  type Scenario,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import { ServiceSource, ServiceStatus } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { past, served, type Served } from '../service.ts';
import { serviceCalls } from './decisions.ts';

const { SYSTEM_CHECKED, SUPPLEMENTED } = ServiceSource;
const { PENDING, APPROVED, REJECTED } = ServiceStatus;
const source = SYSTEM_CHECKED;
const DAY = 24 * 60;

let hub: TestHub;
let scenario: Scenario;
let analyst: StaffMember;
let admin: StaffMember;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let organiser: StaffMember;
let head: StaffMember;
beforeAll(async () => {
  hub = await startTestHub({
    clock: () => scenario?.now ?? new Date(),
    // Statements are counted where each relation has its own.
    variables: { COMPILED_QUERIES: 'off' },
  });
  scenario = await beginScenario(hub, new Date('2026-11-20T00:00:00.000Z'));
  await scenario.write((put) =>
    put(Term, aTerm({ schoolYear: scenario.schoolYear, number: 1, startsOn: '2026-09-01', endsOn: '2027-01-20' })),
  );
  [analyst, admin] = [await scenario.analyst(), await scenario.districtAdmin()];
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [organiser, head] = [await scenario.teacher(schoolClass), await scenario.schoolAdmin(school)];
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

const newFamily = (options = {}): Promise<Family> => family(scenario, [schoolClass], options);
const shiftOf = (volunteer: Family, from: number, minutes = 60): Promise<Served> =>
  past(scenario, organiser, volunteer, school, from, minutes);
const { minutesOf } = serviceCalls(() => hub);

/** Of each run of seconds without a gap. */
function wholeMinutes(seconds: ReadonlySet<number>): number {
  const runs: number[] = [];
  for (const second of [...seconds].sort((one, other) => one - other)) {
    if (seconds.has(second - 1)) runs[runs.length - 1]! += 1;
    else runs.push(1);
  }
  return runs.reduce((sum, run) => sum + Math.floor(run / 60), 0);
}

describe('what is counted', () => {
  it('is of a family what each served for it, and of a school what all did; others and small groups see none', async () => {
    const own = await newFamily({ guardians: 2 });
    const [first, second] = own.guardians as [Family['parent'], Family['parent']];
    const both = { ...own, parent: second };
    const place = await scenario.school();
    const there = await scenario.teacher(await scenario.schoolClass(place));
    await served(scenario, await past(scenario, there, own, place, -7 * DAY), { source: SYSTEM_CHECKED });
    await served(scenario, await past(scenario, there, both, place, -7 * DAY), { source: SYSTEM_CHECKED });
    await served(scenario, await past(scenario, there, own, undefined, -8 * DAY, 30), { source: SYSTEM_CHECKED });
    await served(scenario, await past(scenario, there, own, place, -9 * DAY), {
      source: SYSTEM_CHECKED,
      status: PENDING,
    });
    expect(await minutesOf(first)).toEqual({ own: 90, term: 90, families: [[150, 150]] });
    expect(await minutesOf(second)).toEqual({ own: 60, term: 60, families: [[150, 150]] });
    const figure = async (who?: { accountId: string }) =>
      (
        await hub.ask('query ($id: ID!) { school(id: $id) { serviceMinutesThisTerm } }', {
          as: who?.accountId,
          variables: { id: `school_${place.id}` },
        })
      ).data!['school'].serviceMinutesThisTerm as number | null;
    expect(await figure(await scenario.schoolAdmin(place))).toBe(120);
    expect(await figure(await scenario.districtAdmin())).toBe(120);
    for (const who of [await scenario.analyst(), there, first, undefined]) expect(await figure(who)).toBeNull();
  });

  it('is told to an analyst of five people and more', async () => {
    const place = await scenario.school();
    const there = await scenario.teacher(await scenario.schoolClass(place));
    for (let volunteer = 1; volunteer <= 5; volunteer += 1) {
      const here = await past(scenario, there, await newFamily(), place, -7 * DAY);
      await served(scenario, here, { source: SYSTEM_CHECKED });
    }
    const { data } = await hub.ask('query ($id: ID!) { school(id: $id) { serviceMinutesThisTerm } }', {
      as: (await scenario.analyst()).accountId,
      variables: { id: `school_${place.id}` },
    });
    expect(data!['school'].serviceMinutesThisTerm).toBe(300);
  });

  it('of a term is what begins in it, wholly, by the midnight of Asia/Shanghai', async () => {
    const own = await newFamily();
    const beforeMidnight = (new Date('2026-08-31T15:30:00Z').getTime() - scenario.now.getTime()) / 60_000;
    await served(scenario, await shiftOf(own, beforeMidnight, 90), { source: SYSTEM_CHECKED });
    expect(await minutesOf(own.parent)).toEqual({ own: 90, term: 0, families: [[90, 0]] });
    await served(scenario, await shiftOf(own, beforeMidnight + 90, 40), { source: SYSTEM_CHECKED });
    expect(await minutesOf(own.parent)).toEqual({ own: 130, term: 40, families: [[130, 40]] });
  });

  it('is one statement more for a screen, however many families there are', async () => {
    const place = await scenario.school();
    const grade = await scenario.schoolClass(place);
    const there = await scenario.schoolAdmin(place);
    const once = () =>
      hub.statementsOf(() =>
        hub.ask(
          '{ guardians(first: 50) { nodes { serviceMinutes serviceMinutesThisTerm households { nodes { serviceMinutes } } } } }',
          { as: there.accountId },
        ),
      );
    // Families that come change rights, and the next request reads its viewer anew.
    const ask = async () => (await once(), once());
    await family(scenario, [grade]);
    const few = await ask();
    for (let more = 0; more < 8; more += 1) await family(scenario, [grade]);
    const many = await ask();
    expect(many.result.data!['guardians'].nodes).toHaveLength(9);
    expect(many.statements).toHaveLength(few.statements.length);
  });

  it('is the union of what was approved, as a small model says', async () => {
    const length = 3 * DAY;
    let from = -400 * DAY;
    const range = fc.record({
      start: fc.integer({ min: 0, max: length - 1 }),
      minutes: fc.integer({ min: 1, max: DAY }),
      shorterBy: fc.constantFrom(0, 0, 29, 30),
      laterBy: fc.constantFrom(0, 0, 17, 59),
      status: fc.constantFrom(APPROVED, APPROVED, APPROVED, PENDING, REJECTED),
      // Equal and touching ranges are rare among random ones.
      like: fc.constantFrom('ITSELF', 'ITSELF', 'THE_LAST', 'AFTER_THE_LAST'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(range, { maxLength: 8 }), async (wanted) => {
        const own = await newFamily();
        from += length;
        const here = await shiftOf(own, from, length);
        let waiting = false;
        const seconds = new Set<number>();
        let last = { start: 0, minutes: 0 };
        for (const { status, shorterBy, laterBy, like, ...itself } of wanted) {
          last =
            like === 'ITSELF' || last.minutes === 0
              ? itself
              : like === 'THE_LAST'
                ? last
                : { start: last.start + last.minutes, minutes: itself.minutes };
          const { start, minutes } = last;
          if (start + minutes + 1 > length || (status === PENDING && waiting)) continue;
          waiting ||= status === PENDING;
          const startsAt = new Date(minutesAfter(here.shift.startsAt, start).getTime() + laterBy * 1000);
          const endsAt = new Date(minutesAfter(startsAt, minutes).getTime() - shorterBy * 1000);
          await served(scenario, here, {
            source: SUPPLEMENTED,
            status,
            startsAt,
            endsAt,
            approver: status === PENDING ? null : head.person.id,
          });
          const first = start * 60 + laterBy;
          if (status === APPROVED)
            for (let second = first; second < first + (shorterBy > 0 ? minutes - 1 : minutes) * 60; second += 1)
              seconds.add(second);
        }
        expect((await minutesOf(own.parent)).own).toBe(wholeMinutes(seconds));
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});
