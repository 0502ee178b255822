import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { minutesAfter } from '../../../seeds/factories/index.ts';
import type { FamilyGuardian } from '../../../seeds/scenario/index.ts';
import { settleOffers } from '../../../src/domains/volunteering/index.ts';
import { brokenChecks } from '../../support/checks.ts';
import { Desk } from '../desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open({ variables: { REQUEST_TIMEOUT_MS: '120000', STATEMENT_TIMEOUT_MS: '60000' } });
});
afterEach(async () => {
  desk.now = desk.scenario.now;
  expect(await brokenChecks(desk.hub.database.pool)).toEqual([]);
});
afterAll(() => desk.close());

describe('at the same moment', () => {
  it('500 guardians for 20 places: 20 have one, 480 wait in the order in which the role let them in', async () => {
    const offered = await desk.offer({ role: { capacity: 20 } });
    const all = await desk.parents(500);
    await Promise.all(all.map((each) => desk.hub.tokenOf(each.accountId)));
    const answers = await Promise.all(all.map((each) => desk.signUp(each, offered, { ifFull: 'JOIN_WAITLIST' })));
    expect(answers.flatMap((answer) => answer.errors ?? [])).toEqual([]);
    expect(answers.flatMap((answer) => answer.codes)).toEqual([]);
    expect(answers.filter((answer) => answer.payload?.signup?.status === 'CONFIRMED')).toHaveLength(20);
    expect(answers.filter((answer) => answer.payload?.waitlistEntry?.status === 'WAITING')).toHaveLength(480);
    expect(await desk.places(offered)).toEqual({
      capacity: 20,
      taken: 20,
      confirmed: 20,
      pending: 0,
      held: 0,
      engaged: 20,
    });
    const queue = await desk.rows<{ sequence: number }>(
      'select sequence from waitlist_entry where role_id = $1 order by priority, joined_at, sequence',
      offered.role.id,
    );
    expect(queue.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 480 }, (_, index) => index + 1));
  }, 120_000);

  it('one person for two overlapping roles: one; for two back to back: both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = await desk.offer();
      const same = await desk.offer();
      const next = await desk.offer({
        shift: { startsAt: first.shift.endsAt, endsAt: minutesAfter(first.shift.endsAt, 60) },
      });
      const [one, other] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
      const [overlapping, backToBack] = await Promise.all([
        Promise.all([desk.signUp(one, first), desk.signUp(one, same)]),
        Promise.all([desk.signUp(other, first), desk.signUp(other, next)]),
      ]);
      expect(overlapping.map((answer) => answer.codes.join()).sort()).toEqual(['', 'OVERLAP']);
      expect(backToBack.map((answer) => answer.codes.join())).toEqual(['', '']);
    }
  });

  it('many give their places up and a crowd of newcomers presses: only those who wait are served', async () => {
    const offered = await desk.full(8);
    const queue = await desk.parents(8);
    for (const each of queue) await desk.join(each, offered);
    const newcomers = await desk.parents(24);
    const [left, pressed] = await Promise.all([
      Promise.all(offered.inside.map((each) => desk.cancelOf(each, offered))),
      Promise.all(newcomers.map((each) => desk.signUp(each, offered))),
    ]);
    expect(left.flatMap((answer) => answer.codes)).toEqual([]);
    expect(new Set(pressed.flatMap((answer) => answer.codes))).toEqual(new Set(['FULL']));
    expect(pressed.filter((answer) => answer.payload?.signup)).toEqual([]);
    expect(await desk.list(offered)).toBe(Array.from({ length: 8 }, () => 'OFFERED').join(' '));
    const answers = await Promise.all(
      queue.map(async (each, index) => {
        const { globalId } = await desk.entryOf(each, offered);
        return index % 2 === 0 ? desk.accept(each, globalId) : desk.decline(each, globalId);
      }),
    );
    expect(answers.flatMap((answer) => answer.codes)).toEqual([]);
    expect(await desk.places(offered)).toMatchObject({ taken: 4, confirmed: 4, held: 0 });
  });

  it('one offer, taken, left and run out: one of them', async () => {
    for (let round = 0; round < 4; round += 1) {
      const offered = await desk.full();
      const [first, second] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
      for (const each of [first, second]) await desk.join(each, offered);
      await desk.cancelOf(offered.inside[0]!, offered);
      const { globalId, offerExpiresAt } = await desk.entryOf(first, offered);
      await Promise.all([
        desk.accept(first, globalId),
        desk.decline(first, globalId),
        desk.leave(first, globalId),
        desk.accept(first, globalId),
        desk.asJob((tx) => settleOffers(tx, 5), offerExpiresAt!),
      ]);
      const [mine, next] = await desk.entries(offered);
      expect(next!.status).toBe(mine!.status === 'TAKEN' ? 'WAITING' : 'OFFERED');
      expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: mine!.status === 'TAKEN' ? 1 : 0 });
    }
  });
});

