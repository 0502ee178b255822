import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnrolStudentsDocument } from '../../schema/generated/admin.ts';
import {
  aBindingCode,
  type SchoolClassRecord,
  type SchoolRecord,
  type SchoolYearRecord,
} from '../../seeds/factories/index.ts';
import { families, family, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { BindingCode } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { schoolLife } from './school-life.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let elsewhere: SchoolRecord;
let district: StaffMember;
let admin: StaffMember;
let adminElsewhere: StaffMember;
let nextYear: SchoolYearRecord;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  [school, elsewhere] = [await scenario.school(), await scenario.school()];
  [district, admin, adminElsewhere] = [
    await scenario.districtAdmin(),
    await scenario.schoolAdmin(school),
    await scenario.schoolAdmin(elsewhere),
  ];
  nextYear = await scenario.anotherYear(1);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { run, sees, memberships, transfer, leave, promote } = schoolLife(() => ({ hub, school, nextYear }));

describe('an enrolment', () => {
  it('of one new pupil by several at the same moment: one is told that it is done, the others that it was', async () => {
    const schoolClass = await scenario.schoolClass(school);
    const rows = [
      { name: '周小满', studentNumber: 'G20260001' },
      { name: '周小雪', studentNumber: 'G20260002' },
    ];
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => run(EnrolStudentsDocument, admin, { classId: `class_${schoolClass.id}`, rows })),
    );
    expect(answers.flatMap(({ refused }) => refused ?? [])).toEqual([]);
    expect(answers.filter(({ codes }) => codes?.length === 0)).toHaveLength(1);
    expect(new Set(answers.flatMap(({ codes }) => codes))).toEqual(new Set(['IN_CLASS']));
    const { rows: found } = await hub.database.pool.query(
      `select 1 from student where student_number like 'G2026000%'`,
    );
    expect(found).toHaveLength(2);
  });

  it('is into no class whose year is over, and into one of a year to come from its first day', async () => {
    const [past, ahead] = [await scenario.anotherYear(-6), await scenario.anotherYear(7)];
    const enrol = (to: SchoolClassRecord, studentNumber: string) =>
      run(EnrolStudentsDocument, admin, { classId: `class_${to.id}`, rows: [{ name: '周小寒', studentNumber }] });
    const over = await enrol(await scenario.schoolClass(school, 3, past), 'G20269901');
    expect(over.payload!.userErrors.map(({ code, path }) => [code, path])).toEqual([['YEAR_OVER', ['classId']]]);
    expect((await enrol(await scenario.schoolClass(school, 3, ahead), 'G20269902')).codes).toEqual([]);
    const { rows } = await hub.database.pool.query(
      `select stu.student_number as number, mem.joined_on::text as first from student stu left join class_membership mem on mem.student_id = stu.id where stu.student_number like 'G202699%'`,
    );
    expect(rows).toEqual([{ number: 'G20269902', first: ahead.startsOn }]);
  });
});

describe('a transfer', () => {
  it('within the school changes the class', async () => {
    const [from, to] = [await scenario.schoolClass(school), await scenario.schoolClass(school)];
    const child = await family(scenario, [from]);
    expect((await transfer(admin, child, to)).payload).toMatchObject({
      userErrors: [],
      student: { currentClass: { id: `class_${to.id}` } },
    });
    expect(await memberships(child)).toEqual(
      expect.arrayContaining([
        { class: from.id, status: 'ENDED', left: true },
        { class: to.id, status: 'ACTIVE', left: false },
      ]),
    );
    expect((await transfer(admin, child, to)).codes).toEqual(['IN_CLASS']);
  });

  it('between schools is for the district; the old school sees the pupil no more, and its codes are void', async () => {
    const [from, to] = [await scenario.schoolClass(school), await scenario.schoolClass(elsewhere)];
    const child = await family(scenario, [from]);
    await scenario.write((put) =>
      put(
        BindingCode,
        aBindingCode({ student: child.students[0]!, issuedBy: admin.staff, expiresAt: scenario.at(1440 * 9) }),
      ),
    );
    const teacher = await scenario.teacher(from);
    expect((await transfer(admin, child, to)).refused).toBe('NOT_FOUND');
    expect((await transfer(adminElsewhere, child, to)).codes).toEqual(['NO_SUCH_PUPIL']);
    expect(await sees(teacher, child)).toBe(true);
    expect((await transfer(district, child, to)).payload).toMatchObject({
      userErrors: [],
      student: null,
      schoolClass: { id: `class_${to.id}` },
    });
    expect([
      await sees(teacher, child),
      await sees(admin, child),
      await sees(adminElsewhere, child),
      await sees(child.parent, child),
    ]).toEqual([false, false, true, true]);
    const { rows } = await hub.database.pool.query(
      'select 1 from binding_code where student_id = $1 and revoked_at is null',
      [child.students[0]!.id],
    );
    expect(rows).toEqual([]);
  });

  it('of one pupil to two classes at once ends in one of them', async () => {
    const [from, one, other] = [
      await scenario.schoolClass(school),
      await scenario.schoolClass(school),
      await scenario.schoolClass(school),
    ];
    const child = await family(scenario, [from]);
    await Promise.all([transfer(admin, child, one), transfer(admin, child, other)]);
    expect((await memberships(child)).filter(({ status }) => status === 'ACTIVE')).toHaveLength(1);
  });
});

