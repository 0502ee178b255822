import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import {
  ApproveGuardianshipDocument,
  BlockGuardianDocument,
  ConfirmJoinDocument,
  CreateJoinCodeDocument,
  EndGuardianshipDocument,
  IssueBindingCodesDocument,
  RejectGuardianshipDocument,
  ReleaseStaffDocument,
  TransferStudentDocument,
  UnblockGuardianDocument,
} from '../../schema/generated/admin.ts';
import { AskToJoinDocument, BindChildDocument } from '../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { maskedName, StaffRole } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';
import { whileHeld } from './while-held.ts';

let hub: TestHub;
let scenario: Scenario;
let district: StaffMember;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => scenario?.now ?? new Date() });
  scenario = await beginScenario(hub);
  district = await scenario.districtAdmin();
});
beforeEach(async () => {
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

interface Somebody {
  readonly accountId: string;
}

async function run(document: DocumentNode, by: Somebody, input: Asked) {
  const { payload, codes, refused } = await asked(hub, document as Parameters<typeof asked>[1], by.accountId, input);
  return { payload, code: refused ?? codes?.[0] ?? 'OK' };
}

async function done(document: DocumentNode, by: Somebody, input: Asked) {
  const { payload, code } = await run(document, by, input);
  expect(code).toBe('OK');
  return payload!;
}

/** To whom it is shown that the request waits. */
async function waitsFor(who: Somebody, tie: string): Promise<boolean> {
  const { data } = await hub.ask('{ viewer { inbox(first: 100) { nodes { kind about { id } } } } }', {
    as: who.accountId,
  });
  return (data!['viewer'].inbox.nodes as { kind: string; about: { id: string } | null }[]).some(
    ({ kind, about }) => kind === 'people.guardianship-asked' && about?.id === tie,
  );
}

async function codeFor({ students: [student] }: Family, by: Somebody): Promise<string> {
  const payload = await done(IssueBindingCodesDocument, by, { studentIds: [`student_${student!.id}`] });
  return (payload['issued'] as { code: string }[])[0]!.code;
}

const bind = (code: string, { parent }: Family) =>
  run(BindChildDocument, parent, { code, relation: 'OTHER_RELATIVE', name: '测试家长' });
const tieOf = ({ payload }: Awaited<ReturnType<typeof bind>>): string =>
  (payload!['guardianship'] as { id: string }).id;

async function asksFor(own: Family, by: Somebody): Promise<{ readonly stranger: Family; readonly tie: string }> {
  const stranger = await family(scenario, []);
  return { stranger, tie: tieOf(await bind(await codeFor(own, by), stranger)) };
}

const OF_REQUEST =
  'query ($id: ID!) { node(id: $id) { id ... on Guardianship { status requestedName studentName studentNumber guardianName student { id } guardian { id } } } }';
const seen = async (who: Somebody, id: string) =>
  (await hub.ask(OF_REQUEST, { as: who.accountId, variables: { id } })).data!['node'] as Record<string, unknown> | null;

describe('a request for a child of the only one who administers the school', () => {
  it('waits for the district, which is told as much as it takes to decide, on record, and decides; the other requests of the school stay with the school', async () => {
    const [own, other] = [await family(scenario, [schoolClass]), await family(scenario, [schoolClass])];
    const head = await scenario.staffMember({ role: StaffRole.SCHOOL_ADMIN, school }, own.parent);
    const [mine, theirs] = [await asksFor(own, head), await asksFor(other, head)];
    expect([
      await waitsFor(district, mine.tie),
      await waitsFor(head, mine.tie),
      await waitsFor(district, theirs.tie),
      await waitsFor(head, theirs.tie),
    ]).toEqual([true, false, false, true]);
    const { name: studentName, studentNumber } = own.students[0]!;
    expect(await seen(district, mine.tie)).toEqual({
      id: mine.tie,
      status: 'PENDING',
      requestedName: '测试家长',
      studentName,
      studentNumber,
      guardianName: mine.stranger.parent.person.name,
      student: null,
      guardian: null,
    });
    expect(await seen(district, theirs.tie)).toBeNull();
    expect(await seen(mine.stranger.parent, mine.tie)).toMatchObject({
      studentName: maskedName(studentName),
      studentNumber: null,
    });
    const { rows } = await hub.database.pool.query(
      "select 1 from access_record where kind = 'student' and subject = $1 and actor = $2",
      [own.students[0]!.id, district.accountId],
    );
    expect(rows).not.toEqual([]);

    const approval = (tie: string) => ({ guardianshipId: tie, legal: true, primaryContact: false });
    expect((await run(ApproveGuardianshipDocument, head, approval(mine.tie))).code).toBe('OWN_CHILD');
    expect((await run(ApproveGuardianshipDocument, district, approval(theirs.tie))).code).toBe('NOT_FOUND');
    expect((await run(ApproveGuardianshipDocument, district, approval(mine.tie))).code).toBe('OK');
    expect(await waitsFor(district, mine.tie)).toBe(false);
    for (const [document, status, reason] of [
      [BlockGuardianDocument, 'BLOCKED', '法院裁定'],
      [UnblockGuardianDocument, 'ACTIVE', '法院改判'],
      [EndGuardianshipDocument, 'ENDED', '监护关系变更'],
    ] as const) {
      const { guardianship } = await done(document, district, { guardianshipId: mine.tie, reason });
      expect(guardianship).toEqual({ id: mine.tie, status, decisionReason: reason });
      expect(await seen(district, mine.tie)).toMatchObject({ status, student: null, guardian: null });
    }
    expect(await seen(district, theirs.tie)).toBeNull();
  });

  it('is found by the number of the pupil, with the other guardians on whom the district decides there, on record, and those of other pupils are not', async () => {
    const [own, other] = [
      await family(scenario, [schoolClass], { guardians: 2 }),
      await family(scenario, [schoolClass], { guardians: 2 }),
    ];
    await scenario.staffMember({ role: StaffRole.SCHOOL_ADMIN, school }, own.parent);
    const found = async ({ students: [student] }: Family) => {
      const { data, errors } = await hub.ask(
        'query ($number: String!) { students(where: { studentNumber: { eq: $number } }) { nodes { guardianships(first: 10) { nodes { id status guardianName } } } } }',
        { as: district.accountId, variables: { number: student!.studentNumber } },
      );
      return {
        nodes: data!['students'].nodes[0].guardianships?.nodes as unknown,
        refused: errors?.[0]?.extensions.code,
      };
    };
    const ties = own.guardians.map(({ guardianships: [tie], person }) => ({
      id: `guardianship_${tie!.id}`,
      status: 'ACTIVE',
      guardianName: person.name,
    }));
    const { nodes, refused } = await found(own);
    expect([refused, nodes]).toEqual([undefined, expect.arrayContaining(ties)]);
    expect(nodes).toHaveLength(ties.length);
    expect(await found(other)).toEqual({ nodes: undefined, refused: 'FORBIDDEN' });
    const { rows } = await hub.database.pool.query(
      "select 1 from access_record where kind = 'student' and subject = $1 and actor = $2",
      [own.students[0]!.id, district.accountId],
    );
    expect(rows).not.toEqual([]);
    await done(BlockGuardianDocument, district, { guardianshipId: ties[1]!.id, reason: '法院裁定' });
  });

  it('and that a district has decided on it is theirs to see, whoever may decide there afterwards; what the school has decided is not', async () => {
    const own = await family(scenario, [schoolClass]);
    const head = await scenario.staffMember({ role: StaffRole.SCHOOL_ADMIN, school }, own.parent);
    const { tie } = await asksFor(own, head);
    expect(await done(RejectGuardianshipDocument, district, { guardianshipId: tie, reason: '信息不符' })).toMatchObject(
      {
        guardianship: { id: tie, status: 'REJECTED' },
      },
    );
    const deputy = await scenario.schoolAdmin(school);
    const other = await asksFor(await family(scenario, [schoolClass]), deputy);
    await done(RejectGuardianshipDocument, deputy, { guardianshipId: other.tie, reason: '信息不符' });
    await done(ReleaseStaffDocument, district, { staffId: `staff_${head.staff.id}` });
    expect(await seen(district, tie)).toMatchObject({ status: 'REJECTED' });
    expect(await seen(district, other.tie)).toBeNull();
  });

  it('is declined by the district as well, and by no district where somebody at the school may decide', async () => {
    const own = await family(scenario, [schoolClass]);
    const head = await scenario.staffMember({ role: StaffRole.SCHOOL_ADMIN, school }, own.parent);
    const { tie } = await asksFor(own, head);
    const deputy = await scenario.schoolAdmin(school);
    expect((await run(RejectGuardianshipDocument, district, { guardianshipId: tie, reason: '信息不符' })).code).toBe(
      'NOT_FOUND',
    );
    expect(await seen(district, tie)).toBeNull();
    await done(ReleaseStaffDocument, district, { staffId: `staff_${deputy.staff.id}` });
    expect((await run(RejectGuardianshipDocument, district, { guardianshipId: tie, reason: '信息不符' })).code).toBe(
      'OK',
    );
  });

  it('and for one of a school that nobody administers', async () => {
    const own = await family(scenario, [schoolClass]);
    const head = await scenario.schoolAdmin(school);
    const code = await codeFor(own, head);
    await done(ReleaseStaffDocument, district, { staffId: `staff_${head.staff.id}` });
    const tie = tieOf(await bind(code, await family(scenario, [])));
    expect(await waitsFor(district, tie)).toBe(true);
    expect(
      (await run(ApproveGuardianshipDocument, district, { guardianshipId: tie, legal: true, primaryContact: false }))
        .code,
    ).toBe('OK');
  });
});

it('what waited for a teacher who is found to be a parent of the child waits for somebody else from then on', async () => {
  const [own, teacher, head] = [
    await family(scenario, [schoolClass]),
    await scenario.teacher(schoolClass),
    await scenario.schoolAdmin(school),
  ];
  const { tie } = await asksFor(own, head);
  expect([await waitsFor(teacher, tie), await waitsFor(head, tie)]).toEqual([true, false]);
  const { code, join } = (await done(CreateJoinCodeDocument, teacher, {})) as unknown as {
    code: string;
    join: { id: string };
  };
  await done(AskToJoinDocument, own.parent, { code });
  await done(ConfirmJoinDocument, teacher, { joinId: join.id });
  expect([await waitsFor(own.parent, tie), await waitsFor(head, tie)]).toEqual([false, true]);
  expect(
    (await run(ApproveGuardianshipDocument, own.parent, { guardianshipId: tie, legal: true, primaryContact: false }))
      .code,
  ).toBe('OWN_CHILD');
  expect(
    (await run(ApproveGuardianshipDocument, head, { guardianshipId: tie, legal: true, primaryContact: false })).code,
  ).toBe('OK');
});

it('a child who is bound while they change the class is told to whoever heads the new one, whichever comes first', async () => {
  const [head, before, next] = [
    await scenario.schoolAdmin(school),
    await scenario.teacher(schoolClass),
    await scenario.schoolClass(school),
  ];
  const after = await scenario.teacher(next);
  for (const first of ['bind', 'move'] as const) {
    const [own, stranger] = [await family(scenario, [schoolClass]), await family(scenario, [])];
    const code = await codeFor(own, head);
    const binding = () => bind(code, stranger);
    const moving = () =>
      run(TransferStudentDocument, head, {
        studentNumber: own.students[0]!.studentNumber,
        classId: `class_${next.id}`,
      });
    const answers = await whileHeld(
      hub.database,
      'select from student where id = $1 for no key update',
      [own.students[0]!.id],
      first === 'bind' ? [binding, moving] : [moving, binding],
    );
    expect(answers.map((each) => each.code)).toEqual(['OK', 'OK']);
    const tie = tieOf(answers[first === 'bind' ? 0 : 1]!);
    expect([await waitsFor(before, tie), await waitsFor(after, tie)]).toEqual([false, true]);
  }
});
