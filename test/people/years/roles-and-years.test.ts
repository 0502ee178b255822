import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SchoolClassRecord, SchoolRecord, SchoolYearRecord } from '../../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { rolesOfAYear } from './roles-of-a-year.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-11-16T01:00:00.000Z');
/** First and last day of each year. */
const THIS = ['2026-09-01', '2027-08-31'] as const;
const NEXT = ['2027-09-01', '2028-08-31'] as const;

let hub: TestHub;
let scenario: Scenario;
let clock: Date;
let school: SchoolRecord;
let years: readonly [SchoolYearRecord, SchoolYearRecord];
let [district, head]: StaffMember[] = [];
const { assign, end, release, yearEnds, promote, sees } = rolesOfAYear(() => ({
  hub,
  head: head!,
  district: district!,
}));

beforeAll(async () => {
  clock = NOW;
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub, NOW);
  school = await scenario.school();
  years = [scenario.schoolYear, await scenario.anotherYear(1)];
  [district, head] = [await scenario.districtAdmin(), await scenario.schoolAdmin(school)];
});
afterAll(async () => {
  clock = NOW;
  await expectChecksHold(hub);
  await hub.stop();
});

const rows = async <Row extends object>(text: string, ...values: unknown[]) =>
  (await hub.database.pool.query<Row>(text, values)).rows;
const dayOf = (first: string, more: number): string =>
  new Date(new Date(first).getTime() + more * DAY).toISOString().slice(0, 10);

/** A role as it was given, in the class of this year or in that of the next. */
interface Role {
  readonly id: string;
  readonly whose: number;
  readonly year: 0 | 1;
  readonly first: string;
  readonly last: string | null;
  /** By somebody: at its node, by a release, or because the role was given anew. */
  over: boolean;
}

/** What is known of roles and years by the rules alone. */
class Model {
  readonly ends: [string, string] = [THIS[1], NEXT[1]];
  readonly roles: Role[] = [];
  promoted = false;
  today = dayOf('2026-11-16', 0);

  inForce({ year, first, last, over }: Role): boolean {
    return !over && first <= this.today && (last === null || this.today <= last) && this.today <= this.ends[year];
  }

  /** It may hold at some time, whatever becomes of the years. */
  isGiven({ last, over }: Role): boolean {
    return !over && (last === null || last >= this.today);
  }

  /** Given for a time of the role, and not ended. */
  meeting(wanted: Pick<Role, 'whose' | 'year' | 'first' | 'last'>): Role[] {
    return this.roles.filter(
      (role) =>
        role.whose === wanted.whose &&
        role.year === wanted.year &&
        !role.over &&
        (role.last === null || wanted.first <= role.last) &&
        (wanted.last === null || role.first <= wanted.last),
    );
  }
}

type Step =
  | { readonly do: 'assign'; readonly whose: number; readonly from: number; readonly days: number | null }
  | { readonly do: 'end'; readonly which: number }
  | { readonly do: 'release'; readonly whose: number }
  | { readonly do: 'year'; readonly year: 0 | 1; readonly day: number }
  | { readonly do: 'promote' }
  | { readonly do: 'pass'; readonly days: number };

const whose = fc.nat({ max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('assign' as const),
      whose,
      from: fc.constantFrom(0, 0, 10, 80, 240),
      days: fc.constantFrom(null, null, 20, 120, 500),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('end' as const), which: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), whose }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('year' as const),
      year: fc.constantFrom<(0 | 1)[]>(0, 0, 0, 1),
      day: fc.constantFrom(40, 75, 90, 200, 330, 363, 364, 364),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'promote' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('pass' as const), days: fc.constantFrom(1, 30, 100, 230) }) },
);

/** A class, whom it has, and what has become of it. */
class Course {
  readonly model = new Model();
  readonly classes: SchoolClassRecord[];

  private constructor(
    first: SchoolClassRecord,
    readonly teachers: readonly StaffMember[],
    readonly pupil: { readonly id: string },
  ) {
    this.classes = [first];
  }

  static async begin(): Promise<Course> {
    clock = NOW;
    for (const [index, [, last]] of [THIS, NEXT].entries())
      await rows('update school_year set ends_on = $2 where id = $1', years[index]!.id, last);
    const schoolClass = await scenario.schoolClass(school);
    const { students } = await family(scenario, [schoolClass]);
    const works = () => scenario.staffMember({ role: 'LECTURER', school, lastDayGiven: '2021-08-31' });
    return new Course(schoolClass, [await works(), await works()], students[0]!);
  }

