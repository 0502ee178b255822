import { afterAll, beforeAll, expect, it } from 'vitest';
import { AssignRoleDocument, EndAssignmentDocument, ReleaseStaffDocument } from '../../../schema/generated/admin.ts';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked, type Asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let [district, deputy]: StaffMember[] = [];

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  [district, deputy] = [await scenario.districtAdmin(), await scenario.districtAdmin()];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const did = async (document: unknown, by: StaffMember, input: Asked) =>
  expect((await asked(hub, document as never, by.accountId, input)).codes).toEqual([]);
const ends = (by: StaffMember, { assignment }: StaffMember) =>
  did(EndAssignmentDocument, by, { assignmentId: `staff-assignment_${assignment.id}` });
const told = async (kind: string, { accountId }: StaffMember, language = 'en') =>
  (
    await hub.ask(
      'query ($kind: String!) { viewer { inbox(first: 50, where: { kind: { eq: $kind } }) { nodes { body about { id } } } } }',
      {
        as: accountId,
        variables: { kind },
        headers: { 'accept-language': language },
      },
    )
  ).data!['viewer'].inbox.nodes as { body: string; about: { id: string } | null }[];
const missing = async (who: StaffMember, { id }: SchoolRecord) =>
  (await told('people.administrator-missing', who)).filter(({ about }) => about?.id === `school_${id}`).length;

it('whoever had roles that somebody else has ended hears of it once, and nobody of what they gave up themselves', async () => {
  const school = await scenario.school();
  const [head, teacher, member] = [
    await scenario.schoolAdmin(school),
    await scenario.teacher(await scenario.schoolClass(school)),
    await scenario.staffMember({ role: 'LECTURER', school }),
  ];
  await ends(head, teacher);
  expect(await told('people.role-ended', teacher)).toMatchObject([
    {
      body: `An administrator has ended a role of yours at ${school.name}: ask the school or the district if you have any questions.`,
    },
  ]);
  await did(AssignRoleDocument, head, {
    staffId: `staff_${member.staff.id}`,
    role: 'GRADE_HEAD',
    schoolId: `school_${school.id}`,
    gradeId: `grade_${(await scenario.schoolClass(school)).grade}`,
  });
  await did(ReleaseStaffDocument, head, { staffId: `staff_${member.staff.id}` });
  expect((await told('people.role-ended', member, 'zh-CN')).map(({ body }) => body)).toEqual([
    `您在${school.name}的2项任职已由管理员结束,如有疑问请联系学校或区。`,
  ]);
  await ends(head, head);
  expect(await told('people.role-ended', head)).toEqual([]);
});

it('the district hears that the last administrator of a school has given up, as long as it has none', async () => {
  const school = await scenario.school();
  const [head, second] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(school)];
  const [elsewhere] = [await scenario.schoolAdmin(await scenario.school())];
  const all = async () => [
    await missing(district!, school),
    await missing(deputy!, school),
    await missing(head, school),
    await missing(elsewhere, school),
  ];
  await ends(head, head);
  expect(await all()).toEqual([0, 0, 0, 0]);
  await ends(second, second);
  expect(await all()).toEqual([1, 1, 0, 0]);
  await did(AssignRoleDocument, district!, {
    staffId: `staff_${head.staff.id}`,
    role: 'SCHOOL_ADMIN',
    schoolId: `school_${school.id}`,
  });
  expect(await all()).toEqual([0, 0, 0, 0]);
});

it('and of a school whose last administrator is there no more by the day, but of none that never had one', async () => {
  const [school, fresh] = [await scenario.school(), await scenario.school()];
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  await scenario.staffMember({ role: 'SCHOOL_ADMIN', school, validFrom: day(-30), validTo: day(-2) });
  await hub.hub.runJob('notices.ask-deciders');
  expect([await missing(deputy!, school), await missing(deputy!, fresh)]).toEqual([1, 0]);
});
