import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as admin from '../../../schema/generated/admin.ts';
import type { Family, StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';

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

async function did(document: { readonly text: string }, input: object): Promise<void> {
  expect((await desk.send(document as never, head, input)).codes).toEqual([]);
}
const tie = ({ parent }: Family) => ({ guardianshipId: `guardianship_${parent.guardianships[0]!.id}`, reason: '更正' });
const told = ({ parent }: Family) => desk.rows<{ kind: string }>("select kind from notice where person_id = $1 and kind = 'volunteering.signup-again'", parent.person.id);

describe('a right that is there again', () => {
  it('does not bring back a sign-up whose place may be somebody else\'s: the volunteer is told once that they may sign up anew, and does', async () => {
    const offered = await desk.offer({ role: { capacity: 2 } });
    const own = await desk.newFamily();
    await desk.signUp(own.parent, offered);
    for (let times = 0; times < 2; times += 1) {
      await did(admin.BlockGuardianDocument, tie(own));
      expect(await desk.rows('select status from signup where role_id = $1', offered.role.id)).toEqual([{ status: 'CANCELLED' }]);
      await did(admin.UnblockGuardianDocument, tie(own));
    }
    expect(await told(own)).toHaveLength(1);
    await desk.signUp(own.parent, offered);
    expect(await desk.rows("select status from signup where role_id = $1 and status = 'CONFIRMED'", offered.role.id)).toHaveLength(1);
    await did(admin.EndEnrolmentsDocument, { studentIds: [`student_${own.students[0]!.id}`], leaving: 'TRANSFERRED_OUT' });
    desk.now = new Date(desk.now.getTime() + 1000);
    await did(admin.EnrolStudentsDocument, { classId: `class_${desk.schoolClass.id}`, rows: [{ name: own.students[0]!.name, studentNumber: own.students[0]!.studentNumber }] });
  });
});
