import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ApproveRoleRequestsDocument,
  EndAssignmentDocument,
  RegisterStaffDocument,
  RejectRoleRequestsDocument,
  RoleRequestsDocument,
  WithdrawRoleRequestDocument,
} from '../../schema/generated/admin.ts';
import { aDistrict, type SchoolClassRecord, type SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { District } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';
import { askingForRoles } from './role-requests.ts';

const DAY = 86_400_000;

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let clock: Date;
/** Of the district. */
let [one, two]: StaffMember[] = [];
/** Of the school. */
let [principal, deputy]: StaffMember[] = [];

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  await family(scenario, [schoolClass]);
  [one, two] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
  [principal, deputy] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(school)];
});
beforeEach(() => {
  clock = scenario.now;
});
afterAll(async () => {
  clock = scenario.now;
  await expectChecksHold(hub);
  await hub.stop();
});

const { somebody, ofDistrict, ofSchool, ofClass, assign, decide, approve, rightsOf, statusOf, noticesOf, giveByHand } =
  askingForRoles(() => ({
    hub,
    scenario,
    school,
    schoolClass,
  }));

describe('nobody gives themselves anything', () => {
  it.each<[string, () => [StaffMember, StaffMember, Asked]]>([
    ['a district administrator, SCHOOL_ADMIN', () => [one!, two!, ofSchool('SCHOOL_ADMIN')]],
    ['a district administrator, PRIVACY_OFFICER', () => [one!, two!, ofDistrict('PRIVACY_OFFICER')]],
    ['a district administrator, homeroom teacher of a class', () => [one!, two!, ofClass()]],
    ['a school administrator, homeroom teacher of a class', () => [principal!, deputy!, ofClass()]],
  ])('%s: a request that gives no right until a second administrator approves it', async (_who, arrange) => {
    const [asker, second, role] = arrange();
    const before = await rightsOf(asker);
    const { assignment, request, code } = await assign(asker, asker, role);
    expect({ assignment, code }).toEqual({ assignment: null, code: undefined });
    expect(await rightsOf(asker)).toEqual(before);
    expect((await assign(asker, asker, role)).code).toBe('ALREADY_ASKED');
    expect((await approve(asker, request)).code).toBe('OWN');
    expect(await rightsOf(asker)).toEqual(before);
    const approved = await approve(second, request);
    expect(approved.code).toBeUndefined();
    expect(await rightsOf(asker)).not.toEqual(before);
    const { data } = await hub.ask(
      'query ($id: ID!) { node(id: $id) { ... on StaffAssignment { assignedBy { id } approvedBy { id } } } }',
      { as: second.accountId, variables: { id: approved.assignments![0]!.id } },
    );
    expect(data!['node']).toEqual({
      assignedBy: { id: `staff_${asker.staff.id}` },
      approvedBy: { id: `staff_${second.staff.id}` },
    });
    expect((await assign(asker, asker, role)).code).toBe('ALREADY_HELD');
    await asked(hub, EndAssignmentDocument, second.accountId, { assignmentId: approved.assignments![0]!.id });
    expect(await rightsOf(asker)).toMatchObject({
      data: { students: (before as { data: { students: unknown } }).data.students },
    });
  });

  it('though they put themselves on record a second time: what reads a district takes two for somebody new as well', async () => {
    const { payload } = await asked(hub, RegisterStaffDocument, one!.accountId, {
      name: '测试新人',
      staffNumber: `N-${Date.now()}`,
      ...ofDistrict('DISTRICT_ADMIN'),
    });
    expect(payload).toMatchObject({ userErrors: [], assignment: null, request: { status: 'PENDING' } });
    const { id } = payload!['request'] as { id: string };
    expect((await approve(one!, id)).code).toBe('OWN');
    expect((await approve(two!, id)).code).toBeUndefined();
  });
});

