import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  CreateServiceTokenDocument,
  EndAssignmentDocument,
  ReleaseStaffDocument,
  RevokeServiceTokenDocument,
  TakeOverServiceTokenDocument,
} from '../../schema/generated/admin.ts';
import type { SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked } from '../support/mutations.ts';
import { bearer } from '../support/signed-in.ts';
import { whileHeld } from '../people/while-held.ts';
import { beginScenario } from '../support/world.ts';

const DAY = 86_400_000;

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let child: Family;
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({
    clock: () => clock,
    variables: { COMPILED_QUERIES: 'frequent', COMPILED_QUERIES_AFTER: '1' },
  });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  school = await scenario.school();
  child = await family(scenario, [await scenario.schoolClass(school)]);
  await scenario.districtAdmin();
});
beforeEach(() => {
  clock = scenario.now;
});
afterAll(async () => {
  clock = scenario.now;
  await expectChecksHold(hub);
  await hub.stop();
});

interface Made {
  readonly id: string;
  readonly secret: string | null;
}

async function make(maker: StaffMember, role: string, permissions: string[] = []): Promise<Made> {
  const ofSchool = role === 'SCHOOL_ADMIN' && { schoolId: `school_${school.id}` };
  const { payload, codes } = await asked(hub, CreateServiceTokenDocument, maker.accountId, {
    name: '看板',
    role,
    districtId: `district_${scenario.district.id}`,
    permissions,
    validDays: 300,
    ...ofSchool,
  });
  expect(codes).toEqual([]);
  return { id: (payload!['serviceToken'] as { id: string }).id, secret: payload!['secret'] as string | null };
}

const statusOf = async ({ secret }: Made): Promise<number> =>
  (await hub.ask('{ viewer { signedIn } }', { headers: bearer(secret!) })).status;
const standing = async ({ id }: Made, as: StaffMember): Promise<unknown> => {
  const { data } = await hub.ask(
    'query ($id: ID!) { node(id: $id) { ... on ServiceToken { active standing restsOn { endedAt endedBy { id } } } } }',
    { as: as.accountId, variables: { id } },
  );
  return data!['node'];
};
const end = (who: StaffMember, by: StaffMember) =>
  asked(hub, EndAssignmentDocument, by.accountId, { assignmentId: `staff-assignment_${who.assignment.id}` });
/** The token with its new secret. */
const takeOver = async (token: Made, by: StaffMember): Promise<Made> => {
  const { payload, codes } = await asked(hub, TakeOverServiceTokenDocument, by.accountId, { serviceTokenId: token.id });
  expect(codes).toEqual([]);
  return { id: token.id, secret: payload!['secret'] as string };
};
const refusalOfTakeOver = async (token: Made, by: StaffMember) => {
  const { payload, codes, refused } = await asked(hub, TakeOverServiceTokenDocument, by.accountId, {
    serviceTokenId: token.id,
  });
  expect(payload?.['secret'] ?? null).toBeNull();
  return codes?.[0] ?? refused;
};

type Loss = (maker: StaffMember, other: StaffMember) => Promise<unknown>;
const LOSSES: readonly (readonly [string, Loss])[] = [
  ['ends their role', async (maker, other) => expect((await end(maker, other)).codes).toEqual([])],
  [
    'shuts their account',
    (maker) => hub.database.pool.query(`update account set status = 'DISABLED' where id = $1`, [maker.accountId]),
  ],
  [
    'lets the last day of their role pass',
    async (maker) => {
      await hub.database.pool.query('update staff_assignment set last_day_given = $2 where id = $1', [
        maker.assignment.id,
        scenario.now,
      ]);
      clock = new Date(scenario.now.getTime() + DAY);
    },
  ],
];
const ROLES = ['DISTRICT_ADMIN', 'ANALYST', 'SCHOOL_ADMIN'] as const;

