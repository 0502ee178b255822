import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ApproveGuardianshipDocument,
  BlockGuardianDocument,
  EndGuardianshipDocument,
  IssueBindingCodesDocument,
  PendingGuardianshipsDocument,
  RejectGuardianshipDocument,
  RevokeBindingCodeDocument,
  UnblockGuardianDocument,
} from '../../schema/generated/admin.ts';
import { BindChildDocument, MyGuardianshipsDocument } from '../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord, StudentRecord } from '../../seeds/factories/index.ts';
import { aClassMembership, aStudent } from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { ClassMembership, Student } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';

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
  await expectChecksHold(hub);
  await hub.stop();
});

interface Somebody {
  readonly accountId: string;
}

async function newPupil(): Promise<StudentRecord> {
  const student = aStudent({ school });
  await scenario.write((put) => {
    put(Student, student);
    put(ClassMembership, aClassMembership({ schoolClass, student }));
  });
  return student;
}

/** Somebody who has signed in and is bound to nobody. */
const newcomer = async (): Promise<Somebody> => (await family(scenario, [])).parent;

async function codesFor(students: readonly StudentRecord[], more: object = {}, as: Somebody = teacher) {
  const answer = await hub.ask(IssueBindingCodesDocument, {
    as: as.accountId,
    variables: { input: { studentIds: students.map(({ id }) => `student_${id}`), ...more } },
  });
  return { ...answer, codes: answer.data?.issueBindingCodes.issued?.map(({ code }) => code) ?? [] };
}

async function bind(who: Somebody, code: string, more: object = {}) {
  const answer = await hub.ask(BindChildDocument, {
    as: who.accountId,
    variables: { input: { code, relation: 'FATHER', name: '测试家长', ...more } },
  });
  return {
    ...answer,
    id: answer.data?.bindChild.guardianship?.id ?? '',
    codes: answer.data?.bindChild.userErrors.map(({ code: each }) => each),
  };
}

async function approve(guardianshipId: string, more: object = {}, as: Somebody = teacher) {
  const answer = await hub.ask(ApproveGuardianshipDocument, {
    as: as.accountId,
    variables: { input: { guardianshipId, ...more } },
  });
  return {
    ...answer,
    status: answer.data?.approveGuardianship.guardianship?.status,
    codes: answer.data?.approveGuardianship.userErrors.map(({ code }) => code),
  };
}

async function childrenOf(who: Somebody): Promise<string[]> {
  const { data } = await hub.ask('{ viewer { guardian { children(first: 20) { nodes { id } } } } }', {
    as: who.accountId,
  });
  return (data!['viewer'].guardian?.children.nodes ?? []).map(({ id }: { id: string }) => id) as string[];
}

const householdsOf = async (student: StudentRecord): Promise<{ household: string; guardians: number }[]> =>
  (
    await hub.database.pool.query(
      `select hs.household_id as household, (select count(*)::int from household_guardian hg where hg.household_id = hs.household_id) as guardians
    from household_student hs where hs.student_id = $1`,
      [student.id],
    )
  ).rows as { household: string; guardians: number }[];

