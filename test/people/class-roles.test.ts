import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ApproveGuardianshipDocument,
  AssignRoleDocument,
  BlockGuardianDocument,
  EndEnrolmentsDocument,
  IssueBindingCodesDocument,
  RevokeBindingCodeDocument,
  TransferStudentDocument,
  UpdateSchoolYearDocument,
} from '../../schema/generated/admin.ts';
import type { TypedDocument } from '../../schema/generated/typed-document.ts';
import {
  aBindingCode,
  type SchoolClassRecord,
  type SchoolRecord,
  type SchoolYearRecord,
} from '../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { BindingCode, GuardianshipStatus } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';
import { whileHeld } from './while-held.ts';

const WITHIN = new Date('2026-11-20T00:00:00.000Z');
const LAST_DAY = new Date('2027-08-31T02:00:00.000Z');
const AFTER = new Date('2027-09-10T02:00:00.000Z');

let hub: TestHub;
let scenario: Scenario;
let clock: Date;
let [school, elsewhere]: SchoolRecord[] = [];
let [district, admin]: StaffMember[] = [];
let nextYear: SchoolYearRecord;
let graduating: SchoolClassRecord;
let teacher: StaffMember;
let child: Family;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  clock = WITHIN;
  scenario = await beginScenario(hub, clock);
  [school, elsewhere] = [await scenario.school(), await scenario.school()];
  [district, admin] = [await scenario.districtAdmin(), await scenario.schoolAdmin(school)];
  nextYear = await scenario.anotherYear(1);
});
beforeEach(async () => {
  clock = WITHIN;
  graduating = await scenario.schoolClass(school!, 6);
  [teacher, child] = [await scenario.teacher(graduating), await family(scenario, [graduating])];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const run = <Data>(document: TypedDocument<Data, { input: never }>, who: { accountId: string }, input: Asked) =>
  asked(hub, document, who.accountId, input);
const rows = async (text: string, ...values: unknown[]) =>
  (await hub.database.pool.query<Record<string, unknown>>(text, values)).rows;
const idOf = ({ students: [student] }: Family): string => `student_${student!.id}`;
const tieOf = ({ parent }: Family): string => `guardianship_${parent.guardianships[0]!.id}`;
const sees = async (who: { accountId: string }, { students: [student] }: Family): Promise<boolean> =>
  (
    await hub.ask('query ($id: ID!) { student(id: $id) { id } }', {
      as: who.accountId,
      variables: { id: `student_${student!.id}` },
    })
  ).data!['student'] !== null;
const transferred = async ({ students: [student] }: Family) =>
  run(TransferStudentDocument, district!, {
    studentNumber: student!.studentNumber,
    classId: `class_${(await scenario.schoolClass(elsewhere!, 7, nextYear)).id}`,
  });

describe('a role in a class', () => {
  it('ends with the school year of the class, though nobody has promoted the class and no end was named', async () => {
    clock = LAST_DAY;
    expect(await sees(teacher, child)).toBe(true);
    clock = AFTER;
    expect(await sees(teacher, child)).toBe(false);
    expect(await sees(admin!, child)).toBe(true);
  });

  it('gives nobody a pupil who has gone on to another school', async () => {
    clock = AFTER;
    expect((await transferred(child)).codes).toEqual([]);
    expect(await sees(teacher, child)).toBe(false);
    expect((await run(IssueBindingCodesDocument, teacher, { studentIds: [idOf(child)] })).refused).toBe('FORBIDDEN');
    expect((await run(BlockGuardianDocument, teacher, { guardianshipId: tieOf(child), reason: '测试' })).refused).toBe(
      'FORBIDDEN',
    );
    expect(
      await rows(
        "select count(*)::int as n from class_membership where student_id = $1 and status = 'ACTIVE'",
        child.students[0]!.id,
      ),
    ).toEqual([{ n: 1 }]);
  });

  it('is given for the year of the class: not when that is over, and for no longer', async () => {
    const give = (who: StaffMember, more: Asked = {}) =>
      run(AssignRoleDocument, admin!, {
        staffId: `staff_${who.staff.id}`,
        role: 'HOMEROOM_TEACHER',
        classId: `class_${graduating.id}`,
        ...more,
      });
    const somebody = await scenario.teacher(await scenario.schoolClass(school!));
    expect((await give(somebody, { validFrom: nextYear.startsOn })).codes).toEqual(['YEAR_OVER']);
    expect((await give(somebody, { validTo: '2029-08-31' })).codes).toEqual([]);
    expect(
      await rows(
        'select valid_to::text as last from staff_assignment where staff_id = $1 and school_class_id = $2',
        somebody.staff.id,
        graduating.id,
      ),
    ).toEqual([{ last: scenario.schoolYear.endsOn }]);
    clock = AFTER;
    const later = await scenario.schoolAdmin(school!);
    expect((await give(later)).codes).toEqual(['YEAR_OVER']);
    expect(
      await rows(
        `insert into staff_assignment (id, staff_id, role, district_id, school_id, school_class_id, valid_from, created_at)
      values (gen_random_uuid(), $1, 'HOMEROOM_TEACHER', $2, $3, $4, '2027-09-10', now()) returning valid_to >= valid_from as "inForce"`,
        later.staff.id,
        scenario.district.id,
        school!.id,
        graduating.id,
      ),
    ).toEqual([{ inForce: false }]);
  });

  it('moves with the last day of the year', async () => {
    const { id, endsOn } = nextYear;
    const ahead = await scenario.schoolClass(school!, 1, nextYear);
    const [whole, short] = [
      await scenario.teacher(ahead),
      await scenario.staffMember({
        role: 'HOMEROOM_TEACHER',
        school: school!,
        schoolClass: ahead,
        validTo: '2028-01-31',
      }),
    ];
    const ends = async (day: string) => {
      expect(
        (await run(UpdateSchoolYearDocument, district!, { schoolYearId: `school-year_${id}`, endsOn: day })).codes,
      ).toEqual([]);
      return (
        await Promise.all(
          [whole, short].map(({ staff }) =>
            rows('select valid_to::text as last from staff_assignment where staff_id = $1', staff.id),
          ),
        )
      ).map(([row]) => row!['last']);
    };
    expect(await ends('2028-07-15')).toEqual(['2028-07-15', '2028-01-31']);
    expect(await ends(endsOn)).toEqual([endsOn, '2028-01-31']);
  });
});

describe('whoever has left the school', () => {
  it('after the end of the year is in no class of an earlier year either', async () => {
    clock = AFTER;
    expect(
      (await run(EndEnrolmentsDocument, admin!, { studentIds: [idOf(child)], leaving: 'GRADUATED' })).codes,
    ).toEqual([]);
    expect(
      await rows(
        'select status, left_on::text as left from class_membership where student_id = $1',
        child.students[0]!.id,
      ),
    ).toEqual([{ status: 'ENDED', left: scenario.schoolYear.endsOn }]);
  });

  it('gets no new guardian from it, by no code and no approval; those of before are blocked as ever', async () => {
    const waits = await family(scenario, [], {
      students: child.students,
      guardianship: { status: GuardianshipStatus.PENDING, dataAccess: false },
    });
    expect(
      (await run(EndEnrolmentsDocument, admin!, { studentIds: [idOf(child)], leaving: 'TRANSFERRED_OUT' })).codes,
    ).toEqual([]);
    expect((await run(IssueBindingCodesDocument, admin!, { studentIds: [idOf(child)] })).codes).toEqual([
      'LEFT_SCHOOL',
    ]);
    expect(
      (
        await run(ApproveGuardianshipDocument, admin!, {
          guardianshipId: tieOf(waits),
          legal: true,
          primaryContact: false,
        })
      ).codes,
    ).toEqual(['LEFT_SCHOOL']);
    expect((await run(BlockGuardianDocument, admin!, { guardianshipId: tieOf(child), reason: '测试' })).codes).toEqual(
      [],
    );
    expect(
      await rows('select status from guardianship where student_id = $1 order by status', child.students[0]!.id),
    ).toEqual([{ status: 'BLOCKED' }, { status: 'PENDING' }]);
  });
});

describe('a teacher who waits behind a transfer to another school', () => {
  const calls: readonly [
    string,
    TypedDocument<unknown, { input: never }>,
    (of: Family, waits: Family, code: string) => Asked,
  ][] = [
    [
      'approves no guardian',
      ApproveGuardianshipDocument,
      (_, waits) => ({ guardianshipId: tieOf(waits), legal: true, primaryContact: false }),
    ],
    ['blocks no guardian', BlockGuardianDocument, (of) => ({ guardianshipId: tieOf(of), reason: '测试' })],
    ['issues no code', IssueBindingCodesDocument, (of) => ({ studentIds: [idOf(of)] })],
    ['revokes no code', RevokeBindingCodeDocument, (_, __, code) => ({ bindingCodeId: `binding-code_${code}` })],
  ];

  it.each(calls)('%s', async (_, document, input) => {
    const waits = await family(scenario, [], {
      students: child.students,
      guardianship: { status: GuardianshipStatus.PENDING, dataAccess: false },
    });
    const code = aBindingCode({
      student: child.students[0]!,
      issuedBy: teacher.staff,
      expiresAt: scenario.at(1440 * 9),
    });
    await scenario.write((put) => put(BindingCode, code));
    const to = await scenario.schoolClass(elsewhere!, 6);
    const [moved, late] = await whileHeld(
      hub.database,
      'select from class_membership where student_id = $1 for update',
      [child.students[0]!.id],
      [
        () =>
          run(TransferStudentDocument, district!, {
            studentNumber: child.students[0]!.studentNumber,
            classId: `class_${to.id}`,
          }),
        () => run(document, teacher, input(child, waits, code.id)),
      ],
    );
    expect(moved!.codes).toEqual([]);
    expect(late!.refused).toBe('NOT_FOUND');
    expect(
      await rows('select tie.status from guardianship tie where tie.student_id = $1 order by 1', child.students[0]!.id),
    ).toEqual([{ status: 'ACTIVE' }, { status: 'PENDING' }]);
    expect(
      await rows('select 1 from binding_code where student_id = $1 and revoked_at is null', child.students[0]!.id),
    ).toEqual([]);
  });
});
