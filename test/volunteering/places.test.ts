import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UpdateShiftDocument } from '../../schema/generated/admin.ts';
import { minutesAfter } from '../../seeds/factories/index.ts';
import { families, signedUp, type FamilyGuardian, type ShiftOnOffer } from '../../seeds/scenario/index.ts';
import { expireStandIns } from '../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { Desk } from './desk.ts';
import { signUpCalls } from './sign-ups.ts';

const DAY = 1440;

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

async function move({ shift }: ShiftOnOffer, startsAt: Date) {
  const [{ revision }] = (await desk.rows<{ revision: number }>(
    'select revision from shift where id = $1',
    shift.id,
  )) as [{ revision: number }];
  return desk.send(UpdateShiftDocument as never, desk.organiser, {
    shiftId: `shift_${shift.id}`,
    revision,
    startsAt: startsAt.toISOString(),
    endsAt: minutesAfter(startsAt, 60).toISOString(),
  });
}

const { signUp, cancel, written } = signUpCalls(() => desk.hub);

/** Counted from the rows, whatever any counter says. */
async function independently({ role }: ShiftOnOffer): Promise<number> {
  const { confirmed, held } = await desk.places({ role });
  return confirmed + held;
}

/** A place that is offered to the waiting list, of whose shift the start was put off until after the offer. */
async function putOff(): Promise<{
  offered: ShiftOnOffer;
  mother: FamilyGuardian;
  waits: FamilyGuardian;
  signupId: string;
  standInId: string;
}> {
  const offered = await desk.offer({ role: { capacity: 1 } });
  const [mother, waits] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
  const signupId = (await desk.signUp(mother, offered)).payload!.signup!.id;
  await desk.signUp(waits, offered, { ifFull: 'JOIN_WAITLIST' });
  desk.now = minutesAfter(offered.shift.startsAt, -60);
  const standInId = (await desk.offerStandIn(mother, signupId, { toWaitlist: true })).payload!.standIn!.id;
  expect(await desk.list(offered)).toBe('OFFERED');
  expect((await move(offered, minutesAfter(offered.shift.startsAt, 2 * DAY))).codes).toEqual([]);
  return { offered, mother, waits, signupId, standInId };
}

const standIn = (id: string) =>
  desk.rows<{ status: string; expires_at: Date }>('select status, expires_at from stand_in where id = $1', id.slice(9));

describe('what hangs on the time of a shift moves with it', () => {
  it('so nobody has a place twice: a stand-in that outlived the old start is taken once, and what was put off can be cancelled', async () => {
    const { offered, mother, waits, signupId } = await putOff();
    // The old start passes.
    desk.now = minutesAfter(offered.shift.startsAt, 1);
    await desk.asJob((tx) => expireStandIns(tx, 50));
    const [friend] = (await desk.parents(1)) as [FamilyGuardian];
    const again = await desk.offerStandIn(mother, signupId);
    if (again.payload?.code) await desk.acceptStandIn(friend, { code: again.payload.code });
    await desk.accept(waits, (await desk.entryOf(waits, offered)).globalId);
    expect(await independently(offered)).toBe(1);
    const answers = [];
    for (const each of [mother, friend, waits]) {
      const signup = await desk.signupOf(each, offered);
      if (signup) answers.push(...(await desk.cancel(each, `signup_${signup}`)).codes);
    }
    expect(answers).not.toContain('INTERNAL');
    expect(await independently(offered)).toBe(0);
  });

  it('a stand-in until the new start, later or earlier', async () => {
    const { offered, standInId } = await putOff();
    expect(await standIn(standInId)).toEqual([
      { status: 'OFFERED', expires_at: minutesAfter(offered.shift.startsAt, 2 * DAY) },
    ]);
    await move(offered, minutesAfter(offered.shift.startsAt, 60));
    expect(await standIn(standInId)).toEqual([
      { status: 'OFFERED', expires_at: minutesAfter(offered.shift.startsAt, 60) },
    ]);
    desk.now = minutesAfter(offered.shift.startsAt, 59);
    expect(await desk.asJob((tx) => expireStandIns(tx, 50))).toBe(0);
    desk.now = minutesAfter(offered.shift.startsAt, 60);
    expect(await desk.asJob((tx) => expireStandIns(tx, 50))).toBe(1);
  });

  it('an offer that the start cut short has its time; none reaches beyond the start', async () => {
    const { offered, waits } = await putOff();
    // Offered an hour before the old start, for two hours by the rules of the district.
    expect((await desk.entryOf(waits, offered)).offerExpiresAt).toEqual(minutesAfter(offered.shift.startsAt, 60));
    await move(offered, minutesAfter(offered.shift.startsAt, 30));
    expect((await desk.entryOf(waits, offered)).offerExpiresAt).toEqual(minutesAfter(offered.shift.startsAt, 30));
  });

  it('an entry that only waits is given no time to answer', async () => {
    const full = await desk.full();
    const [waits] = (await desk.parents(1)) as [FamilyGuardian];
    await desk.join(waits, full);
    await move(full, minutesAfter(full.shift.startsAt, 60));
    expect(await desk.entryOf(waits, full)).toMatchObject({ status: 'WAITING', offerExpiresAt: null });
  });
});

