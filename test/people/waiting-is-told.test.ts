import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ApproveGuardianshipDocument,
  ApproveRoleRequestsDocument,
  AssignRoleDocument,
  BlockGuardianDocument,
  EndEnrolmentsDocument,
  EndGuardianshipDocument,
  EnrolStudentsDocument,
  IssueBindingCodesDocument,
  RejectGuardianshipDocument,
  RejectRoleRequestsDocument,
  TransferStudentDocument,
  UnblockGuardianDocument,
  WithdrawRoleRequestDocument,
} from '../../schema/generated/admin.ts';
import { BindChildDocument } from '../../schema/generated/mini-program.ts';
import {
  aClassMembership,
  aStudent,
  type SchoolClassRecord,
  type SchoolRecord,
  type StudentRecord,
} from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { ClassMembership, Student } from '../../src/domains/people/index.ts';
import { shanghaiDay } from '../../src/platform/calendar/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let clock: Date;
let [one, two, three]: StaffMember[] = [];
let [principal, deputy, teacher]: StaffMember[] = [];

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [one, two, three] = [await scenario.districtAdmin(), await scenario.districtAdmin(), await scenario.districtAdmin()];
  [principal, deputy, teacher] = [
    await scenario.schoolAdmin(school),
    await scenario.schoolAdmin(school),
    await scenario.teacher(schoolClass),
  ];
});
beforeEach(() => {
  clock = scenario.now;
});
afterAll(async () => {
  clock = scenario.now;
  await expectChecksHold(hub);
  await hub.stop();
});

interface Somebody {
  readonly accountId: string;
}

/** Kinds of notices about the thing that somebody is shown, the latest first. */
async function told(who: Somebody, about: string): Promise<string[]> {
  const token = await hub.hub.tokens.sign(who.accountId, 90 * 86_400);
  const { data } = await hub.ask('{ viewer { inbox(first: 100) { nodes { kind about { id } } } } }', {
    headers: { authorization: `Bearer ${token}` },
  });
  return (data!['viewer'].inbox.nodes as { kind: string; about: { id: string } | null }[])
    .filter((each) => each.about?.id === about)
    .map(({ kind }) => kind);
}

async function done(document: Parameters<typeof asked>[1], by: Somebody, input: Asked) {
  const { payload, codes, refused } = await asked(hub, document, by.accountId, input);
  expect([codes, refused]).toEqual([[], undefined]);
  return payload!;
}

describe('a role that takes a second administrator', () => {
  const ANALYST: Asked = { role: 'ANALYST' };
  async function ask(by: StaffMember, whom: StaffMember, role: Asked): Promise<string> {
    const payload = await done(AssignRoleDocument as never, by, { staffId: `staff_${whom.staff.id}`, ...role });
    return (payload['request'] as { id: string }).id;
  }
  const ofDistrict = (): Asked => ({ ...ANALYST, districtId: `district_${scenario.district.id}` });
  const named = (): Promise<StaffMember> => scenario.staffMember({ role: 'LECTURER', school });

  it('is told once to those who may approve it, and to nobody else; approved, to who asked and who is named, and waits for nobody', async () => {
    const whom = await named();
    const request = await ask(one!, whom, ofDistrict());
    for (const who of [two!, three!]) expect(await told(who, request)).toEqual(['people.role-asked']);
    for (const who of [one!, whom, principal!]) expect(await told(who, request)).toEqual([]);
    await done(ApproveRoleRequestsDocument as never, two!, { requestIds: [request] });
    for (const who of [two!, three!]) expect(await told(who, request)).toEqual([]);
    for (const who of [one!, whom]) expect(await told(who, request)).toEqual(['people.role-approved']);
  });

  it('declined, taken back or let run out: who asked is told, but for what they did themselves, and it waits for nobody', async () => {
    const [declined, back, late] = [
      await ask(one!, await named(), ofDistrict()),
      await ask(one!, await named(), ofDistrict()),
      await ask(one!, await named(), ofDistrict()),
    ];
    await done(RejectRoleRequestsDocument as never, two!, { requestIds: [declined], reason: '暂不需要' });
    await done(WithdrawRoleRequestDocument as never, one!, { requestId: back });
    expect([await told(one!, declined), await told(one!, back), await told(three!, late)]).toEqual([
      ['people.role-rejected'],
      [],
      ['people.role-asked'],
    ]);
    clock = new Date(scenario.now.getTime() + 31 * 86_400_000);
    await hub.hub.runJob('people.expire-role-requests');
    expect(await told(one!, late)).toEqual(['people.role-expired']);
    for (const request of [declined, back, late]) expect(await told(three!, request)).toEqual([]);
  });

  it('at a school, asked for by an administrator for themselves: the other one is told, and the district', async () => {
    const request = await ask(principal!, principal!, { role: 'HOMEROOM_TEACHER', classId: `class_${schoolClass.id}` });
    for (const who of [deputy!, one!]) expect(await told(who, request)).toEqual(['people.role-asked']);
    for (const who of [principal!, teacher!]) expect(await told(who, request)).toEqual([]);
    await done(RejectRoleRequestsDocument as never, deputy!, { requestIds: [request], reason: '已有班主任' });
    expect([await told(principal!, request), await told(one!, request)]).toEqual([['people.role-rejected'], []]);
  });
});

