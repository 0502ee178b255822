import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApproveGuardianshipDocument, EndGuardianshipDocument } from '../../../schema/generated/admin.ts';
import {
  aGuardianship,
  aHouseholdGuardian,
  type Given,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { ServiceRole } from '../../../src/domains/identity/index.ts';
import { Guardianship, GuardianshipStatus, HouseholdGuardian, StaffRole } from '../../../src/domains/people/index.ts';
import { serviceToken } from '../../access/callers.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { ASKED, decidedAt, NOT_ASKED, OWN, tiesIn } from './ties.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let teacher: StaffMember;
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  teacher = await scenario.teacher(schoolClass);
});
beforeEach(() => {
  clock = scenario.now;
});
afterAll(async () => {
  clock = scenario.now;
  await expectChecksHold(hub);
  await hub.stop();
});

const { tied, asked, block, unblock, onRecord, childrenOf, toldOf, of, beside } = tiesIn(() => ({
  hub,
  scenario,
  schoolClass,
  teacher,
}));

describe('a block that is taken back gives what was there before, and no more', () => {
  it.each<[string, Omit<Given<Guardianship>, 'guardian' | 'student'>, number]>([
    ['a request that waits is a request that waits', { status: GuardianshipStatus.PENDING, requestedName: '周明' }, 0],
    ['who sees nothing of the data sees nothing', { dataAccess: false }, 0],
    ['a guardian in force is in force', {}, 1],
    [
      'not before the law, first to be called, for a time',
      { legal: false, primaryContact: true, validTo: '2027-06-30', livesApart: true },
      1,
    ],
  ])('%s', async (_, given, children) => {
    const one = await tied(given);
    const before = await onRecord(one);
    expect(await block(one.id)).toEqual([]);
    expect(await onRecord(one)).toMatchObject({ status: 'BLOCKED', data_access: false });
    expect(await childrenOf(one)).toBe(0);
    expect(await unblock(one.id)).toEqual([]);
    expect(await onRecord(one)).toEqual(before);
    expect(await childrenOf(one)).toBe(children);
    expect(await unblock(one.id)).toEqual(['NOT_BLOCKED']);
  });

  it('twice in a row as well', async () => {
    const one = await tied({ status: GuardianshipStatus.PENDING });
    const before = await onRecord(one);
    for (let round = 1; round <= 2; round += 1) {
      expect(await block(one.id)).toEqual([]);
      expect(await block(one.id)).toEqual(['NOT_ACTIVE']);
      expect(await unblock(one.id)).toEqual([]);
    }
    expect(await onRecord(one)).toEqual(before);
  });

  it('a request is decided afterwards as any other', async () => {
    const one = await tied({ status: GuardianshipStatus.PENDING });
    await block(one.id);
    await unblock(one.id);
    const { data } = await hub.ask(ApproveGuardianshipDocument, {
      as: teacher.accountId,
      variables: { input: { guardianshipId: one.id } },
    });
    expect(data?.approveGuardianship.guardianship?.status).toBe('ACTIVE');
    expect(await childrenOf(one)).toBe(1);
  });

  it('what would have run out meanwhile is over', async () => {
    const one = await tied({ validTo: '2026-12-31' });
    await block(one.id);
    clock = scenario.at(60 * 24 * 120);
    expect(await unblock(one.id)).toEqual([]);
    expect(await onRecord(one)).toMatchObject({ status: 'ENDED', valid_to: '2026-12-31', approved_before_block: null });
    expect(await childrenOf(one)).toBe(0);
  });

  it('what ends under a block is over for good', async () => {
    const one = await tied({});
    await block(one.id);
    expect((await hub.ask(EndGuardianshipDocument, asked(one.id))).data?.endGuardianship.guardianship?.status).toBe(
      'ENDED',
    );
    expect(await unblock(one.id)).toEqual(['NOT_BLOCKED']);
    expect(await onRecord(one)).toMatchObject({
      data_access: false,
      approved_before_block: null,
      data_access_before_block: null,
    });
  });

  it('twenty who block and unblock at once leave what was there, or a block that remembers it', async () => {
    const one = await tied({ status: GuardianshipStatus.PENDING });
    const before = await onRecord(one);
    await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? block(one.id) : unblock(one.id))));
    if ((await onRecord(one))['status'] === 'BLOCKED') expect(await unblock(one.id)).toEqual([]);
    expect(await onRecord(one)).toEqual(before);
  });
});