describe('a guardian binds to a child', () => {
  it('by a code, once the homeroom teacher approves; the child is seen then and not before', async () => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const {
      codes: [code],
    } = await codesFor([pupil]);
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const asked = await bind(parent, code!.toLowerCase().replaceAll('-', ' '));
    expect(asked.codes).toEqual([]);
    expect(await childrenOf(parent)).toEqual([]);
    expect(
      (await hub.ask(MyGuardianshipsDocument, { as: parent.accountId })).data?.viewer.guardian?.guardianships?.nodes,
    ).toMatchObject([{ status: 'PENDING', student: null }]);
    const pending = await hub.ask(PendingGuardianshipsDocument, {
      as: teacher.accountId,
      variables: { id: `class_${schoolClass.id}` },
    });
    expect(pending.data?.schoolClass?.pendingGuardianships?.nodes).toMatchObject([
      { id: asked.id, requestedName: '测试家长' },
    ]);
    expect((await approve(asked.id)).status).toBe('ACTIVE');
    expect(await childrenOf(parent)).toEqual([`student_${pupil.id}`]);
    expect(await householdsOf(pupil)).toHaveLength(1);
  });

  it('a code is good once, whoever of twenty is first', async () => {
    const pupil = await newPupil();
    const {
      codes: [code],
    } = await codesFor([pupil]);
    const parents = await Promise.all(Array.from({ length: 20 }, newcomer));
    const answers = await Promise.all(parents.map((parent) => bind(parent, code!)));
    expect(answers.filter(({ codes }) => codes?.length === 0)).toHaveLength(1);
    expect(answers.filter(({ codes }) => codes?.[0] === 'CODE_INVALID')).toHaveLength(19);
  });

  it('the second guardian joins the household of the first; who lives apart has one of their own; a third household there is not', async () => {
    const pupil = await newPupil();
    const join = async (more: object = {}, approval: object = {}) => {
      const parent = await newcomer();
      const {
        codes: [code],
      } = await codesFor([pupil]);
      return approve((await bind(parent, code!, more)).id, approval);
    };
    expect((await join()).status).toBe('ACTIVE');
    expect((await join()).status).toBe('ACTIVE');
    expect(await householdsOf(pupil)).toMatchObject([{ guardians: 2 }]);
    expect((await join({ livesApart: true })).status).toBe('ACTIVE');
    expect((await householdsOf(pupil)).map(({ guardians }) => guardians).sort()).toEqual([1, 2]);
    expect((await join({ livesApart: true })).codes).toEqual(['TOO_MANY_HOUSEHOLDS']);
    expect((await join()).codes).toEqual(['HOUSEHOLD_NEEDED']);
    const [home] = await householdsOf(pupil);
    expect((await join({}, { householdId: `household_${home!.household}` })).status).toBe('ACTIVE');
  });

  it('several children in several schools come into one household', async () => {
    const [parent, first, otherSchool] = [await newcomer(), await newPupil(), await scenario.school()];
    const otherClass = await scenario.schoolClass(otherSchool);
    const second = aStudent({ school: otherSchool });
    await scenario.write((put) => {
      put(Student, second);
      put(ClassMembership, aClassMembership({ schoolClass: otherClass, student: second }));
    });
    const otherTeacher = await scenario.teacher(otherClass);
    await approve((await bind(parent, (await codesFor([first])).codes[0]!)).id);
    await approve((await bind(parent, (await codesFor([second], {}, otherTeacher)).codes[0]!)).id, {}, otherTeacher);
    expect((await childrenOf(parent)).sort()).toEqual([`student_${first.id}`, `student_${second.id}`].sort());
    expect((await householdsOf(first))[0]!.household).toBe((await householdsOf(second))[0]!.household);
  });
});

