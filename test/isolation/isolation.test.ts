import { CourseEditionStatus } from '../../src/domains/courses/index.ts';
import { GuardianshipStatus } from '../../src/domains/people/index.ts';
import { PolicyLevel } from '../../src/domains/policy/index.ts';
import { MeetingStatus } from '../../src/domains/meetings/index.ts';
import {
  course,
  families,
  family,
  meeting,
  openShift,
  policyEdition,
  policyLecture,
  scheduledLecture,
  signedUp,
  told,
  type Family,
  type Scenario,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import {
  aParentLecture,
  aStandIn,
  aWaitlistEntry,
  aWaitlistSkip,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../seeds/factories/index.ts';
import {
  ParentLecture,
  ServiceSource,
  StandIn,
  WaitlistEntry,
  WaitlistSkip,
} from '../../src/domains/volunteering/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachableFor } from '../support/crawl.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { past, served } from '../volunteering/service.ts';

/** One school with everything that is private to it, each thing named by its global id. */
interface Place {
  readonly school: SchoolRecord;
  readonly schoolClass: SchoolClassRecord;
  readonly teacher: StaffMember;
  readonly admin: StaffMember;
  readonly families: readonly Family[];
  /** What nobody of another school may reach, district staff and analysts apart. */
  readonly ofTheSchool: readonly string[];
  /** What only the families, their teachers and the school may reach. */
  readonly personal: readonly string[];
  /** What the first parent has been told. */
  readonly notices: readonly string[];
  /** What only the author and the school's administration may reach. */
  readonly drafts: readonly string[];
}

let hub: TestHub;
let scenario: Scenario;
let here: Place;
let there: Place;
let apart: { father: Family; mother: Family; ofTheFather: string[]; ofTheMother: string[] };
const accounts: Record<string, string | undefined> = { guest: undefined };

async function place(gradeNumber: number): Promise<Place> {
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school, gradeNumber);
  const teacher = await scenario.teacher(schoolClass);
  const admin = await scenario.schoolAdmin(school);
  const room = await scenario.room(school);
  const inClass = await families(scenario, 2, [schoolClass], { guardians: 2 });
  const held = await meeting(scenario, teacher, schoolClass, inClass, { attending: 2, room });
  const planned = await meeting(scenario, teacher, schoolClass, [], { status: MeetingStatus.DRAFT });
  const offered = await openShift(scenario, teacher, { school });
  const signup = await signedUp(scenario, offered, inClass[0]!);
  const waits = aWaitlistEntry({
    role: offered.role,
    guardian: inClass[1]!.parent.guardian,
    household: inClass[1]!.household,
  });
  const skip = aWaitlistSkip({ entry: waits });
  const standIn = aStandIn({ signup, expiresAt: offered.shift.startsAt });
  await scenario.write((put, batch) => {
    put(WaitlistEntry, waits);
    put(WaitlistSkip, skip);
    put(StandIn, standIn);
    batch.afterwards('update shift_role set last_sequence = $2 where id = $1', [
      offered.role.id,
      offered.role.lastSequence,
    ]);
  });
  const talk = await scheduledLecture(scenario, teacher, schoolClass, inClass[1]!, {
    startsAt: scenario.at(72 * 60),
    room,
  });
  const proposal = aParentLecture({ schoolClass, guardian: inClass[0]!.parent.guardian });
  await scenario.write((put) => put(ParentLecture, proposal));
  const shiftBefore = await past(scenario, teacher, inClass[0]!, school, -48 * 60);
  const service = await served(scenario, shiftBefore, { source: ServiceSource.SYSTEM_CHECKED });
  const { rows: attendances } = await hub.database.pool.query<{ id: string }>(
    'select id from attendance where signup_id = $1',
    [shiftBefore.signup.id],
  );
  const audience = await scenario.audience({ school });
  const rule = await policyEdition(scenario, ['校内规定'], {
    school,
    level: PolicyLevel.SCHOOL,
    isPublic: false,
    audience,
  });
  const own = await course(scenario, audience, { school, isPublic: false });
  const draft = await course(
    scenario,
    audience,
    { school, isPublic: false, createdBy: teacher.staff },
    { status: CourseEditionStatus.DRAFT },
  );
  const lecture = await policyLecture(scenario, audience, rule.edition, { school, isPublic: false });
  const personal = [
    ...inClass.flatMap((each) => [
      `household_${each.household.id}`,
      ...each.students.map((student) => `student_${student.id}`),
      ...each.memberships.map((membership) => `class-membership_${membership.id}`),
      ...each.guardians.flatMap(({ guardian, guardianships }) => [
        `guardian_${guardian.id}`,
        ...guardianships.map((one) => `guardianship_${one.id}`),
      ]),
    ]),
    ...held.invitations.map((invitation) => `meeting-invitation_${invitation.id}`),
    ...held.replies.map((reply) => `meeting-reply_${reply.id}`),
    `signup_${signup.id}`,
    `signup_${talk.signup.id}`,
    `parent-lecture_${proposal.id}`,
    `waitlist-entry_${waits.id}`,
    `waitlist-skip_${skip.id}`,
    `stand-in_${standIn.id}`,
    `signup_${shiftBefore.signup.id}`,
    `service-record_${service.id}`,
    ...attendances.map((each) => `attendance_${each.id}`),
  ];
  const [notice] = await told(scenario, inClass[0]!.parent.person, [held.meeting]);
  await told(scenario, teacher.person, [held.meeting]);
  return {
    school,
    schoolClass,
    teacher,
    admin,
    families: inClass,
    personal,
    notices: [`notice_${notice!.id}`],
    ofTheSchool: [
      `class_${schoolClass.id}`,
      `room_${room.id}`,
      `meeting_${held.meeting.id}`,
      `volunteer-activity_${offered.activity.id}`,
      `shift_${offered.shift.id}`,
      `shift-role_${offered.role.id}`,
      `policy-document_${rule.document.id}`,
      `policy-edition_${rule.edition.id}`,
      `course_${own.course.id}`,
      `course-edition_${own.edition.id}`,
      `policy-lecture_${lecture.id}`,
      `parent-lecture_${talk.lecture.id}`,
      `shift_${talk.shift.id}`,
    ],
    drafts: [`meeting_${planned.meeting.id}`, `course_${draft.course.id}`, `course-edition_${draft.edition.id}`],
  };
}

beforeAll(async () => {
  hub = await startTestHub({
    variables: {
      MAX_COST_GUEST: '10000000',
      MAX_COST_GUARDIAN: '10000000',
      MAX_COST_STAFF: '10000000',
      MAX_COST_ANALYST: '10000000',
    },
  });
  scenario = await beginScenario(hub);
  here = await place(3);
  there = await place(3);
  const mother = await family(scenario, [here.schoolClass]);
  const father = await family(scenario, [], { students: mother.students });
  const held = await meeting(scenario, here.teacher, here.schoolClass, [mother, father], { attending: 2 });
  apart = {
    mother,
    father,
    ofTheMother: [
      `household_${mother.household.id}`,
      `guardian_${mother.parent.guardian.id}`,
      `meeting-reply_${held.replies[0]!.id}`,
      `meeting-invitation_${held.invitations[0]!.id}`,
    ],
    ofTheFather: [
      `household_${father.household.id}`,
      `guardian_${father.parent.guardian.id}`,
      `meeting-reply_${held.replies[1]!.id}`,
      `meeting-invitation_${held.invitations[1]!.id}`,
    ],
  };
  const blocked = await family(scenario, [there.schoolClass], { guardianship: { status: GuardianshipStatus.BLOCKED } });
  Object.assign(accounts, {
    parent: here.families[0]!.parent.accountId,
    neighbour: here.families[1]!.parent.accountId,
    teacher: here.teacher.accountId,
    'school-admin': here.admin.accountId,
    'grade-head': (await scenario.gradeHead(here.school, 3)).accountId,
    'head-of-another-grade': (await scenario.gradeHead(here.school, 4)).accountId,
    'district-admin': (await scenario.districtAdmin()).accountId,
    analyst: (await scenario.analyst()).accountId,
    blocked: blocked.parent.accountId,
  });
});
afterAll(() => hub.stop());

const crawled = new Map<string, Promise<Set<string>>>();

function reachable(role: string): Promise<Set<string>> {
  const reached = crawled.get(role) ?? reachableFor(hub, accounts[role]);
  crawled.set(role, reached);
  return reached;
}

/** What of `ids` is answered where it is asked for by its very id. */
async function answered(role: string, ids: readonly string[]): Promise<string[]> {
  const { data } = await hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    as: accounts[role],
    variables: { ids },
  });
  return (data!['nodes'] as ({ id: string } | null)[]).flatMap((node) => (node ? [node.id] : []));
}