describe("the school's reason for a decision", () => {
  it.each([
    GuardianshipStatus.BLOCKED,
    GuardianshipStatus.ENDED,
    GuardianshipStatus.REJECTED,
    GuardianshipStatus.ACTIVE,
  ])('of one that is %s is read by the staff who see the pupil', async (status) => {
    const { student, id } = await beside(status);
    expect(await toldOf(teacher.accountId, of(student), id)).toMatchObject({
      decisionReason: '校方备注',
      decidedAt: decidedAt.toISOString(),
      decidedBy: {},
      ...ASKED,
    });
  });

  it.each([
    GuardianshipStatus.BLOCKED,
    GuardianshipStatus.ENDED,
    GuardianshipStatus.REJECTED,
    GuardianshipStatus.ACTIVE,
  ])('of one that is %s is never read by the other guardian', async (status) => {
    const { student, other, id } = await beside(status);
    expect(await toldOf(other, of(student), id)).toMatchObject({
      decisionReason: null,
      decidedAt: null,
      decidedBy: null,
      ...NOT_ASKED,
    });
  });

  it('is told to whoever asked and was declined; of a block neither why nor when nor by whom, of an end not why', async () => {
    const [declined, blocked, ended] = [
      await beside(GuardianshipStatus.REJECTED),
      await beside(GuardianshipStatus.BLOCKED),
      await beside(GuardianshipStatus.ENDED),
    ];
    expect(await toldOf(declined.self, OWN, declined.id)).toMatchObject({ decisionReason: '校方备注', ...ASKED });
    expect(await toldOf(blocked.self, OWN, blocked.id)).toEqual({
      id: blocked.id,
      status: 'BLOCKED',
      decisionReason: null,
      decidedAt: null,
      decidedBy: null,
      ...ASKED,
    });
    expect(await toldOf(ended.self, OWN, ended.id)).toMatchObject({
      decisionReason: null,
      decidedAt: decidedAt.toISOString(),
      ...ASKED,
    });
  });

  it('of what a block has become the guardian is told neither when nor by whom: not of one that has ended, nor of one that was taken off', async () => {
    const [ends, lifted, open, ranOut] = [
      await tied({}),
      await tied({}),
      await tied({}),
      await tied({ validTo: '2026-12-31' }),
    ];
    for (const { id } of [ends, lifted, ranOut]) expect(await block(id)).toEqual([]);
    for (const { id } of [ends, open]) await hub.ask(EndGuardianshipDocument, asked(id));
    expect(await unblock(lifted.id)).toEqual([]);
    clock = scenario.at(60 * 24 * 120);
    expect(await unblock(ranOut.id)).toEqual([]);
    const told = async ({ who, id }: typeof ends) => {
      const { status, decidedAt, decidedBy } = (await toldOf(who.parent.accountId, OWN, id))!;
      return [status, decidedAt === null, decidedBy === null];
    };
    expect(await told(ends)).toEqual(['ENDED', true, true]);
    expect(await told(lifted)).toEqual(['ACTIVE', true, true]);
    expect(await told(ranOut)).toEqual(['ENDED', true, true]);
    expect((await told(open)).slice(0, 2)).toEqual(['ENDED', false]);
    expect(await toldOf(teacher.accountId, of(ends.who.students[0]!), ends.id)).toMatchObject({
      decisionReason: '法院裁定',
      decidedAt: expect.any(String),
    });
  });

  it('is not read by a teacher of the class who is the one blocked, nor by one who is the other guardian', async () => {
    const blocked = await beside(GuardianshipStatus.BLOCKED);
    const administrator = async (accountId: string): Promise<StaffMember> => {
      const admin = await scenario.schoolAdmin(school);
      await hub.database.pool.query(
        'update staff_assignment set staff_id = (select stf.id from staff stf join account acc on acc.person_id = stf.person_id where acc.id = $2) where id = $1',
        [admin.assignment.id, accountId],
      );
      return admin;
    };
    const colleague = async (accountId: string): Promise<void> => {
      const teaches = await scenario.teacher(schoolClass, 'SUBJECT_TEACHER');
      await hub.database.pool.query(
        'update staff set person_id = (select person_id from account where id = $2) where id = $1',
        [teaches.staff.id, accountId],
      );
    };
    await colleague(blocked.self);
    await colleague(blocked.other);
    const token = await serviceToken(scenario, await administrator(blocked.other), {
      role: ServiceRole.SCHOOL_ADMIN,
      school,
      granted: [],
    });
    expect(await toldOf(blocked.self, of(blocked.student), blocked.id)).toMatchObject({
      decisionReason: null,
      decidedAt: null,
    });
    expect(await toldOf(blocked.other, of(blocked.student), blocked.id)).toMatchObject({
      decisionReason: null,
      decidedAt: null,
    });
    const { data } = await hub.ask(of(blocked.student).replace('viewer { guardian { id } }', ''), { headers: token });
    expect(data!['student'].guardianships.nodes).toContainEqual(
      expect.objectContaining({ id: blocked.id, decisionReason: null, decidedAt: null, ...NOT_ASKED }),
    );
  });

  it.each([GuardianshipStatus.PENDING, GuardianshipStatus.ACTIVE, GuardianshipStatus.BLOCKED])(
    'on another guardian is not read by a teacher of the class whose own tie is %s',
    async (status) => {
      const [told, mine] = [await beside(GuardianshipStatus.BLOCKED), await family(scenario, [schoolClass])];
      await scenario.staffMember({ role: StaffRole.HOMEROOM_TEACHER, school, schoolClass }, mine.parent);
      expect(await toldOf(mine.parent.accountId, of(told.student), told.id)).toMatchObject({
        decisionReason: '校方备注',
      });
      await scenario.write((put) => {
        put(
          Guardianship,
          aGuardianship({
            guardian: mine.parent.guardian,
            student: told.student,
            status,
            dataAccess: status === GuardianshipStatus.ACTIVE,
            ...(status === GuardianshipStatus.BLOCKED && {
              approvedBeforeBlock: true,
              dataAccessBeforeBlock: true,
              decisionReason: '本人原因',
            }),
          }),
        );
        if (status !== GuardianshipStatus.PENDING)
          put(HouseholdGuardian, aHouseholdGuardian({ household: told.household, guardian: mine.parent.guardian }));
      });
      expect(await toldOf(mine.parent.accountId, of(told.student), told.id)).toMatchObject({
        decisionReason: null,
        decidedAt: null,
        decidedBy: null,
        ...NOT_ASKED,
      });
    },
  );
});