describe('a guardianship that somebody asks for', () => {
  async function bound(
    where = schoolClass,
    by = teacher!,
  ): Promise<{ parent: Somebody; tie: string; student: StudentRecord }> {
    const student = aStudent({ school });
    await scenario.write((put) => {
      put(Student, student);
      put(ClassMembership, aClassMembership({ schoolClass: where, student }));
    });
    const issued = await done(IssueBindingCodesDocument as never, by, { studentIds: [`student_${student.id}`] });
    const [{ code }] = issued['issued'] as [{ code: string }];
    const { parent } = await family(scenario, []);
    const payload = await done(BindChildDocument as never, parent, { code, relation: 'FATHER', name: '测试家长' });
    return { parent, student, tie: (payload['guardianship'] as { id: string }).id };
  }

  it('is told to whoever heads the class; what became of it to who asked, but for a block', async () => {
    const [approved, declined, blocked] = [await bound(), await bound(), await bound()];
    for (const { tie } of [approved, declined, blocked]) {
      expect(await told(teacher!, tie)).toEqual(['people.guardianship-asked']);
      expect(await told(principal!, tie)).toEqual([]);
    }
    const waiting = async (who: Somebody) =>
      (
        await hub.ask('query ($id: ID!) { school(id: $id) { pendingGuardianshipCount } }', {
          as: who.accountId,
          variables: { id: `school_${school.id}` },
        })
      ).data!['school'].pendingGuardianshipCount as number | null;
    const elsewhere = await scenario.teacher(await scenario.schoolClass(school));
    // Whoever has one class of several would be told a part as if it were the whole.
    expect([await waiting(principal!), await waiting(elsewhere)]).toEqual([3, null]);
    await done(ApproveGuardianshipDocument as never, teacher!, { guardianshipId: approved.tie });
    await done(RejectGuardianshipDocument as never, teacher!, { guardianshipId: declined.tie, reason: '信息不符' });
    await done(BlockGuardianDocument as never, principal!, { guardianshipId: blocked.tie, reason: '学校的原因' });
    for (const { tie } of [approved, declined, blocked]) expect(await told(teacher!, tie)).toEqual([]);
    expect(await told(approved.parent, approved.tie)).toEqual(['people.guardianship-approved']);
    expect(await told(declined.parent, declined.tie)).toEqual(['people.guardianship-rejected']);
    expect(await told(blocked.parent, blocked.tie)).toEqual([]);
  });

  it('waits no more, from the next day on, for whose role in the class a day has ended, though they teach another there', async () => {
    const [mine, other] = [await scenario.schoolClass(school), await scenario.schoolClass(school)];
    const head = await scenario.teacher(mine);
    await done(AssignRoleDocument as never, principal!, {
      staffId: `staff_${head.staff.id}`,
      role: 'SUBJECT_TEACHER',
      classId: `class_${other.id}`,
      subject: '数学',
    });
    const { tie } = await bound(mine, head);
    const toDo = async () =>
      (
        await hub.ask('{ viewer { tasks { totalCount } } }', {
          headers: { authorization: `Bearer ${await hub.hub.tokens.sign(head.accountId, 90 * 86_400)}` },
        })
      ).data!['viewer'].tasks.totalCount as number;
    expect([await told(head, tie), await toDo()]).toEqual([['people.guardianship-asked'], 1]);
    await hub.database.pool.query('update staff_assignment set last_day_given = $2, valid_to = $2 where id = $1', [
      head.assignment.id,
      shanghaiDay(clock),
    ]);
    clock = new Date(clock.getTime() + 86_400_000);
    expect([await told(head, tie), await toDo()]).toEqual([[], 0]);
  });

  it('that was approved and is ended by the school is told to whoever had it, without the child: to nobody else, and to nobody who was blocked until then', async () => {
    const [ended, blocked, kept] = [await bound(), await bound(), await bound()];
    for (const { tie } of [ended, blocked, kept])
      await done(ApproveGuardianshipDocument as never, teacher!, { guardianshipId: tie });
    await done(BlockGuardianDocument as never, principal!, { guardianshipId: blocked.tie, reason: '学校的原因' });
    for (const { tie } of [ended, blocked])
      await done(EndGuardianshipDocument as never, principal!, { guardianshipId: tie, reason: '学校的原因' });
    // Of what they have no more nothing is shown but that it is over.
    expect(await told(ended.parent, ended.tie)).toEqual(['people.guardianship-ended']);
    expect(await told(blocked.parent, blocked.tie)).toEqual([]);
    expect(await told(kept.parent, kept.tie)).toEqual(['people.guardianship-approved']);
    for (const who of [teacher!, principal!, kept.parent]) expect(await told(who, ended.tie)).toEqual([]);
    for (const [language, words] of [
      ['zh-CN', '学校已结束您的一项监护关系,如有疑问请联系学校。'],
      ['en', 'The school has ended a guardianship of yours: ask the school if you have any questions.'],
    ] as const) {
      const { data } = await hub.ask('{ viewer { inbox(first: 5) { nodes { kind title body } } } }', {
        as: ended.parent.accountId,
        headers: { 'accept-language': language },
      });
      const [notice, ...others] = data!['viewer'].inbox.nodes as { title: string; body: string }[];
      expect([notice!.body, others]).toEqual([words, []]);
      for (const secret of [ended.student.name, schoolClass.name, school.name, '学校的原因'])
        expect(`${notice!.title} ${notice!.body}`).not.toContain(secret);
    }
  });

  /** Of what somebody is shown, or has yet to read, how many ask them to decide, whether they may see what about or not. */
  async function waitFor(who: Somebody): Promise<number> {
    const { data } = await hub.ask('{ viewer { inbox(first: 100) { nodes { kind } } } }', { as: who.accountId });
    return (data!['viewer'].inbox.nodes as { kind: string }[]).filter(
      ({ kind }) => kind === 'people.guardianship-asked',
    ).length;
  }

  it('that waits again after a block was undone is told again, as often as that happens, and waits for nobody once it is decided', async () => {
    const { tie } = await bound();
    for (let times = 0; times < 3; times += 1) {
      expect(await told(teacher!, tie)).toEqual(['people.guardianship-asked']);
      await done(BlockGuardianDocument as never, principal!, { guardianshipId: tie, reason: '误操作' });
      expect(await told(teacher!, tie)).toEqual([]);
      await done(UnblockGuardianDocument as never, principal!, { guardianshipId: tie, reason: '更正' });
    }
    expect(await told(teacher!, tie)).toEqual(['people.guardianship-asked']);
    await done(ApproveGuardianshipDocument as never, teacher!, { guardianshipId: tie });
    expect(await told(teacher!, tie)).toEqual([]);
  });

  it('goes with the pupil to another school: its teacher is told, and it waits for nobody where the pupil was, but where they come back', async () => {
    const there = await scenario.schoolClass(await scenario.school());
    const newTeacher = await scenario.teacher(there);
    const before = await waitFor(teacher!);
    const { tie, student } = await bound();
    const moves = (to: SchoolClassRecord) =>
      done(TransferStudentDocument as never, one!, { studentNumber: student.studentNumber, classId: `class_${to.id}` });
    await moves(there);
    expect([await told(newTeacher, tie), await waitFor(teacher!)]).toEqual([['people.guardianship-asked'], before]);
    await moves(schoolClass);
    expect([await told(teacher!, tie), await waitFor(newTeacher)]).toEqual([['people.guardianship-asked'], 0]);
    await moves(there);
    await done(ApproveGuardianshipDocument as never, newTeacher, { guardianshipId: tie });
    expect([await waitFor(newTeacher), await waitFor(teacher!)]).toEqual([0, before]);
  });

  it('for a pupil who has left waits for nobody, and again where they have not', async () => {
    const { tie, student } = await bound();
    await done(EndEnrolmentsDocument as never, principal!, {
      studentIds: [`student_${student.id}`],
      leaving: 'TRANSFERRED_OUT',
    });
    expect(await told(teacher!, tie)).toEqual([]);
    await done(EnrolStudentsDocument as never, principal!, {
      classId: `class_${schoolClass.id}`,
      rows: [{ name: student.name, studentNumber: student.studentNumber }] as never,
    });
    expect(await told(teacher!, tie)).toEqual(['people.guardianship-asked']);
  });
});
