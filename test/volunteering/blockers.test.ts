import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SupplementServiceDocument, ReconfirmSignupDocument } from '../../schema/generated/mini-program.ts';
import type { FamilyGuardian, ShiftOnOffer } from '../../seeds/scenario/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { Desk } from './desk.ts';

/** What a screen shows beforehand, and what the button then answers, must be one: both are asked here, one after the other. */
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterEach(() => {
  desk.now = desk.scenario.now;
});
afterAll(async () => {
  await expectChecksHold(desk.hub);
  await desk.close();
});

const at = (time: Date, milliseconds = 0): Date => (desk.now = new Date(time.getTime() + milliseconds));

const FIELDS = {
  Signup:
    'viewerCancelBlockers viewerRequestCancellationBlockers viewerReconfirmBlockers viewerOfferStandInBlockers viewerOfferToWaitlistBlockers viewerSupplementBlockers',
  WaitlistEntry: 'viewerAcceptBlockers viewerDeclineBlockers viewerLeaveBlockers',
  StandIn: 'viewerAcceptBlockers viewerDeclineBlockers viewerWithdrawBlockers',
} as const;

async function shown(who: FamilyGuardian, type: keyof typeof FIELDS, id: string): Promise<Record<string, string[]>> {
  const { data, errors } = await desk.hub.ask(
    `query ($id: ID!) { node(id: $id) { ... on ${type} { ${FIELDS[type]} } } }`,
    { as: who.accountId, variables: { id } },
  );
  expect(errors).toBeUndefined();
  return data!['node'] as Record<string, string[]>;
}

interface Placed {
  readonly offered: ShiftOnOffer;
  readonly mother: FamilyGuardian;
  readonly father: FamilyGuardian;
  readonly id: string;
}

async function placed(options: Parameters<Desk['offer']>[0] = {}): Promise<Placed> {
  const offered = await desk.offer({ ...options, role: { capacity: 1, ...options.role } });
  const [mother, father] = (await desk.newFamily(2)).guardians as [FamilyGuardian, FamilyGuardian];
  return { offered, mother, father, id: (await desk.signUp(mother, offered)).payload!.signup!.id };
}

const supplement = (who: FamilyGuardian, signupId: string, { shift }: ShiftOnOffer, until: Date) =>
  desk.send(SupplementServiceDocument as never, who, {
    signupId,
    startsAt: shift.startsAt.toISOString(),
    endsAt: until.toISOString(),
    description: '忘记签到',
  });

