import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount, loadDemo } from '../../seeds/demo/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { startTwoExecutors, type TwoExecutors } from '../platform/executors/two-executors.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const SMALL = 5;

type Told = number | null;
interface Role {
  readonly confirmedCount: Told;
  readonly placesTaken: Told;
  readonly freePlaces: Told;
  readonly capacity: number;
  readonly shortBy: Told;
  readonly fillRate: object | null;
  readonly viewerBlockers: string[];
  readonly viewerWaitlistBlockers: string[];
}
interface Shift {
  readonly signupCount: Told;
  readonly attendedCount: Told;
  readonly noShowCount: Told;
  readonly fillRate: object | null;
  readonly roles: { readonly nodes: Role[] };
}
interface Activity {
  readonly signupCount: Told;
  readonly shifts: { readonly nodes: Shift[] };
}
interface Meeting {
  readonly invitedHouseholdCount: Told;
  readonly repliedHouseholdCount: Told;
  readonly attendingReplyCount: Told;
  readonly replyRate: object | null;
}
interface School {
  readonly studentCount: Told;
  readonly classes: { readonly nodes: { readonly studentCount: Told; readonly schoolYear: { readonly id: string } }[] };
}

const ROOTS = {
  meetings: 'id invitedHouseholdCount repliedHouseholdCount attendingReplyCount replyRate { value }',
  schools: 'id studentCount classes(first: 100) { nodes { id studentCount schoolYear { id } } }',
  volunteerActivities: `id signupCount shifts(first: 50) { nodes { id signupCount attendedCount noShowCount fillRate { value }
    roles(first: 10) { nodes { id capacity confirmedCount placesTaken freePlaces shortBy fillRate { value } viewerBlockers viewerWaitlistBlockers } } } }`,
} as const;

let database: TestDatabase;
let executors: TwoExecutors;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.pool, { now: NOW });
  executors = await startTwoExecutors(database, () => NOW);
});
afterAll(async () => {
  await executors?.stop();
  await database?.drop();
});

async function all<T>(root: keyof typeof ROOTS, as: string): Promise<T[]> {
  const rows: T[] = [];
  for (let after: string | null = null; ;) {
    const { complete, planned } = await executors.ask(
      `query ($after: String) { ${root}(first: 5, after: $after) { nodes { ${ROOTS[root]} } pageInfo { hasNextPage endCursor } } }`,
      { as, variables: { after } },
    );
    expect(complete.errors).toBeUndefined();
    expect(JSON.stringify(planned)).toBe(JSON.stringify(complete));
    const page = (
      complete.data as unknown as Record<string, { nodes: T[]; pageInfo: { hasNextPage: boolean; endCursor: string } }>
    )[root]!;
    rows.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return rows;
    after = page.pageInfo.endCursor;
  }
}

const isSmall = (number: number): boolean => Math.abs(number) > 0 && Math.abs(number) < SMALL;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const told = (numbers: readonly Told[]): number[] => numbers.filter((each) => each !== null);

/** Of numbers that stand side by side, each and what is left of one after others are subtracted: the small ones. */
function leaks(where: string, numbers: readonly Told[]): string[] {
  const some = told(numbers);
  return some.flatMap((each, index) => [
    ...(isSmall(each) ? [`${where}: ${each}`] : []),
    ...some.slice(index + 1).flatMap((other) => (isSmall(each - other) ? [`${where}: ${each} - ${other}`] : [])),
  ]);
}

const knownOfShift = ({ signupCount, roles }: Shift): number =>
  signupCount ?? sum(told(roles.nodes.map((role) => role.confirmedCount)));

