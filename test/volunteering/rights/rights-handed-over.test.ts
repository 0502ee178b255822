import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import * as admin from '../../../schema/generated/admin.ts';
import { ProposeLectureDocument } from '../../../schema/generated/mini-program.ts';
import { scheduledLecture, type Family, type FamilyGuardian, type StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk, type Answered } from '../desk.ts';

let desk: Desk;
let head: StaffMember;
beforeAll(async () => {
  desk = await Desk.open();
  head = await desk.scenario.schoolAdmin(desk.school);
});
afterEach(() => {
  desk.now = desk.scenario.now;
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

const send = <P = object>(
  document: DocumentNode,
  who: { readonly accountId: string },
  input: object,
): Promise<Answered<P & { userErrors: [] }>> => desk.send(document as never, who, input);
async function did<P>(document: DocumentNode, who: { readonly accountId: string }, input: object): Promise<P> {
  const { codes, payload } = await send<P>(document, who, input);
  expect(codes).toEqual([]);
  return payload!;
}
const block = ({ parent }: Pick<Family, 'parent'>): Promise<object> =>
  did(admin.BlockGuardianDocument, head, {
    guardianshipId: `guardianship_${parent.guardianships[0]!.id}`,
    reason: '学校的原因',
  });
const titles = async (who: { readonly accountId: string }): Promise<string[]> => {
  const { data } = await desk.hub.ask<{ viewer: { inbox: { nodes: { title: string }[] } } }>(
    '{ viewer { inbox(first: 100) { nodes { title } } } }',
    { as: who.accountId },
  );
  return data!.viewer.inbox.nodes.map(({ title }) => title);
};
const nodeOf = async (who: { readonly accountId: string }, id: string): Promise<unknown> =>
  (await desk.hub.ask('query ($id: ID!) { node(id: $id) { id } }', { as: who.accountId, variables: { id } })).data![
    'node'
  ];

describe('a lecture of somebody who loses the child in the class', () => {
  const lectureOf = async ({ parent }: Family) =>
    (
      await desk.rows<{ id: string; status: string; shift: string | null }>(
        'select plc.id, plc.status, sft.status as shift from parent_lecture plc left join shift sft on sft.id = plc.shift_id where plc.guardian_id = $1',
        parent.guardian.id,
      )
    )[0]!;

  it('that waits for an answer is withdrawn; the class is told, and the parent without a word of when', async () => {
    const gone = await desk.newFamily();
    await did(ProposeLectureDocument, gone.parent, {
      classId: `class_${desk.schoolClass.id}`,
      title: '桥是怎样造成的',
      outline: '从石拱桥讲到斜拉桥',
    });
    await block(gone);
    expect(await lectureOf(gone)).toMatchObject({ status: 'WITHDRAWN', shift: null });
    expect(await titles(gone.parent)).toEqual(['家长讲堂已结束']);
    expect(await titles(desk.organiser)).toContain('家长讲堂已取消');
  });

  it('that has a time is called off with its shift: room and time are free, the class is told, the parent reads neither', async () => {
    const gone = await desk.newFamily();
    const room = await desk.scenario.room(desk.school);
    const { lecture, shift, signup } = await scheduledLecture(desk.scenario, desk.organiser, desk.schoolClass, gone, {
      startsAt: desk.scenario.at(6 * 1440),
      room,
    });
    expect(await nodeOf(gone.parent, `signup_${signup.id}`)).not.toBeNull();
    await block(gone);
    expect(await lectureOf(gone)).toMatchObject({ id: lecture.id, shift: 'CANCELLED' });
    expect(
      await desk.rows(`select 1 from engagement where source_id = any($1) and status = 'ACTIVE'`, [
        shift.id,
        signup.id,
      ]),
    ).toEqual([]);
    // Of each lecture once, though it ends and its shift with it.
    expect((await titles(desk.organiser)).filter((title) => title === '家长讲堂已取消')).toHaveLength(2);
    expect(await nodeOf(gone.parent, `shift_${shift.id}`)).toBeNull();
    expect(
      JSON.stringify(
        await desk.hub.ask('{ viewer { inbox(first: 100) { nodes { title body } } } }', { as: gone.parent.accountId }),
      ),
    ).not.toContain(room.name);
  });
});

describe('a place that is offered to somebody who loses the right to it', () => {
  it('is not theirs to take: the offer is withdrawn and not seen, and whoever wanted to hand it over keeps it and is told', async () => {
    const offered = await desk.offer({ role: { capacity: 1 } });
    const [mother, father] = (await desk.newFamily(2)).guardians as [FamilyGuardian, FamilyGuardian];
    const signupId = (await desk.signUp(mother, offered)).payload!.signup!.id;
    desk.now = offered.shift.cancelUntil;
    const id = (await desk.offerStandIn(mother, signupId, { guardianId: `guardian_${father.guardian.id}` })).payload!
      .standIn!.id;
    expect(await nodeOf(father, id)).not.toBeNull();
    await block({ parent: father });
    expect(await desk.rows('select status from stand_in where id = $1', id.slice('stand-in_'.length))).toEqual([
      { status: 'WITHDRAWN' },
    ]);
    expect(await nodeOf(father, id)).toBeNull();
    expect((await desk.acceptStandIn(father, { standInId: id })).codes).not.toEqual([]);
    expect(await titles(mother)).toContain('替班未成');
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1, engaged: 1 });
  });
});

