import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApproveRoleRequestsDocument, AssignRoleDocument } from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord, SchoolYearRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';
import { rolesOfAYear } from './roles-of-a-year.ts';
import { askedPeople } from '../who-is-asked.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');
const END = '2027-08-31';

let hub: TestHub;
let scenario: Scenario;
let clock: Date;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let next: SchoolYearRecord;
let child: Family;
let [district, head, deputy, teacher]: StaffMember[] = [];
const { assign, end, release, yearEnds, promote, sees } = rolesOfAYear(() => ({
  hub,
  head: head!,
  district: district!,
}));
const people = askedPeople(() => ({ hub, scenario }));

beforeAll(async () => {
  clock = NOW;
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub, NOW);
  school = await scenario.school();
  next = await scenario.anotherYear(1);
  [district, head, deputy] = [
    await scenario.districtAdmin(),
    await scenario.schoolAdmin(school),
    await scenario.schoolAdmin(school),
  ];
});
beforeEach(async () => {
  clock = NOW;
  await rows('update school_year set ends_on = $2 where id = $1', scenario.schoolYear.id, END);
  schoolClass = await scenario.schoolClass(school);
  child = await family(scenario, [schoolClass]);
  // Of the staff, but with no role of today.
  teacher = await scenario.staffMember({ role: 'LECTURER', school, lastDayGiven: '2021-08-31' });
});
afterAll(async () => {
  clock = NOW;
  await expectChecksHold(hub);
  await hub.stop();
});

const rows = async <Row extends object>(text: string, ...values: unknown[]) =>
  (await hub.database.pool.query<Row>(text, values)).rows;
const on = (day: string): void => void (clock = new Date(`${day}T01:00:00.000Z`));
const ends = async (day: string): Promise<void> => expect(await yearEnds(scenario.schoolYear, day)).toBe('OK');
const reads = (): Promise<boolean> => sees(teacher!, child.students[0]!);
const toldTo = async ({ person }: StaffMember): Promise<string[]> =>
  (
    await rows<{ kind: string }>(
      "select kind from notice where person_id = $1 and rests_on is distinct from '{}' order by id",
      person.id,
    )
  ).map(({ kind }) => kind);
async function given(more: object = {}): Promise<string> {
  const { code, assignment } = await assign(teacher!, schoolClass, { ...more });
  expect(code).toBe('OK');
  return assignment!;
}
/** Whoever has lost their roles for good reads nothing, whatever becomes of the year. */
async function neverAgain(): Promise<void> {
  await ends(END);
  const seen: boolean[] = [];
  for (const day of ['2026-11-16', '2027-02-02', '2027-08-30']) {
    on(day);
    seen.push(await reads());
  }
  expect(seen).toEqual([false, false, false]);
  expect(await toldTo(teacher!)).not.toContain('people.role-given-anew');
}

const ENDING: readonly [string, (assignment: string) => Promise<string>][] = [
  ['is ended', (assignment) => end(assignment)],
  ['is lost by a release', () => release(teacher!)],
];

describe.each(ENDING)('a role in a class that %s', (_, ending) => {
  it('while a slip has the year over already is not there again when the year is set back', async () => {
    const assignment = await given();
    await assign(teacher!, schoolClass, { role: 'SUBJECT_TEACHER', subject: '数学', validTo: '2027-01-31' });
    expect(await reads()).toBe(true);
    await ends('2026-11-10');
    expect(await reads()).toBe(false);
    expect(await ending(assignment)).toBe('OK');
    expect(await release(teacher!)).toMatch(/OK|NOT_FOUND/);
    await neverAgain();
  });

  it('in summer, after its year, is not there again when the year is corrected, nor passed on with the class', async () => {
    const assignment = await given();
    await ends('2027-07-10');
    on('2027-07-12');
    expect(await ending(assignment)).toBe('OK');
    expect(await promote(schoolClass, next)).toBe('OK');
    on('2027-09-02');
    expect(await reads()).toBe(false);
    on('2027-07-12');
    await neverAgain();
  });

  it('and was to begin after what is the end of its year now is not there again with a longer one', async () => {
    const assignment = await given({ validFrom: '2027-02-01' });
    await ends('2026-12-31');
    expect(await ending(assignment)).toBe('OK');
    expect(await ending(assignment)).toMatch(/ENDED_ALREADY|NOT_FOUND/);
    await neverAgain();
  });
});

