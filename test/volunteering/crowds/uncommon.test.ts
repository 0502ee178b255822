import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aTerm, minutesAfter } from '../../../seeds/factories/index.ts';
import { families, type Family, type FamilyGuardian } from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import { ServiceSource, WaitlistPriority } from '../../../src/domains/volunteering/index.ts';
import { brokenChecks } from '../../support/checks.ts';
import { Desk } from '../desk.ts';
import { past, served } from '../service.ts';
import { whileHeld } from './held-role.ts';

let desk: Desk;
beforeAll(async () => {
  // Whoever stands in line for a role is not in the way of those who come to join them.
  desk = await Desk.open({ variables: { REQUEST_TIMEOUT_MS: '60000', REQUESTS_AT_ONCE: '3' } });
});
afterEach(async () => {
  desk.now = desk.scenario.now;
  expect(await brokenChecks(desk.hub.database.pool)).toEqual([]);
});
afterAll(() => desk.close());

const WAITS = { ifFull: 'JOIN_WAITLIST' } as const;

type Two = [FamilyGuardian, FamilyGuardian, ...FamilyGuardian[]];

describe('a crowd before one role', () => {
  it('that comes when an offer has run out: the next one on the list is asked first, and the crowd waits behind', async () => {
    const offered = await desk.full(1);
    const [sleeps, next, first, ...crowd] = (await desk.parents(7)) as [
      FamilyGuardian,
      FamilyGuardian,
      FamilyGuardian,
      ...FamilyGuardian[],
    ];
    for (const each of [sleeps, next]) await desk.join(each, offered);
    await desk.cancelOf(offered.inside[0]!, offered);
    expect(await desk.list(offered)).toBe('OFFERED WAITING');
    const { offerExpiresAt } = await desk.entryOf(sleeps, offered);
    const { result, statements } = await whileHeld(
      desk,
      offered,
      () => desk.signUp(first, offered, WAITS),
      () => {
        // Whoever came first came in time, and finds nothing to settle.
        desk.now = minutesAfter(offerExpiresAt!, 1);
        return Promise.all(crowd.map((each) => desk.signUp(each, offered, WAITS)));
      },
    );
    expect(result.flatMap(({ codes }) => codes)).toEqual([]);
    expect(statements.filter((text) => /from shift_role rol where .* for no key update/.test(text))).toHaveLength(2);
    expect(await desk.list(offered)).toBe('EXPIRED OFFERED WAITING WAITING WAITING WAITING WAITING');
    expect((await desk.entryOf(next, offered)).status).toBe('OFFERED');
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 0, held: 1 });
  });

  it('of which somebody is busy elsewhere: the others do not wait for them', async () => {
    const offered = await desk.offer({ role: { capacity: 9 } });
    const [first, busy, ...others] = (await desk.parents(6)) as Two;
    const elsewhere = await desk.hub.database.pool.connect();
    try {
      await elsewhere.query('begin');
      await elsewhere.query('select 1 from person where id = $1 for no key update', [busy.person.id]);
      let press: ReturnType<Desk['signUp']> | undefined;
      const { result } = await whileHeld(
        desk,
        offered,
        () => desk.signUp(first, offered),
        () => {
          press = desk.signUp(busy, offered);
          return Promise.all(others.map((each) => desk.signUp(each, offered)));
        },
      );
      expect(result.map(({ payload }) => payload?.signup?.status)).toEqual(others.map(() => 'CONFIRMED'));
      expect(await desk.places(offered)).toMatchObject({ taken: 5, confirmed: 5 });
      await elsewhere.query('commit');
      expect((await press!).payload?.signup?.status).toBe('CONFIRMED');
    } finally {
      elsewhere.release();
    }
    expect(await desk.places(offered)).toMatchObject({ taken: 6, confirmed: 6, engaged: 6 });
  });

  it('where those come first who have not served this term: the others wait behind them', async () => {
    const { scenario } = desk;
    const { schoolYear } = scenario;
    await scenario.write((put) => {
      put(Term, aTerm({ schoolYear, startsOn: schoolYear.startsOn, endsOn: schoolYear.endsOn }));
    });
    const offered = await desk.full(1, { activity: { waitlistPriority: WaitlistPriority.NOT_SERVED_THIS_TERM } });
    const all = (await families(scenario, 7, [desk.schoolClass])) as [Family, ...Family[]];
    const haveServed = all.slice(1, 4);
    for (const each of haveServed)
      await served(scenario, await past(scenario, desk.organiser, each, desk.school, -240), {
        source: ServiceSource.SUPPLEMENTED,
        approver: desk.organiser.person.id,
      });
    const [first, ...crowd] = all.map(({ parent }) => parent) as Two;
    const { result } = await whileHeld(
      desk,
      offered,
      () => desk.signUp(first, offered, WAITS),
      () => Promise.all(crowd.map((each) => desk.signUp(each, offered, WAITS))),
    );
    expect(result.flatMap(({ codes }) => codes)).toEqual([]);
    const order = (await desk.entries(offered)).map(({ guardian }) =>
      haveServed.some(({ parent }) => parent.guardian.id === guardian),
    );
    expect(order).toEqual([false, false, false, false, true, true, true]);
  });

  it('where the organiser confirms, and who waits cannot have the free places: as many ask as there are', async () => {
    const offered = await desk.offer({ role: { capacity: 3, approvalRequired: true } });
    const [asks, waits, first, ...crowd] = (await desk.parents(7)) as [
      FamilyGuardian,
      FamilyGuardian,
      FamilyGuardian,
      ...FamilyGuardian[],
    ];
    const inside = await desk.parents(3);
    for (const each of inside) await desk.signUp(each, offered);
    await desk.rows(`update signup set status = 'CONFIRMED' where role_id = $1`, offered.role.id);
    await desk.rows('update shift_role set places_taken = 3 where id = $1', offered.role.id);
    await desk.join(waits, offered);
    const clash = await desk.offer({ shift: { startsAt: offered.shift.startsAt, endsAt: offered.shift.endsAt } });
    expect((await desk.signUp(waits, clash)).codes).toEqual([]);
    for (const each of inside) await desk.cancelOf(each, offered);
    expect(await desk.list(offered)).toBe('WAITING');
    expect((await desk.signUp(asks, offered)).payload?.signup?.status).toBe('PENDING');
    const { result } = await whileHeld(
      desk,
      offered,
      () => desk.signUp(first, offered),
      () => Promise.all(crowd.map((each) => desk.signUp(each, offered))),
    );
    expect(result.map(({ payload, codes }) => payload?.signup?.status ?? codes.join()).sort()).toEqual([
      'FULL',
      'FULL',
      'FULL',
      'PENDING',
    ]);
    expect(await desk.places(offered)).toMatchObject({ capacity: 3, taken: 0, pending: 3 });
  });
});
