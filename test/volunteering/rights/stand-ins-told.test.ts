import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import * as admin from '../../../schema/generated/admin.ts';
import type { FamilyGuardian, ShiftOnOffer, StaffMember } from '../../../seeds/scenario/index.ts';
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

/** Of two of a family: one has the place, the other is asked to take it over. */
async function asked({ approvalRequired = false, code = false } = {}) {
  const offered = await desk.offer({ shift: day(40), role: { approvalRequired } });
  const own = await desk.newFamily(2);
  const [giver, taker] = own.guardians as unknown as [FamilyGuardian, FamilyGuardian];
  expect((await desk.signUp(giver, offered)).codes).toEqual([]);
  const signupId = `signup_${(await desk.signupOf(giver, offered))!}`;
  if (approvalRequired) await did(admin.ApproveSignupsDocument, { signupIds: [signupId] });
  const made = await desk.offerStandIn(giver, signupId, code ? {} : { guardianId: `guardian_${taker.guardian.id}` });
  expect(made.codes).toEqual([]);
  const [standIn] = await desk.rows<{ id: string }>(
    'select id from stand_in where signup_id = $1 order by id desc limit 1',
    signupId.slice('signup_'.length),
  );
  return { ...offered, giver, taker, signupId, standInId: `stand-in_${standIn!.id}`, code: made.payload!.code };
}
const standing = async ({ standInId }: { readonly standInId: string }) =>
  (
    await desk.rows<{ status: string; expires_at: Date }>(
      'select status, expires_at from stand_in where id = $1',
      standInId.slice('stand-in_'.length),
    )
  )[0]!;

describe('nobody has a place at a time that they never agreed to', () => {
  it.each([{ code: false }, { code: true }])(
    'who has agreed to stand in for the old time is asked anew, and the organiser has nothing to decide until they answer ($code)',
    async ({ code }) => {
      const here = await asked({ approvalRequired: true, code });
      const how = code ? { code: here.code! } : { standInId: here.standInId };
      expect((await desk.acceptStandIn(here.taker, how)).codes).toEqual([]);
      expect(await kinds(desk.organiser)).toContain('stand-in-to-decide');
      await move(here, 60);
      expect(await standing(here)).toEqual({ status: 'OFFERED', expires_at: hour(60) });
      expect(await kinds(desk.organiser)).not.toContain('stand-in-to-decide');
      const [notice] = await inbox(here.taker);
      expect(notice!.kind).toBe('stand-in-moved');
      expect(notice!.body).toContain(`(原定${said(hour(40))})改为${said(hour(60))}`);
      expect((await desk.decideStandIn(head, here.standInId, true)).codes).toEqual(['NOT_PENDING']);
      expect(await desk.signupOf(here.taker, here)).toBeUndefined();

      expect((await desk.acceptStandIn(here.taker, how)).codes).toEqual([]);
      expect(await kinds(desk.organiser)).toContain('stand-in-to-decide');
      expect(await kinds(here.taker)).toEqual([]);
      expect((await desk.decideStandIn(head, here.standInId, true)).codes).toEqual([]);
      expect(await kinds(here.taker)).toEqual(['stand-in-approved']);
    },
  );

  it('who was asked hears of the new time and until when to answer, and is shown the old one no more', async () => {
    const here = await asked();
    expect(await kinds(here.taker)).toEqual(['stand-in-asked']);
    await move(here, 60, { place: '学校西门' });
    const told = await inbox(here.taker);
    expect(told.map(({ kind }) => kind)).toEqual(['stand-in-moved']);
    expect(told[0]!.body).toContain(`改为${said(hour(60))}在学校西门开始,请在${said(hour(60))}前答复`);
    expect((await desk.declineStandIn(here.taker, here.standInId)).codes).toEqual([]);
    expect(await kinds(here.taker)).toEqual([]);
  });
});

it('who waits, holds an offer or is asked to stand in hears of another place as well, until they have nothing to do with it', async () => {
  const here = await asked();
  const full = await desk.full(1, { shift: day(45) });
  const [held, waits] = await desk.parents(2);
  for (const each of [held!, waits!]) expect((await desk.join(each, full)).codes).toEqual([]);
  await desk.cancelOf(full.inside[0]!, full);
  for (const each of [here, full]) await update(each, { place: '学校西门' });
  expect(await kinds(here.taker)).toEqual(['shift-place-changed', 'stand-in-asked']);
  expect(await kinds(held!)).toEqual(['shift-place-changed', 'place-offered']);
  expect(await kinds(waits!)).toEqual(['shift-place-changed']);
  expect((await desk.declineStandIn(here.taker, here.standInId)).codes).toEqual([]);
  expect(await kinds(here.taker)).toEqual([]);
});