describe('offers that run out while nothing runs', () => {
  /** A role of two places, both held for the first two of four; the second offer was made ten minutes after the first. */
  async function asleep() {
    const offered = await desk.full(2);
    const queue = await desk.parents(4);
    for (const each of queue) await desk.join(each, offered);
    await desk.cancelOf(offered.inside[0]!, offered);
    desk.now = minutesAfter(desk.now, 10);
    await desk.cancelOf(offered.inside[1]!, offered);
    desk.now = desk.scenario.now;
    return { offered, queue };
  }

  const state = async ({ offered }: Awaited<ReturnType<typeof asleep>>) =>
    (await desk.entries(offered)).map(({ status, offeredAt, offerExpiresAt, endedAt }) => ({
      status,
      offeredAt,
      offerExpiresAt,
      endedAt,
    }));

  it.each([
    ['before the second has', 125],
    ['after both have', 300],
  ])('%s: a job, a touch and a start leave the same behind', async (_when, minutes) => {
    const [swept, touched, twice] = [await asleep(), await asleep(), await asleep()];
    const wakes = minutesAfter(desk.now, minutes);
    desk.now = wakes;
    const [newcomer] = (await desk.parents(1)) as [FamilyGuardian];
    // Touched by somebody who comes to wait behind the others.
    expect((await desk.signUp(newcomer, touched.offered, { ifFull: 'JOIN_WAITLIST' })).codes).toEqual([]);
    await desk.asJob((tx) => settleOffers(tx, 50));
    const expected = await state(swept);
    expect((await state(touched)).slice(0, 4)).toEqual(expected);
    expect(await state(twice)).toEqual(expected);
    await desk.asJob((tx) => settleOffers(tx, 50));
    expect(await state(twice)).toEqual(expected);
    const began = desk.scenario.now;
    // An offer ends at its own time; what follows begins now, for nobody could be told before.
    expect(expected[0]).toMatchObject({ status: 'EXPIRED', endedAt: minutesAfter(began, 120) });
    expect(expected[1]).toMatchObject(
      minutes < 130 ? { status: 'OFFERED' } : { status: 'EXPIRED', endedAt: minutesAfter(began, 130) },
    );
    expect(expected[2]).toMatchObject({
      status: 'OFFERED',
      offeredAt: wakes,
      offerExpiresAt: minutesAfter(wakes, 120),
    });
    expect(expected[3]!.status).toBe(minutes < 130 ? 'WAITING' : 'OFFERED');
  });

  it('of many roles are settled in the order in which they ran out, so many at a time', async () => {
    const first = await asleep();
    desk.now = minutesAfter(desk.now, 20);
    const later = await desk.full();
    const [waits] = (await desk.parents(1)) as [FamilyGuardian];
    await desk.join(waits, later);
    await desk.cancelOf(later.inside[0]!, later);
    desk.now = minutesAfter(desk.now, 600);
    const order: string[] = [];
    while (order.length < 2) {
      expect(await desk.asJob((tx) => settleOffers(tx, 1))).toBe(1);
      if (!order.includes('first') && (await desk.entries(first.offered))[0]!.status === 'EXPIRED') order.push('first');
      if ((await desk.list(later)) === 'EXPIRED') order.push('later');
    }
    expect(order).toEqual(['first', 'later']);
  });
});