it('a release ends what a teacher has at work and what the year has ended, together', async () => {
  await given();
  const lecturer = await assign(teacher!, schoolClass, { role: 'LECTURER', classId: undefined });
  expect(lecturer.code).toBe('OK');
  await ends('2026-11-10');
  expect(await release(teacher!)).toBe('OK');
  expect(
    await rows('select from staff_assignment where staff_id = $1 and ended_at is not null', teacher!.staff.id),
  ).toHaveLength(2);
  await neverAgain();
});

describe('the same role given while one will not begin', () => {
  it('takes its place: the year is made shorter and longer in any order, and nobody has it twice', async () => {
    const [first] = [await given({ validFrom: '2027-07-01' })];
    await ends('2027-05-31');
    await ends('2027-06-25');
    await given({ validFrom: '2027-06-20' });
    expect(await end(first)).toBe('ENDED_ALREADY');
    await ends('2027-05-31');
    await ends(END);
    expect(
      await rows(
        'select valid_from::text as first, valid_to::text as last from staff_assignment where staff_id = $1 and ended_at is null and school_class_id is not null',
        teacher!.staff.id,
      ),
    ).toEqual([{ first: '2027-06-20', last: END }]);
    expect(await toldTo(teacher!)).toEqual(['people.role-given-anew']);
  });

  it('where a second administrator approves it as well', async () => {
    const asks = async (validFrom: string): Promise<string> => {
      const { code, request } = await assign(head!, schoolClass, { validFrom });
      expect(code).toBe('OK');
      return request!;
    };
    const approve = async (id: string) =>
      (await asked(hub, ApproveRoleRequestsDocument, deputy!.accountId, { requestIds: [id] })).codes;
    expect(await approve(await asks('2027-07-01'))).toEqual([]);
    await ends('2027-06-25');
    expect(await approve(await asks('2027-06-20'))).toEqual([]);
    await ends(END);
    expect(
      await rows(
        'select valid_from::text as first from staff_assignment where staff_id = $1 and ended_at is null and school_class_id = $2',
        head!.staff.id,
        schoolClass.id,
      ),
    ).toEqual([{ first: '2027-06-20' }]);
  });

  it('leaves one for later days, which begins with the longer year', async () => {
    await given({ validFrom: '2027-07-01' });
    await ends('2027-05-31');
    await given({ validTo: '2027-06-30' });
    await ends(END);
    on('2027-06-30');
    expect(await reads()).toBe(true);
    on('2027-07-01');
    expect(await reads()).toBe(true);
  });
});

it('whoever has a role that begins after all is told so, and of its end no more; and the other way round, however often', async () => {
  await given({ validFrom: '2027-02-01' });
  for (let time = 0; time < 2; time += 1) {
    await ends('2026-12-31');
    expect(await toldTo(teacher!)).toEqual(['people.role-ended-with-year']);
    await ends('2026-12-01');
    expect(await toldTo(teacher!)).toEqual(['people.role-ended-with-year']);
    await ends(END);
    expect(await toldTo(teacher!)).toEqual(['people.role-given-anew']);
  }
});

it('a role that was given until a day is passed on until the same day, and not at all where that is in the old year', async () => {
  await given({ validTo: '2027-10-31' });
  const short = await scenario.staffMember({ role: 'HOMEROOM_TEACHER', school, schoolClass, lastDayGiven: END });
  expect(await promote(schoolClass, next)).toBe('OK');
  expect(
    await rows(
      'select ass.staff_id, ass.valid_to::text as last from staff_assignment ass join school_class cls on cls.id = ass.school_class_id where cls.promoted_from_id = $1',
      schoolClass.id,
    ),
  ).toEqual([{ staff_id: teacher!.staff.id, last: '2027-10-31' }]);
  expect(short.staff.id).not.toBe(teacher!.staff.id);
});

