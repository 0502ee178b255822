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
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import {
  families,
  family,
  openShift,
  signedUp,
  type Scenario,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { caller, organisedState, type Answered } from './organisers.ts';

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

const call = caller(() => hub);

const draft = (given: object = {}) => ({
  schoolId: `school_${school.id}`,
  kind: 'GATE_DUTY',
  title: '秋季护学岗',
  purpose: '引导学生安全通行',
  riskNotice: '在道路旁活动',
  contactName: '德育处',
  ...given,
});
const create = (who: StaffMember, given: object = {}) => call(CreateVolunteerActivityDocument, who, draft(given));
const at = (minutes: number): string => scenario.at(minutes).toISOString();
const shiftOf = (activityId: string, given: object = {}) => ({
  activityId,
  place: '学校东门',
  startsAt: at(2880),
  endsAt: at(2940),
  roles: [{ name: '引导员', capacity: 4 }],
  ...given,
});
const DAY = 1440;

async function published(who: StaffMember = admin!): Promise<Answered> {
  const { payload } = await create(who);
  return (await call(PublishVolunteerActivityDocument, who, { activityId: payload['activity'].id })).payload[
    'activity'
  ] as Answered;
}
async function scheduled(activityId: string, given: object = {}): Promise<Answered> {
  const { payload } = await call(CreateShiftDocument, admin!, shiftOf(activityId, given));
  await call(PublishShiftsDocument, admin!, { shiftIds: [payload['shift'].id] });
  return { ...(payload['shift'] as Answered), revision: 1 };
}

async function expectNothingWritten<T>(work: () => Promise<T>): Promise<T> {
  const before = await organisedState(hub);
  const result = await work();
  expect(await organisedState(hub)).toBe(before);
  return result;
}

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
    await hub.database.pool.query("update staff_assignment set valid_to = '2026-09-01' where staff_id = $1", [
      subjectTeacher!.staff.id,
    ]);
    expect(
      (await call(UpdateVolunteerActivityDocument, subjectTeacher!, { activityId, revision: 2, title: '已离任' }))
        .error,
    ).toBe('FORBIDDEN');
    await hub.database.pool.query('update staff_assignment set valid_to = null where staff_id = $1', [
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

describe('a shift', () => {
  it('is prepared with its roles, opens when it is published, and follows its defaults', async () => {
    const { id } = await published();
    const { payload } = await call(
      CreateShiftDocument,
      admin!,
      shiftOf(id as string, {
        roles: [
          { name: '引导员', capacity: 4, minimum: 1 },
          { name: '急救员', capacity: 1, approvalRequired: true, qualification: '红十字救护员证' },
        ],
      }),
    );
    expect(payload['shift']).toMatchObject({
      status: 'DRAFT',
      signupOpensAt: at(2880 - 14 * DAY),
      signupClosesAt: at(2820),
      cancelUntil: at(1440),
      revision: 0,
      roles: {
        nodes: [
          { ordinal: 1, name: '引导员', minimum: 1 },
          { ordinal: 2, name: '急救员', approvalRequired: true, qualification: '红十字救护员证' },
        ],
      },
    });
    const { payload: opened } = await call(PublishShiftsDocument, admin!, { shiftIds: [payload['shift'].id] });
    expect(opened['shifts']).toMatchObject([{ status: 'SCHEDULED', revision: 1 }]);
  });

  it.each([
    ['STARTS_IN_PAST', () => ({ startsAt: at(0), endsAt: at(60) })],
    ['ENDS_BEFORE_START', () => ({ endsAt: at(2880) })],
    ['TOO_LONG', () => ({ endsAt: at(2880 + DAY + 1) })],
    ['SIGNUP_WINDOW', () => ({ signupOpensAt: at(100), signupClosesAt: at(100) })],
    ['SIGNUP_WINDOW', () => ({ signupClosesAt: at(2881) })],
    ['SIGNUP_WINDOW', () => ({ cancelUntil: at(2881) })],
    ['CAPACITY_RANGE', () => ({ roles: [{ name: '引导员', capacity: 0 }] })],
    ['CAPACITY_RANGE', () => ({ roles: [{ name: '引导员', capacity: 2, minimum: 3 }] })],
    [
      'TOO_MANY_ROLES',
      () => ({ roles: Array.from({ length: 11 }, (_, index) => ({ name: `岗位${index}`, capacity: 1 })) }),
    ],
  ])('is refused as %s, and nothing is written', async (code, given) => {
    const { id } = await published();
    expect(
      (await expectNothingWritten(() => call(CreateShiftDocument, admin!, shiftOf(id as string, given())))).codes,
    ).toEqual([code]);
  });

  it('publishes all or those that can be, and says which cannot', async () => {
    const { id } = await published();
    const ids = await Promise.all(
      [0, 1].map(
        async () => (await call(CreateShiftDocument, admin!, shiftOf(id as string))).payload['shift'].id as string,
      ),
    );
    const open = (await scheduled(id as string))['id'] as string;
    const all = await expectNothingWritten(() =>
      call(PublishShiftsDocument, admin!, { shiftIds: [ids[0], open, ids[1]] }),
    );
    expect(all.payload['userErrors']).toMatchObject([{ code: 'NOT_DRAFT', path: ['shiftIds', '1'] }]);
    const some = await call(PublishShiftsDocument, admin!, {
      shiftIds: [ids[0], open, ids[1]],
      errorPolicy: 'REJECT_FAILED_ROWS',
    });
    expect(some.payload).toMatchObject({
      shifts: [{ id: ids[0] }, { id: ids[1] }],
      userErrors: [{ code: 'NOT_DRAFT', path: ['shiftIds', '1'] }],
    });
  });

  it('is not published before its activity', async () => {
    const { payload } = await create(admin!);
    const {
      payload: { shift },
    } = await call(CreateShiftDocument, admin!, shiftOf(payload['activity'].id as string));
    expect((await call(PublishShiftsDocument, admin!, { shiftIds: [shift.id] })).codes).toEqual([
      'ACTIVITY_NOT_PUBLISHED',
    ]);
  });

  it('ends for all who have signed up when it is called off: times are free again', async () => {
    const offered = await openShift(scenario, admin!, { school, role: { capacity: 3 } });
    const all = await families(scenario, 3, [schoolClass!]);
    for (const each of all) await signedUp(scenario, offered, each);
    const { payload } = await call(CancelShiftDocument, admin!, {
      shiftId: `shift_${offered.shift.id}`,
      reason: '天气原因',
    });
    expect(payload).toMatchObject({
      shift: { status: 'CANCELLED', cancelReason: '天气原因', roles: { nodes: [{ placesTaken: 0 }] } },
      userErrors: [],
    });
    const { rows } = await hub.database.pool.query(
      `select s.status, s.cancel_reason, e.status as time from signup s join engagement e on e.source_id = s.id where s.shift_id = $1`,
      [offered.shift.id],
    );
    expect(rows).toEqual(
      Array.from({ length: 3 }, () => ({ status: 'CANCELLED', cancel_reason: '天气原因', time: 'ENDED' })),
    );
  });

  it('that has begun is not called off, and no reason is no reason', async () => {
    const begun = await openShift(scenario, admin!, {
      school,
      shift: {
        startsAt: scenario.now,
        endsAt: scenario.at(60),
        signupClosesAt: scenario.at(-60),
        cancelUntil: scenario.at(-60),
      },
    });
    expect(
      (
        await expectNothingWritten(() =>
          call(CancelShiftDocument, admin!, { shiftId: `shift_${begun.shift.id}`, reason: '天气原因' }),
        )
      ).codes,
    ).toEqual(['STARTED']);
    expect(
      (
        await expectNothingWritten(() =>
          call(CancelShiftDocument, admin!, { shiftId: `shift_${begun.shift.id}`, reason: '  ' }),
        )
      ).error,
    ).toBe('BAD_USER_INPUT');
  });
});

describe('a role', () => {
  it('grows and shrinks, but never below those who have a place', async () => {
    const offered = await openShift(scenario, admin!, { school, role: { capacity: 3 } });
    for (const each of await families(scenario, 2, [schoolClass!])) await signedUp(scenario, offered, each);
    const roleId = `shift-role_${offered.role.id}`;
    expect(
      (await expectNothingWritten(() => call(UpdateShiftRoleDocument, admin!, { roleId, capacity: 1 }))).codes,
    ).toEqual(['CAPACITY_BELOW_CONFIRMED']);
    expect(
      (await call(UpdateShiftRoleDocument, admin!, { roleId, capacity: 2, minimum: 2, description: '请早到' })).payload[
        'role'
      ],
    ).toMatchObject({ capacity: 2, minimum: 2, description: '请早到', placesTaken: 2 });
    expect((await call(UpdateShiftRoleDocument, admin!, { roleId, minimum: 3 })).codes).toEqual(['CAPACITY_RANGE']);
    expect((await call(UpdateShiftRoleDocument, admin!, { roleId, approvalRequired: true })).codes).toEqual([
      'HAS_SIGNUPS',
    ]);
    expect((await call(UpdateShiftRoleDocument, admin!, { roleId, qualification: '护士' })).codes).toEqual([
      'HAS_SIGNUPS',
    ]);
  });

  it('comes and goes, but for the last one and for what somebody has signed up for', async () => {
    const offered = await openShift(scenario, admin!, { school });
    const [shiftId, roleId] = [`shift_${offered.shift.id}`, `shift-role_${offered.role.id}`];
    expect((await expectNothingWritten(() => call(RemoveShiftRoleDocument, admin!, { roleId }))).codes).toEqual([
      'LAST_ROLE',
    ]);
    const { payload } = await call(AddShiftRoleDocument, admin!, { shiftId, name: '秩序员', capacity: 2 });
    expect(payload['role']).toMatchObject({ ordinal: 2, name: '秩序员', capacity: 2 });
    await signedUp(scenario, offered, await family(scenario, [schoolClass!]));
    expect((await expectNothingWritten(() => call(RemoveShiftRoleDocument, admin!, { roleId }))).codes).toEqual([
      'HAS_SIGNUPS',
    ]);
    expect(
      (await call(RemoveShiftRoleDocument, admin!, { roleId: payload['role'].id })).payload['shift'].roles.nodes,
    ).toHaveLength(1);
    expect(
      (
        await expectNothingWritten(() =>
          call(AddShiftRoleDocument, admin!, { shiftId, name: offered.role.name, capacity: 2 }),
        )
      ).error,
    ).toBe('BAD_USER_INPUT');
  });

  it('is lowered while a crowd signs up: nobody loses a place, nobody has one too many', async () => {
    const offered = await openShift(scenario, admin!, { school, role: { capacity: 20 } });
    const roleId = `shift-role_${offered.role.id}`;
    const crowd = await families(scenario, 20, [schoolClass!]);
    const lowering = [16, 12, 8, 4].map((capacity) => call(UpdateShiftRoleDocument, admin!, { roleId, capacity }));
    const signing = crowd.map(({ parent }) =>
      hub.ask(SignUpForShiftDocument, {
        as: parent.accountId,
        variables: { input: { roleId, acceptRiskNotice: true } as never },
      }),
    );
    const codes = (await Promise.all(lowering)).flatMap((each) => each.codes);
    const won = (await Promise.all(signing)).filter((each) => each.data?.signUpForShift.userErrors.length === 0).length;
    const {
      rows: [role],
    } = await hub.database.pool.query<{ capacity: number; places_taken: number }>(
      'select capacity, places_taken from shift_role where id = $1',
      [offered.role.id],
    );
    expect(role!.places_taken).toBe(won);
    expect(role!.capacity).toBeGreaterThanOrEqual(won);
    expect(new Set(codes)).toEqual(new Set(codes.length > 0 ? ['CAPACITY_BELOW_CONFIRMED'] : []));
  });
});