describe('a code', () => {
  it.each<[string, (code: string, id: string) => Promise<string>]>([
    ['that is mistyped', (code) => Promise.resolve(code.slice(0, -1) + (code.endsWith('X') ? 'Y' : 'X'))],
    ['of another alphabet', () => Promise.resolve("' or 1=1 --")],
    ['that is empty', () => Promise.resolve('')],
    [
      'that has expired',
      (code) => {
        clock = scenario.at(14 * 24 * 60);
        return Promise.resolve(code);
      },
    ],
    [
      'in whose place another was issued',
      async (code, id) => {
        await codesFor([{ id } as StudentRecord]);
        return code;
      },
    ],
  ])('%s binds nobody, and all say the same', async (_, spoil) => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const {
      codes: [code],
    } = await codesFor([pupil]);
    const answer = await bind(parent, await spoil(code!, pupil.id));
    expect(answer.codes).toEqual(['CODE_INVALID']);
    expect(answer.data?.bindChild.userErrors[0]?.message).toMatch(/^绑定码无效/);
    const { rows } = await hub.database.pool.query('select 1 from guardianship where student_id = $1', [pupil.id]);
    expect(rows).toEqual([]);
  });

  it('is good to the last millisecond', async () => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const {
      codes: [code],
    } = await codesFor([pupil]);
    clock = new Date(scenario.at(14 * 24 * 60).getTime() - 1);
    expect((await bind(parent, code!)).codes).toEqual([]);
  });

  it('can be revoked by the school, once', async () => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const {
      codes: [code],
    } = await codesFor([pupil]);
    const {
      rows: [row],
    } = await hub.database.pool.query<{ id: string }>('select id from binding_code where student_id = $1', [pupil.id]);
    const revoke = () =>
      hub.ask(RevokeBindingCodeDocument, {
        as: teacher.accountId,
        variables: { input: { bindingCodeId: `binding-code_${row!.id}` } },
      });
    expect((await revoke()).data?.revokeBindingCode.bindingCode).toMatchObject({ inForce: false });
    expect((await bind(parent, code!)).codes).toEqual(['CODE_INVALID']);
    expect((await revoke()).data?.revokeBindingCode.userErrors).toMatchObject([{ code: 'NOT_IN_FORCE' }]);
  });

  it('stands nowhere in the database or the audit log, and a retry does not tell it', async () => {
    const pupil = await newPupil();
    const {
      codes: [code],
    } = await codesFor([pupil], { idempotencyKey: 'printed' });
    const again = await codesFor([pupil], { idempotencyKey: 'printed' });
    expect(again.codes).toEqual([]);
    expect(again.data?.issueBindingCodes.userErrors).toEqual([]);
    const plain = code!.replaceAll('-', '');
    const { rows } = await hub.database.pool
      .query(`select row_to_json(b)::text as t from binding_code b union all select row_to_json(a)::text from audit_record a
      union all select row_to_json(i)::text from idempotent_call i`);
    expect(rows.filter(({ t }: { t: string }) => t.includes(code!) || t.includes(plain))).toEqual([]);
  });

  it('cannot be guessed: after ten wrong ones in a day the guardian waits, however many come at once', async () => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const {
      codes: [code],
    } = await codesFor([pupil]);
    const guesses = await Promise.all(
      Array.from({ length: 40 }, (_, index) => bind(parent, `ZZZZ-ZZZZ-Z${String(index).padStart(3, '0')}`)),
    );
    expect(guesses.filter(({ codes }) => codes?.[0] === 'CODE_INVALID')).toHaveLength(10);
    expect(guesses.filter(({ codes }) => codes?.[0] === 'TOO_MANY_ATTEMPTS')).toHaveLength(30);
    expect((await bind(parent, code!)).codes).toEqual(['TOO_MANY_ATTEMPTS']);
    clock = scenario.at(24 * 60 + 1);
    expect((await bind(parent, code!)).codes).toEqual([]);
  });
});

