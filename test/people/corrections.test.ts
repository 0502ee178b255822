import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ReleaseStaffDocument,
  UpdateDistrictDocument,
  UpdateRoomDocument,
  UpdateSchoolClassDocument,
  UpdateSchoolDocument,
  UpdateSchoolYearDocument,
  UpdateStaffDocument,
  UpdateStudentDocument,
  UpdateTermDocument,
} from '../../schema/generated/admin.ts';
import type { TypedDocument } from '../../schema/generated/typed-document.ts';
import {
  aCalendarDay,
  aTerm,
  type RoomRecord,
  type SchoolClassRecord,
  type SchoolRecord,
  type TermRecord,
} from '../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { CalendarDay, Term } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let elsewhere: SchoolRecord;
let schoolClass: SchoolClassRecord;
let parallel: SchoolClassRecord;
let room: RoomRecord;
let term: TermRecord;
let child: Family;
let district: StaffMember;
let admin: StaffMember;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  [school, elsewhere] = [await scenario.school(), await scenario.school()];
  [schoolClass, parallel] = [await scenario.schoolClass(school), await scenario.schoolClass(school)];
  room = await scenario.room(school);
  child = await family(scenario, [schoolClass]);
  [district, admin] = [await scenario.districtAdmin(), await scenario.schoolAdmin(school)];
  term = aTerm({ schoolYear: scenario.schoolYear, number: 1 });
  await scenario.write((put) => {
    put(Term, term);
    put(Term, aTerm({ schoolYear: scenario.schoolYear, number: 2 }));
    put(CalendarDay, aCalendarDay({ schoolYear: scenario.schoolYear, date: '2027-08-20' }));
  });
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const year = (days: object): [never, StaffMember, Asked] => [
  UpdateSchoolYearDocument as never,
  district,
  { schoolYearId: `school-year_${scenario.schoolYear.id}`, ...days },
];
const run = <Data>(document: TypedDocument<Data, { input: never }>, who: { accountId: string }, input: Asked) =>
  asked(hub, document, who.accountId, input);

