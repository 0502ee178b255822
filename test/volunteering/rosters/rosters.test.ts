import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import { aShiftRole, aTerm } from '../../../seeds/factories/index.ts';
import {
  families,
  family,
  openShift,
  signedUp,
  type Scenario,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import {
  HOURS_COLUMNS,
  hoursHead,
  hoursRows,
  ROSTER_COLUMNS,
  rosterHead,
  rosterRows,
  ShiftRole,
} from '../../../src/domains/volunteering/index.ts';
import { MOST_ROWS, pageByPage, type Asker } from '../../../src/platform/exports/index.ts';
import { sql } from '../../../src/platform/reading/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { askerOf } from '../asker.ts';
import { all, refusalOf, shiftsOf } from './shifts.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let organiser: StaffMember;
let colleague: StaffMember;
let admin: StaffMember;
let district: StaffMember;
let analyst: StaffMember;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [organiser, colleague, admin] = [
    await scenario.teacher(schoolClass),
    await scenario.teacher(await scenario.schoolClass(school)),
    await scenario.schoolAdmin(school),
  ];
  [district, analyst] = [await scenario.districtAdmin(), await scenario.analyst()];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { run, askShift, running, checkIn, noShow, signUpAll, serve } = shiftsOf(() => ({
  hub,
  scenario,
  school,
  schoolClass,
  organiser,
  admin,
}));
const asks = (who: { readonly accountId: string }): Promise<Asker> => askerOf(hub, who, scenario.now);

describe('how full a shift is', () => {
  it('is the sum over its roles; analysts are told of no sum that holds a small group', async () => {
    const offered = await openShift(scenario, organiser, { school, role: { capacity: 6, minimum: 6 } });
    const second = aShiftRole({ shift: offered.shift, ordinal: 2, capacity: 4, minimum: 3 });
    await scenario.write((put) => put(ShiftRole, second));
    const FIELDS =
      'fillRate { numerator denominator value } shortBy activity { fillRate { numerator denominator } } roles { nodes { shortBy } }';
    for (const each of await families(scenario, 5, [schoolClass])) await signedUp(scenario, offered, each);
    expect(await askShift(admin, offered, FIELDS)).toEqual({
      fillRate: { numerator: 5, denominator: 10, value: 0.5 },
      shortBy: 4,
      activity: { fillRate: { numerator: 5, denominator: 10 } },
      roles: { nodes: [{ shortBy: 1 }, { shortBy: 3 }] },
    });
    expect(await askShift(analyst, offered, FIELDS)).toMatchObject({
      fillRate: { numerator: 5 },
      shortBy: 4,
      roles: { nodes: [{ shortBy: 1 }, { shortBy: 3 }] },
    });
    await signedUp(scenario, { ...offered, role: second }, await family(scenario, [schoolClass]));
    expect(await askShift(district, offered, FIELDS)).toMatchObject({ fillRate: { numerator: 6 }, shortBy: 3 });
    expect(await askShift(analyst, offered, FIELDS)).toEqual({
      fillRate: null,
      shortBy: null,
      activity: { fillRate: null },
      roles: { nodes: [{ shortBy: 1 }, { shortBy: null }] },
    });
  });

  it('lists what is to come and lacks volunteers, and is refused to analysts', async () => {
    const lacking = await openShift(scenario, organiser, { school, role: { minimum: 1 } });
    const enough = await openShift(scenario, organiser, {
      school,
      role: { minimum: 1 },
      shift: { startsAt: scenario.at(3000), endsAt: scenario.at(3060) },
    });
    await signedUp(scenario, enough, await family(scenario, [schoolClass]));
    const list = async (who: StaffMember): Promise<string[]> => {
      const { data, errors } = await hub.ask(
        'query ($id: ID!) { school(id: $id) { shiftsShortOfVolunteers(first: 100) { nodes { id } } } }',
        { as: who.accountId, variables: { id: `school_${school.id}` } },
      );
      return (
        (data!['school'].shiftsShortOfVolunteers?.nodes as { id: string }[] | undefined)?.map((each) => each.id) ??
        errors!.map((error) => error.extensions.code)
      );
    };
    for (const who of [admin, organiser, district]) {
      expect(await list(who)).toContain(`shift_${lacking.shift.id}`);
      expect(await list(who)).not.toContain(`shift_${enough.shift.id}`);
    }
    expect(await list(analyst)).toEqual(['FORBIDDEN']);
  });
});

describe('who is missing', () => {
  const FIELDS = 'missing { nodes { id volunteerName volunteerPhone } }';

  it('is told to the organiser and the school from the start on, until something is known of them', async () => {
    const { offered, all, signups } = await running(3);
    await checkIn(signups[0]!, offered.shift);
    await noShow(signups[1]!, offered.shift);
    const expected = {
      missing: {
        nodes: [
          {
            id: `signup_${signups[2]!.id}`,
            volunteerName: all[2]!.parent.person.name,
            volunteerPhone: expect.stringMatching(/^\d{3}\*{4}\d{4}$/),
          },
        ],
      },
    };
    expect(await askShift(organiser, offered, FIELDS)).toEqual(expected);
    expect(await askShift(admin, offered, FIELDS)).toEqual(expected);
    for (const who of [colleague, district, all[0]!.parent]) {
      const { errors } = await hub.ask(`query ($id: ID!) { shift(id: $id) { ${FIELDS} } }`, {
        as: who.accountId,
        variables: { id: `shift_${offered.shift.id}` },
      });
      expect(errors).toMatchObject([{ path: ['shift', 'missing', 'nodes'], extensions: { code: 'FORBIDDEN' } }]);
    }
    expect(await askShift(all[2]!.parent, offered, FIELDS)).toEqual(expected);
  });

  it('is nobody before the start', async () => {
    const offered = await openShift(scenario, organiser, { school });
    await signedUp(scenario, offered, await family(scenario, [schoolClass]));
    expect(await askShift(organiser, offered, FIELDS)).toEqual({ missing: { nodes: [] } });
  });
});

describe('the rows of a roster', () => {
  it('are all who signed up or wait, by role and turn, with what is known of their coming', async () => {
    const { offered, all: came, signups } = await running(3);
    await checkIn(signups[0]!, offered.shift);
    await noShow(signups[1]!, offered.shift);
    const waiting = await family(scenario, [schoolClass]);
    await run('update shift_role set last_sequence = 1 where id = $1', offered.role.id);
    await run(
      `insert into waitlist_entry (id, role_id, shift_id, guardian_id, person_id, joined_at, sequence) values (gen_random_uuid(), $1, $2, $3, $4, $5, 1)`,
      offered.role.id,
      offered.shift.id,
      waiting.parent.guardian.id,
      waiting.parent.person.id,
      scenario.at(-60),
    );
    const asker = await asks(admin);
    expect(await rosterHead(asker, offered.shift.id)).toEqual({
      title: offered.activity.title,
      place: offered.shift.place,
      startsAt: offered.shift.startsAt,
      endsAt: offered.shift.endsAt,
    });
    const rows = await all(rosterRows(asker, offered.shift.id));
    expect(rows.map(({ name, standing, household }) => ({ name, standing, household }))).toEqual([
      ...came.map((each) => ({
        name: each.parent.person.name,
        standing: '已确认',
        household: `${each.students[0]!.name}家`,
      })),
      { name: waiting.parent.person.name, standing: '候补中', household: null },
    ]);
    const cells = rows.map((row) =>
      Object.fromEntries(ROSTER_COLUMNS.map((column) => [column.header, column.of(row)])),
    );
    expect(cells.map((each) => [each['状态'], each['到岗情况']])).toEqual([
      ['已确认', '到岗'],
      ['已确认', '缺勤'],
      ['已确认', null],
      ['候补中', null],
    ]);
    expect(JSON.stringify(cells)).not.toMatch(/\d{11}/);
    await run(`update waitlist_entry set status = 'LEFT', ended_at = now() where shift_id = $1`, offered.shift.id);
  });

  it('are for whoever runs the shift', async () => {
    const { offered } = await running(1);
    const headFor = async (who: { accountId: string }) => refusalOf(rosterHead(await asks(who), offered.shift.id));
    expect(await Promise.all([organiser, admin].map(headFor))).toEqual([null, null]);
    expect(
      await Promise.all([colleague, (await family(scenario, [schoolClass])).parent, analyst].map(headFor)),
    ).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(await headFor(await scenario.schoolAdmin(await scenario.school()))).toBe('NOT_FOUND');
  });

  it('are read page by page: every one once, though a page ends between equals, and too many are refused', async () => {
    const asker = await asks(admin);
    const numbers = (total: number) =>
      pageByPage<{ n: number }>(
        asker,
        (_viewer, after, size) =>
          sql`select n from generate_series(1, ${total}::int) n where n > ${after?.n ?? 0}::int order by n limit ${size}::int`,
        ([n]) => ({ n: n as number }),
      );
    expect(await all(numbers(1000))).toEqual(Array.from({ length: 1000 }, (_, index) => ({ n: index + 1 })));
    expect(await refusalOf(all(numbers(MOST_ROWS)))).toBeNull();
    expect(await refusalOf(all(numbers(MOST_ROWS + 1)))).toBe('TOO_COSTLY');
    const offered = await openShift(scenario, organiser, { school, role: { capacity: 700 } });
    const crowd = await families(scenario, 620, [schoolClass]);
    await signUpAll(offered, crowd);
    const rows = await all(rosterRows(asker, offered.shift.id));
    expect(new Set(rows.map((row) => row.key[2])).size).toBe(620);
    expect(rows).toHaveLength(620);
    await run(
      'delete from engagement eng using signup sgn where sgn.id = eng.source_id and sgn.shift_id = $1',
      offered.shift.id,
    );
    await run('delete from signup where shift_id = $1', offered.shift.id);
  });
});

describe('the hours of a school in a term', () => {
  it('are one row a volunteer, overlapping time counted once and cut at the edges of the term', async () => {
    const term = aTerm({ schoolYear: scenario.schoolYear, number: 1 });
    await scenario.write((put) => put(Term, term));
    const [one, other, elsewhere] = [
      await family(scenario, [schoolClass]),
      await family(scenario, [schoolClass]),
      await family(scenario, [schoolClass]),
    ];
    const begins = new Date(`${term.startsOn}T00:00:00+08:00`);
    const after = (minutes: number): Date => new Date(begins.getTime() + minutes * 60_000);
    const neighbour = await scenario.school();
    await serve(one, school, after(600), after(660));
    await serve(one, school, after(630), after(720));
    await serve(one, school, after(1000), after(1060), 'PENDING');
    await serve(other, school, after(-30), after(30));
    await serve(other, school, after(100), after(130));
    await serve(other, school, after(-120), after(-60));
    await serve(elsewhere, neighbour, after(600), after(660));
    const asker = await asks(admin);
    expect(await hoursHead(asker, school.id, term.id)).toEqual({
      school: school.name,
      term: expect.stringMatching(/^\d{4}—\d{4}学年第1学期$/),
    });
    const rows = await all(hoursRows(asker, school.id, term.id));
    expect(new Map(rows.map((row) => [row.personId, { services: row.services, minutes: row.minutes }]))).toEqual(
      new Map([
        [one.parent.person.id, { services: 2, minutes: 120 }],
        [other.parent.person.id, { services: 1, minutes: 30 }],
      ]),
    );
    expect(HOURS_COLUMNS.map((column) => column.of(rows[0]!))).toEqual([
      rows[0]!.name,
      expect.stringMatching(/\*{4}/),
      expect.any(Number),
      expect.any(Number),
    ]);
    expect(
      await Promise.all(
        [district, organiser, analyst].map(async (who) => refusalOf(hoursHead(await asks(who), school.id, term.id))),
      ),
    ).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(await refusalOf(hoursHead(asker, school.id, school.id))).toBe('NOT_FOUND');
    await run('delete from service_record');
  });
});
