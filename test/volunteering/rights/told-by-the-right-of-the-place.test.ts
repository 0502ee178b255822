import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import * as admin from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord } from '../../../seeds/factories/index.ts';
import type { Family, ShiftOnOffer, ShiftOptions, StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';

const HOUR = 60;
let desk: Desk;
let head: StaffMember;
let elsewhere: SchoolClassRecord;
beforeAll(async () => {
  desk = await Desk.open();
  head = await desk.scenario.schoolAdmin(desk.school);
  elsewhere = await desk.scenario.schoolClass(desk.school);
});
beforeEach(() => desk.rows('update signup set reconfirm_until = null where reconfirm_until is not null'));
afterEach(() => {
  desk.now = desk.scenario.now;
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

async function did(document: DocumentNode, input: object): Promise<void> {
  expect((await desk.send(document as never, head, input)).codes).toEqual([]);
}

interface Inbox {
  readonly unread: number;
  readonly kinds: string[];
}
/** As they see it at the hub's clock, however far that has gone. */
async function inbox({ accountId }: { readonly accountId: string }): Promise<Inbox> {
  const token = await desk.hub.hub.tokens.sign(accountId, 30 * 86_400);
  const { data } = await desk.hub.ask<{
    viewer: { unreadNoticeCount: number; inbox: { nodes: { kind: string }[] } };
  }>('{ viewer { unreadNoticeCount inbox(first: 50) { nodes { kind } } } }', {
    headers: { authorization: `Bearer ${token}` },
  });
  const { unreadNoticeCount, inbox: told } = data!.viewer;
  return { unread: unreadNoticeCount, kinds: told.nodes.map(({ kind }) => kind.replace('volunteering.', '')) };
}
const told = async (of: Family): Promise<string[]> => (await inbox(of.parent)).kinds;

const day = (hours: number) => ({
  startsAt: desk.scenario.at(hours * HOUR),
  endsAt: desk.scenario.at(hours * HOUR + 60),
});
async function move({ shift }: ShiftOnOffer, change: object): Promise<void> {
  const [now] = await desk.rows<{ revision: number }>('select revision from shift where id = $1', shift.id);
  await did(admin.UpdateShiftDocument, { shiftId: `shift_${shift.id}`, ...now, ...change });
}
const to = (hours: number) => {
  const { startsAt, endsAt } = day(hours);
  return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
};
async function narrow({ activity }: ShiftOnOffer): Promise<void> {
  await did(admin.UpdateVolunteerActivityDocument, {
    activityId: `volunteer-activity_${activity.id}`,
    revision: activity.revision,
    audience: [{ classId: `class_${elsewhere.id}` }],
  });
}
const membership = (of: Family, status: string) =>
  desk.rows('update class_membership set status = $2 where student_id = $1', of.students[0]!.id, status);
const signupOf = async (of: Family) =>
  (
    await desk.rows<{ status: string; reconfirm_until: Date | null }>(
      'select status, reconfirm_until from signup where person_id = $1 order by id desc limit 1',
      of.parent.person.id,
    )
  )[0]!;
const release = () => desk.hub.hub.runJob('volunteering.release-unconfirmed');

/** With a place that they have kept though the activity is for another class by now. */
async function kept(hours = 40, options: ShiftOptions = {}): Promise<ShiftOnOffer & { readonly own: Family }> {
  const [offered, own] = [await desk.offer({ ...options, shift: day(hours) }), await desk.newFamily(2)];
  expect((await desk.signUp(own.parent, offered)).codes).toEqual([]);
  await narrow(offered);
  return { ...offered, own };
}

describe('whoever keeps a place though the audience was narrowed is told all that is told of it', () => {
  it('that the shift is moved, and that the place is gone where they did not answer', async () => {
    const here = await kept();
    await move(here, to(110));
    expect(await inbox(here.own.parent)).toEqual({ unread: 1, kinds: ['shift-moved'] });
    desk.now = desk.scenario.at(49 * HOUR);
    await release();
    expect((await signupOf(here.own)).status).toBe('CANCELLED');
    expect(await told(here.own)).toEqual(['signup-released']);
  });

  it('that it meets elsewhere, that it is near, and that it is called off', async () => {
    const here = await kept(20);
    await move(here, { place: '学校西门' });
    expect(await told(here.own)).toEqual(['shift-place-changed']);
    await desk.hub.hub.runJob('volunteering.remind-volunteers');
    expect((await told(here.own)).sort()).toEqual(['shift-place-changed', 'shift-soon']);
    await did(admin.CancelShiftDocument, { shiftId: `shift_${here.shift.id}`, reason: '下雨' });
    expect(await told(here.own)).toEqual(['shift-cancelled']);
  });

  it('what the organiser and whoever was asked to stand in answer', async () => {
    const here = await kept();
    const signupId = `signup_${(await desk.signupOf(here.own.parent, here))!}`;
    await desk.rows('update shift set cancel_until = $2 where id = $1', here.shift.id, desk.scenario.at(-1));
    expect((await desk.requestCancellation(here.own.parent, signupId)).codes).toEqual([]);
    expect((await desk.decideCancellation(head, signupId, false, '人手不足')).codes).toEqual([]);
    expect(await told(here.own)).toEqual(['cancellation-declined']);
    expect((await desk.requestCancellation(here.own.parent, signupId)).codes).toEqual([]);
    expect((await desk.decideCancellation(head, signupId, true)).codes).toEqual([]);
    expect(await told(here.own)).toEqual(['cancellation-granted']);
  });

  it('and whoever loses the place with the right hears that it has ended, and nothing of when and where any more', async () => {
    const here = await kept();
    await move(here, to(110));
    await did(admin.BlockGuardianDocument, {
      guardianshipId: `guardianship_${here.own.parent.guardianships[0]!.id}`,
      reason: '更正',
    });
    expect(await told(here.own)).toEqual(['signup-ended']);
  });
});

it('an audience that changes carries the places with it: a child who moves into the new class keeps the place, one who leaves both does not', async () => {
  const audience = await desk.scenario.audience({ schoolClass: desk.schoolClass });
  const third = await desk.scenario.schoolClass(desk.school);
  const here = await kept(40, { audience });
  const goTo = (classId: string) =>
    did(admin.EnrolStudentsDocument, {
      classId: `class_${classId}`,
      rows: here.own.students.map(({ name, studentNumber }) => ({ name, studentNumber })),
    });
  await goTo(elsewhere.id);
  expect((await signupOf(here.own)).status).toBe('CONFIRMED');
  await move(here, to(110));
  expect(await told(here.own)).toEqual(['shift-moved']);
  await goTo(third.id);
  expect((await signupOf(here.own)).status).toBe('CANCELLED');
  expect(await told(here.own)).toEqual(['signup-ended']);
});

describe('between classes nothing is shown', () => {
  it('and no place is lost for want of an answer: the two days begin when the question is shown', async () => {
    const [offered, own] = [await desk.offer({ shift: day(40) }), await desk.newFamily()];
    await desk.signUp(own.parent, offered);
    await membership(own, 'ENDED');
    await desk.hub.hub.runJob('people.end-what-rested');
    await move(offered, to(240));
    expect(await told(own)).toEqual([]);
    desk.now = desk.scenario.at(49 * HOUR);
    await release();
    expect((await signupOf(own)).status).toBe('CONFIRMED');

    await membership(own, 'ACTIVE');
    desk.now = desk.scenario.at(50 * HOUR);
    await release();
    await desk.hub.hub.runJob('people.end-what-rested');
    expect(await signupOf(own)).toEqual({ status: 'CONFIRMED', reconfirm_until: desk.scenario.at(98 * HOUR) });
    expect(await told(own)).toEqual(['shift-moved']);
    desk.now = desk.scenario.at(99 * HOUR);
    await release();
    expect((await signupOf(own)).status).toBe('CANCELLED');
    expect(await told(own)).toEqual(['signup-released']);
  });

  it('nor once the shift runs: nothing is to be confirmed any more, and others are released as ever', async () => {
    const [offered, own, other] = [
      await desk.offer({ shift: day(40) }),
      await desk.newFamily(),
      await desk.newFamily(),
    ];
    for (const each of [own, other]) await desk.signUp(each.parent, offered);
    await membership(own, 'ENDED');
    await move(offered, to(60));
    desk.now = desk.scenario.at(49 * HOUR);
    await release();
    expect([(await signupOf(own)).status, (await signupOf(other)).status]).toEqual(['CONFIRMED', 'CANCELLED']);
    desk.now = desk.scenario.at(60 * HOUR + 30);
    await release();
    expect(await signupOf(own)).toEqual({ status: 'CONFIRMED', reconfirm_until: null });
    await membership(own, 'ACTIVE');
  });
});
