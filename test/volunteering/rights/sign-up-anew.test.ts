import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import * as admin from '../../../schema/generated/admin.ts';
import type { Family, StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { momentIn } from '../../../src/domains/notice-kinds/index.ts';

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

async function did(document: DocumentNode, input: object): Promise<void> {
  expect((await desk.send(document as never, head, input)).codes).toEqual([]);
}
const tie = ({ parent }: Family) => ({ guardianshipId: `guardianship_${parent.guardianships[0]!.id}`, reason: '更正' });
const told = ({ parent }: Family) =>
  desk.rows<{ kind: string }>(
    "select kind from notice where person_id = $1 and kind = 'volunteering.signup-again'",
    parent.person.id,
  );

describe('a right that is there again', () => {
  it("does not bring back a sign-up whose place may be somebody else's: the volunteer is told once that they may sign up anew, and does", async () => {
    const offered = await desk.offer({ role: { capacity: 2 } });
    const own = await desk.newFamily();
    await desk.signUp(own.parent, offered);
    for (let times = 0; times < 2; times += 1) {
      await did(admin.BlockGuardianDocument, tie(own));
      expect(await desk.rows('select status from signup where role_id = $1', offered.role.id)).toEqual([
        { status: 'CANCELLED' },
      ]);
      await did(admin.UnblockGuardianDocument, tie(own));
    }
    expect(await told(own)).toHaveLength(1);
    await desk.signUp(own.parent, offered);
    expect(
      await desk.rows("select status from signup where role_id = $1 and status = 'CONFIRMED'", offered.role.id),
    ).toHaveLength(1);
    await did(admin.EndEnrolmentsDocument, {
      studentIds: [`student_${own.students[0]!.id}`],
      leaving: 'TRANSFERRED_OUT',
    });
    desk.now = new Date(desk.now.getTime() + 1000);
    await did(admin.EnrolStudentsDocument, {
      classId: `class_${desk.schoolClass.id}`,
      rows: [{ name: own.students[0]!.name, studentNumber: own.students[0]!.studentNumber }],
    });
  });

  it('is told of each shift with its day, and otherwise of one that they had signed up for than of one that they had waited for', async () => {
    const own = await desk.newFamily();
    const day = (days: number) => ({
      startsAt: desk.scenario.at(days * 1440),
      endsAt: desk.scenario.at(days * 1440 + 60),
    });
    for (const days of [20, 21]) await desk.signUp(own.parent, await desk.offer({ shift: day(days) }));
    const full = await desk.offer({ shift: day(22), role: { capacity: 1 } });
    await desk.signUp((await desk.newFamily()).parent, full);
    await desk.join(own.parent, full);
    await did(admin.BlockGuardianDocument, tie(own));
    await did(admin.UnblockGuardianDocument, tie(own));
    for (const [language, signedUp, waited] of [
      ['zh-CN', '此前结束的报名', '此前结束的候补'],
      ['en', 'your sign-up that had ended', 'you had waited for it'],
    ] as const) {
      const { data } = await desk.hub.ask<{ viewer: { inbox: { nodes: { kind: string; body: string }[] } } }>(
        '{ viewer { inbox(first: 50) { nodes { kind body } } } }',
        { as: own.parent.accountId, headers: { 'accept-language': language } },
      );
      const bodies = data!.viewer.inbox.nodes.filter(({ kind }) => kind.endsWith('-again')).map(({ body }) => body);
      expect(new Set(bodies).size).toBe(3);
      const of = (days: number): string =>
        momentIn(desk.scenario.at(days * 1440).toISOString())[language === 'en' ? 'en' : 'zh'];
      for (const [days, says] of [
        [20, signedUp],
        [21, signedUp],
        [22, waited],
      ] as const)
        expect(bodies.filter((body) => body.includes(of(days)) && body.includes(says))).toHaveLength(1);
    }
  });
});