describe('where a longer year gives roles back', () => {
  it('whoever heads the class again is asked at once what waits there', async () => {
    const here = await people.place();
    await ends('2026-11-10');
    await people.binds(here, await people.pupil(here));
    expect(await people.waitsFor(here.teacher, here.principal)).toEqual([0, 1]);
    await ends(END);
    expect(await people.waitsFor(here.teacher, here.principal)).toEqual([1, 0]);
  });

  it('a request for the very role waits for nobody any more', async () => {
    await rows(
      `insert into staff_assignment (id, staff_id, role, district_id, school_id, school_class_id, valid_from, created_at) values (gen_random_uuid(), $1, 'HOMEROOM_TEACHER', $2, $3, $4, '2027-02-01', now())`,
      deputy!.staff.id,
      scenario.district.id,
      school.id,
      schoolClass.id,
    );
    await ends('2026-12-31');
    const { request } = await people.done(AssignRoleDocument, deputy!, {
      staffId: `staff_${deputy!.staff.id}`,
      role: 'HOMEROOM_TEACHER',
      classId: `class_${schoolClass.id}`,
    });
    await ends(END);
    const { id } = request as { id: string };
    expect(await rows('select status from role_request where id = $1', id.replace('role-request_', ''))).toEqual([
      { status: 'EXPIRED' },
    ]);
    expect(await toldTo(deputy!)).toContain('people.role-given-otherwise');
  });
});

describe('the database itself', () => {
  it('takes the end of the year, as a process of before writes it for a role and a request without an end, for none', async () => {
    const insert = async (table: string, more: string, values: string, last: string): Promise<string> =>
      (
        await rows<{ id: string }>(
          `insert into ${table} (id, staff_id, role, subject, district_id, school_id, school_class_id, valid_from, valid_to${more})
      values (gen_random_uuid(), $1, 'SUBJECT_TEACHER', $5::text, $2, $3, $4, '2026-09-01', $5::date${values}) returning id`,
          teacher!.staff.id,
          scenario.district.id,
          school.id,
          schoolClass.id,
          last,
        )
      )[0]!.id;
    const role = (last: string) => insert('staff_assignment', '', '', last);
    const request = (last: string) =>
      insert('role_request', ', asked_by_id, expires_at', `, '${head!.staff.id}', now() + interval '30 days'`, last);
    const [whole, short, wholeAsked, shortAsked] = [
      await role(END),
      await role('2027-01-31'),
      await request(END),
      await request('2027-01-31'),
    ];
    const days = async (table: string, column: string, id: string) =>
      (await rows(`select ${column}::text as given, valid_to::text as last from ${table} where id = $1`, id))[0];
    expect([
      await days('staff_assignment', 'last_day_given', whole),
      await days('staff_assignment', 'last_day_given', short),
      await days('role_request', 'last_day_asked', wholeAsked),
      await days('role_request', 'last_day_asked', shortAsked),
    ]).toEqual([
      { given: null, last: END },
      { given: '2027-01-31', last: '2027-01-31' },
      { given: null, last: END },
      { given: '2027-01-31', last: '2027-01-31' },
    ]);
  });

  it('keeps the last day to what follows from what was given, whoever writes another', async () => {
    const assignment = await given({ validTo: '2027-01-31' });
    const last = async () =>
      (
        await rows<{ last: string }>('select valid_to::text as last from staff_assignment where id = $1', assignment)
      )[0]!.last;
    await rows("update staff_assignment set valid_to = '2099-01-01' where id = $1", assignment);
    expect(await last()).toBe('2027-01-31');
    expect(await end(assignment)).toBe('OK');
    await rows("update staff_assignment set valid_to = '2099-01-01' where id = $1", assignment);
    expect(await last()).toBe('2026-11-16');
  });
});