describe('a sign-up', () => {
  it('in time: it can be taken back and handed over; nobody need be asked', async () => {
    const { mother, id } = await placed();
    expect(await shown(mother, 'Signup', id)).toEqual({
      viewerCancelBlockers: [],
      viewerRequestCancellationBlockers: ['STILL_FREE'],
      viewerReconfirmBlockers: ['NOTHING_TO_CONFIRM'],
      viewerOfferStandInBlockers: [],
      viewerOfferToWaitlistBlockers: [],
      viewerSupplementBlockers: ['NOT_YET'],
    });
    expect((await desk.requestCancellation(mother, id)).codes).toEqual(['STILL_FREE']);
    expect((await desk.send(ReconfirmSignupDocument as never, mother, { signupId: id })).codes).toEqual([
      'NOTHING_TO_CONFIRM',
    ]);
    expect((await desk.offerStandIn(mother, id)).codes).toEqual([]);
    expect(await shown(mother, 'Signup', id)).toMatchObject({
      viewerOfferStandInBlockers: ['ALREADY_OFFERED'],
      viewerOfferToWaitlistBlockers: ['ALREADY_OFFERED'],
    });
    expect((await desk.offerStandIn(mother, id)).codes).toEqual(['ALREADY_OFFERED']);
  });

  it('too late: the organiser is asked, once', async () => {
    const { offered, mother, id } = await placed();
    at(offered.shift.cancelUntil);
    expect(await shown(mother, 'Signup', id)).toMatchObject({
      viewerCancelBlockers: ['TOO_LATE'],
      viewerRequestCancellationBlockers: [],
    });
    expect((await desk.requestCancellation(mother, id)).codes).toEqual([]);
    expect(await shown(mother, 'Signup', id)).toMatchObject({
      viewerRequestCancellationBlockers: ['ALREADY_REQUESTED'],
    });
  });

  it('begun: nothing but what was served is left to say', async () => {
    const { offered, mother, id } = await placed();
    at(offered.shift.startsAt);
    expect(await shown(mother, 'Signup', id)).toMatchObject({
      viewerRequestCancellationBlockers: ['STARTED'],
      viewerOfferStandInBlockers: ['STARTED'],
      viewerOfferToWaitlistBlockers: ['STARTED'],
      viewerSupplementBlockers: ['NOT_YET'],
    });
    expect((await supplement(mother, id, offered, offered.shift.endsAt)).codes).toEqual(['NOT_YET']);
    at(offered.shift.endsAt);
    expect(await shown(mother, 'Signup', id)).toMatchObject({ viewerSupplementBlockers: [] });
    expect((await supplement(mother, id, offered, offered.shift.endsAt)).codes).toEqual([]);
    expect(await shown(mother, 'Signup', id)).toMatchObject({ viewerSupplementBlockers: ['ALREADY_WAITING'] });
    expect((await supplement(mother, id, offered, offered.shift.endsAt)).codes).toEqual(['ALREADY_WAITING']);
  });

  it('over, or one that the organiser has yet to confirm', async () => {
    const { mother, id } = await placed();
    await desk.cancel(mother, id);
    expect(await shown(mother, 'Signup', id)).toMatchObject({
      viewerCancelBlockers: ['NOT_ACTIVE'],
      viewerRequestCancellationBlockers: ['NOT_ACTIVE'],
      viewerOfferStandInBlockers: ['NOT_CONFIRMED'],
      viewerSupplementBlockers: ['NOT_SIGNED_UP'],
    });
    const asking = await placed({ role: { approvalRequired: true } });
    expect(await shown(asking.mother, 'Signup', asking.id)).toMatchObject({
      viewerOfferStandInBlockers: ['NOT_CONFIRMED'],
      viewerOfferToWaitlistBlockers: ['NOT_CONFIRMED', 'NEEDS_APPROVAL'],
    });
    expect((await desk.offerStandIn(asking.mother, asking.id, { toWaitlist: true })).codes).toEqual(['NOT_CONFIRMED']);
    await desk.rows(`update signup set status = 'CONFIRMED' where id = $1`, asking.id.slice(7));
    await desk.rows('update shift_role set places_taken = 1 where id = $1', asking.offered.role.id);
    expect(await shown(asking.mother, 'Signup', asking.id)).toMatchObject({
      viewerOfferStandInBlockers: [],
      viewerOfferToWaitlistBlockers: ['NEEDS_APPROVAL'],
    });
    expect((await desk.offerStandIn(asking.mother, asking.id, { toWaitlist: true })).codes).toEqual(['NEEDS_APPROVAL']);
  });

  it('of somebody else, as the organiser who is a parent sees it', async () => {
    const { offered, id } = await placed();
    const { parent } = await desk.newFamily();
    await desk.scenario.staffMember({ role: 'SCHOOL_ADMIN' as never, school: desk.school }, parent);
    at(offered.shift.endsAt);
    expect(await shown(parent, 'Signup', id)).toMatchObject({
      viewerCancelBlockers: ['NOT_YOURS', 'TOO_LATE'],
      viewerRequestCancellationBlockers: ['NOT_YOURS', 'STARTED'],
      viewerReconfirmBlockers: ['NOT_YOURS'],
      viewerOfferStandInBlockers: ['NOT_YOURS'],
      viewerSupplementBlockers: [],
    });
  });
});

