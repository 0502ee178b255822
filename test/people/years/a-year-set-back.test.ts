import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ApproveRoleRequestsDocument,
  AssignRoleDocument,
  PromoteClassesDocument,
  ReleaseStaffDocument,
  UpdateSchoolYearDocument,
} from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked, type Asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');

let hub: TestHub;
let scenario: Scenario;
let clock: Date;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let child: Family;
let [district, deputy, head]: StaffMember[] = [];

beforeAll(async () => {
  clock = NOW;
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub, NOW);
  school = await scenario.school();
  [district, deputy, head] = [
    await scenario.districtAdmin(),
    await scenario.districtAdmin(),
    await scenario.schoolAdmin(school),
  ];
});
beforeEach(async () => {
  clock = NOW;
  schoolClass = await scenario.schoolClass(school);
  child = await family(scenario, [schoolClass]);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const rows = async <Row extends object>(text: string, ...values: unknown[]) =>
  (await hub.database.pool.query<Row>(text, values)).rows;

const substitute = (validFrom: string, lastDayGiven: string | null, more: Asked = {}): Promise<StaffMember> =>
  scenario.staffMember({ role: 'HOMEROOM_TEACHER', school, schoolClass, validFrom, lastDayGiven, ...more });

const daysOf = async ({ staff }: StaffMember): Promise<(string | null)[][]> =>
  (
    await rows<{ first: string; last: string | null }>(
      'select valid_from::text as first, valid_to::text as last from staff_assignment where staff_id = $1 and ended_at is null order by valid_from',
      staff.id,
    )
  ).map(({ first, last }) => [first, last]);

const sees = async ({ accountId }: StaffMember): Promise<boolean> =>
  (
    await hub.ask('query ($id: ID!) { student(id: $id) { id } }', {
      as: accountId,
      variables: { id: `student_${child.students[0]!.id}` },
    })
  ).data!['student'] !== null;

async function yearEnds(day: string): Promise<void> {
  const { codes } = await asked(hub, UpdateSchoolYearDocument, district!.accountId, {
    schoolYearId: `school-year_${scenario.schoolYear.id}`,
    endsOn: day,
  });
  expect(codes).toEqual([]);
}

/** Made shorter by a slip, and set back. */
async function slip(day: string): Promise<void> {
  await yearEnds(day);
  await yearEnds(scenario.schoolYear.endsOn);
}

const toldTo = async ({ person }: StaffMember): Promise<string[]> =>
  (await rows<{ kind: string }>('select kind from notice where person_id = $1 order by id', person.id)).map(
    ({ kind }) => kind,
  );

describe('a school year that was made shorter by a slip and set back', () => {
  it('revives no role that was over, and makes none last longer than it was given: not one to its end either', async () => {
    const [over, soon, whole] = [
      await substitute('2026-09-01', '2026-11-10'),
      await substitute('2026-11-01', '2026-12-31'),
      await substitute('2026-09-01', null),
    ];
    expect([await sees(over), await sees(soon), await sees(whole)]).toEqual([false, true, true]);
    await slip('2026-11-05');
    expect([await daysOf(over), await daysOf(soon), await daysOf(whole)]).toEqual([
      [['2026-09-01', '2026-11-10']],
      [['2026-11-01', '2026-12-31']],
      [['2026-09-01', scenario.schoolYear.endsOn]],
    ]);
    expect([await sees(over), await sees(soon), await sees(whole)]).toEqual([false, true, true]);
    clock = new Date('2027-03-01T01:00:00.000Z');
    expect([await sees(over), await sees(soon), await sees(whole)]).toEqual([false, false, true]);
  });

  it('gives no substitute who was there until a day before its end the class of the year after', async () => {
    const [short, whole] = [await substitute('2026-11-01', '2027-07-10'), await substitute('2026-11-01', null)];
    const next = await scenario.anotherYear(1);
    await slip('2027-06-30');
    const { codes } = await asked(hub, PromoteClassesDocument, head!.accountId, {
      schoolId: `school_${school.id}`,
      schoolYearId: `school-year_${next.id}`,
      rows: [{ classId: `class_${schoolClass.id}` }],
      withTeachers: true,
    });
    expect(codes).toEqual([]);
    expect([await daysOf(short), await daysOf(whole)]).toEqual([
      [['2026-11-01', '2027-07-10']],
      [
        ['2026-11-01', scenario.schoolYear.endsOn],
        [next.startsOn, next.endsOn],
      ],
    ]);
  });

  it('leaves a request for what was asked for, and it is approved as that, also while the year is short', async () => {
    const ask = async (subject: string): Promise<string> => {
      const { payload, codes } = await asked(hub, AssignRoleDocument, head!.accountId, {
        staffId: `staff_${head!.staff.id}`,
        role: 'SUBJECT_TEACHER',
        subject,
        classId: `class_${schoolClass.id}`,
        validTo: '2026-12-24',
      });
      expect(codes).toEqual([]);
      return (payload!['request'] as { id: string }).id;
    };
    const approve = async (id: string) =>
      (await asked(hub, ApproveRoleRequestsDocument, deputy!.accountId, { requestIds: [id] })).codes;
    const lasts = async (subject: string) =>
      await rows(
        'select valid_to::text as last from staff_assignment where school_class_id = $1 and subject = $2',
        schoolClass.id,
        subject,
      );
    const [before, meanwhile] = [await ask('数学'), await ask('语文')];
    await yearEnds('2026-12-01');
    expect(await approve(meanwhile)).toEqual([]);
    expect(await lasts('语文')).toEqual([{ last: '2026-12-01' }]);
    await yearEnds(scenario.schoolYear.endsOn);
    expect(await lasts('语文')).toEqual([{ last: '2026-12-24' }]);
    expect(await approve(before)).toEqual([]);
    expect(await lasts('数学')).toEqual([{ last: '2026-12-24' }]);
  });

  it('gives anew, as it was, what it had ended before it began: its holder is told of both', async () => {
    const later = await substitute('2027-02-01', '2027-06-30');
    await yearEnds('2026-12-01');
    expect(await daysOf(later)).toEqual([['2027-02-01', '2026-12-01']]);
    expect(await toldTo(later)).toEqual(['people.role-ended-with-year']);
    await yearEnds('2027-01-15');
    expect(await daysOf(later)).toEqual([['2027-02-01', '2027-01-15']]);
    await yearEnds(scenario.schoolYear.endsOn);
    expect(await daysOf(later)).toEqual([['2027-02-01', '2027-06-30']]);
    expect(await toldTo(later)).toEqual(['people.role-ended-with-year', 'people.role-given-anew']);
    await slip('2026-12-01');
    expect(await daysOf(later)).toEqual([['2027-02-01', '2027-06-30']]);
  });

  it('gives anew nothing to whoever has been released meanwhile, and nothing that is held by then', async () => {
    const [gone, held] = [await substitute('2027-02-01', null), await substitute('2027-02-01', null)];
    for (const { staff } of [gone, held])
      await rows(
        `insert into staff_assignment (id, staff_id, role, district_id, school_id, valid_from, created_at) values (gen_random_uuid(), $1, 'LECTURER', $2, $3, '2026-09-01', now())`,
        staff.id,
        scenario.district.id,
        school.id,
      );
    await yearEnds('2026-12-01');
    const { codes } = await asked(hub, ReleaseStaffDocument, head!.accountId, { staffId: `staff_${gone.staff.id}` });
    expect(codes).toEqual([]);
    const again = await asked(hub, AssignRoleDocument, head!.accountId, {
      staffId: `staff_${held.staff.id}`,
      role: 'HOMEROOM_TEACHER',
      classId: `class_${schoolClass.id}`,
    });
    expect(again.codes).toEqual([]);
    await yearEnds(scenario.schoolYear.endsOn);
    expect(await daysOf(gone)).toEqual([]);
    expect(await daysOf(held)).toEqual([
      ['2026-09-01', null],
      ['2026-11-16', scenario.schoolYear.endsOn],
    ]);
  });
});
