import { afterAll, beforeAll, expect, it } from 'vitest';
import * as admin from '../../../schema/generated/admin.ts';
import * as mini from '../../../schema/generated/mini-program.ts';
import { minutesAfter } from '../../../seeds/factories/index.ts';
import type { FamilyGuardian, StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { lectureCalls } from '../lectures/lectures.ts';

let desk: Desk;
let head: StaffMember;
beforeAll(async () => {
  desk = await Desk.open();
  head = await desk.scenario.schoolAdmin(desk.school);
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

const lectures = lectureCalls(() => ({ ...desk, homeroom: desk.organiser }));

interface Notice {
  readonly kind: string;
  readonly body: string;
}
async function inbox({ accountId }: Pick<FamilyGuardian, 'accountId'>): Promise<Notice[]> {
  const { data } = await desk.hub.ask<{ viewer: { inbox: { nodes: Notice[] } } }>(
    '{ viewer { inbox(first: 50) { nodes { kind body } } } }',
    { as: accountId },
  );
  return data!.viewer.inbox.nodes.map(({ kind, body }) => ({ kind: kind.replace('volunteering.', ''), body }));
}
const kinds = async (who: FamilyGuardian): Promise<string[]> => (await inbox(who)).map(({ kind }) => kind);
async function did(
  document: unknown,
  who: { readonly accountId: string },
  input: object,
): Promise<Record<string, { readonly id: string }>> {
  const { codes, payload } = await desk.send(document as never, who, input);
  expect(codes).toEqual([]);
  return payload as unknown as Record<string, { readonly id: string }>;
}

async function elsewhere(shiftId: string, place: string): Promise<void> {
  const [now] = await desk.rows<{ revision: number }>(
    'select revision from shift where id = $1',
    shiftId.slice('shift_'.length),
  );
  await did(admin.UpdateShiftDocument, desk.organiser, { shiftId, ...now, place });
}

it('where a lecture is given is told as it is now', async () => {
  const { own, shiftId } = await lectures.scheduled();
  expect(await kinds(own.parent)).toContain('lecture-scheduled');
  await elsewhere(shiftId, '阶梯教室');
  const said = (await inbox(own.parent)).map(({ body }) => body).join('\n');
  expect(said).toContain('阶梯教室');
  expect(said).not.toContain('三年级2班教室');
});

it('a suspension that was lifted is told of as lifted alone', async () => {
  const [parent] = await desk.parents(1);
  const suspend = (): Promise<unknown> =>
    did(admin.SuspendVolunteerDocument, head, {
      guardianId: `guardian_${parent!.guardian.id}`,
      schoolId: `school_${desk.school.id}`,
      until: minutesAfter(desk.now, 40 * 24 * 60).toISOString(),
      reason: '多次缺勤',
    });
  await suspend();
  expect(await kinds(parent!)).toEqual(['volunteer-suspended']);
  const [row] = await desk.rows<{ id: string }>(
    'select id from volunteer_suspension where person_id = $1',
    parent!.person.id,
  );
  await did(admin.LiftSuspensionDocument, head, { suspensionId: `volunteer-suspension_${row!.id}`, reason: '误记' });
  expect(await kinds(parent!)).toEqual(['suspension-lifted']);
  await suspend();
  expect((await kinds(parent!)).sort()).toEqual(['suspension-lifted', 'volunteer-suspended']);
});

it('of service that was rejected, approved and rejected anew the last word alone is told', async () => {
  const startsAt = minutesAfter(desk.now, 100);
  const offered = await desk.offer({
    shift: { startsAt, endsAt: minutesAfter(startsAt, 60), signupClosesAt: minutesAfter(startsAt, -10) },
  });
  const [parent] = await desk.parents(1);
  const { payload } = await desk.signUp(parent!, offered);
  desk.now = minutesAfter(startsAt, 90);
  const { serviceRecord } = await did(mini.SupplementServiceDocument, parent!, {
    signupId: payload!.signup!.id,
    startsAt: startsAt.toISOString(),
    endsAt: minutesAfter(startsAt, 60).toISOString(),
    description: '忘记签到',
  });
  const recordIds = [serviceRecord!.id];
  const reject = (who: StaffMember) =>
    did(admin.RejectServiceRecordsDocument, who, { recordIds, reason: '与现场不符' });
  const approve = (who: StaffMember) => did(admin.ApproveServiceRecordsDocument, who, { recordIds });
  await reject(desk.organiser);
  expect(await kinds(parent!)).toEqual(['service-rejected']);
  await did(mini.AppealServiceRecordDocument, parent!, { recordId: recordIds[0], text: '有照片' });
  await approve(head);
  expect(await kinds(parent!)).toEqual(['service-approved']);
  await reject(head);
  expect(await kinds(parent!)).toEqual(['service-rejected']);
});
