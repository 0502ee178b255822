import { afterAll, beforeAll, expect, it } from 'vitest';
import { PromoteClassesDocument, ReleaseStaffDocument, UpdateStaffDocument } from '../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';
import { askingForRoles } from './role-requests.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');

let hub: TestHub;
let scenario: Scenario;
let clock: Date;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let [district, deputy, head]: StaffMember[] = [];
const { assign, approve, ofDistrict, ofSchool, statusOf, noticesOf } = askingForRoles(() => ({
  hub,
  scenario,
  school,
  schoolClass,
}));

beforeAll(async () => {
  clock = NOW;
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub, NOW);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [district, deputy, head] = [
    await scenario.districtAdmin(),
    await scenario.districtAdmin(),
    await scenario.schoolAdmin(school),
  ];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

async function release(by: StaffMember, { staff }: StaffMember) {
  const { payload, codes, refused } = await asked(hub, ReleaseStaffDocument, by.accountId, {
    staffId: `staff_${staff.id}`,
  });
  return { code: refused ?? codes?.[0] ?? 'OK', ended: (payload?.['assignments'] as unknown[] | undefined)?.length };
}

it('whoever is released has no role that was to begin later: pupils of the year after are not theirs to read', async () => {
  const teacher = await scenario.teacher(schoolClass);
  const child = await family(scenario, [schoolClass]);
  const next = await scenario.anotherYear(1);
  const promoted = await asked(hub, PromoteClassesDocument, head!.accountId, {
    schoolId: `school_${school.id}`,
    schoolYearId: `school-year_${next.id}`,
    rows: [{ classId: `class_${schoolClass.id}` }],
    withTeachers: true,
  });
  expect(promoted.codes).toEqual([]);
  expect(await release(head!, teacher)).toEqual({ code: 'OK', ended: 2 });
  clock = new Date('2027-09-01T01:00:00.000Z');
  const { data } = await hub.ask('query ($id: ID!) { student(id: $id) { id } }', {
    as: teacher.accountId,
    variables: { id: `student_${child.students[0]!.id}` },
  });
  clock = NOW;
  expect(data).toEqual({ student: null });
});

it('whoever has only roles to come is of the staff already: their record is corrected, and they are released', async () => {
  const comes = await scenario.staffMember({ role: 'LECTURER', school, validFrom: '2027-02-01' });
  const corrected = await asked(hub, UpdateStaffDocument, head!.accountId, {
    staffId: `staff_${comes.staff.id}`,
    name: '李新来',
  });
  expect(corrected.codes).toEqual([]);
  expect(await release(head!, comes)).toEqual({ code: 'OK', ended: 1 });
  expect((await release(head!, comes)).code).toBe('NOT_FOUND');
});

it('of whoever is released no request for a role there waits any more, and whoever asked is told: nobody gives them one by it', async () => {
  const leaves = await scenario.staffMember({ role: 'LECTURER', school });
  const { request } = await assign(district!, leaves, ofDistrict('ANALYST'));
  expect(await release(district!, leaves)).toEqual({ code: 'OK', ended: 1 });
  expect(await statusOf(request)).toBe('EXPIRED');
  expect(await noticesOf(request)).toContainEqual({
    person_id: district!.person.id,
    kind: 'people.role-named-released',
    waiting: false,
  });
  expect((await approve(deputy!, request)).code).toBe('EXPIRED');
  expect(
    await hub.database.pool
      .query('select 1 from staff_assignment where staff_id = $1 and ended_at is null', [leaves.staff.id])
      .then(({ rowCount }) => rowCount),
  ).toBe(0);
});

it('a school ends what is asked for at the school, and leaves what the district asks for', async () => {
  const leaves = await scenario.staffMember({ role: 'LECTURER', school });
  const [atSchool, above] = [
    await assign(district!, leaves, ofSchool('PRIVACY_OFFICER')),
    await assign(district!, leaves, ofDistrict('ANALYST')),
  ];
  expect((await release(head!, leaves)).code).toBe('OK');
  expect([await statusOf(atSchool.request), await statusOf(above.request)]).toEqual(['EXPIRED', 'PENDING']);
});

it('somebody new, who holds nothing yet, has what was asked for them', async () => {
  const fresh = await scenario.staffMember({
    role: 'LECTURER',
    school,
    validFrom: '2020-01-01',
    lastDayGiven: '2020-06-30',
  });
  const { request } = await assign(district!, fresh, ofDistrict('ANALYST'));
  expect((await approve(deputy!, request)).code).toBeUndefined();
});