describe('a service token does not outlive the right of its maker', () => {
  it.each(ROLES.flatMap((role) => LOSSES.map(([how, lose]) => [role, how, lose] as const)))(
    '%s: good for nothing at the next request after somebody %s',
    async (role, _how, lose) => {
      const administrator = (): Promise<StaffMember> =>
        role === 'SCHOOL_ADMIN' ? scenario.schoolAdmin(school) : scenario.districtAdmin();
      const [maker, other] = [await administrator(), await administrator()];
      const token = await make(maker, role);
      expect(await statusOf(token)).toBe(200);
      await lose(maker, other);
      const { result, statements } = await hub.statementsOf(() => statusOf(token));
      expect(result).toBe(401);
      expect(statements).toHaveLength(1);
      expect(await standing(token, other)).toMatchObject({ active: false, standing: 'ENDED' });
      // Another administrator who holds as much takes it over, and its client goes on with a new secret: the old one is in the hands of who is gone.
      const taken = await takeOver(token, other);
      expect(await statusOf(token)).toBe(401);
      expect(await statusOf(taken)).toBe(200);
      expect(await standing(token, other)).toMatchObject({ active: true, standing: 'ACTIVE' });
    },
  );

  it('tells on record who ended the role, and does not come to life again with a new one', async () => {
    const [maker, other] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(school)];
    const token = await make(maker, 'SCHOOL_ADMIN');
    await end(maker, other);
    expect(await standing(token, other)).toEqual({
      active: false,
      standing: 'ENDED',
      restsOn: { endedAt: clock.toISOString(), endedBy: { id: `staff_${other.staff.id}` } },
    });
    await hub.database.pool.query(
      `insert into staff_assignment (id, staff_id, role, district_id, school_id, valid_from) values (gen_random_uuid(), $1, 'SCHOOL_ADMIN', $2, $3, '2020-01-01')`,
      [maker.staff.id, scenario.district.id, school.id],
    );
    expect(await statusOf(token)).toBe(401);
  });
});

describe('the token of a school', () => {
  it('is made by its administrator, who sees pupils, and reads what they do', async () => {
    const token = await make(await scenario.schoolAdmin(school), 'SCHOOL_ADMIN', ['people.student.enrol']);
    const { data } = await hub.ask('{ viewer { permissions } students(first: 5) { nodes { id } } }', {
      headers: bearer(token.secret!),
    });
    expect(data).toMatchObject({
      viewer: { permissions: ['people.student.enrol'] },
      students: { nodes: child.students.map(({ id }) => ({ id: `student_${id}` })) },
    });
  });

  it('made by the district, which sees no pupil, is good for nothing until an administrator of the school takes it over', async () => {
    const district = await scenario.districtAdmin();
    const token = await make(district, 'SCHOOL_ADMIN', ['people.student.enrol']);
    expect(await standing(token, district)).toMatchObject({ active: false, standing: 'WAITING' });
    // The district is told no secret that would read the pupils of the school once somebody there has taken it over.
    expect(token.secret).toBeNull();
    expect(await refusalOfTakeOver(token, district)).toBe('MORE_THAN_YOURS');
    expect(await refusalOfTakeOver(token, await scenario.schoolAdmin(await scenario.school()))).toBe('NOT_FOUND');
    const principal = await scenario.schoolAdmin(school);
    const taken = await takeOver(token, principal);
    expect(await statusOf(taken)).toBe(200);
    await end(principal, district);
    expect(await statusOf(taken)).toBe(401);
  });

  it('is taken over by one of two at a moment: the other is told so, and the secret that was told is good', async () => {
    const token = await make(await scenario.districtAdmin(), 'SCHOOL_ADMIN');
    const both = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(school)] as const;
    const answers = await Promise.all(
      both.map((by) => asked(hub, TakeOverServiceTokenDocument, by.accountId, { serviceTokenId: token.id })),
    );
    expect(answers.map(({ codes }) => codes?.join()).sort()).toEqual(['', 'CONFLICT']);
    const [first, second] = answers[0]!.codes!.length === 0 ? ([0, 1] as const) : ([1, 0] as const);
    const taken = { id: token.id, secret: answers[first]!.payload!['secret'] as string };
    expect(await statusOf(taken)).toBe(200);
    // Whose answer was lost is told another one; and a while later it is meant.
    const again = await takeOver(token, both[first]);
    expect([await statusOf(taken), await statusOf(again)]).toEqual([401, 200]);
    clock = new Date(scenario.now.getTime() + 300_000);
    expect(await statusOf(await takeOver(token, both[second]))).toBe(200);
  });

  it('is taken over where the role that it rested on has ended while that waited for it', async () => {
    const [first, other] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(school)];
    const token = await make(await scenario.districtAdmin(), 'SCHOOL_ADMIN');
    await takeOver(token, first);
    expect(await refusalOfTakeOver(token, other)).toBe('CONFLICT');
    const [taken] = await whileHeld(
      hub.database,
      'select 1 from service_token where id = $1 for no key update',
      [token.id.replace('service-token_', '')],
      [() => takeOver(token, other)],
      () => end(first, other),
    );
    expect(await statusOf(taken!)).toBe(200);
  });

  it('taken over has a new secret, by which alone pupils are read: not by the one that whoever made it still holds, by either executor', async () => {
    const [maker, other] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(school)];
    const token = await make(maker, 'SCHOOL_ADMIN');
    const pupils = async ({ secret }: Made) => {
      const { status, data } = await hub.ask('{ students(first: 5) { nodes { name studentNumber } } }', {
        headers: bearer(secret!),
      });
      return { status, pupils: (data?.['students'] as { nodes: unknown[] } | undefined)?.nodes.length };
    };
    // Asked for often enough to be planned, and its viewer remembered.
    for (let times = 0; times < 3; times += 1)
      expect(await pupils(token)).toEqual({ status: 200, pupils: child.students.length });
    await end(maker, other);
    const taken = await takeOver(token, other);
    expect(await pupils(token)).toEqual({ status: 401, pupils: undefined });
    expect(await pupils(taken)).toEqual({ status: 200, pupils: child.students.length });
    // Whoever holds it may have it renewed as often as they like.
    const renewed = await takeOver(taken, other);
    expect([await pupils(taken), await pupils(renewed)]).toMatchObject([{ status: 401 }, { status: 200 }]);
    const { rows } = await hub.database.pool.query<{ all: string }>(
      `select (select json_agg(r) from audit_record r)::text || coalesce((select json_agg(c) from idempotent_call c)::text, '') as all`,
    );
    expect(rows[0]!.all).not.toContain(taken.secret!.slice(-43));
  });
});

