import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SignUpForShiftDocument } from '../../../schema/generated/mini-program.ts';
import { aWaitlistEntry, type SchoolClassRecord, type SchoolRecord } from '../../../seeds/factories/index.ts';
import {
  families,
  family,
  signedUp,
  type Family,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { WaitlistEntry, WaitlistStatus } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { movedShifts } from './moved-shifts.ts';
import { organisedState } from './organisers.ts';

const DAY = 1440;

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let [admin, other]: StaffMember[] = [];
/** The hub's clock; the scenario's is where it begins. */
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [admin, other] = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(school)];
});
beforeEach(async () => {
  clock = scenario.now;
  // Each test has the sweep to itself.
  await hub.database.pool.query('update signup set reconfirm_until = null where reconfirm_until is not null');
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const { offer, move, to, reconfirm, sweep, signupsOf, placesOf } = movedShifts(() => ({
  hub,
  scenario,
  school,
  admin: admin!,
  clock,
}));

describe('a shift at another time', () => {
  it('keeps those who have signed up, moves their time and asks them to confirm within two days', async () => {
    const [offered, own] = [
      await offer({ shift: { startsAt: scenario.at(5 * DAY), endsAt: scenario.at(5 * DAY + 60) } }),
      await family(scenario, [schoolClass]),
    ];
    const signup = await signedUp(scenario, offered, own);
    const { payload, codes } = await move(offered, to(6 * DAY));
    expect(codes).toEqual([]);
    expect(payload['shift']).toMatchObject({
      startsAt: scenario.at(6 * DAY).toISOString(),
      revision: 1,
      detached: false,
      signupClosesAt: scenario.at(6 * DAY - 60).toISOString(),
      signupOpensAt: offered.shift.signupOpensAt.toISOString(),
    });
    expect(await signupsOf(offered)).toEqual([
      { status: 'CONFIRMED', told: false, reconfirm_until: scenario.at(2 * DAY), time: 'ACTIVE', follows: true },
    ]);
    expect((await reconfirm(own, signup)).payload['signup']).toMatchObject({
      reconfirmUntil: null,
      viewerCanReconfirm: false,
    });
    expect((await reconfirm(own, signup)).codes).toEqual(['NOTHING_TO_CONFIRM']);
    clock = scenario.at(2 * DAY);
    expect(await sweep()).toBe(0);
    expect(await placesOf(offered)).toBe(1);
  });

  it('asks no longer than until its start', async () => {
    const [offered, own] = [await offer(), await family(scenario, [schoolClass])];
    await signedUp(scenario, offered, own);
    await move(offered, to(300));
    expect(await signupsOf(offered)).toMatchObject([{ reconfirm_until: scenario.at(300) }]);
  });

  it('ends the sign-up of whom it clashes for, and of nobody else', async () => {
    const [offered, busy] = [
      await offer({ role: { capacity: 2 } }),
      await offer({ shift: { startsAt: scenario.at(2 * DAY), endsAt: scenario.at(2 * DAY + 60) } }),
    ];
    const [torn, free] = (await families(scenario, 2, [schoolClass])) as [Family, Family];
    await signedUp(scenario, busy, torn);
    const lost = await signedUp(scenario, offered, torn);
    await signedUp(scenario, offered, free);
    await move(offered, to(2 * DAY + 30));
    const { rows } = await hub.database.pool.query(
      'select s.id, s.status, s.cancel_reason from signup s where s.shift_id = $1 and s.status <> $2',
      [offered.shift.id, 'CONFIRMED'],
    );
    expect(rows).toEqual([{ id: lost.id, status: 'CANCELLED', cancel_reason: expect.stringContaining('冲突') }]);
    expect(await placesOf(offered)).toBe(1);
    expect(await placesOf(busy)).toBe(1);
  });

  it('may overlap the time that it had itself', async () => {
    const [offered, own] = [await offer(), await family(scenario, [schoolClass])];
    await signedUp(scenario, offered, own);
    await move(offered, { endsAt: scenario.at(DAY + 90).toISOString() });
    expect(await signupsOf(offered)).toMatchObject([{ status: 'CONFIRMED', time: 'ACTIVE', follows: true }]);
  });

  it('at another place tells, and asks nothing', async () => {
    const [offered, own] = [await offer(), await family(scenario, [schoolClass])];
    await signedUp(scenario, offered, own);
    expect((await move(offered, { place: '西门' })).payload['shift']).toMatchObject({ place: '西门', revision: 1 });
    expect(await signupsOf(offered)).toMatchObject([{ status: 'CONFIRMED', reconfirm_until: null }]);
  });

  it('that is the same changes nothing', async () => {
    const offered = await offer();
    const before = await organisedState(hub);
    expect((await move(offered, to(DAY))).payload['shift']).toMatchObject({ revision: 0 });
    expect(await organisedState(hub)).toBe(before);
  });

  it('keeps the offers of the waiting list, but none beyond the start', async () => {
    const [offered, own] = [
      await offer({ role: { capacity: 1, placesTaken: 1, lastSequence: 1 } }),
      await family(scenario, [schoolClass]),
    ];
    const entry = aWaitlistEntry({
      role: offered.role,
      guardian: own.parent.guardian,
      status: WaitlistStatus.OFFERED,
      sequence: 1,
      joinedAt: scenario.at(-60),
      offeredAt: scenario.at(-10),
      offerExpiresAt: scenario.at(600),
    });
    await scenario.write((put) => put(WaitlistEntry, entry));
    await move(offered, to(300));
    const { rows } = await hub.database.pool.query(
      'select status, offer_expires_at from waitlist_entry where id = $1',
      [entry.id],
    );
    expect(rows).toEqual([{ status: 'OFFERED', offer_expires_at: scenario.at(300) }]);
  });

  it.each([
    ['STARTS_IN_PAST', () => to(-1)],
    ['ENDS_BEFORE_START', () => ({ endsAt: scenario.at(DAY).toISOString() })],
    ['CONFLICT', () => ({ place: '西门', revision: 1 })],
    ['SIGNUP_WINDOW', () => ({ signupClosesAt: scenario.at(DAY + 1).toISOString() })],
  ])('is refused as %s, and nothing is written', async (code, given) => {
    const offered = await offer();
    const before = await organisedState(hub);
    expect((await move(offered, given())).codes).toEqual([code]);
    expect(await organisedState(hub)).toBe(before);
  });

  it('of two organisers who move it at once, the second is told that it has changed', async () => {
    const offered = await offer();
    const both = await Promise.all([move(offered, to(2 * DAY)), move(offered, to(3 * DAY), other!)]);
    expect(both.flatMap(({ codes }) => codes)).toEqual(['CONFLICT']);
  });
});

describe('at the same moment', () => {
  it('somebody is engaged elsewhere between the look and the move: PostgreSQL says so, and the sign-up ends', async () => {
    const [offered, own] = [await offer(), await family(scenario, [schoolClass])];
    const signup = await signedUp(scenario, offered, own);
    const client = await hub.database.pool.connect();
    await client.query('begin');
    await client.query(
      `insert into engagement (id, created_at, person_id, kind, source_id, title, starts_at, ends_at, status)
      values (gen_random_uuid(), now(), $1, 'MEETING_ATTENDANCE', gen_random_uuid(), '家长会', $2, $3, 'ACTIVE')`,
      [own.parent.person.id, scenario.at(3 * DAY), scenario.at(3 * DAY + 30)],
    );
    const moving = move(offered, to(3 * DAY));
    await expect
      .poll(
        async () =>
          (
            await hub.database.pool.query(
              "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
            )
          ).rows,
      )
      .toHaveLength(1);
    await client.query('commit');
    client.release();
    expect((await moving).codes).toEqual([]);
    const { rows } = await hub.database.pool.query('select status from signup where id = $1', [signup.id]);
    expect(rows).toEqual([{ status: 'CANCELLED' }]);
    await hub.database.pool.query("delete from engagement where title = '家长会' and person_id = $1", [
      own.parent.person.id,
    ]);
  });

  it('a shift moves and a crowd signs up: every time follows, whoever clashes is out', async () => {
    const offered = await offer({
      role: { capacity: 12 },
      shift: { startsAt: scenario.at(4 * DAY), endsAt: scenario.at(4 * DAY + 60) },
    });
    const clash = await offer({
      role: { capacity: 40 },
      shift: { startsAt: scenario.at(5 * DAY + 30), endsAt: scenario.at(5 * DAY + 90) },
    });
    const crowd = await families(scenario, 16, [schoolClass]);
    const signUp = ({ parent }: Family, { role }: ShiftOnOffer) =>
      hub.ask(SignUpForShiftDocument, {
        as: parent.accountId,
        variables: { input: { roleId: `shift-role_${role.id}`, acceptRiskNotice: true } as never },
      });
    await Promise.all([...crowd.slice(0, 6).map((each) => signUp(each, offered))]);
    const [moved] = await Promise.all([
      move(offered, to(5 * DAY)),
      ...crowd.slice(0, 6).map((each) => signUp(each, clash)),
      ...crowd.slice(6).flatMap((each) => [signUp(each, offered), signUp(each, clash)]),
    ]);
    expect(moved.codes).toEqual([]);
    const rows = (await signupsOf(offered)) as { status: string; time: string; follows: boolean }[];
    for (const row of rows)
      expect(row).toMatchObject(
        row.status === 'CONFIRMED' ? { time: 'ACTIVE', follows: true } : { time: 'ENDED', told: true },
      );
    expect(await placesOf(offered)).toBe(rows.filter(({ status }) => status === 'CONFIRMED').length);
    await expectChecksHold(hub);
  });
});