async function expectNone(role: string, ids: readonly string[]): Promise<void> {
  const reached = await reachable(role);
  expect(ids.filter((id) => reached.has(id))).toEqual([]);
  expect(await answered(role, ids)).toEqual([]);
}

async function expectAll(role: string, ids: readonly string[]): Promise<void> {
  const reached = await reachable(role);
  expect(ids.filter((id) => !reached.has(id))).toEqual([]);
  expect(await answered(role, ids)).toHaveLength(ids.length);
}

describe('another school', () => {
  it.each(['guest', 'parent', 'neighbour', 'teacher', 'school-admin', 'grade-head', 'head-of-another-grade'])(
    'shows nothing to a %s of this one',
    async (role) => {
      await expectNone(role, [...there.ofTheSchool, ...there.personal, ...there.drafts]);
    },
  );

  it('shows its own people all that is theirs', async () => {
    accounts['admin-there'] = there.admin.accountId;
    await expectAll('admin-there', [...there.ofTheSchool, ...there.personal, ...there.drafts]);
    accounts['teacher-there'] = there.teacher.accountId;
    await expectAll('teacher-there', [...there.ofTheSchool, ...there.personal, ...there.drafts]);
  });
});

describe('names and replies of families', () => {
  it.each(['guest', 'district-admin', 'analyst', 'head-of-another-grade', 'blocked'])(
    'are shown to no %s',
    async (role) => {
      await expectNone(role, [...here.personal, ...there.personal]);
    },
  );

  it('are shown to the grade head of their grade, as far as they are of the class', async () => {
    await expectAll(
      'grade-head',
      here.families.flatMap((each) => [
        `household_${each.household.id}`,
        ...each.students.map((student) => `student_${student.id}`),
      ]),
    );
  });

  it('of the family next door are not shown to a parent', async () => {
    const neighbours = here.families[1]!;
    await expectNone('parent', [
      `household_${neighbours.household.id}`,
      ...neighbours.students.map((student) => `student_${student.id}`),
      ...neighbours.guardians.map(({ guardian }) => `guardian_${guardian.id}`),
    ]);
  });

  it('are shown to the family itself', async () => {
    const own = here.families[0]!;
    await expectAll('parent', [
      `household_${own.household.id}`,
      ...own.students.map((student) => `student_${student.id}`),
      ...own.guardians.map(({ guardian }) => `guardian_${guardian.id}`),
    ]);
  });
});

