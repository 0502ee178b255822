import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ApproveGuardianshipDocument,
  BlockGuardianDocument,
  EndGuardianshipDocument,
  IssueBindingCodesDocument,
  PendingGuardianshipsDocument,
  RejectGuardianshipDocument,
} from '../../schema/generated/admin.ts';
import { BindChildDocument, MyGuardianshipsDocument } from '../../schema/generated/mini-program.ts';
import { aClassMembership, aStudent, type SchoolClassRecord, type StudentRecord } from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { ClassMembership, Student } from '../../src/domains/people/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let schoolClass: SchoolClassRecord;
let teacher: StaffMember;
let clock: Date;
const pupils: StudentRecord[] = [];

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  const school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  teacher = await scenario.teacher(schoolClass);
  pupils.push(...Array.from({ length: 4 }, () => aStudent({ school })));
  await scenario.write((put) => {
    for (const student of pupils) {
      put(Student, student);
      put(ClassMembership, aClassMembership({ schoolClass, student }));
    }
  });
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

async function done(document: Parameters<typeof asked>[1], by: { readonly accountId: string }, input: Asked) {
  const { payload, codes, refused } = await asked(hub, document, by.accountId, input);
  expect([codes, refused]).toEqual([[], undefined]);
  return payload!;
}

it('a guardian tells one request from the other by when they asked and how the code ended, whatever becomes of it; of the child they are told the name, masked, while that waits', async () => {
  const { parent } = await family(scenario, []);
  const requests: { id: string; relation: string; askedAt: string; codeEnding: string }[] = [];
  for (const [index, pupil] of pupils.entries()) {
    clock = new Date(scenario.now.getTime() + index * 60_000);
    const [{ code }] = (
      await done(IssueBindingCodesDocument as never, teacher, { studentIds: [`student_${pupil.id}`] })
    )['issued'] as [{ code: string }];
    const relation = index === 0 ? 'OTHER_RELATIVE' : 'MOTHER';
    // As somebody types it on a phone: what looks alike is the same.
    const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ');
    const { id } = (await done(BindChildDocument as never, parent, { code: typed, relation, name: '测试家长' }))[
      'guardianship'
    ] as { id: string };
    requests.push({ id, relation, askedAt: clock.toISOString(), codeEnding: code.slice(-4) });
  }
  const masked = ({ name }: StudentRecord) => name.slice(0, 1) + '*'.repeat(name.length - 1);
  const mine = async () =>
    (await hub.ask(MyGuardianshipsDocument, { as: parent.accountId })).data!.viewer.guardian!.guardianships!.nodes;
  const told = (...statuses: readonly string[]) =>
    expect.arrayContaining(
      requests.map(
        (request, index) =>
          expect.objectContaining({
            ...request,
            status: statuses[index],
            student: null,
            studentName: statuses[index] === 'PENDING' ? masked(pupils[index]!) : null,
          }) as unknown,
      ),
    ) as unknown;
  expect(new Set(requests.map(({ codeEnding }) => codeEnding)).size).toBe(4);
  expect(await mine()).toEqual(told('PENDING', 'PENDING', 'PENDING', 'PENDING'));
  const pending = await hub.ask(PendingGuardianshipsDocument, {
    as: teacher.accountId,
    variables: { id: `class_${schoolClass.id}` },
  });
  for (const [index, { id, askedAt, codeEnding }] of requests.entries()) {
    expect(pending.data?.schoolClass?.pendingGuardianships?.nodes.find((each) => each.id === id)).toMatchObject({
      askedAt,
      codeEnding,
      student: { name: pupils[index]!.name },
    });
  }
  const [rejected, blocked, ended] = requests.map(({ id }) => ({ guardianshipId: id, reason: '测试' }));
  await done(RejectGuardianshipDocument as never, teacher, rejected!);
  await done(BlockGuardianDocument as never, teacher, blocked!);
  await done(ApproveGuardianshipDocument as never, teacher, { guardianshipId: ended!.guardianshipId });
  await done(EndGuardianshipDocument as never, teacher, ended!);
  const after = await mine();
  expect(after).toEqual(told('REJECTED', 'BLOCKED', 'ENDED', 'PENDING'));
  for (const { name, studentNumber } of pupils)
    for (const secret of [name, studentNumber!]) expect(JSON.stringify(after)).not.toContain(secret);
});
