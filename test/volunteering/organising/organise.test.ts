import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AddShiftRoleDocument,
  CancelShiftDocument,
  CancelVolunteerActivityDocument,
  CreateShiftDocument,
  CreateVolunteerActivityDocument,
  PublishShiftsDocument,
  PublishVolunteerActivityDocument,
  RemoveShiftRoleDocument,
  UpdateShiftDocument,
  UpdateShiftRoleDocument,
  UpdateVolunteerActivityDocument,
} from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import { family, openShift, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { activityCalls } from './activities.ts';
import type { Answered } from './organisers.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let neighbour: SchoolRecord;
let [schoolClass, otherClass]: SchoolClassRecord[] = [];
let [admin, teacher, gradeHead, neighbourAdmin, districtAdmin, subjectTeacher]: StaffMember[] = [];

beforeAll(async () => {
  hub = await startTestHub({ clock: () => scenario.now });
  scenario = await beginScenario(hub);
  [school, neighbour] = [await scenario.school(), await scenario.school()];
  [schoolClass, otherClass] = [await scenario.schoolClass(school), await scenario.schoolClass(school, 5)];
  [admin, neighbourAdmin] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(neighbour)];
  teacher = await scenario.teacher(schoolClass!);
  subjectTeacher = await scenario.teacher(schoolClass!, 'SUBJECT_TEACHER');
  gradeHead = await scenario.gradeHead(school, 3);
  districtAdmin = await scenario.districtAdmin();
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { call, draft, create, shiftOf, published, scheduled, expectNothingWritten } = activityCalls(() => ({
  hub,
  scenario,
  school,
  admin: admin!,
}));

describe('an activity', () => {
  it('is a draft, then published, then changed, then called off with its shifts', async () => {
    const { payload, codes } = await create(admin!, { audience: [{ classId: `class_${schoolClass!.id}` }] });
    expect(codes).toEqual([]);
    const activity = payload['activity'] as Answered;
    expect(activity).toMatchObject({
      status: 'DRAFT',
      publishedAt: null,
      revision: 0,
      viewerCanManage: true,
      audience: { name: expect.stringContaining('家长') },
    });
    expect(
      (await call(PublishVolunteerActivityDocument, admin!, { activityId: activity['id'] })).payload['activity'],
    ).toMatchObject({ status: 'PUBLISHED', revision: 1 });
    expect((await call(PublishVolunteerActivityDocument, admin!, { activityId: activity['id'] })).codes).toEqual([
      'NOT_DRAFT',
    ]);
    const changed = await call(UpdateVolunteerActivityDocument, admin!, {
      activityId: activity['id'],
      revision: 1,
      title: '冬季护学岗',
      contactPhone: '010-12345678',
    });
    expect(changed.payload['activity']).toMatchObject({
      title: '冬季护学岗',
      contactPhone: '010-12345678',
      purpose: '引导学生安全通行',
      revision: 2,
    });
    const shift = await scheduled(activity['id'] as string);
    const off = await call(CancelVolunteerActivityDocument, admin!, { activityId: activity['id'], reason: '天气原因' });
    expect(off.payload).toMatchObject({
      activity: { status: 'CANCELLED', cancelReason: '天气原因' },
      cancelledShiftCount: 1,
      userErrors: [],
    });
    expect(
      (await call(CancelVolunteerActivityDocument, admin!, { activityId: activity['id'], reason: '又一次' })).codes,
    ).toEqual(['ALREADY_CANCELLED']);
    expect(
      (
        await call(UpdateVolunteerActivityDocument, admin!, {
          activityId: activity['id'],
          revision: 3,
          title: '太迟了',
        })
      ).codes,
    ).toEqual(['ALREADY_CANCELLED']);
    expect((await call(CancelShiftDocument, admin!, { shiftId: shift['id'], reason: '又一次' })).codes).toEqual([
      'ALREADY_CANCELLED',
    ]);
  });

  it('goes on where it had begun when its activity was called off', async () => {
    const { activity, shift } = await openShift(scenario, admin!, {
      school,
      shift: {
        startsAt: scenario.at(-30),
        endsAt: scenario.at(30),
        signupClosesAt: scenario.at(-60),
        cancelUntil: scenario.at(-60),
      },
    });
    expect(
      (
        await call(CancelVolunteerActivityDocument, admin!, {
          activityId: `volunteer-activity_${activity.id}`,
          reason: '计划调整',
        })
      ).payload,
    ).toMatchObject({ cancelledShiftCount: 0 });
    const { rows } = await hub.database.pool.query('select status from shift where id = $1', [shift.id]);
    expect(rows).toEqual([{ status: 'SCHEDULED' }]);
  });

  it.each([
    ['a mobile number', () => ({ contactPhone: '138-0000 0001' }), 'PRIVATE_NUMBER'],
    ['a mobile number with the code of the country', () => ({ contactPhone: '+86 13800000001' }), 'PRIVATE_NUMBER'],
    [
      'an audience of another school',
      () => ({ audience: [{ schoolId: `school_${neighbour.id}` }] }),
      'AUDIENCE_OUTSIDE',
    ],
    [
      'an organiser of another school',
      () => ({ organiserId: `staff_${neighbourAdmin!.staff.id}` }),
      'ORGANISER_ELSEWHERE',
    ],
  ])('is refused with %s', async (_what, given, code) => {
    expect((await expectNothingWritten(() => create(admin!, given()))).codes).toEqual([code]);
  });

  it.each([
    ['no title', { title: ' ' }],
    ['neither school nor district', { schoolId: null }],
    [
      'a class and a grade',
      { audience: [{ classId: 'class_00000000-0000-7000-8000-000000000000', stage: 'PRIMARY' }] },
    ],
  ])('is bad input with %s', async (_what, given) => {
    expect((await expectNothingWritten(() => create(admin!, given))).error).toBe('BAD_USER_INPUT');
  });

  it('of eight organisers who edit it at once, one has the word, and the others are told that it has changed', async () => {
    const { id } = await published();
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        call(UpdateVolunteerActivityDocument, admin!, { activityId: id, revision: 1, title: `第${index}稿` }),
      ),
    );
    expect(all.flatMap(({ codes }) => codes)).toEqual(Array.from({ length: 7 }, () => 'CONFLICT'));
  });

  it('with the same targets has the same audience', async () => {
    const [one, other] = [
      await create(admin!, { audience: [{ gradeId: `grade_${scenario.grade(3)}` }, { stage: 'JUNIOR_MIDDLE' }] }),
      await create(admin!, { audience: [{ stage: 'JUNIOR_MIDDLE' }, { gradeId: `grade_${scenario.grade(3)}` }] }),
    ];
    expect(one.payload['activity'].audience.id).toBe(other.payload['activity'].audience.id);
  });
});

