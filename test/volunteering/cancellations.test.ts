import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CancelSignupDocument } from '../../schema/generated/mini-program.ts';
import { openShift, signedUp, type FamilyGuardian } from '../../seeds/scenario/index.ts';
import { expireStandIns } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { Desk } from './desk.ts';
import { signUpCalls } from './sign-ups.ts';
import { latePlaces } from './waiting-list/late-places.ts';

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

const { signUp, cancel, written } = signUpCalls(() => desk.hub);
const { at, late, whoIsIn } = latePlaces(() => desk);

describe('cancelling', () => {
  it('gives the place and the time back, and one may sign up again', async () => {
    const [offered, { parent }] = [await desk.offer({ role: { capacity: 1 } }), await desk.newFamily()];
    const { payload } = await signUp(parent, offered);
    const cancelled = await cancel(parent, payload!.signup!.id);
    expect(cancelled.payload).toMatchObject({
      userErrors: [],
      signup: { status: 'CANCELLED' },
      role: { freePlaces: 1 },
    });
    expect(await written(offered.role.id)).toEqual({ confirmed: 0, pending: 0, taken: 0, engaged: 0 });
    expect((await signUp(parent, offered)).codes).toEqual([]);
  });

  it('is refused twice, when it is too late, and for somebody else', async () => {
    const [offered, own, other] = [await desk.offer(), await desk.newFamily(), await desk.newFamily()];
    const signup = await signedUp(desk.scenario, offered, own);
    const id = `signup_${signup.id}`;
    expect((await cancel(other.parent, id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    desk.now = offered.shift.cancelUntil;
    expect((await cancel(own.parent, id)).codes).toEqual(['TOO_LATE']);
    desk.now = new Date(offered.shift.cancelUntil.getTime() - 1);
    expect((await cancel(own.parent, id)).codes).toEqual([]);
    expect((await cancel(own.parent, id)).codes).toEqual(['NOT_ACTIVE']);
    desk.now = desk.scenario.now;
    expect(await written(offered.role.id)).toEqual({ confirmed: 0, pending: 0, taken: 0, engaged: 0 });
  });
});

describe('whoever runs the shift hears', () => {
  const heard = async (who: { accountId: string }, language: string): Promise<string[]> => {
    const kind = '{ kind: { in: ["volunteering.volunteer-cancelled", "volunteering.volunteers-short"] } }';
    const { data } = await desk.hub.ask(`{ viewer { inbox(first: 10, where: ${kind}) { nodes { body } } } }`, {
      as: who.accountId,
      headers: { 'accept-language': language },
    });
    return (data!['viewer'].inbox.nodes as { body: string }[]).map(({ body }) => body).sort();
  };

  it('that a volunteer has given up a place, why, and that too few are left', async () => {
    const organiser = await desk.scenario.teacher(desk.schoolClass);
    const offered = await openShift(desk.scenario, organiser, {
      school: desk.school,
      activity: { title: '护学岗' },
      role: { name: '引导员', capacity: 3, minimum: 2 },
    });
    const families = [await desk.newFamily(), await desk.newFamily(), await desk.newFamily()];
    const ids: string[] = [];
    for (const { parent } of families) ids.push((await signUp(parent, offered)).payload!.signup!.id);
    const takeBack = (at: number, reason?: string) =>
      desk.hub.ask(CancelSignupDocument, {
        as: families[at]!.parent.accountId,
        variables: { input: { signupId: ids[at]!, ...(reason !== undefined && { reason }) } },
      });
    await takeBack(0);
    expect(await heard(organiser, 'zh-CN')).toEqual([
      expect.stringMatching(/^一位志愿者取消了“护学岗 · 引导员”\([^)]+\)的报名。$/),
    ]);
    await takeBack(1, '孩子生病');
    expect(await heard(organiser, 'zh-CN')).toEqual([
      expect.stringMatching(/^“护学岗 · 引导员”\([^)]+\)的志愿者减至1人,少于至少需要的2人,请安排。$/),
      expect.stringMatching(/的报名,原因:孩子生病。$/),
      expect.stringMatching(/的报名。$/),
    ]);
    await takeBack(2);
    const told = await heard(organiser, 'en');
    expect(told).toHaveLength(4);
    expect(told).toContainEqual(
      expect.stringMatching(/ is down to 1 volunteer and needs 2 at least: please find somebody\.$/),
    );
  });

  it('nothing of a sign-up that was waiting for their decision, and had no place', async () => {
    const { parent } = await desk.newFamily();
    const head = await desk.scenario.teacher(desk.schoolClass);
    const offered = await openShift(desk.scenario, head, {
      school: desk.school,
      role: { capacity: 3, approvalRequired: true },
    });
    const { payload } = await signUp(parent, offered);
    expect(payload!.signup!.status).toBe('PENDING');
    expect((await cancel(parent, payload!.signup!.id)).codes).toEqual([]);
    expect(await heard(head, 'en')).toEqual([]);
  });
});

describe('when it is too late to cancel', () => {
  it('one asks to be let go, and the organiser decides', async () => {
    const { offered, mother, signupId } = await late();
    at(offered.shift.cancelUntil, -1);
    expect((await desk.requestCancellation(mother, signupId)).codes).toEqual(['STILL_FREE']);
    at(offered.shift.cancelUntil);
    expect((await desk.cancel(mother, signupId)).codes).toEqual(['TOO_LATE']);
    expect((await desk.requestCancellation(mother, signupId)).codes).toEqual([]);
    expect((await desk.requestCancellation(mother, signupId)).codes).toEqual(['ALREADY_REQUESTED']);
    expect((await desk.decideCancellation(desk.organiser, signupId, false)).codes).toEqual(['REASON_MISSING']);
    const declined = await desk.decideCancellation(desk.organiser, signupId, false, '人手不足');
    expect(declined.payload?.signup).toMatchObject({
      status: 'CONFIRMED',
      cancelRequestedAt: null,
      cancelRequestAnswer: '人手不足',
    });
    expect((await desk.decideCancellation(desk.organiser, signupId, true)).codes).toEqual(['NO_REQUEST']);
    await desk.requestCancellation(mother, signupId, '孩子生病');
    const [next] = (await desk.parents(1)) as [FamilyGuardian];
    expect((await desk.signUp(next, offered, { ifFull: 'JOIN_WAITLIST' })).codes).toEqual([]);
    expect((await desk.decideCancellation(desk.organiser, signupId, true)).payload?.signup?.status).toBe('CANCELLED');
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 0, held: 1, engaged: 0 });
  });

  it('nobody but who runs the shift decides', async () => {
    const { mother, signupId } = await late();
    await desk.requestCancellation(mother, signupId);
    const elsewhere = await desk.scenario.school();
    for (const who of [
      await desk.scenario.schoolAdmin(elsewhere),
      await desk.scenario.teacher(desk.schoolClass),
      await desk.scenario.districtAdmin(),
    ]) {
      expect((await desk.decideCancellation(who, signupId, true)).codes).toEqual(['NOT_FOUND']);
    }
    expect((await desk.decideCancellation(mother, signupId, true)).codes).toEqual(['FORBIDDEN']);
    const [{ status }] = (await desk.rows<{ status: string }>(
      'select status from signup where id = $1',
      signupId.slice(7),
    )) as [{ status: string }];
    expect(status).toBe('CONFIRMED');
    expect((await desk.decideCancellation(await desk.scenario.schoolAdmin(desk.school), signupId, true)).codes).toEqual(
      [],
    );
  });

  it('nor anybody about themselves: an organiser who is a parent asks another one', async () => {
    const offered = await desk.offer();
    const { parent } = await desk.newFamily();
    const head = await desk.scenario.staffMember({ role: 'SCHOOL_ADMIN' as never, school: desk.school }, parent);
    const signup = (await desk.signUp(parent, offered)).payload!.signup!.id;
    at(offered.shift.cancelUntil);
    await desk.requestCancellation(parent, signup);
    expect((await desk.decideCancellation(head, signup, true)).codes).toEqual(['OWN_SIGNUP']);
    expect(await whoIsIn(offered)).toEqual([parent.guardian.id]);
  });

  it('nothing is handed over after the start', async () => {
    const { offered, mother, father, signupId } = await late();
    const offer = await desk.offerStandIn(mother, signupId);
    at(offered.shift.startsAt);
    expect((await desk.acceptStandIn(father, { code: offer.payload!.code! })).codes).toEqual(['EXPIRED']);
    expect((await desk.requestCancellation(mother, signupId)).codes).toEqual(['STARTED']);
    expect(await desk.asJob((tx) => expireStandIns(tx, 50))).toBe(1);
    expect(await desk.asJob((tx) => expireStandIns(tx, 50))).toBe(0);
    expect((await desk.offerStandIn(mother, signupId)).codes).toEqual(['STARTED']);
    at(offered.shift.startsAt, -1);
    expect((await desk.offerStandIn(mother, signupId)).codes).toEqual([]);
  });
});