describe('leaving the school', () => {
  it('ends the time in the class: teachers see the pupil no more, the family and the school do, and the school is none of the family any more', async () => {
    const schoolClass = await scenario.schoolClass(school);
    const [child, stays] = (await families(scenario, 2, [schoolClass])) as [Family, Family];
    const teacher = await scenario.teacher(schoolClass);
    const schools = async () =>
      (await hub.ask('{ classes(first: 100) { totalCount } }', { as: child.parent.accountId })).data!['classes']
        .totalCount as number;
    expect(await schools()).toBeGreaterThan(0);
    expect((await leave(admin, [child])).payload).toMatchObject({
      userErrors: [],
      students: [{ leaving: 'GRADUATED', leftOn: expect.any(String) }],
    });
    expect([
      await sees(teacher, child),
      await sees(admin, child),
      await sees(child.parent, child),
      await sees(teacher, stays),
    ]).toEqual([false, true, true, true]);
    expect(await schools()).toBe(0);
    expect(await memberships(child)).toEqual([{ class: schoolClass.id, status: 'ENDED', left: true }]);
    expect((await leave(admin, [child])).codes).toEqual(['LEFT_ALREADY']);
    const partly = await leave(admin, [child, stays], { errorPolicy: 'REJECT_FAILED_ROWS' });
    expect(partly.payload).toMatchObject({
      userErrors: [{ code: 'LEFT_ALREADY', path: ['studentIds', '0'] }],
      students: [{ id: `student_${stays.students[0]!.id}` }],
    });
  });

  it("voids the binding codes of the pupil, and nobody else's", async () => {
    const [child, stays] = (await families(scenario, 2, [await scenario.schoolClass(school)])) as [Family, Family];
    await scenario.write((put) => {
      for (const {
        students: [student],
      } of [child, stays])
        put(BindingCode, aBindingCode({ student: student!, issuedBy: admin.staff, expiresAt: scenario.at(1440 * 9) }));
    });
    expect((await leave(admin, [child])).codes).toEqual([]);
    const { rows } = await hub.database.pool.query(
      'select student_id from binding_code where student_id = any($1) and revoked_at is null',
      [[child, stays].map(({ students: [student] }) => student!.id)],
    );
    expect(rows).toEqual([{ student_id: stays.students[0]!.id }]);
  });

  it('is undone by enrolling again', async () => {
    const schoolClass = await scenario.schoolClass(school);
    const child = await family(scenario, [schoolClass]);
    await leave(admin, [child], { leaving: 'WITHDRAWN' });
    const { name, studentNumber } = child.students[0]!;
    expect(
      (await run(EnrolStudentsDocument, admin, { classId: `class_${schoolClass.id}`, rows: [{ name, studentNumber }] }))
        .codes,
    ).toEqual([]);
    const { rows } = await hub.database.pool.query('select left_on, leaving from student where id = $1', [
      child.students[0]!.id,
    ]);
    expect(rows).toEqual([{ left_on: null, leaving: null }]);
  });

  it('is for the own school, and neither for a day to come nor for one before the pupil came', async () => {
    const child = await family(scenario, [await scenario.schoolClass(school)]);
    expect((await leave(adminElsewhere, [child])).refused).toBe('NOT_FOUND');
    expect((await leave(district, [child])).refused).toBe('FORBIDDEN');
    expect((await leave(admin, [child], { leftOn: '2099-01-01' })).codes).toEqual(['DAY_TO_COME']);
    expect((await leave(admin, [child], { leftOn: '1999-01-01' })).codes).toEqual(['BEFORE_COMING']);
    expect((await memberships(child)).map(({ status }) => status)).toEqual(['ACTIVE']);
  });
});