describe('a service token that rests on nobody any more', () => {
  const asksFor = async ({ id }: Made, all: readonly StaffMember[]): Promise<boolean[]> =>
    Promise.all(
      all.map(async ({ accountId }) =>
        (
          (
            await hub.ask(
              '{ viewer { inbox(first: 50, where: { kind: { eq: "identity.token-waits" } }) { nodes { about { id } } } } }',
              { as: accountId },
            )
          ).data!['viewer'].inbox.nodes as { about: { id: string } | null }[]
        ).some(({ about }) => about?.id === id),
      ),
    );

  it('is told to those who may take it over, until one has, or it is revoked', async () => {
    const [maker, other] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(school)];
    const [district, second] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
    const all = [maker, other, district, second];
    const [ofSchool, ofDistrict] = [await make(maker, 'SCHOOL_ADMIN'), await make(second, 'DISTRICT_ADMIN')];
    expect([await asksFor(ofSchool, all), await asksFor(ofDistrict, all)]).toEqual(
      Array(2).fill([false, false, false, false]),
    );
    const { codes } = await asked(hub, ReleaseStaffDocument, district.accountId, {
      staffId: `staff_${maker.staff.id}`,
    });
    expect(codes).toEqual([]);
    expect((await end(second, district)).codes).toEqual([]);
    expect(await asksFor(ofSchool, all)).toEqual([false, true, false, false]);
    expect(await asksFor(ofDistrict, all)).toEqual([false, false, true, false]);
    await takeOver(ofSchool, other);
    expect(await asksFor(ofSchool, all)).toEqual([false, false, false, false]);
    await asked(hub, RevokeServiceTokenDocument, district.accountId, { serviceTokenId: ofDistrict.id });
    expect(await asksFor(ofDistrict, all)).toEqual([false, false, false, false]);
  });

  it('nor on anybody yet: those of the school are asked, from the moment at which there is somebody', async () => {
    const [district, other] = [await scenario.districtAdmin(), await scenario.schoolAdmin(school)];
    const token = await make(district, 'SCHOOL_ADMIN');
    expect(await asksFor(token, [district, other])).toEqual([false, true]);
  });
});