describe('a role that reads a whole district takes two, whoever is named', () => {
  it.each(['DISTRICT_ADMIN', 'ANALYST', 'PRIVACY_OFFICER'])('%s', async (role) => {
    const named = await somebody();
    const { assignment, request } = await assign(one!, named, ofDistrict(role));
    expect(assignment).toBeNull();
    for (const [by, code] of [
      [one!, 'OWN'],
      [principal!, 'NOT_FOUND'],
      [named, 'FORBIDDEN'],
    ] as const)
      expect((await approve(by, request)).code).toBe(code);
    expect((await approve(two!, request)).code).toBeUndefined();
    expect(await statusOf(request)).toBe('APPROVED');
    expect((await approve(two!, request)).code).toBe('NOT_PENDING');
  });

  it('not the person named, though they administer the district by then', async () => {
    const named = await scenario.districtAdmin();
    const { request } = await assign(one!, named, ofDistrict('PRIVACY_OFFICER'));
    expect((await approve(named, request)).code).toBe('OWN');
    expect((await approve(two!, request)).code).toBeUndefined();
  });

  it('by twenty at once is given once', async () => {
    const seconds = [two!, await scenario.districtAdmin()];
    const { request } = await assign(one!, await somebody(), ofDistrict('ANALYST'));
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => approve(seconds[index % 2]!, request)));
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set([undefined, 'NOT_PENDING']));
  });

  it('and its asker: with the right to ask the request ends, waits for nobody, and is not approved', async () => {
    const asker = await scenario.districtAdmin();
    const { request } = await assign(asker, await somebody(), ofDistrict('ANALYST'));
    const waiting = async () =>
      (
        await hub.database.pool.query('select 1 from notice where about_id = $1 and kind = $2 and rests_on <> $3', [
          request!.replace('role-request_', ''),
          'people.role-asked',
          '{}',
        ])
      ).rowCount;
    expect(await waiting()).toBeGreaterThan(0);
    expect(
      (
        await asked(hub, EndAssignmentDocument, one!.accountId, {
          assignmentId: `staff-assignment_${asker.assignment.id}`,
        })
      ).codes,
    ).toEqual([]);
    expect(await statusOf(request)).toBe('EXPIRED');
    expect(await waiting()).toBe(0);
    expect((await approve(two!, request)).code).toBe('EXPIRED');
  });

  it('and a role of the asker whose last day passes: nobody can decide from then on, and the clock ends it', async () => {
    const asker = await scenario.districtAdmin();
    const { request } = await assign(asker, await somebody(), ofDistrict('ANALYST'));
    const decidable = async () =>
      (
        await hub.ask('query ($id: ID!) { node(id: $id) { ... on RoleRequest { viewerCanDecide } } }', {
          as: two!.accountId,
          variables: { id: request! },
        })
      ).data!['node'] as unknown;
    expect(await decidable()).toEqual({ viewerCanDecide: true });
    clock = new Date(scenario.now.getTime() + 2 * DAY);
    await hub.database.pool.query('update staff_assignment set last_day_given = $2::date - 1 where id = $1', [
      asker.assignment.id,
      clock.toISOString(),
    ]);
    expect(await decidable()).toEqual({ viewerCanDecide: false });
    expect((await approve(two!, request)).code).toBe('ASKER_GONE');
    await hub.hub.runJob('people.end-what-days-took');
    expect(await statusOf(request)).toBe('EXPIRED');
    clock = scenario.now;
  });
});

describe('naming somebody else at a school needs no second', () => {
  it.each<[string, () => Asked]>([
    ['SCHOOL_ADMIN', () => ofSchool('SCHOOL_ADMIN')],
    ['GRADE_HEAD', () => ({ ...ofSchool('GRADE_HEAD'), gradeId: `grade_${scenario.grade(3)}` })],
    ['HOMEROOM_TEACHER', ofClass],
  ])('%s, by the district', async (_role, role) => {
    const { assignment, request } = await assign(one!, await somebody(), role());
    expect(assignment).not.toBeNull();
    expect(request).toBeNull();
  });
});

