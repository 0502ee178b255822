import { GuardianshipStatus } from '../../src/domains/people/index.ts';
import { families, family, meeting, type Scenario } from '../../seeds/scenario/index.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';
import { parentsApart, type Apart } from './apart.ts';
import { place, type Place } from './place.ts';
import { Reach } from './reach.ts';

let hub: TestHub;
let scenario: Scenario;
let here: Place;
let there: Place;
let apart: Apart;
let reach: Reach;
const accounts: Record<string, string | undefined> = { guest: undefined };

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
  reach = new Reach(hub, accounts);
  here = await place(scenario, 3);
  there = await place(scenario, 3, { first: false });
  apart = await parentsApart(scenario, here);
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

describe('another school', () => {
  it.each(['guest', 'parent', 'neighbour', 'teacher', 'school-admin', 'grade-head', 'head-of-another-grade'])(
    'shows nothing to a %s of this one',
    async (role) => {
      await reach.expectNone(role, [...there.ofTheSchool, ...there.personal, ...there.drafts]);
    },
  );

  it('shows its own people all that is theirs', async () => {
    accounts['admin-there'] = there.admin.accountId;
    await reach.expectAll('admin-there', [...there.ofTheSchool, ...there.personal, ...there.drafts]);
    accounts['teacher-there'] = there.teacher.accountId;
    await reach.expectAll('teacher-there', [...there.ofTheSchool, ...there.personal, ...there.drafts]);
  });
});

describe('names and replies of families', () => {
  it.each(['guest', 'district-admin', 'analyst', 'head-of-another-grade', 'blocked'])(
    'are shown to no %s',
    async (role) => {
      await reach.expectNone(role, [...here.personal, ...there.personal]);
    },
  );

  it('are shown to the grade head of their grade, as far as they are of the class', async () => {
    await reach.expectAll(
      'grade-head',
      here.families.flatMap((each) => [
        `household_${each.household.id}`,
        ...each.students.map((student) => `student_${student.id}`),
      ]),
    );
  });

  it('of the family next door are not shown to a parent', async () => {
    const neighbours = here.families[1]!;
    await reach.expectNone('parent', [
      `household_${neighbours.household.id}`,
      ...neighbours.students.map((student) => `student_${student.id}`),
      ...neighbours.guardians.map(({ guardian }) => `guardian_${guardian.id}`),
    ]);
  });

  it('are shown to the family itself', async () => {
    const own = here.families[0]!;
    await reach.expectAll('parent', [
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
      await reach.expectNone(role, here.notices);
    },
  );

  it('is counted by nobody else', async () => {
    const count = async (role: string): Promise<unknown> =>
      (await hub.ask('{ viewer { unreadNoticeCount inbox { totalCount } } }', { as: accounts[role] })).data!['viewer'];
    const told = here.notices.length;
    expect(await count('parent')).toEqual({ unreadNoticeCount: told, inbox: { totalCount: told } });
    expect(await count('teacher')).toEqual({ unreadNoticeCount: 1, inbox: { totalCount: 1 } });
    for (const role of ['guest', 'neighbour', 'school-admin', 'district-admin', 'analyst'])
      expect(await count(role), role).toEqual({ unreadNoticeCount: 0, inbox: { totalCount: 0 } });
  });

  it('is shown to that person', async () => {
    await reach.expectAll('parent', here.notices);
  });
});

describe('parents who live apart', () => {
  beforeAll(() => {
    accounts['mother'] = apart.mother.parent.accountId;
    accounts['father'] = apart.father.parent.accountId;
  });

  it('both see the child', async () => {
    const child = [`student_${apart.mother.students[0]!.id}`];
    await reach.expectAll('mother', child);
    await reach.expectAll('father', child);
  });

  it('see the own household and what it answered, and nothing of the other', async () => {
    await reach.expectAll('mother', apart.ofTheMother);
    await reach.expectNone('mother', apart.ofTheFather);
    await reach.expectAll('father', apart.ofTheFather);
    await reach.expectNone('father', apart.ofTheMother);
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
    await hub.database.pool.query('update staff_assignment set last_day_given = $2 where staff_id = $1', [
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
    await expect(reach.expectNone('parent', [`student_${here.families[0]!.students[0]!.id}`])).rejects.toThrow();
  });
});