describe('what somebody is told', () => {
  it.each(['guest', 'neighbour', 'teacher', 'school-admin', 'grade-head', 'district-admin', 'analyst', 'blocked'])(
    'is shown to no %s',
    async (role) => {
      await expectNone(role, here.notices);
    },
  );

  it('is counted by nobody else', async () => {
    const count = async (role: string): Promise<unknown> =>
      (await hub.ask('{ viewer { unreadNoticeCount inbox { totalCount } } }', { as: accounts[role] })).data!['viewer'];
    for (const role of ['parent', 'teacher'])
      expect(await count(role), role).toEqual({ unreadNoticeCount: 1, inbox: { totalCount: 1 } });
    for (const role of ['guest', 'neighbour', 'school-admin', 'district-admin', 'analyst'])
      expect(await count(role), role).toEqual({ unreadNoticeCount: 0, inbox: { totalCount: 0 } });
  });

  it('is shown to that person', async () => {
    await expectAll('parent', here.notices);
  });
});

describe('parents who live apart', () => {
  beforeAll(() => {
    accounts['mother'] = apart.mother.parent.accountId;
    accounts['father'] = apart.father.parent.accountId;
  });

  it('both see the child', async () => {
    const child = [`student_${apart.mother.students[0]!.id}`];
    await expectAll('mother', child);
    await expectAll('father', child);
  });

  it('see the own household and what it answered, and nothing of the other', async () => {
    await expectAll('mother', apart.ofTheMother);
    await expectNone('mother', apart.ofTheFather);
    await expectAll('father', apart.ofTheFather);
    await expectNone('father', apart.ofTheMother);
  });
});

