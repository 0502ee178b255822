import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CreateSchoolDocument,
  CreateTermDocument,
  EndAssignmentDocument,
  PromoteClassesDocument,
  ReleaseStaffDocument,
  UpdateSchoolYearDocument,
} from '../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord, SchoolYearRecord } from '../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../seeds/scenario/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { createTestDatabase } from '../support/database.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';
import { whileHeld } from './while-held.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let nextYear: SchoolYearRecord;
let [one, other]: StaffMember[] = [];

beforeAll(async () => {
  const database = await createTestDatabase();
  // Two who wait for one another are not set free: they would wait until their statements are cut off, and fail.
  await database.pool.query(`alter database ${new URL(database.url).pathname.slice(1)} set deadlock_timeout = '10min'`);
  hub = await startTestHub({ database });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  nextYear = await scenario.anotherYear(1);
});
beforeEach(async () => {
  [one, other] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
  await hub.database.drop();
});

type Told = Awaited<ReturnType<typeof asked>>;
type Call = () => Promise<Told>;
const told = (answers: readonly Told[]) => answers.map(({ codes, refused }) => codes?.[0] ?? refused ?? 'DONE');
const ends =
  (by: StaffMember, of: StaffMember): Call =>
  () =>
    asked(hub, EndAssignmentDocument, by.accountId, { assignmentId: `staff-assignment_${of.assignment.id}` });
const releases =
  (by: StaffMember, of: StaffMember): Call =>
  () =>
    asked(hub, ReleaseStaffDocument, by.accountId, { staffId: `staff_${of.staff.id}` });
const rows = async (text: string, ...values: unknown[]) =>
  (await hub.database.pool.query<Record<string, unknown>>(text, values)).rows;
const atWork = () =>
  rows(
    "select staff_id as id from staff_assignment where role = 'DISTRICT_ADMIN' and district_id = $1 and ended_at is null",
    scenario.district.id,
  );
const whileDistrictHeld = (calls: readonly Call[]) =>
  whileHeld(hub.database, 'select from district where id = $1 for update', [scenario.district.id], calls);

/** Who administers the district is a teacher as well. */
const alsoTeaches = ({ staff }: StaffMember, { id }: SchoolClassRecord) =>
  rows(
    `insert into staff_assignment (id, staff_id, role, district_id, school_id, school_class_id, valid_from, created_at)
  values (gen_random_uuid(), $1, 'HOMEROOM_TEACHER', $2, $3, $4, '2026-09-01', now())`,
    staff.id,
    scenario.district.id,
    school.id,
    id,
  );

describe('the last administrator of a district', () => {
  it.each([
    ['their own role', ends],
    ['all that they hold', releases],
  ] as const)('stays, though the last two end %s at the same moment', async (_, end) => {
    for (const { id } of await atWork())
      if (id !== one!.staff.id && id !== other!.staff.id)
        await rows('update staff_assignment set ended_at = now() where staff_id = $1', id);
    const answers = await whileHeld(
      hub.database,
      'select from person where id in (select person_id from staff where id in ($1, $2)) for update',
      [one!.staff.id, other!.staff.id],
      [end(one!, one!), end(other!, other!)],
    );
    expect(told(answers)).toEqual(['DONE', 'LAST_ADMINISTRATOR']);
    expect(await atWork()).toEqual([{ id: other!.staff.id }]);
  });
});

describe('nobody waits for whoever waits for them', () => {
  it.each<[string, (one: StaffMember, other: StaffMember) => readonly [Call, Call], string]>([
    ['two who end one another', (a, b) => [ends(a, b), ends(b, a)], 'FORBIDDEN'],
    ['two who release one another', (a, b) => [releases(a, b), releases(b, a)], 'FORBIDDEN'],
    ['one who ends their own role twice', (a) => [ends(a, a), ends(a, a)], 'FORBIDDEN'],
    [
      'whoever is ended while they work for the district',
      (a, b) => [
        ends(a, b),
        () =>
          asked(hub, CreateSchoolDocument, b.accountId, {
            districtId: `district_${scenario.district.id}`,
            code: '1199000077',
            name: '测试小学',
            stages: ['PRIMARY'],
          }),
      ],
      'FORBIDDEN',
    ],
  ])('%s: the first is done, the second comes too late', async (_, calls, late) => {
    await scenario.districtAdmin();
    expect(told(await whileDistrictHeld(calls(one!, other!)))).toEqual(['DONE', late]);
  });

  it('two who promote classes that the other teaches', async () => {
    const [mine, theirs] = [await scenario.schoolClass(school, 2), await scenario.schoolClass(school, 3)];
    await alsoTeaches(one!, mine);
    await alsoTeaches(other!, theirs);
    const promotes =
      (by: StaffMember, { id }: SchoolClassRecord): Call =>
      () =>
        asked(hub, PromoteClassesDocument, by.accountId, {
          schoolId: `school_${school.id}`,
          schoolYearId: `school-year_${nextYear.id}`,
          rows: [{ classId: `class_${id}` }],
          withTeachers: true,
        });
    const answers = await whileHeld(
      hub.database,
      'select from staff_assignment where school_class_id in ($1, $2) for share',
      [mine.id, theirs.id],
      [promotes(one!, theirs), promotes(other!, mine)],
    );
    expect(told(answers)).toEqual(['DONE', 'DONE']);
  });

  it('whoever teaches in a school year that is made shorter while they add a term to it', async () => {
    const year = await scenario.anotherYear(2);
    await alsoTeaches(other!, await scenario.schoolClass(school, 4, year));
    const schoolYearId = `school-year_${year.id}`;
    const answers = await whileHeld(
      hub.database,
      'select from school_year where id = $1 for update',
      [year.id],
      [
        () =>
          asked(hub, UpdateSchoolYearDocument, one!.accountId, {
            schoolYearId,
            endsOn: `${year.endsOn.slice(0, 5)}07-20`,
          }),
        () =>
          asked(hub, CreateTermDocument, other!.accountId, {
            schoolYearId,
            number: 2,
            startsOn: `${year.endsOn.slice(0, 5)}02-10`,
            endsOn: `${year.endsOn.slice(0, 5)}07-01`,
          }),
      ],
    );
    expect(told(answers)).toEqual(['DONE', 'DONE']);
  });
});

describe('a role that ends while its class goes on into the next year', () => {
  it('is not passed on', async () => {
    const schoolClass = await scenario.schoolClass(school, 1);
    const teacher = await scenario.teacher(schoolClass);
    const answers = await whileHeld(
      hub.database,
      'select from person where id = (select person_id from staff where id = $1) for update',
      [teacher.staff.id],
      [
        ends(one!, teacher),
        () =>
          asked(hub, PromoteClassesDocument, other!.accountId, {
            schoolId: `school_${school.id}`,
            schoolYearId: `school-year_${nextYear.id}`,
            rows: [{ classId: `class_${schoolClass.id}` }],
            withTeachers: true,
          }),
      ],
    );
    expect(told(answers)).toEqual(['DONE', 'DONE']);
    expect(
      await rows(
        'select valid_from::text, ended_at is not null as ended from staff_assignment where staff_id = $1',
        teacher.staff.id,
      ),
    ).toEqual([{ valid_from: expect.any(String), ended: true }]);
  });
});
