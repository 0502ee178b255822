import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  BlockGuardianDocument,
  EndGuardianshipDocument,
  PendingGuardianshipsDocument,
  RejectGuardianshipDocument,
  UnblockGuardianDocument,
} from '../../../schema/generated/admin.ts';
import { MyGuardianshipsDocument } from '../../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import { aClassMembership, aStudent } from '../../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { ClassMembership, Student } from '../../../src/domains/people/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { binding } from './binding.ts';

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

const { newPupil, newcomer, codesFor, bind, approve, childrenOf, householdsOf, bound } = binding(() => ({
  hub,
  scenario,
  school,
  schoolClass,
  teacher,
}));

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

  it('two children of one guardian who are approved at the same moment come into one household', async () => {
    for (let families = 0; families < 6; families += 1) {
      const parent = await newcomer();
      const pupils = [await newPupil(), await newPupil()];
      const requests: string[] = [];
      for (const pupil of pupils)
        requests.push((await bind(parent, (await codesFor([pupil])).codes[0]!, { name: null })).id);
      const answers = await Promise.all(requests.map((id) => approve(id)));
      expect(answers.map(({ status }) => status)).toEqual(['ACTIVE', 'ACTIVE']);
      const homes = (await Promise.all(pupils.map(householdsOf))).flat();
      expect(new Set(homes.map(({ household }) => household)).size).toBe(1);
    }
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
