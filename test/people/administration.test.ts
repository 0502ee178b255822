import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CreateRoomDocument,
  CreateSchoolClassDocument,
  CreateSchoolDocument,
  CreateSchoolYearDocument,
  CreateTermDocument,
  EnrolStudentsDocument,
  RegisterStaffDocument,
  SetCalendarDaysDocument,
} from '../../schema/generated/admin.ts';
import type { TypedDocument } from '../../schema/generated/typed-document.ts';
import { anAccount, type SchoolClassRecord, type SchoolRecord } from '../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../seeds/scenario/index.ts';
import { Account } from '../../src/domains/identity/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let elsewhere: SchoolRecord;
let schoolClass: SchoolClassRecord;
let district: StaffMember;
let admin: StaffMember;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  [school, elsewhere] = [await scenario.school(), await scenario.school()];
  schoolClass = await scenario.schoolClass(school);
  [district, admin] = [await scenario.districtAdmin(), await scenario.schoolAdmin(school)];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const run = <Data>(document: TypedDocument<Data, { input: never }>, who: { accountId: string }, input: Asked) =>
  asked(hub, document, who.accountId, input);
const rows = async (table: string): Promise<number> =>
  (await hub.database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
const idOf = (payload: Asked | null | undefined, name: string): string => (payload![name] as { id: string }).id;

describe('setting a district up', () => {
  it('school, year, terms with holidays and make-up days, class, room, staff and pupils, through the API alone', async () => {
    const made = await run(CreateSchoolDocument, district, {
      districtId: `district_${scenario.district.id}`,
      code: '1199000001',
      name: '测试第一小学',
      stages: ['PRIMARY'],
    });
    const schoolId = idOf(made.payload, 'school');
    const year = await run(CreateSchoolYearDocument, district, {
      districtId: `district_${scenario.district.id}`,
      name: '2031-2032学年',
      startsOn: '2031-09-01',
      endsOn: '2032-08-31',
    });
    const schoolYearId = idOf(year.payload, 'schoolYear');
    expect(
      (
        await run(CreateTermDocument, district, {
          schoolYearId,
          number: 1,
          startsOn: '2031-09-01',
          endsOn: '2032-01-20',
        })
      ).codes,
    ).toEqual([]);
    const days = [
      { date: '2031-10-01', kind: 'HOLIDAY', name: '国庆节' },
      { date: '2031-10-11', kind: 'MAKE_UP', name: '国庆节调休', followsWeekday: 3 },
    ];
    for (let twice = 0; twice < 2; twice += 1) {
      expect((await run(SetCalendarDaysDocument, district, { schoolYearId, calendar: days })).payload).toMatchObject({
        schoolYear: { calendarDays: { nodes: days } },
      });
    }
    const { data } = await hub.ask('{ grades(first: 9) { nodes { id number } } }');
    const gradeId = data!['grades'].nodes.find(({ number }: { number: number }) => number === 1).id as string;
    const newClass = await run(CreateSchoolClassDocument, district, { schoolId, schoolYearId, gradeId, number: 1 });
    expect(newClass.payload).toMatchObject({ schoolClass: { name: '一年级1班' } });
    expect((await run(CreateRoomDocument, district, { schoolId, name: '报告厅', capacity: 200 })).codes).toEqual([]);
    const staff = await run(RegisterStaffDocument, district, {
      name: '测试校长',
      staffNumber: 'T-9001',
      role: 'SCHOOL_ADMIN',
      schoolId,
    });
    expect(staff.payload).toMatchObject({ staff: { name: '测试校长' }, assignment: { role: 'SCHOOL_ADMIN' } });
    const {
      rows: [person],
    } = await hub.database.pool.query<{ id: string }>(
      `select person_id as id from staff where staff_number = 'T-9001'`,
    );
    const head = anAccount({ person: { id: person!.id } as never });
    await scenario.write((put) => put(Account, head));
    const enrolled = await run(
      EnrolStudentsDocument,
      { accountId: head.id },
      {
        classId: idOf(newClass.payload, 'schoolClass'),
        rows: [
          { name: '测试学生甲', studentNumber: 'X0001' },
          { name: '测试学生乙', studentNumber: 'X0002' },
        ],
      },
    );
    expect(enrolled.payload).toMatchObject({
      userErrors: [],
      schoolClass: { studentCount: 2 },
      students: [{ name: '测试学生甲' }, { name: '测试学生乙' }],
    });
  });

  it.each<
    [
      string,
      (ids: {
        districtId: string;
        schoolId: string;
        yearId: string;
      }) => [TypedDocument<never, { input: never }>, Asked],
      string,
      string,
    ]
  >([
    [
      'a code of nine digits',
      ({ districtId }) => [
        CreateSchoolDocument as never,
        { districtId, code: '119900000', name: '某校', stages: ['PRIMARY'] },
      ],
      'CODE_SHAPE',
      'school',
    ],
    [
      'no stage',
      ({ districtId }) => [CreateSchoolDocument as never, { districtId, code: '1199000009', name: '某校', stages: [] }],
      'NO_STAGES',
      'school',
    ],
    [
      'a year that overlaps',
      ({ districtId }) => [
        CreateSchoolYearDocument as never,
        { districtId, name: '又一年', startsOn: '2026-10-01', endsOn: '2027-09-30' },
      ],
      'OVERLAP',
      'school_year',
    ],
    [
      'a year that ends first',
      ({ districtId }) => [
        CreateSchoolYearDocument as never,
        { districtId, name: '倒', startsOn: '2040-10-01', endsOn: '2040-09-30' },
      ],
      'DATES',
      'school_year',
    ],
    [
      'a term outside',
      ({ yearId }) => [
        CreateTermDocument as never,
        { schoolYearId: yearId, number: 4, startsOn: '2040-09-01', endsOn: '2040-10-01' },
      ],
      'OUTSIDE_YEAR',
      'term',
    ],
    [
      'a make-up day that follows nothing',
      ({ yearId }) => [
        SetCalendarDaysDocument as never,
        { schoolYearId: yearId, calendar: [{ date: '2026-10-10', kind: 'MAKE_UP', name: '调休' }] },
      ],
      'FOLLOWS_WEEKDAY',
      'calendar_day',
    ],
    [
      'a day twice',
      ({ yearId }) => [
        SetCalendarDaysDocument as never,
        { schoolYearId: yearId, calendar: [1, 2].map(() => ({ date: '2026-10-10', kind: 'HOLIDAY', name: '放假' })) },
      ],
      'TWICE',
      'calendar_day',
    ],
    [
      'a room without seats',
      ({ schoolId }) => [CreateRoomDocument as never, { schoolId, name: '空', capacity: 0 }],
      'CAPACITY',
      'room',
    ],
  ])('%s is refused, and nothing is written', async (_, ask, code, table) => {
    const before = await rows(table);
    const [document, input] = ask({
      districtId: `district_${scenario.district.id}`,
      schoolId: `school_${school.id}`,
      yearId: `school-year_${scenario.schoolYear.id}`,
    });
    expect((await run(document, district, input)).codes).toEqual([code]);
    expect(await rows(table)).toBe(before);
  });
});

describe('enrolling a table of pupils', () => {
  const table = () => ({
    classId: `class_${schoolClass.id}`,
    rows: [
      { name: '测试丙', studentNumber: `N${Date.now()}A` },
      { name: ' ', studentNumber: `N${Date.now()}B` },
      { name: '测试丁', studentNumber: '不是学籍号' },
    ],
  });

  it('refuses everything for one bad row, or the bad rows alone, as asked', async () => {
    const before = await rows('student');
    expect((await run(EnrolStudentsDocument, admin, table())).codes).toEqual(['NAME_NEEDED', 'NUMBER_NEEDED']);
    expect(await rows('student')).toBe(before);
    const partly = await run(EnrolStudentsDocument, admin, { ...table(), errorPolicy: 'REJECT_FAILED_ROWS' });
    expect(partly.payload!.userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['NAME_NEEDED', ['rows', '1', 'name']],
      ['NUMBER_NEEDED', ['rows', '2', 'studentNumber']],
    ]);
    expect(partly.payload!['students']).toHaveLength(1);
    expect(await rows('student')).toBe(before + 1);
  });

  it('changes the class of a pupil within the year, refuses one of another school, and is done once', async () => {
    const parallel = await scenario.schoolClass(school);
    const row = { name: '测试戊', studentNumber: 'MOVER1' };
    const into = (id: string, who = admin) => run(EnrolStudentsDocument, who, { classId: `class_${id}`, rows: [row] });
    expect((await into(schoolClass.id)).codes).toEqual([]);
    expect((await into(schoolClass.id)).codes).toEqual(['IN_CLASS']);
    expect((await into(parallel.id)).codes).toEqual([]);
    expect(
      (await into((await scenario.schoolClass(elsewhere)).id, await scenario.schoolAdmin(elsewhere))).codes,
    ).toEqual(['OTHER_SCHOOL']);
    const { rows: memberships } = await hub.database.pool.query(
      `select m.status, m.school_class_id = $1 as here from class_membership m join student s on s.id = m.student_id
      where s.student_number = 'MOVER1' order by m.status`,
      [parallel.id],
    );
    expect(memberships).toEqual([
      { status: 'ACTIVE', here: true },
      { status: 'ENDED', here: false },
    ]);
  });
});