it('a place that is held names the time and the deadline of now', async () => {
  const full = await desk.full(1, { shift: day(20) });
  const [held] = await desk.parents(1);
  await desk.join(held!, full);
  await desk.cancelOf(full.inside[0]!, full);
  await move(full, 50);
  const [entry] = await desk.rows<{ offer_expires_at: Date }>(
    'select offer_expires_at from waitlist_entry where person_id = $1',
    held!.person.id,
  );
  const offer = (await inbox(held!)).find(({ kind }) => kind === 'place-offered')!;
  expect(offer.body).toContain(`(${said(hour(50))})有一个名额为您保留至${said(entry!.offer_expires_at)}`);
});

it('a shift that is moved to another time and place is told of by both', async () => {
  const offered = await desk.full(1, { shift: day(40) });
  const [waits] = await desk.parents(1);
  await desk.join(waits!, offered);
  await move(offered, 60, { place: '学校西门' });
  expect((await inbox(offered.inside[0]!)).map(({ body }) => body)).toEqual([
    expect.stringContaining(`改为${said(hour(60))}在学校西门开始`),
  ]);
  expect((await inbox(waits!)).map(({ body }) => body)).toEqual([
    expect.stringContaining(`改为${said(hour(60))}在学校西门开始。`),
  ]);
});

describe('news says nothing that is not so any more', () => {
  const tie = ({ guardianships }: FamilyGuardian) => ({
    guardianshipId: `guardianship_${guardianships[0]!.id}`,
    reason: '更正',
  });

  it.each(['declined', 'rejected'] as const)(
    '“your sign-up stands”, after a stand-in was %s, goes with the sign-up',
    async (how) => {
      const here = await asked({ approvalRequired: how === 'rejected' });
      if (how === 'declined') await desk.declineStandIn(here.taker, here.standInId);
      else {
        await desk.acceptStandIn(here.taker, { standInId: here.standInId });
        expect((await desk.decideStandIn(head, here.standInId, false, '人手已定')).codes).toEqual([]);
      }
      expect(await kinds(here.giver)).toContain(`stand-in-${how}`);
      await did(admin.BlockGuardianDocument, tie(here.giver));
      await did(admin.UnblockGuardianDocument, tie(here.giver));
      expect(await kinds(here.giver)).toEqual(['signup-again']);
    },
  );

  it('who loses several places and waits hears how many, of each', async () => {
    const places = [await desk.offer({ shift: day(80) }), await desk.offer({ shift: day(82) })];
    const full = await desk.full(1, { shift: day(84) });
    const [one] = await desk.parents(1);
    for (const each of places) await desk.signUp(one!, each);
    await desk.join(one!, full);
    // The place that they hold is lost with the right as well.
    await desk.cancelOf(full.inside[0]!, full);
    await did(admin.BlockGuardianDocument, tie(one!));
    const told = (await inbox(one!)).filter(({ kind }) => kind.endsWith('-ended'));
    expect(Object.fromEntries(told.map(({ kind, body }) => [kind, body]))).toEqual({
      'signup-ended': expect.stringContaining('2项报名已结束') as string,
      'waiting-ended': expect.stringContaining('1项候补已结束') as string,
    });
  });

  it('“you may sign up anew” names the time of now, and goes once somebody has, or the shift is called off', async () => {
    const offered = await desk.offer({ shift: day(40) });
    const full = await desk.full(1, { shift: day(50) });
    const [one, other] = await desk.parents(2);
    for (const each of [one!, other!]) {
      await desk.signUp(each, offered);
      await desk.join(each, full);
      await did(admin.BlockGuardianDocument, tie(each));
      await did(admin.UnblockGuardianDocument, tie(each));
    }
    await move(offered, 60);
    await move(full, 70);
    const again = async (who: FamilyGuardian) =>
      (await inbox(who)).filter(({ kind }) => kind.endsWith('-again')).sort((a, b) => (a.kind < b.kind ? -1 : 1));
    expect((await again(one!)).map(({ body }) => body)).toEqual([
      expect.stringContaining(said(hour(60))),
      expect.stringContaining(said(hour(70))),
    ]);
    expect((await desk.signUp(one!, offered)).codes).toEqual([]);
    expect((await desk.join(one!, full)).codes).toEqual([]);
    expect(await again(one!)).toEqual([]);
    for (const { shift } of [offered, full])
      await did(admin.CancelShiftDocument, { shiftId: `shift_${shift.id}`, reason: '下雨' });
    expect(await again(other!)).toEqual([]);
  });
});