  async take(each: Step): Promise<void> {
    const { model } = this;
    if (each.do === 'assign') return this.#assign(each);
    if (each.do === 'pass') {
      clock = new Date(clock.getTime() + each.days * DAY);
      model.today = clock.toISOString().slice(0, 10);
    } else if (each.do === 'end') {
      const role = model.roles[each.which];
      if (!role) return;
      expect(await end(role.id)).toBe(model.isGiven(role) ? 'OK' : 'ENDED_ALREADY');
      if (model.isGiven(role)) role.over = true;
    } else if (each.do === 'release') {
      const all = model.roles.filter((role) => role.whose === each.whose && model.isGiven(role));
      expect(await release(this.teachers[each.whose]!)).toBe(all.length > 0 ? 'OK' : 'NOT_FOUND');
      for (const role of all) role.over = true;
    } else if (each.do === 'year') {
      const day = dayOf([THIS, NEXT][each.year]![0], each.day);
      expect(await yearEnds(years[each.year], day)).toBe('OK');
      model.ends[each.year] = day;
    } else if (!model.promoted) return this.#promote();
  }

  async #assign({ whose: index, from, days }: Extract<Step, { do: 'assign' }>): Promise<void> {
    const { model } = this;
    const year = this.classes.length === 1 ? 0 : 1;
    const first = dayOf(model.today, from);
    const wanted = { whose: index, year, first, last: days === null ? null : dayOf(first, days) } as const;
    const meeting = model.meeting(wanted);
    const over = model.ends[year] < model.today || model.ends[year] < first;
    const held = meeting.some((role) => role.first <= model.ends[year]);
    const { code, assignment } = await assign(this.teachers[index]!, this.classes[year]!, {
      validFrom: first,
      validTo: wanted.last,
    });
    expect(code).toBe(over ? 'YEAR_OVER' : held ? 'ALREADY_HELD' : 'OK');
    if (code !== 'OK') return;
    for (const role of meeting) role.over = true;
    model.roles.push({ ...wanted, id: assignment!, over: false });
  }

  async #promote(): Promise<void> {
    const { model } = this;
    const [from] = this.classes;
    expect(await promote(from!, years[1])).toBe('OK');
    model.promoted = true;
    const [made] = await rows<{ id: string }>('select id from school_class where promoted_from_id = $1', from!.id);
    this.classes.push({ ...from!, id: made!.id });
    const going = model.roles.filter(
      ({ year, over, first, last }) =>
        year === 0 && !over && first <= model.ends[0] && (last === null || last >= NEXT[0]),
    );
    const given = await rows<{ id: string; staff_id: string }>(
      'select id, staff_id from staff_assignment where school_class_id = $1',
      made!.id,
    );
    const passed = given.map(({ id, staff_id: staff }) => ({
      id,
      whose: this.teachers.findIndex((each) => each.staff.id === staff),
    }));
    expect(passed.map((each) => each.whose).sort()).toEqual(going.map((each) => each.whose).sort());
    for (const role of going)
      model.roles.push({
        ...role,
        id: passed.find((each) => each.whose === role.whose)!.id,
        year: 1,
        first: NEXT[0],
      });
  }

  /** What each of them may read by the hub is what the rules say, and so is what it calls a role of today. */
  async look(): Promise<void> {
    const { model } = this;
    for (const [index, teacher] of this.teachers.entries())
      expect([index, await sees(teacher, this.pupil)]).toEqual([
        index,
        model.roles.some((role) => role.whose === index && model.inForce(role)),
      ]);
    const token = await hub.hub.tokens.sign(head!.accountId, 3 * 366 * 86_400);
    const { data } = await hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { ... on StaffAssignment { current } } }', {
      headers: { authorization: `Bearer ${token}` },
      variables: { ids: model.roles.map(({ id }) => `staff-assignment_${id}`) },
    });
    expect((data!['nodes'] as { current: boolean }[]).map(({ current }) => current)).toEqual(
      model.roles.map((role) => model.inForce(role)),
    );
  }
}

it('a role in a class is in force iff it was given, has begun, its day and its year have not passed and nobody has ended it, whatever happens in which order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const course = await Course.begin();
      for (const each of steps) {
        await course.take(each);
        await course.look();
      }
    }),
    {
      numRuns: 12,
      endOnFailure: true,
      examples: [
        [
          [
            { do: 'assign', whose: 0, from: 240, days: null },
            { do: 'year', year: 0, day: 75 },
            { do: 'year', year: 0, day: 200 },
            { do: 'assign', whose: 0, from: 80, days: null },
            { do: 'year', year: 0, day: 90 },
            { do: 'year', year: 0, day: 364 },
            { do: 'pass', days: 100 },
            { do: 'year', year: 0, day: 75 },
            { do: 'release', whose: 0 },
            { do: 'promote' },
            { do: 'year', year: 0, day: 364 },
            { do: 'pass', days: 230 },
          ],
        ],
        [
          [
            { do: 'assign', whose: 0, from: 0, days: null },
            { do: 'assign', whose: 1, from: 0, days: 500 },
            { do: 'year', year: 0, day: 40 },
            { do: 'promote' },
            { do: 'end', which: 0 },
            { do: 'year', year: 0, day: 364 },
            { do: 'pass', days: 230 },
            { do: 'pass', days: 100 },
            { do: 'year', year: 1, day: 40 },
            { do: 'release', whose: 0 },
            { do: 'year', year: 1, day: 364 },
          ],
        ],
      ],
    },
  );
}, 400_000);