describe('a place is handed over by whoever has it', () => {
  it('and by nobody else: who lost it meanwhile hands over nothing, on the list or by a code', async () => {
    const offered = await desk.offer({ role: { capacity: 1 } });
    const [mother, friend] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
    const signupId = (await desk.signUp(mother, offered)).payload!.signup!.id;
    const { code } = (await desk.offerStandIn(mother, signupId)).payload!;
    // As rows of an earlier version may stand: the sign-up has ended, and its offer has not.
    await desk.rows(`update signup set status = 'CANCELLED', cancelled_at = now() where id = $1`, signupId.slice(7));
    await desk.rows(`update engagement set status = 'ENDED', ended_at = now() where source_id = $1`, signupId.slice(7));
    expect((await desk.acceptStandIn(friend, { code: code! })).codes).toEqual(['NOT_OPEN_ANY_MORE']);
    expect(await independently(offered)).toBe(0);
    await desk.rows(
      `update stand_in set status = 'WITHDRAWN', decided_at = now() where signup_id = $1`,
      signupId.slice(7),
    );
  });
});

describe('at the same moment', () => {
  it.each([
    [60, 7],
    [30, 1],
  ])('%i guardians for %i places: exactly as many win, and nothing is oversold', async (crowd, places) => {
    const offered = await desk.offer({ role: { capacity: places } });
    const all = await families(desk.scenario, crowd, [desk.schoolClass]);
    const answers = await Promise.all(all.map((each) => signUp(each.parent, offered)));
    const codes = answers.map((answer) => answer.codes?.join() ?? answer.errors?.[0]?.extensions.code);
    expect(codes.filter((code) => code === '')).toHaveLength(places);
    expect(codes.filter((code) => code === 'FULL')).toHaveLength(crowd - places);
    expect(await written(offered.role.id)).toEqual({ confirmed: places, pending: 0, taken: places, engaged: places });
  });

  it('one person for two overlapping shifts: exactly one', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other, { parent }] = [await desk.offer(), await desk.offer(), await desk.newFamily()];
      const codes = (await Promise.all([signUp(parent, one), signUp(parent, other)])).map((answer) =>
        answer.codes?.join(),
      );
      expect(codes.sort()).toEqual(['', 'OVERLAP']);
    }
  });

  it('signing up and cancelling, again and again: the counter is the number of rows', async () => {
    const offered = await desk.offer({ role: { capacity: 3 } });
    const all = await families(desk.scenario, 12, [desk.schoolClass]);
    await Promise.all(
      all.map(async ({ parent }) => {
        for (let round = 0; round < 4; round += 1) {
          const { payload } = await signUp(parent, offered);
          if (payload?.signup) await cancel(parent, payload.signup.id);
        }
      }),
    );
    expect(await written(offered.role.id)).toEqual({ confirmed: 0, pending: 0, taken: 0, engaged: 0 });
  });

  it('the database has the last word: without the lock it still refuses', async () => {
    const offered = await desk.offer({ role: { capacity: 1, placesTaken: 0 } });
    await signedUp(desk.scenario, offered, await desk.newFamily());
    await expect(signedUp(desk.scenario, offered, await desk.newFamily())).rejects.toThrow(
      /shift_role_places_within_capacity/,
    );
    const own = await desk.newFamily();
    await signedUp(desk.scenario, await desk.offer(), own);
    await expect(signedUp(desk.scenario, await desk.offer(), own)).rejects.toThrow(/engagement_no_overlap/);
  });
});

