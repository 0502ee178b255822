import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import * as admin from '../../../schema/generated/admin.ts';
import { ReconfirmSignupDocument } from '../../../schema/generated/mini-program.ts';
import {
  family,
  openShift,
  type FamilyGuardian,
  type ShiftOnOffer,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { momentIn } from '../../../src/domains/notice-kinds/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { Desk } from '../desk.ts';

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

interface Notice {
  readonly kind: string;
  readonly body: string;
}
async function did(document: DocumentNode, input: object): Promise<void> {
  expect((await desk.send(document as never, head, input)).codes).toEqual([]);
}
async function inbox(who: FamilyGuardian | StaffMember): Promise<Notice[]> {
  const { data } = await desk.hub.ask<{ viewer: { inbox: { nodes: Notice[] } } }>(
    '{ viewer { inbox(first: 50) { nodes { kind body } } } }',
    { as: who.accountId },
  );
  return data!.viewer.inbox.nodes.map(({ kind, body }) => ({ kind: kind.replace('volunteering.', ''), body }));
}
const kinds = async (who: FamilyGuardian | StaffMember): Promise<string[]> =>
  (await inbox(who)).map(({ kind }) => kind);
const hour = (hours: number): Date => desk.scenario.at(hours * 60);
const day = (hours: number) => ({ startsAt: hour(hours), endsAt: hour(hours + 1) });
const said = (at: Date): string => momentIn(at.toISOString()).zh;

async function update({ shift }: ShiftOnOffer, change: object): Promise<void> {
  const [now] = await desk.rows<{ revision: number }>('select revision from shift where id = $1', shift.id);
  await did(admin.UpdateShiftDocument, { shiftId: `shift_${shift.id}`, ...now, ...change });
}
const move = (offered: ShiftOnOffer, hours: number, more: object = {}) =>
  update(offered, { startsAt: hour(hours).toISOString(), endsAt: hour(hours + 1).toISOString(), ...more });
const callOff = ({ shift }: ShiftOnOffer) =>
  did(admin.CancelShiftDocument, { shiftId: `shift_${shift.id}`, reason: '下雨' });
const signupId = async (who: FamilyGuardian, offered: ShiftOnOffer): Promise<string> =>
  `signup_${(await desk.signupOf(who, offered))!}`;

/** Somebody has agreed to take over the place of another, and the organiser is to decide. */
async function agreed(code: boolean) {
  const offered = await desk.offer({ shift: day(40), role: { approvalRequired: true } });
  const own = await desk.newFamily(2);
  const [giver, taker] = own.guardians as unknown as [FamilyGuardian, FamilyGuardian];
  expect((await desk.signUp(giver, offered)).codes).toEqual([]);
  const id = await signupId(giver, offered);
  await did(admin.ApproveSignupsDocument, { signupIds: [id] });
  const made = await desk.offerStandIn(giver, id, code ? {} : { guardianId: `guardian_${taker.guardian.id}` });
  const standInId = made.payload!.standIn!.id;
  const how = code ? { code: made.payload!.code! } : { standInId };
  expect((await desk.acceptStandIn(taker, how)).codes).toEqual([]);
  return { ...offered, giver, taker, signupId: id, standInId, how };
}

describe('whoever agreed to take over a place by its code, and is asked anew since the shift was moved,', () => {
  it('is told so as long as it is so, with the time of now', async () => {
    const here = await agreed(true);
    await move(here, 60);
    await move(here, 65, { place: '学校西门' });
    const told = await inbox(here.taker);
    expect(told.map(({ kind }) => kind)).toEqual(['stand-in-moved']);
    expect(told[0]!.body).toContain(`(原定${said(hour(60))})改为${said(hour(65))}在学校西门开始`);
    await update(here, { place: '操场' });
    expect((await inbox(here.taker)).find(({ kind }) => kind === 'stand-in-moved')!.body).toContain('在操场开始');
    expect((await desk.withdrawStandIn(here.giver, here.standInId)).codes).toEqual([]);
    expect(await kinds(here.taker)).toEqual(['stand-in-withdrawn']);
  });

  it('hears that somebody else has taken it, or that there is nothing to take over', async () => {
    const [here, other] = [await agreed(true), await agreed(true)];
    for (const each of [here, other]) await move(each, 62);
    const [stranger] = await desk.parents(1);
    expect((await desk.acceptStandIn(stranger!, here.how)).codes).toEqual([]);
    expect(await kinds(here.taker)).toEqual(['stand-in-withdrawn']);
    await callOff(other);
    expect(await kinds(other.taker)).toEqual(['shift-cancelled']);
  });

  it('does not end the offer with a right of theirs: the code is for anybody', async () => {
    const here = await agreed(true);
    await move(here, 63);
    await did(admin.BlockGuardianDocument, {
      guardianshipId: `guardianship_${here.taker.guardianships[0]!.id}`,
      reason: '更正',
    });
    expect(await kinds(here.taker)).toEqual([]);
    const [stranger] = await desk.parents(1);
    expect((await desk.acceptStandIn(stranger!, here.how)).codes).toEqual([]);
    expect((await desk.decideStandIn(head, here.standInId, true)).codes).toEqual([]);
  });
});

describe.each([{ code: false }, { code: true }])('whoever has agreed to stand in ($code)', ({ code }) => {
  it('is told that nobody counts on them: the giver takes it back, or loses the place, or the shift is called off', async () => {
    const [back, gone, off] = [await agreed(code), await agreed(code), await agreed(code)];
    expect((await desk.withdrawStandIn(back.giver, back.standInId)).codes).toEqual([]);
    expect(await kinds(back.taker)).toEqual(['stand-in-withdrawn']);
    expect((await desk.cancel(gone.giver, gone.signupId)).codes).toEqual([]);
    expect(await kinds(gone.taker)).toEqual(['stand-in-withdrawn']);
    await callOff(off);
    expect(await inbox(off.taker)).toEqual([
      { kind: 'shift-cancelled', body: expect.stringContaining('下雨') as string },
    ]);
    for (const { standInId } of [back, gone, off])
      expect(
        await desk.rows('select id from notice where waiting and about_id = $1', standInId.slice('stand-in_'.length)),
      ).toEqual([]);
  });
});

it('a time that was confirmed again is to be confirmed no more', async () => {
  const offered = await desk.offer({ shift: day(40) });
  const [one] = await desk.parents(1);
  await desk.signUp(one!, offered);
  await move(offered, 60);
  expect(await kinds(one!)).toEqual(['shift-moved']);
  const input = { signupId: await signupId(one!, offered) };
  expect((await desk.send(ReconfirmSignupDocument as never, one!, input)).codes).toEqual([]);
  expect(await kinds(one!)).toEqual([]);
});

it('where a shift meets is told to whoever waits as long as they wait, and beyond it once they have the place', async () => {
  const offered = await desk.offer({ shift: day(90), role: { capacity: 1 } });
  const own = await desk.newFamily(2);
  const [giver, taker] = own.guardians as unknown as [FamilyGuardian, FamilyGuardian];
  await desk.signUp(giver, offered);
  await desk.join(taker, offered);
  const id = await signupId(giver, offered);
  const made = await desk.offerStandIn(giver, id, { guardianId: `guardian_${taker.guardian.id}` });
  await update(offered, { place: '学校西门' });
  expect((await desk.declineStandIn(taker, made.payload!.standIn!.id)).codes).toEqual([]);
  expect(await kinds(taker)).toEqual(['shift-place-changed']);
  await desk.cancel(giver, id);
  const { globalId } = await desk.entryOf(taker, offered);
  expect((await desk.accept(taker, globalId)).codes).toEqual([]);
  expect(await kinds(taker)).toEqual(['shift-place-changed']);
  await desk.cancelOf(taker, offered);
  expect(await kinds(taker)).toEqual([]);
});

it('whoever is asked anew to confirm a shift of these two days is asked once', async () => {
  const [offered, own] = [await desk.offer({ shift: day(24) }), await desk.newFamily()];
  await desk.signUp(own.parent, offered);
  await move(offered, 30);
  for (const status of ['ENDED', 'ACTIVE']) {
    await desk.rows('update class_membership set status = $2 where student_id = $1', own.students[0]!.id, status);
    await desk.hub.hub.runJob('people.end-what-rested');
  }
  expect(await kinds(own.parent)).toEqual(['shift-moved']);
});

describe('what waits for a decision', () => {
  it('names the time of now, also where nobody is asked anew', async () => {
    const offered = await desk.offer({ shift: { ...day(40), cancelUntil: desk.scenario.at(-1) } });
    const [one] = await desk.parents(1);
    await desk.signUp(one!, offered);
    expect((await desk.requestCancellation(one!, await signupId(one!, offered))).codes).toEqual([]);
    await move(offered, 66);
    for (const again of [false, true]) {
      if (again) await desk.hub.hub.runJob('notices.ask-deciders', {});
      const asked = (await inbox(desk.organiser)).filter(({ kind }) => kind === 'cancellation-requested');
      expect(asked.map(({ body }) => body)).toEqual([expect.stringContaining(`(${said(hour(66))})`)]);
    }
  });

  const ofAnAdministrator = async (capacity = 2) => {
    const offered = await desk.offer({ shift: day(70), role: { approvalRequired: true, capacity } });
    const own = await desk.newFamily();
    await desk.scenario.staffMember({ role: 'SCHOOL_ADMIN', school: desk.school }, own.parent);
    return { ...offered, parent: own.parent };
  };
  const asked = async () => (await kinds(desk.organiser)).filter((kind) => kind === 'signup-to-decide');

  it.each(['taken back', 'called off'])('waits no more once it is %s', async (how) => {
    const { parent, ...offered } = await ofAnAdministrator();
    expect((await desk.signUp(parent, offered)).codes).toEqual([]);
    expect(await asked()).toHaveLength(1);
    if (how === 'called off') await callOff(offered);
    else expect((await desk.cancelOf(parent, offered)).codes).toEqual([]);
    expect(await asked()).toEqual([]);
  });

  it('is asked for at once where somebody accepts a place of the waiting list', async () => {
    const { parent, ...offered } = await ofAnAdministrator(1);
    const [first] = await desk.parents(1);
    await desk.signUp(first!, offered);
    const id = await signupId(first!, offered);
    await did(admin.ApproveSignupsDocument, { signupIds: [id] });
    expect((await desk.join(parent, offered)).codes).toEqual([]);
    await desk.cancel(first!, id);
    expect((await desk.accept(parent, (await desk.entryOf(parent, offered)).globalId)).codes).toEqual([]);
    expect(await asked()).toHaveLength(1);
    await desk.cancelOf(parent, offered);
  });

  it('and where somebody signs up at a school at which nobody runs the shift', async () => {
    const school = await desk.scenario.school();
    const schoolClass = await desk.scenario.schoolClass(school);
    const organiser = await desk.scenario.teacher(schoolClass);
    const district = await desk.scenario.districtAdmin();
    const { parent } = await family(desk.scenario, [schoolClass]);
    const offered = await openShift(desk.scenario, organiser, {
      school,
      shift: day(60),
      role: { approvalRequired: true },
    });
    await desk.rows('update staff_assignment set ended_at = now() where id = $1', organiser.assignment.id);
    expect((await desk.signUp(parent, offered)).codes).toEqual([]);
    expect(await kinds(district)).toContain('signup-to-decide');
  });
});

it('what a hub of before tells of a record of somebody names the shift to whoever may see it', async () => {
  const [offered, own] = [await desk.offer({ shift: day(48) }), await desk.newFamily()];
  await desk.signUp(own.parent, offered);
  await desk.rows(
    `insert into notice (id, created_at, person_id, kind, params, about_prefix, about_id)
    select gen_random_uuid(), now(), person_id, 'volunteering.no-show-corrected', '{"shift": "护学岗"}', 'signup', id from signup where person_id = $1`,
    own.parent.person.id,
  );
  expect((await inbox(own.parent))[0]!.body).toContain('护学岗');
  await did(admin.BlockGuardianDocument, {
    guardianshipId: `guardianship_${own.parent.guardianships[0]!.id}`,
    reason: '更正',
  });
  expect((await inbox(own.parent)).filter(({ body }) => body.includes('护学岗'))).toEqual([]);
});