describe('a request', () => {
  it('is declined, taken back, or expires, and gives nothing then', async () => {
    const [declined, back, late] = await Promise.all(
      [somebody(), somebody(), somebody()].map(
        async (each) => (await assign(one!, await each, ofDistrict('ANALYST'))).request,
      ),
    );
    expect((await decide(RejectRoleRequestsDocument, one!, [declined!], { reason: '不需要' })).code).toBe('OWN');
    expect((await decide(RejectRoleRequestsDocument, two!, [declined!], { reason: '不需要' })).code).toBeUndefined();
    const withdraw = async (by: StaffMember) =>
      (await asked(hub, WithdrawRoleRequestDocument, by.accountId, { requestId: back })).codes;
    expect(await withdraw(two!)).toEqual(['NOT_YOURS']);
    expect(await withdraw(one!)).toEqual([]);
    clock = new Date(scenario.now.getTime() + 30 * DAY);
    expect((await approve(two!, late!)).code).toBe('EXPIRED');
    await hub.hub.runJob('people.expire-role-requests');
    expect(await Promise.all([declined!, back!, late!].map(statusOf))).toEqual(['REJECTED', 'WITHDRAWN', 'EXPIRED']);
    clock = scenario.now;
    for (const each of [declined!, back!]) expect((await approve(two!, each)).code).toBe('NOT_PENDING');
  });

  it('that nobody can approve any more is asked for anew: though the clock has not come round to it, and by somebody else where its asker is gone', async () => {
    const [whom, asker] = [await somebody(), await scenario.districtAdmin()];
    const late = await assign(asker, whom, ofDistrict('ANALYST'));
    expect((await assign(one!, whom, ofDistrict('ANALYST'))).code).toBe('ALREADY_ASKED');
    clock = new Date(scenario.now.getTime() + 31 * DAY);
    expect((await approve(two!, late.request)).code).toBe('EXPIRED');
    const anew = await assign(asker, whom, ofDistrict('ANALYST'));
    expect([anew.code, await statusOf(late.request), await statusOf(anew.request)]).toEqual([
      undefined,
      'EXPIRED',
      'PENDING',
    ]);
    await asked(hub, EndAssignmentDocument, one!.accountId, {
      assignmentId: `staff-assignment_${asker.assignment.id}`,
    });
    expect((await approve(two!, anew.request)).code).toBe('EXPIRED');
    const third = await assign(one!, whom, ofDistrict('ANALYST'));
    expect([third.code, await statusOf(anew.request)]).toEqual([undefined, 'EXPIRED']);
    expect((await approve(two!, third.request)).code).toBeUndefined();
  });

  it('for what is given meanwhile by another road waits for nobody any more, and whoever asked is told: at once, or by the clock for what was given before', async () => {
    const told = { person_id: principal!.person.id, kind: 'people.role-given-otherwise', waiting: false };
    const another = await scenario.schoolClass(school);
    const role = { role: 'HOMEROOM_TEACHER', classId: `class_${another.id}` };
    const { request } = await assign(principal!, principal!, role);
    const { request: other } = await assign(principal!, principal!, {
      ...role,
      role: 'SUBJECT_TEACHER',
      subject: '数学',
    });
    expect((await noticesOf(request)).filter(({ waiting }) => waiting)).not.toEqual([]);
    expect((await assign(deputy!, principal!, role)).assignment).not.toBeNull();
    expect([await statusOf(request), await statusOf(other)]).toEqual(['EXPIRED', 'PENDING']);
    expect((await noticesOf(request)).filter(({ kind, waiting }) => waiting || kind === told.kind)).toEqual([told]);
    expect((await approve(deputy!, request)).code).toBe('EXPIRED');
    await giveByHand(other);
    expect((await approve(deputy!, other)).code).toBe('ALREADY_HELD');
    await hub.hub.runJob('people.expire-role-requests');
    expect(await statusOf(other)).toBe('EXPIRED');
    expect((await noticesOf(other)).filter(({ kind, waiting }) => waiting || kind === told.kind)).toEqual([told]);
  });

  it('is approved with others: everything is refused for one, or that one alone', async () => {
    const [mine, others] = [
      await assign(two!, await somebody(), ofDistrict('ANALYST')),
      await assign(one!, await somebody(), ofDistrict('ANALYST')),
    ];
    expect((await approve(two!, others.request, mine.request)).errors).toMatchObject([
      { code: 'OWN', path: ['requestIds', '1'] },
    ]);
    expect(await statusOf(others.request)).toBe('PENDING');
    const partly = await decide(ApproveRoleRequestsDocument, two!, [mine.request, others.request], {
      errorPolicy: 'REJECT_FAILED_ROWS',
    });
    expect(partly.assignments).toHaveLength(1);
    expect(partly.errors).toMatchObject([{ code: 'OWN', path: ['requestIds', '0'] }]);
  });

  it('tells each administrator beforehand whether they can decide on it', async () => {
    const { request } = await assign(one!, await somebody(), ofDistrict('ANALYST'));
    const can = async (who: StaffMember) =>
      (
        await hub.ask(RoleRequestsDocument, {
          as: who.accountId,
          variables: { where: { status: { eq: 'PENDING' } } } as never,
        })
      ).data?.roleRequests?.nodes.find(({ id }) => id === request)?.viewerCanDecide;
    expect([await can(one!), await can(two!), await can(principal!)]).toEqual([false, true, undefined]);
  });
});

describe('assignRole', () => {
  it('does not know a person of another district, nor one of another school', async () => {
    const elsewhere = aDistrict();
    await scenario.write((put) => put(District, elsewhere));
    const stranger = await scenario.staffMember({ role: 'LECTURER', district: elsewhere } as never);
    const neighbour = await scenario.staffMember({ role: 'LECTURER', school: await scenario.school() });
    const before = await hub.database.pool.query('select count(*) from staff_assignment');
    expect((await assign(one!, stranger, ofSchool('SCHOOL_ADMIN'))).code).toBe('NOT_FOUND');
    expect((await assign(principal!, neighbour, ofClass())).code).toBe('NOT_FOUND');
    expect((await hub.database.pool.query('select count(*) from staff_assignment')).rows).toEqual(before.rows);
    expect((await assign(one!, neighbour, ofClass())).code).toBeUndefined();
  });
});
