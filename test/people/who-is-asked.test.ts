import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ApproveRoleRequestsDocument,
  AssignRoleDocument,
  BlockGuardianDocument,
  EndGuardianshipDocument,
  PromoteClassesDocument,
  RejectGuardianshipDocument,
  RejectRoleRequestsDocument,
  ReleaseStaffDocument,
} from '../../schema/generated/admin.ts';
import { aGuardian, aGuardianship } from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { Guardian, Guardianship, GuardianshipStatus, StaffRole } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { askedPeople, type Somebody } from './who-is-asked.ts';

const DAY = 86_400_000;

let hub: TestHub;
let scenario: Scenario;
let clock: Date;
let district: StaffMember;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  district = await scenario.districtAdmin();
});
beforeEach(() => {
  clock = scenario.now;
});
afterAll(async () => {
  clock = scenario.now;
  await expectChecksHold(hub);
  await hub.stop();
});

const { shown, waitsFor, rolesWaitFor, done, place, pupil, binds, asGuardian, isGuardianOf, ends } = askedPeople(
  () => ({ hub, scenario }),
);

describe('who asks to be the guardian of a pupil waits for somebody who may decide', () => {
  it('not for a teacher whose own child it is: then for the school, and for the teacher again once it is not', async () => {
    const here = await place();
    const { principal, teacher } = here;
    const student = await pupil(here);
    const own = await isGuardianOf(teacher, student);
    await binds(here, student);
    expect(await waitsFor(teacher, principal)).toEqual([0, 1]);
    await done(EndGuardianshipDocument, principal, { guardianshipId: own, reason: '登记有误' });
    expect(await waitsFor(teacher, principal)).toEqual([1, 0]);
  });

  it('nor for one who asks to be a guardian of the pupil as well, or is kept from it', async () => {
    const here = await place();
    const { principal, teacher } = here;
    const student = await pupil(here);
    await binds(here, student);
    expect(await waitsFor(teacher, principal)).toEqual([1, 0]);
    await asGuardian(teacher);
    const own = await binds(here, student, teacher);
    expect(await waitsFor(teacher, principal)).toEqual([0, 2]);
    await done(BlockGuardianDocument, principal, { guardianshipId: own, reason: '学校的原因' });
    expect(await waitsFor(teacher, principal)).toEqual([0, 1]);
  });

  it('and again for a teacher whose own request was declined', async () => {
    const here = await place();
    const { principal, teacher } = here;
    const student = await pupil(here);
    await binds(here, student);
    await asGuardian(teacher);
    await done(RejectGuardianshipDocument, principal, {
      guardianshipId: await binds(here, student, teacher),
      reason: '信息不符',
    });
    expect(await waitsFor(teacher, principal)).toEqual([1, 0]);
  });

  it('whose role has ended: for the school, then for whoever heads the class after them, and of the school for nobody else', async () => {
    const here = await place();
    const { principal, teacher, schoolClass } = here;
    const [one, other] = [await pupil(here), await pupil(here)];
    await binds(here, one);
    await binds(here, other);
    await ends(principal, teacher);
    expect(await waitsFor(teacher, principal)).toEqual([0, 2]);
    const next = await scenario.staffMember({ role: StaffRole.LECTURER, school: here.school });
    await done(AssignRoleDocument, principal, {
      staffId: `staff_${next.staff.id}`,
      role: 'HOMEROOM_TEACHER',
      classId: `class_${schoolClass.id}`,
    });
    expect(await waitsFor(teacher, principal, next, district)).toEqual([0, 0, 2, 0]);
    await done(ReleaseStaffDocument, principal, { staffId: `staff_${next.staff.id}` });
    expect(await waitsFor(next, principal)).toEqual([0, 2]);
  });

  it('of a school that has lost its last administrator: for the district, until there is a new one', async () => {
    const here = await place();
    const { principal, teacher, school } = here;
    await ends(district, teacher);
    await binds(here, await pupil(here));
    const before = await waitsFor(district);
    await done(ReleaseStaffDocument, district, { staffId: `staff_${principal.staff.id}` });
    expect(await waitsFor(principal, district)).toEqual([0, before[0]! + 1]);
    const next = await scenario.staffMember({ role: StaffRole.LECTURER, school });
    await done(AssignRoleDocument, district, {
      staffId: `staff_${next.staff.id}`,
      role: 'SCHOOL_ADMIN',
      schoolId: `school_${school.id}`,
    });
    expect(await waitsFor(next, district)).toEqual([1, before[0]!]);
  });

  it('by the day: a role that ends with one, and one that begins with one, are found by the clock', async () => {
    const here = await place();
    const { principal, teacher, school, schoolClass } = here;
    await binds(here, await pupil(here));
    const day = (days: number): string =>
      new Date(scenario.now.getTime() + days * DAY + 8 * 3_600_000).toISOString().slice(0, 10);
    await hub.database.pool.query('update staff_assignment set last_day_given = $2 where id = $1', [
      teacher.assignment.id,
      day(1),
    ]);
    const next = await scenario.staffMember({
      role: StaffRole.HOMEROOM_TEACHER,
      school,
      schoolClass,
      validFrom: day(4),
      validTo: day(30),
    });
    const after = async (days: number) => {
      clock = new Date(scenario.now.getTime() + days * DAY);
      await hub.hub.runJob('people.end-what-days-took');
      await hub.hub.runJob('notices.ask-deciders');
      return waitsFor(teacher, principal, next);
    };
    expect([await after(0), await after(2), await after(4)]).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });
});