describe('an entry on a waiting list', () => {
  it('waits, is offered a place, and is over', async () => {
    const role = await desk.full(1);
    const [waiting] = (await desk.parents(1)) as [FamilyGuardian];
    await desk.join(waiting, role);
    const { globalId } = await desk.entryOf(waiting, role);
    expect(await shown(waiting, 'WaitlistEntry', globalId)).toEqual({
      viewerAcceptBlockers: ['NOT_OFFERED'],
      viewerDeclineBlockers: ['NOT_OFFERED'],
      viewerLeaveBlockers: [],
    });
    expect((await desk.decline(waiting, globalId)).codes).toEqual(['NOT_OFFERED']);
    await desk.cancelOf(role.inside[0]!, role);
    expect(await shown(waiting, 'WaitlistEntry', globalId)).toEqual({
      viewerAcceptBlockers: [],
      viewerDeclineBlockers: [],
      viewerLeaveBlockers: [],
    });
    at((await desk.entryOf(waiting, role)).offerExpiresAt!);
    expect(await shown(waiting, 'WaitlistEntry', globalId)).toEqual({
      viewerAcceptBlockers: ['OFFER_EXPIRED'],
      viewerDeclineBlockers: ['OFFER_EXPIRED'],
      viewerLeaveBlockers: ['NOT_WAITING'],
    });
    expect((await desk.decline(waiting, globalId)).codes).toEqual(['OFFER_EXPIRED']);
    expect((await desk.leave(waiting, globalId)).codes).toEqual(['NOT_WAITING']);
  });

  it('cannot be left after the start, whether or not anybody has noticed', async () => {
    const role = await desk.full(1);
    const [waiting] = (await desk.parents(1)) as [FamilyGuardian];
    await desk.join(waiting, role);
    const { globalId } = await desk.entryOf(waiting, role);
    at(role.shift.startsAt, -1);
    expect((await shown(waiting, 'WaitlistEntry', globalId))['viewerLeaveBlockers']).toEqual([]);
    at(role.shift.startsAt);
    expect((await shown(waiting, 'WaitlistEntry', globalId))['viewerLeaveBlockers']).toEqual(['NOT_WAITING']);
    expect((await desk.leave(waiting, globalId)).codes).toEqual(['NOT_WAITING']);
  });
});

describe('an offer to stand in', () => {
  it('is answered by whom it is for, and taken back by who made it', async () => {
    const { mother, father, id } = await placed();
    const standIn = (await desk.offerStandIn(mother, id, { guardianId: `guardian_${father.guardian.id}` })).payload!
      .standIn!.id;
    expect(await shown(father, 'StandIn', standIn)).toEqual({
      viewerAcceptBlockers: [],
      viewerDeclineBlockers: [],
      viewerWithdrawBlockers: ['NOT_YOURS'],
    });
    expect(await shown(mother, 'StandIn', standIn)).toEqual({
      viewerAcceptBlockers: ['NOT_ASKED'],
      viewerDeclineBlockers: ['NOT_ASKED'],
      viewerWithdrawBlockers: [],
    });
    expect((await desk.declineStandIn(father, standIn)).codes).toEqual([]);
    expect(await shown(father, 'StandIn', standIn)).toMatchObject({
      viewerAcceptBlockers: ['NOT_OPEN_ANY_MORE'],
      viewerDeclineBlockers: ['NOT_OPEN_ANY_MORE'],
    });
    expect(await shown(mother, 'StandIn', standIn)).toMatchObject({ viewerWithdrawBlockers: ['NOT_OPEN_ANY_MORE'] });
    expect((await desk.acceptStandIn(father, { standInId: standIn })).codes).toEqual(['NOT_OPEN_ANY_MORE']);
    expect((await desk.withdrawStandIn(mother, standIn)).codes).toEqual(['NOT_OPEN_ANY_MORE']);
  });

  it('names what has come in between', async () => {
    const { offered, mother, father, id } = await placed();
    const standIn = (await desk.offerStandIn(mother, id, { guardianId: `guardian_${father.guardian.id}` })).payload!
      .standIn!.id;
    const other = await desk.offer();
    expect((await desk.signUp(father, other)).codes).toEqual([]);
    expect((await shown(father, 'StandIn', standIn))['viewerAcceptBlockers']).toEqual(['OVERLAP']);
    expect((await desk.acceptStandIn(father, { standInId: standIn })).codes).toEqual(['OVERLAP']);
    at(offered.shift.startsAt);
    expect(await shown(father, 'StandIn', standIn)).toMatchObject({
      viewerAcceptBlockers: ['EXPIRED'],
      viewerDeclineBlockers: ['EXPIRED'],
    });
    expect((await desk.acceptStandIn(father, { standInId: standIn })).codes).toEqual(['EXPIRED']);
    expect((await desk.declineStandIn(father, standIn)).codes).toEqual(['EXPIRED']);
  });
});