describe('what is on record is changed', () => {
  it('of a school, a class, a room, a year, a term, somebody on the staff and a pupil, and what is left out stays', async () => {
    expect(
      (await run(UpdateSchoolDocument, district, { schoolId: `school_${school.id}`, name: '改名小学' })).payload,
    ).toMatchObject({ school: { name: '改名小学', stages: school.stages } });
    const reached = { contact: '010-00000000 教务处' };
    expect(
      (await run(UpdateSchoolDocument, district, { schoolId: `school_${school.id}`, ...reached })).payload,
    ).toMatchObject({ school: { name: '改名小学', ...reached } });
    const districtId = `district_${scenario.district.id}`;
    expect((await run(UpdateDistrictDocument, district, { districtId, ...reached })).payload).toMatchObject({
      district: { name: scenario.district.name, ...reached },
    });
    expect((await run(UpdateDistrictDocument, district, { districtId })).payload).toMatchObject({ district: reached });
    expect((await run(UpdateDistrictDocument, district, { districtId, contact: null })).payload).toMatchObject({
      district: { contact: null },
    });
    expect(
      (await run(UpdateSchoolClassDocument, admin, { classId: `class_${schoolClass.id}`, name: '启航班' })).payload,
    ).toMatchObject({ schoolClass: { name: '启航班', number: schoolClass.number } });
    expect(
      (await run(UpdateRoomDocument, admin, { roomId: `room_${room.id}`, capacity: room.capacity + 10 })).payload,
    ).toMatchObject({ room: { name: room.name, capacity: room.capacity + 10 } });
    expect(
      (
        await run(UpdateSchoolYearDocument, district, {
          schoolYearId: `school-year_${scenario.schoolYear.id}`,
          name: '新学年',
        })
      ).payload,
    ).toMatchObject({ schoolYear: { name: '新学年', startsOn: scenario.schoolYear.startsOn } });
    expect(
      (await run(UpdateTermDocument, district, { termId: `term_${term.id}`, endsOn: '2027-01-20' })).payload,
    ).toMatchObject({ term: { startsOn: term.startsOn, endsOn: '2027-01-20' } });
    const teacher = await scenario.teacher(schoolClass);
    expect(
      (
        await run(UpdateStaffDocument, admin, {
          staffId: `staff_${teacher.staff.id}`,
          name: '测试教师',
          phone: '19900000001',
        })
      ).payload,
    ).toMatchObject({ staff: { name: '测试教师', phone: '199****0001', staffNumber: teacher.staff.staffNumber } });
    expect(
      (await run(UpdateStaffDocument, admin, { staffId: `staff_${teacher.staff.id}`, phone: null })).payload,
    ).toMatchObject({ staff: { name: '测试教师', phone: null } });
    expect(
      (
        await run(UpdateStudentDocument, admin, {
          studentId: `student_${child.students[0]!.id}`,
          studentNumber: ' corr01 ',
        })
      ).payload,
    ).toMatchObject({ student: { name: child.students[0]!.name, studentNumber: 'CORR01' } });
  });

  it.each<[string, () => [TypedDocument<never, { input: never }>, StaffMember, Asked], string]>([
    [
      'a stage with classes goes',
      () => [UpdateSchoolDocument as never, district, { schoolId: `school_${school.id}`, stages: ['JUNIOR_MIDDLE'] }],
      'STAGE_IN_USE',
    ],
    [
      'nobody can be reached by a contact',
      () => [UpdateSchoolDocument as never, district, { schoolId: `school_${school.id}`, contact: '教务处 110' }],
      'CONTACT_SHAPE',
    ],
    [
      'no stage is left',
      () => [UpdateSchoolDocument as never, district, { schoolId: `school_${school.id}`, stages: [] }],
      'NO_STAGES',
    ],
    [
      'a number is that of the class next door',
      () => [
        UpdateSchoolClassDocument as never,
        admin,
        { classId: `class_${schoolClass.id}`, number: parallel.number },
      ],
      'TAKEN',
    ],
    [
      'a number is none',
      () => [UpdateSchoolClassDocument as never, admin, { classId: `class_${schoolClass.id}`, number: 61 }],
      'NUMBER_RANGE',
    ],
    [
      'seats go',
      () => [UpdateRoomDocument as never, admin, { roomId: `room_${room.id}`, capacity: 1 }],
      'CAPACITY_FALLS',
    ],
    ['a year leaves a term out', () => year({ endsOn: '2027-06-01' }), 'LEAVES_OUT'],
    ['a year leaves a holiday out', () => year({ endsOn: '2027-08-10' }), 'LEAVES_OUT'],
    ['a year ends first', () => year({ endsOn: '2020-01-01' }), 'DATES'],
    [
      'a term goes on into the next',
      () => [UpdateTermDocument as never, district, { termId: `term_${term.id}`, endsOn: '2027-03-01' }],
      'OVERLAP',
    ],
    [
      'a term begins before its year',
      () => [UpdateTermDocument as never, district, { termId: `term_${term.id}`, startsOn: '2026-08-01' }],
      'OUTSIDE_YEAR',
    ],
    [
      'a term goes on after its year',
      () => [UpdateTermDocument as never, district, { termId: `term_${term.id}`, endsOn: '2028-03-01' }],
      'OUTSIDE_YEAR',
    ],
    ['a year begins after its end', () => year({ startsOn: '2030-01-01' }), 'DATES'],
    ['a year leaves its first term out', () => year({ startsOn: '2027-01-01' }), 'LEAVES_OUT'],
    [
      'a phone is none',
      () => [UpdateStaffDocument as never, district, { staffId: `staff_${admin.staff.id}`, phone: '1' }],
      'PHONE_SHAPE',
    ],
    [
      'a number of staff is taken',
      () => [
        UpdateStaffDocument as never,
        district,
        { staffId: `staff_${admin.staff.id}`, staffNumber: district.staff.staffNumber },
      ],
      'NUMBER_TAKEN',
    ],
    [
      'a number of pupils is none',
      () => [
        UpdateStudentDocument as never,
        admin,
        { studentId: `student_${child.students[0]!.id}`, studentNumber: '学籍' },
      ],
      'NUMBER_NEEDED',
    ],
  ])('not where %s, and the refusal names a field that was sent', async (_, ask, code) => {
    const [document, who, input] = ask();
    const before = await contents();
    const { codes, payload } = await run(document, who, input);
    expect(codes).toEqual([code]);
    const [error] = (payload as unknown as { userErrors: { path: string[] }[] }).userErrors;
    expect(Object.keys(input)).toContain(error!.path[0]);
    expect(await contents()).toEqual(before);
  });

  it('by nobody of another school, and of pupils by nobody of the district', async () => {
    const stranger = await scenario.schoolAdmin(elsewhere);
    const before = await contents();
    for (const [document, input] of [
      [UpdateSchoolClassDocument, { classId: `class_${schoolClass.id}`, name: 'x' }],
      [UpdateRoomDocument, { roomId: `room_${room.id}`, name: 'x' }],
      [UpdateStudentDocument, { studentId: `student_${child.students[0]!.id}`, name: 'x' }],
      [UpdateStaffDocument, { staffId: `staff_${admin.staff.id}`, name: 'x' }],
      [ReleaseStaffDocument, { staffId: `staff_${admin.staff.id}` }],
    ] as const)
      expect((await run(document as never, stranger, input)).refused).toBe('NOT_FOUND');
    expect(
      (await run(UpdateStudentDocument, district, { studentId: `student_${child.students[0]!.id}`, name: 'x' }))
        .refused,
    ).toBe('FORBIDDEN');
    expect(await contents()).toEqual(before);
  });

  it('of somebody with a role beyond those of the caller by somebody above alone', async () => {
    const analyst = await scenario.analyst();
    await hub.database.pool.query(
      `insert into staff_assignment (id, staff_id, role, district_id, school_id, valid_from) values (gen_random_uuid(), $1, 'LECTURER', $2, $3, '2020-01-01')`,
      [analyst.staff.id, scenario.district.id, school.id],
    );
    expect((await run(UpdateStaffDocument, admin, { staffId: `staff_${analyst.staff.id}`, name: 'x' })).codes).toEqual([
      'BEYOND_OWN',
    ]);
    expect(
      (await run(UpdateStaffDocument, district, { staffId: `staff_${analyst.staff.id}`, name: '分析员' })).codes,
    ).toEqual([]);
    // What reaches beyond stays; what is at the school goes.
    expect((await run(ReleaseStaffDocument, admin, { staffId: `staff_${analyst.staff.id}` })).payload).toMatchObject({
      assignments: [{ role: 'LECTURER' }],
    });
  });
});