describe('a role that waits for a second administrator', () => {
  const askFor = async (by: StaffMember, whom: StaffMember): Promise<string> =>
    (
      (
        await done(AssignRoleDocument, by, {
          staffId: `staff_${whom.staff.id}`,
          role: 'ANALYST',
          districtId: `district_${scenario.district.id}`,
        })
      )['request'] as { id: string }
    ).id;

  it('of a class that goes on with its teacher, who is the one to let it: is told like every other', async () => {
    const here = await place();
    const { principal, school, schoolClass } = here;
    const deputy = await scenario.schoolAdmin(school);
    const next = await scenario.anotherYear(1);
    await done(AssignRoleDocument, deputy, {
      staffId: `staff_${principal.staff.id}`,
      role: 'HOMEROOM_TEACHER',
      classId: `class_${schoolClass.id}`,
    });
    const [before] = await rolesWaitFor(district);
    await done(PromoteClassesDocument, principal, {
      schoolId: `school_${school.id}`,
      schoolYearId: `school-year_${next.id}`,
      rows: [{ classId: `class_${schoolClass.id}` }] as never,
      withTeachers: true,
    });
    expect(await rolesWaitFor(principal, deputy, district)).toEqual([0, 1, before! + 1]);
  });

  it('is shown to nobody who can decide on it no more, also once it is decided; and to whoever can from now on', async () => {
    const [asker, decider, leaver] = [
      await scenario.districtAdmin(),
      await scenario.districtAdmin(),
      await scenario.districtAdmin(),
    ];
    const whom = await scenario.staffMember({ role: StaffRole.LECTURER });
    const request = await askFor(asker, whom);
    const waits = (...all: readonly Somebody[]): Promise<number[]> => shown('people.role-asked', all, request);
    expect(await waits(decider, leaver)).toEqual([1, 1]);
    await ends(asker, leaver);
    expect(await waits(decider, leaver)).toEqual([1, 0]);
    const joins = await scenario.staffMember({ role: StaffRole.LECTURER });
    const own = (
      (
        await done(AssignRoleDocument, asker, {
          staffId: `staff_${joins.staff.id}`,
          role: 'DISTRICT_ADMIN',
          districtId: `district_${scenario.district.id}`,
        })
      )['request'] as { id: string }
    ).id;
    await done(ApproveRoleRequestsDocument, decider, { requestIds: [own] });
    expect(await waits(decider, joins)).toEqual([1, 1]);
    await ends(asker, decider);
    await done(RejectRoleRequestsDocument, joins, { requestIds: [request], reason: '暂不需要' });
    expect(await waits(decider, leaver, joins)).toEqual([0, 0, 0]);
    // Nor without what it was about: whoever had it and lost it is not left with a notice of nothing.
    expect(await rolesWaitFor(leaver, decider)).toEqual([0, 0]);
  });

  it('and is not shown once its time is over, though nobody has come round to it', async () => {
    const [asker, decider] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
    await askFor(asker, await scenario.staffMember({ role: StaffRole.LECTURER }));
    expect(await rolesWaitFor(decider)).toEqual([1]);
    clock = new Date(scenario.now.getTime() + 31 * DAY);
    await hub.hub.runJob('notices.ask-deciders');
    expect(await rolesWaitFor(decider)).toEqual([0]);
  });
});

it('what waits is found whoever has forgotten to say so, and what does not is shown to nobody', async () => {
  const here = await place();
  const student = await pupil(here);
  const guardian = aGuardian({ person: here.principal.person });
  const { parent } = await family(scenario, []);
  const waits = aGuardianship({
    guardian: parent.guardian,
    student,
    status: GuardianshipStatus.PENDING,
    dataAccess: false,
  });
  await scenario.write((put) => {
    put(Guardian, guardian);
    put(Guardianship, waits);
  });
  await hub.hub.runJob('notices.ask-deciders');
  expect(await waitsFor(here.teacher, here.principal)).toEqual([1, 0]);
  await hub.database.pool.query(
    `update guardianship set status = 'REJECTED', decision_reason = '信息不符' where id = $1`,
    [waits.id],
  );
  await hub.hub.runJob('notices.ask-deciders');
  expect(await waitsFor(here.teacher, here.principal)).toEqual([0, 0]);
});