describe('the database has the last word on places', () => {
  const insert = `insert into signup (id, role_id, shift_id, guardian_id, person_id, status, signed_up_at) values (gen_random_uuid(), $1, $2, $3, $4, 'CONFIRMED', now())`;

  it('of two writers who lock nothing and count nothing, the second is refused when the first commits', async () => {
    const offered = await desk.offer({ role: { capacity: 1 } });
    const [one, other] = (await desk.parents(2)) as [FamilyGuardian, FamilyGuardian];
    const values = (who: FamilyGuardian): string[] => [
      offered.role.id,
      offered.shift.id,
      who.guardian.id,
      who.person.id,
    ];
    const [first, second] = [await desk.hub.database.pool.connect(), await desk.hub.database.pool.connect()];
    try {
      await first.query('begin');
      await first.query(insert, values(one));
      await second.query('begin');
      const late = second.query(insert, values(other)).then(
        () => 'written',
        (error: { constraint?: string }) => error.constraint,
      );
      await expect
        .poll(
          async () =>
            (
              await desk.rows(
                "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
              )
            ).length,
        )
        .toBe(1);
      await first.query('commit');
      expect(await late).toBe('shift_role_places_within_capacity');
      await second.query('rollback');
    } finally {
      first.release();
      second.release();
    }
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1 });
    await desk.rows('delete from signup where role_id = $1', offered.role.id);
    expect(await desk.places(offered)).toMatchObject({ taken: 0, confirmed: 0 });
  });

  it('a counter that somebody writes by hand says what there is', async () => {
    const { role, shift, inside } = await desk.full(2);
    await desk.rows('update shift_role set places_taken = 0 where id = $1', role.id);
    expect(await desk.places({ role })).toMatchObject({ taken: 2, confirmed: 2 });
    const [late] = (await desk.parents(1)) as [FamilyGuardian];
    await expect(desk.rows(insert, role.id, shift.id, late.guardian.id, late.person.id)).rejects.toMatchObject({
      constraint: 'shift_role_places_within_capacity',
    });
    expect((await desk.signUp(late, { role })).codes).toEqual(['FULL']);
    expect((await desk.cancel(inside[0]!, `signup_${(await desk.signupOf(inside[0]!, { role }))!}`)).codes).toEqual([]);
    expect(await desk.places({ role })).toMatchObject({ taken: 1, confirmed: 1 });
  });

  it('a place that is held counts, that of a volunteer who gives it up counts once', async () => {
    const offered = await desk.full();
    const [waits] = (await desk.parents(1)) as [FamilyGuardian];
    await desk.join(waits, offered);
    const entry = `update waitlist_entry set status = 'OFFERED', offered_at = now(), offer_expires_at = now() + interval '1 hour'`;
    await expect(desk.rows(`${entry} where role_id = $1`, offered.role.id)).rejects.toMatchObject({
      constraint: 'shift_role_places_within_capacity',
    });
    const [mother] = offered.inside as [FamilyGuardian];
    await desk.offerStandIn(mother, `signup_${(await desk.signupOf(mother, offered))!}`, { toWaitlist: true });
    expect(await desk.list(offered)).toBe('OFFERED');
    expect(await desk.places(offered)).toMatchObject({ taken: 1, confirmed: 1, held: 0 });
    await expect(
      desk.rows('update waitlist_entry set stand_in_id = null where role_id = $1', offered.role.id),
    ).rejects.toMatchObject({ constraint: 'shift_role_places_within_capacity' });
  });
});