it('who is released holds no role at the next request', async () => {
  const member = await scenario.teacher(schoolClass);
  await hub.database.pool.query(
    `insert into staff_assignment (id, staff_id, role, district_id, school_id, valid_from) values (gen_random_uuid(), $1, 'SCHOOL_ADMIN', $2, $3, '2020-01-01')`,
    [member.staff.id, scenario.district.id, school.id],
  );
  const permissions = async () =>
    (await hub.ask('{ viewer { permissions } }', { as: member.accountId })).data!['viewer'].permissions as string[];
  expect(await permissions()).toContain('people.student.manage');
  expect(
    (await run(ReleaseStaffDocument, admin, { staffId: `staff_${member.staff.id}` })).payload!['assignments'],
  ).toHaveLength(2);
  expect(await permissions()).toEqual([]);
  expect((await run(ReleaseStaffDocument, admin, { staffId: `staff_${member.staff.id}` })).refused).toBe('NOT_FOUND');
});

async function contents(): Promise<unknown[]> {
  const tables = [
    'school',
    'school_class',
    'room',
    'school_year',
    'term',
    'staff',
    'person',
    'student',
    'staff_assignment',
  ];
  return Promise.all(
    tables.map(
      async (table) =>
        (
          await hub.database.pool.query<{ all: string }>(
            `select md5(string_agg(t::text, ',' order by t.id)) as all from ${table} t`,
          )
        ).rows[0]!.all,
    ),
  );
}