describe('a right that ends', () => {
  it.each([GuardianshipStatus.BLOCKED, GuardianshipStatus.ENDED])(
    'shows nothing of the child at the next request: %s',
    async (status) => {
      const leaving = await family(scenario, [there.schoolClass]);
      const [guardianship] = leaving.parent.guardianships;
      const child = `student_${leaving.students[0]!.id}`;
      const look = async () =>
        (
          await hub.ask('query ($id: ID!) { node(id: $id) { id } classes { totalCount } }', {
            as: leaving.parent.accountId,
            variables: { id: child },
          })
        ).data!;
      expect(await look()).toMatchObject({ node: { id: child }, classes: { totalCount: 1 } });
      await hub.database.pool.query(
        `update guardianship set status = $2, decision_reason = $3,
      approved_before_block = case when $2 = 'BLOCKED' then true end, data_access_before_block = case when $2 = 'BLOCKED' then true end where id = $1`,
        [guardianship!.id, status, '测试'],
      );
      expect(await look()).toEqual({ node: null, classes: { totalCount: 0 } });
    },
  );

  it('closes the class to a teacher whose assignment is over', async () => {
    const leaving = await scenario.teacher(there.schoolClass, 'SUBJECT_TEACHER');
    const look = async () =>
      (await hub.ask('{ students { totalCount } }', { as: leaving.accountId })).data!['students']?.totalCount as
        number | undefined;
    expect(await look()).toBeGreaterThan(0);
    await hub.database.pool.query('update staff_assignment set valid_to = $2 where staff_id = $1', [
      leaving.staff.id,
      '2020-12-31',
    ]);
    expect(await look()).toBeUndefined();
  });

  it('closes everything to an account that is shut', async () => {
    const leaving = await family(scenario, [there.schoolClass]);
    await hub.database.pool.query(`update account set status = 'DISABLED' where id = $1`, [leaving.parent.accountId]);
    expect((await hub.ask('{ viewer { signedIn } }', { as: leaving.parent.accountId })).status).toBe(401);
  });
});

describe('figures', () => {
  const FIGURES = `query ($meeting: ID!, $school: ID!) {
    meeting(id: $meeting) { invitedHouseholdCount repliedHouseholdCount replyRate { value } invitations { totalCount } }
    school(id: $school) { studentCount students { totalCount } }
  }`;

  it('of small groups are withheld from analysts, and told to the district', async () => {
    const meetingId = here.ofTheSchool.find((id) => id.startsWith('meeting_'))!;
    const ask = async (role: string) =>
      (
        await hub.ask(FIGURES, {
          as: accounts[role],
          variables: { meeting: meetingId, school: `school_${here.school.id}` },
        })
      ).data!;
    expect(await ask('school-admin')).toMatchObject({
      meeting: {
        invitedHouseholdCount: 2,
        repliedHouseholdCount: 2,
        replyRate: { value: 1 },
        invitations: { totalCount: 2 },
      },
      school: { studentCount: 3 },
    });
    expect(await ask('district-admin')).toEqual({
      meeting: {
        invitedHouseholdCount: 2,
        repliedHouseholdCount: 2,
        replyRate: { value: 1 },
        invitations: { totalCount: 2 },
      },
      school: { studentCount: 3, students: { totalCount: 3 } },
    });
    expect(await ask('analyst')).toEqual({
      meeting: { invitedHouseholdCount: null, repliedHouseholdCount: null, replyRate: null, invitations: null },
      school: { studentCount: null, students: null },
    });
  });

  it('of larger groups are told to analysts as well', async () => {
    const schoolClass = await scenario.schoolClass(here.school, 5);
    const many = await families(scenario, 12, [schoolClass]);
    const teacher = await scenario.teacher(schoolClass);
    const { meeting: held } = await meeting(scenario, teacher, schoolClass, many, { attending: 6 });
    const { data } = await hub.ask(FIGURES, {
      as: accounts['analyst'],
      variables: { meeting: `meeting_${held.id}`, school: `school_${here.school.id}` },
    });
    expect(data!['meeting']).toMatchObject({
      invitedHouseholdCount: 12,
      repliedHouseholdCount: 6,
      replyRate: { value: 1 / 2 },
      invitations: null,
    });
  });
});

describe('places of a role', () => {
  it('are told to who sees the shift, and small groups are withheld from analysts', async () => {
    const roleId = here.ofTheSchool.find((id) => id.startsWith('shift-role_'))!;
    const ask = async (role: string) =>
      (
        await hub.ask(
          'query ($id: ID!) { node(id: $id) { ... on ShiftRole { capacity placesTaken freePlaces confirmedCount fillRate { value } signups { totalCount } } } }',
          { as: accounts[role], variables: { id: roleId } },
        )
      ).data!['node'];
    const told = { capacity: 4, placesTaken: 1, freePlaces: 3, confirmedCount: 1, fillRate: { value: 0.25 } };
    expect(await ask('parent')).toEqual({ ...told, signups: null });
    expect(await ask('neighbour')).toEqual({ ...told, signups: null });
    expect(await ask('district-admin')).toEqual({ ...told, signups: { totalCount: 1 } });
    expect(await ask('analyst')).toEqual({
      capacity: 4,
      placesTaken: null,
      freePlaces: null,
      confirmedCount: null,
      fillRate: null,
      signups: null,
    });
  });
});

describe('the crawler of this test', () => {
  it('bites: it reaches what a role may see, and would find a leak', async () => {
    await expect(expectNone('parent', [`student_${here.families[0]!.students[0]!.id}`])).rejects.toThrow();
  });
});