describe('who organises what', () => {
  const ofClass = (each: SchoolClassRecord) => ({ audience: [{ classId: `class_${each.id}` }] });
  const ofGrade = (number: number) => ({ audience: [{ gradeId: `grade_${scenario.grade(number)}` }] });
  const ofDistrict = () => ({ schoolId: null, districtId: `district_${scenario.district.id}` });
  it.each([
    ['a homeroom teacher for the own class', () => create(teacher!, ofClass(schoolClass!))],
    ['a grade head for the grade', () => create(gradeHead!, ofGrade(3))],
    ['a grade head for a class of the grade', () => create(gradeHead!, ofClass(schoolClass!))],
    ['a district administrator for a school', () => create(districtAdmin!)],
    ['a district administrator for the district', () => create(districtAdmin!, ofDistrict())],
    [
      'a school administrator, who names a teacher the organiser',
      () => create(admin!, { organiserId: `staff_${subjectTeacher!.staff.id}` }),
    ],
  ])('%s', async (_who, work) => {
    const { codes, error, payload } = await work();
    expect({ codes, error }).toEqual({ codes: [], error: undefined });
    expect(payload['activity']).toMatchObject({ status: 'DRAFT', viewerCanManage: true });
  });

  it.each([
    ['a homeroom teacher for another class', () => create(teacher!, ofClass(otherClass!)), 'AUDIENCE_OUTSIDE'],
    ['a homeroom teacher for the whole school', () => create(teacher!), 'AUDIENCE_OUTSIDE'],
    ['a homeroom teacher for the grade', () => create(teacher!, ofGrade(3)), 'AUDIENCE_OUTSIDE'],
    ['a grade head for another grade', () => create(gradeHead!, ofGrade(5)), 'AUDIENCE_OUTSIDE'],
    ['a grade head for a class of another grade', () => create(gradeHead!, ofClass(otherClass!)), 'AUDIENCE_OUTSIDE'],
    ['a subject teacher', () => create(subjectTeacher!, ofClass(schoolClass!)), 'FORBIDDEN'],
    ['a school administrator for the district', () => create(admin!, ofDistrict()), 'FORBIDDEN'],
    ['the administrator of another school', () => create(neighbourAdmin!), 'FORBIDDEN'],
    [
      'a parent',
      async () => call(CreateVolunteerActivityDocument, (await family(scenario, [schoolClass!])).parent, draft()),
      'FORBIDDEN',
    ],
  ])('not %s', async (_who, work, refusal) => {
    const { codes, error } = await expectNothingWritten(work);
    expect(error ?? codes.join()).toBe(refusal);
  });

  it('a named organiser manages it until they leave the school, and widens no audience', async () => {
    const { payload } = await create(admin!, { organiserId: `staff_${subjectTeacher!.staff.id}` });
    const activityId = payload['activity'].id as string;
    expect(
      (await call(UpdateVolunteerActivityDocument, subjectTeacher!, { activityId, revision: 0, title: '新标题' }))
        .codes,
    ).toEqual([]);
    expect(
      (await call(UpdateVolunteerActivityDocument, subjectTeacher!, { activityId, revision: 1, audience: [] })).codes,
    ).toEqual(['AUDIENCE_OUTSIDE']);
    expect(
      (await call(UpdateVolunteerActivityDocument, teacher!, { activityId, revision: 1, title: '别人的' })).error,
    ).toBe('NOT_FOUND');
    await call(PublishVolunteerActivityDocument, subjectTeacher!, { activityId });
    expect(
      (await call(UpdateVolunteerActivityDocument, teacher!, { activityId, revision: 2, title: '别人的' })).error,
    ).toBe('FORBIDDEN');
    await hub.database.pool.query("update staff_assignment set last_day_given = '2026-09-01' where staff_id = $1", [
      subjectTeacher!.staff.id,
    ]);
    expect(
      (await call(UpdateVolunteerActivityDocument, subjectTeacher!, { activityId, revision: 2, title: '已离任' }))
        .error,
    ).toBe('FORBIDDEN');
    await hub.database.pool.query('update staff_assignment set last_day_given = null where staff_id = $1', [
      subjectTeacher!.staff.id,
    ]);
  });

  it('the organiser of another school reaches nothing of it, whatever the call', async () => {
    const activity = await published();
    const shift = await scheduled(activity['id'] as string);
    const roleId = (
      await hub.ask('query ($id: ID!) { shift(id: $id) { roles { nodes { id } } } }', {
        as: admin!.accountId,
        variables: { id: shift['id'] },
      })
    ).data!['shift'].roles.nodes[0].id as string;
    const attempts: [unknown, object][] = [
      [UpdateVolunteerActivityDocument, { activityId: activity['id'], revision: 1, title: '越权' }],
      [PublishVolunteerActivityDocument, { activityId: activity['id'] }],
      [CancelVolunteerActivityDocument, { activityId: activity['id'], reason: '越权' }],
      [CreateShiftDocument, shiftOf(activity['id'] as string)],
      [UpdateShiftDocument, { shiftId: shift['id'], revision: 1, place: '越权' }],
      [PublishShiftsDocument, { shiftIds: [shift['id']], errorPolicy: 'REJECT_FAILED_ROWS' }],
      [CancelShiftDocument, { shiftId: shift['id'], reason: '越权' }],
      [AddShiftRoleDocument, { shiftId: shift['id'], name: '越权', capacity: 1 }],
      [UpdateShiftRoleDocument, { roleId, capacity: 9 }],
      [RemoveShiftRoleDocument, { roleId }],
    ];
    for (const [document, input] of attempts) {
      const { error } = await expectNothingWritten(() => call(document, neighbourAdmin!, input));
      expect(error).toBe('NOT_FOUND');
    }
  });
});