function leaksOfShift(shift: Shift): string[] {
  const places = sum(told(shift.roles.nodes.map(({ confirmedCount }) => confirmedCount)));
  const { signupCount, attendedCount, noShowCount } = shift;
  const rest = (whole: Told): Told =>
    whole === null || attendedCount === null || noShowCount === null ? null : whole - attendedCount - noShowCount;
  return [
    ...leaks('a shift', [signupCount, attendedCount, places]),
    ...leaks('a shift', [signupCount, noShowCount, places]),
    ...leaks('what is left of a shift', [rest(signupCount)]),
    ...leaks('what is left of its places', attendedCount === null && noShowCount === null ? [] : [rest(places)]),
    ...shift.roles.nodes.flatMap((role) => [
      ...leaks('a role', [role.confirmedCount, role.placesTaken]),
      ...(role.placesTaken === null && [role.freePlaces, role.shortBy, role.fillRate].some((each) => each !== null)
        ? ['places of a role by another field']
        : []),
      ...(role.viewerBlockers.includes('FULL') ? ['a role that is full'] : []),
      ...(role.viewerWaitlistBlockers.includes('NOT_FULL') ? [] : ['a role for which one can wait']),
    ]),
    ...(shift.fillRate !== null && shift.roles.nodes.some(({ placesTaken }) => placesTaken === null)
      ? ['a rate that holds a small group']
      : []),
  ];
}

describe('no small group can be had by subtracting what an analyst is told', () => {
  const analyst = demoAccount('analyst').id;
  const district = demoAccount('district-admin').id;

  it('of the families of a meeting', async () => {
    const meetings = await all<Meeting>('meetings', analyst);
    expect(
      meetings.flatMap((each) =>
        leaks('a meeting', [each.invitedHouseholdCount, each.repliedHouseholdCount, each.attendingReplyCount]),
      ),
    ).toEqual([]);
    expect(meetings.filter((each) => each.replyRate !== null && each.repliedHouseholdCount === null)).toEqual([]);
    expect(meetings.filter((each) => each.invitedHouseholdCount !== null).length).toBeGreaterThan(0);
    // Those who answer for the people are told the numbers as they are, and there something is to be withheld.
    const whole = await all<Meeting>('meetings', district);
    expect(
      whole.flatMap((each) =>
        leaks('a meeting', [each.invitedHouseholdCount, each.repliedHouseholdCount, each.attendingReplyCount]),
      ).length,
    ).toBeGreaterThan(20);
  }, 120_000);

  it('of the pupils of a school and its classes', async () => {
    const schools = await all<School>('schools', analyst);
    const ofSchool = ({ studentCount, classes: { nodes } }: School): string[] => [
      ...leaks(
        'a class',
        nodes.map((each) => each.studentCount).filter((each) => each !== null && isSmall(each)),
      ),
      ...[...Map.groupBy(nodes, (each) => each.schoolYear.id).values(), nodes].flatMap((some) =>
        leaks('a school', [studentCount, sum(told(some.map((each) => each.studentCount)))]),
      ),
    ];
    expect(schools.flatMap(ofSchool)).toEqual([]);
    expect(schools.filter(({ studentCount }) => studentCount !== null && studentCount > 0).length).toBeGreaterThan(0);
  }, 120_000);

  it('of the volunteers of an activity, its shifts and their roles', async () => {
    const activities = await all<Activity>('volunteerActivities', analyst);
    expect(activities.flatMap(({ shifts }) => shifts.nodes.flatMap(leaksOfShift))).toEqual([]);
    expect(
      activities.flatMap(({ signupCount, shifts: { nodes } }) =>
        nodes.length === 50
          ? []
          : [
              ...leaks('an activity', [signupCount, sum(nodes.map(knownOfShift))]),
              ...leaks('an activity', [
                signupCount,
                sum(nodes.flatMap(({ roles }) => told(roles.nodes.map(({ confirmedCount }) => confirmedCount)))),
              ]),
            ],
      ),
    ).toEqual([]);
    expect(activities.filter(({ signupCount }) => signupCount !== null && signupCount > 0).length).toBeGreaterThan(0);
  }, 120_000);
});