describe('what somebody of the staff has in hand when their role ends', () => {
  it('roster, draft and check-in code: the link opens nothing, the draft is not there, no code is shown, no list is written', async () => {
    const organiser = await desk.scenario.teacher(desk.schoolClass);
    const offered = await desk.offer({ activity: { organiser: organiser.staff } });
    const draft = await desk.offer({
      activity: { organiser: organiser.staff, status: 'DRAFT' as never, publishedAt: null },
      shift: { status: 'DRAFT' as never, publishedAt: null },
    });
    const { parent } = await desk.newFamily();
    const signupId = (await desk.signUp(parent, offered)).payload!.signup!.id;
    const { path } = await did<{ path: string }>(admin.ExportShiftRosterDocument, organiser, {
      shiftId: `shift_${offered.shift.id}`,
      format: 'CSV',
    });
    const link = `${desk.hub.address}${path}`;
    expect((await fetch(link)).status).toBe(200);
    const inHand = [`volunteer-activity_${draft.activity.id}`, `shift_${draft.shift.id}`, signupId];
    for (const id of inHand) expect(await nodeOf(organiser, id)).not.toBeNull();

    const [assignment] = await desk.rows<{ id: string }>(
      'select id from staff_assignment where staff_id = $1',
      organiser.staff.id,
    );
    await did(admin.EndAssignmentDocument, head, { assignmentId: `staff-assignment_${assignment!.id}` });
    expect((await fetch(link)).status).not.toBe(200);
    for (const id of inHand) expect(await nodeOf(organiser, id)).toBeNull();
    desk.now = offered.shift.startsAt;
    for (const [document, input] of [
      [admin.ShowCheckInCodeDocument, { shiftId: `shift_${offered.shift.id}` }],
      [
        admin.RecordAttendanceDocument,
        { shiftId: `shift_${offered.shift.id}`, rows: [{ signupId, checkedInAt: desk.now.toISOString() }] },
      ],
      [admin.ExportShiftRosterDocument, { shiftId: `shift_${offered.shift.id}`, format: 'CSV' }],
      [admin.PublishVolunteerActivityDocument, { activityId: `volunteer-activity_${draft.activity.id}` }],
    ] as const)
      expect((await send(document, organiser, input)).codes).toEqual([expect.stringMatching(/FORBIDDEN|NOT_FOUND/)]);
    expect(await desk.rows('select 1 from attendance where shift_id = $1', offered.shift.id)).toEqual([]);
  });
});