describe('going on into the next year', () => {
  it('takes the pupils along, and the teachers where asked', async () => {
    const schoolClass = await scenario.schoolClass(school, 2);
    const inClass = await families(scenario, 3, [schoolClass]);
    const teacher = await scenario.teacher(schoolClass);
    const { payload } = await promote(admin, [schoolClass], { withTeachers: true });
    expect(payload).toMatchObject({
      userErrors: [],
      schoolClasses: [
        { studentCount: 3, promotedFrom: { id: `class_${schoolClass.id}` }, name: expect.stringMatching(/^三年级/) },
      ],
    });
    expect((await memberships(inClass[0]!)).map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE']);
    const { rows } = await hub.database.pool.query(
      `select ass.valid_from::text as from, ass.valid_to::text as to, ass.school_class_id = $2 as old from staff_assignment ass where staff_id = $1 order by valid_from`,
      [teacher.staff.id, schoolClass.id],
    );
    expect(rows).toEqual([
      { from: '2020-09-01', to: scenario.schoolYear.endsOn, old: true },
      { from: nextYear.startsOn, to: nextYear.endsOn, old: false },
    ]);
    expect((await promote(admin, [schoolClass])).codes).toEqual(['PROMOTED_ALREADY']);
  });

  it('gives whoever promotes their own class no role in the next one without a second administrator', async () => {
    const schoolClass = await scenario.schoolClass(school, 5);
    const [mine, theirs] = [await scenario.schoolAdmin(school), await scenario.teacher(schoolClass)];
    await hub.database.pool.query(
      `insert into staff_assignment (id, staff_id, role, subject, district_id, school_id, school_class_id, valid_from, created_at)
      values (gen_random_uuid(), $1, 'SUBJECT_TEACHER', '语文', $2, $3, $4, '2026-09-01', now())`,
      [mine.staff.id, scenario.district.id, school.id, schoolClass.id],
    );
    expect((await promote(mine, [schoolClass], { withTeachers: true })).codes).toEqual([]);
    const { rows: given } = await hub.database.pool.query(
      'select staff_id from staff_assignment where school_class_id <> $1 and school_class_id is not null and staff_id = any($2)',
      [schoolClass.id, [mine.staff.id, theirs.staff.id]],
    );
    expect(given).toEqual([{ staff_id: theirs.staff.id }]);
    const { rows: wanted } = await hub.database.pool.query(
      'select staff_id, role, status from role_request where asked_by_id = $1',
      [mine.staff.id],
    );
    expect(wanted).toEqual([{ staff_id: mine.staff.id, role: 'SUBJECT_TEACHER', status: 'PENDING' }]);
  });

  it('refuses by row what cannot go on', async () => {
    const [fine, last, twice] = [
      await scenario.schoolClass(school, 4),
      await scenario.schoolClass(school, 9),
      await scenario.schoolClass(school, 1),
    ];
    const { payload } = await promote(district, [last, fine, twice, twice], { errorPolicy: 'REJECT_FAILED_ROWS' });
    expect(payload!.userErrors.map(({ code, path }) => [code, path])).toEqual([
      ['LAST_GRADE', ['rows', '0']],
      ['PROMOTED_ALREADY', ['rows', '3']],
    ]);
    expect(payload!['schoolClasses']).toHaveLength(2);
    const another = await scenario.schoolClass(school, 4);
    const number = fine.number;
    expect((await promote(admin, [another], { rows: [{ classId: `class_${another.id}`, number }] })).codes).toEqual([
      'TAKEN',
    ]);
    expect((await promote(admin, [another], { schoolYearId: `school-year_${scenario.schoolYear.id}` })).codes).toEqual([
      'NOT_NEXT_YEAR',
    ]);
    expect((await promote(adminElsewhere, [another])).refused).toBe('NOT_FOUND');
  });

  it('is done once, however many ask at the same moment', async () => {
    const schoolClass = await scenario.schoolClass(school, 3);
    await families(scenario, 2, [schoolClass]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => promote(admin, [schoolClass])));
    expect(answers.map(({ codes }) => codes?.[0]).filter((code) => code === undefined)).toHaveLength(1);
    const { rows } = await hub.database.pool.query('select 1 from school_class where promoted_from_id = $1', [
      schoolClass.id,
    ]);
    expect(rows).toHaveLength(1);
  });
});