describe('who may', () => {
  it('issue codes: the homeroom teacher and the school administrator, nobody sideways or above', async () => {
    const pupil = await newPupil();
    const [subject, elsewhere] = [await scenario.teacher(schoolClass, 'SUBJECT_TEACHER'), await scenario.school()];
    const otherTeacher = await scenario.teacher(await scenario.schoolClass(elsewhere));
    expect((await codesFor([pupil], {}, await scenario.schoolAdmin(school))).codes).toHaveLength(1);
    for (const [who, code] of [
      [subject, 'FORBIDDEN'],
      [otherTeacher, 'NOT_FOUND'],
      [await scenario.schoolAdmin(elsewhere), 'NOT_FOUND'],
      [await scenario.districtAdmin(), 'FORBIDDEN'],
      [await scenario.analyst(), 'FORBIDDEN'],
      [await newcomer(), 'FORBIDDEN'],
    ] as const) {
      expect((await codesFor([pupil], { keepEarlier: true }, who)).errors?.[0]?.extensions.code).toBe(code);
    }
    const { rows } = await hub.database.pool.query('select 1 from binding_code where student_id = $1', [pupil.id]);
    expect(rows).toHaveLength(1);
  });

  it('decide: nobody on their own request, and nobody of another class or school', async () => {
    const pupil = await newPupil();
    const parent = await newcomer();
    const { id } = await bind(parent, (await codesFor([pupil])).codes[0]!);
    const otherTeacher = await scenario.teacher(await scenario.schoolClass(school));
    expect((await approve(id, {}, otherTeacher)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect((await approve(id, {}, parent)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const home = await family(scenario, []);
    const both = await scenario.staffMember({ role: 'HOMEROOM_TEACHER', school, schoolClass }, home.parent);
    const own = await bind(both, (await codesFor([pupil])).codes[0]!);
    expect((await approve(own.id, {}, both)).codes).toEqual(['OWN_REQUEST']);
    expect(await childrenOf(both)).toEqual([]);
  });

  it('reject with a reason that the guardian reads; a new code asks again', async () => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const { id } = await bind(parent, (await codesFor([pupil])).codes[0]!);
    const reject = (reason: string) =>
      hub.ask(RejectGuardianshipDocument, {
        as: teacher.accountId,
        variables: { input: { guardianshipId: id, reason } },
      });
    expect((await reject('  ')).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      inputPath: ['input', 'reason'],
    });
    expect((await reject('与登记信息不符')).data?.rejectGuardianship.guardianship?.status).toBe('REJECTED');
    expect((await reject('再次')).data?.rejectGuardianship.userErrors).toMatchObject([{ code: 'NOT_PENDING' }]);
    expect(
      (await hub.ask(MyGuardianshipsDocument, { as: parent.accountId })).data?.viewer.guardian?.guardianships?.nodes,
    ).toMatchObject([{ decisionReason: '与登记信息不符' }]);
    expect((await bind(parent, (await codesFor([pupil])).codes[0]!)).codes).toEqual([]);
  });
});

describe('a tie that changes', () => {
  const bound = async (): Promise<{ pupil: StudentRecord; parent: Somebody; id: string }> => {
    const [pupil, parent] = [await newPupil(), await newcomer()];
    const { id } = await bind(parent, (await codesFor([pupil])).codes[0]!);
    await approve(id);
    return { pupil, parent, id };
  };
  const input = (guardianshipId: string) => ({
    as: teacher.accountId,
    variables: { input: { guardianshipId, reason: '法院裁定' } },
  });

  it('blocked: the very next request sees nothing, and no code binds; unblocked: it sees again', async () => {
    const { pupil, parent, id } = await bound();
    const sees = async () =>
      (
        await hub.ask('query ($id: ID!) { student(id: $id) { id } }', {
          as: parent.accountId,
          variables: { id: `student_${pupil.id}` },
        })
      ).data!['student'] !== null;
    expect(await sees()).toBe(true);
    expect((await hub.ask(BlockGuardianDocument, input(id))).data?.blockGuardian.guardianship?.status).toBe('BLOCKED');
    expect([await sees(), await childrenOf(parent)]).toEqual([false, []]);
    expect((await bind(parent, (await codesFor([pupil])).codes[0]!)).codes).toEqual(['BLOCKED']);
    expect((await hub.ask(UnblockGuardianDocument, input(id))).data?.unblockGuardian.userErrors).toEqual([]);
    expect(await sees()).toBe(true);
    expect((await hub.ask(UnblockGuardianDocument, input(id))).data?.unblockGuardian.userErrors).toMatchObject([
      { code: 'NOT_BLOCKED' },
    ]);
  });

  it('ended: over at once, and a new code binds again', async () => {
    const { pupil, parent, id } = await bound();
    expect((await hub.ask(EndGuardianshipDocument, input(id))).data?.endGuardianship.guardianship?.status).toBe(
      'ENDED',
    );
    expect(await childrenOf(parent)).toEqual([]);
    const again = await bind(parent, (await codesFor([pupil])).codes[0]!);
    expect((await approve(again.id)).status).toBe('ACTIVE');
    expect(await childrenOf(parent)).toEqual([`student_${pupil.id}`]);
  });

  it('bound already: the code stays good', async () => {
    const { pupil, parent } = await bound();
    const {
      codes: [code],
    } = await codesFor([pupil]);
    expect((await bind(parent, code!)).codes).toEqual(['ALREADY_BOUND']);
    expect((await bind(await newcomer(), code!)).codes).toEqual([]);
  });
});
