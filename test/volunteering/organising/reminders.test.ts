import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aWaitlistEntry, type SchoolClassRecord, type SchoolRecord } from '../../../seeds/factories/index.ts';
import {
  families,
  family,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { volunteering, WaitlistEntry } from '../../../src/domains/volunteering/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { movedShifts } from './moved-shifts.ts';

let hub: TestHub;
let scenario: Scenario;
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
});
afterAll(() => hub.stop());

it('each job of volunteering runs, and runs again, where nothing is due', async () => {
  for (const { job } of [...volunteering.jobs!, ...volunteering.jobs!]) await hub.hub.runJob(job.name);
});

it('whoever has a place is reminded a day before, once, in their inbox and in their language', async () => {
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  const teacher = await scenario.teacher(schoolClass);
  const [coming, other] = [await family(scenario, [schoolClass]), await family(scenario, [schoolClass])];
  const offered = await openShift(scenario, teacher, {
    school,
    activity: { title: '图书馆值守' },
    shift: { startsAt: scenario.at(48 * 60) },
  });
  const signup = await signedUp(scenario, offered, coming);
  const inboxOf = async (accountId: string, language = 'zh-CN') =>
    (
      await hub.ask('{ viewer { inbox(first: 5) { nodes { kind title body about { id } } } } }', {
        as: accountId,
        headers: { 'accept-language': language },
      })
    ).data!['viewer'].inbox.nodes as { kind: string; body: string; about: { id: string } }[];

  await hub.hub.runJob('volunteering.remind-volunteers');
  expect(await inboxOf(coming.parent.accountId)).toEqual([]);
  clock = scenario.at(24 * 60);
  for (let twice = 0; twice < 2; twice += 1) await hub.hub.runJob('volunteering.remind-volunteers');
  const [told, ...more] = await inboxOf(coming.parent.accountId);
  expect(more).toEqual([]);
  expect(told).toMatchObject({ kind: 'volunteering.shift-soon', about: { id: `signup_${signup.id}` } });
  expect(told!.body).toMatch(/^您报名的“图书馆值守 · .+”将于.+在学校东门开始/);
  expect((await inboxOf(coming.parent.accountId, 'en'))[0]!.body).toMatch(
    /^“图书馆值守 · .+”, for which you have signed up, begins at /,
  );
  expect(await inboxOf(other.parent.accountId)).toEqual([]);
});

const DAY = 1440;

describe('who does not answer', () => {
  let school: SchoolRecord;
  let schoolClass: SchoolClassRecord;
  let admin: StaffMember;
  const { offer, move, to, reconfirm, sweep, signupsOf, placesOf } = movedShifts(() => ({
    hub,
    scenario,
    school,
    admin,
    clock,
  }));
  beforeAll(async () => {
    school = await scenario.school();
    schoolClass = await scenario.schoolClass(school);
    admin = await scenario.schoolAdmin(school);
  });
  beforeEach(async () => {
    clock = scenario.now;
    // Each test has the sweep to itself.
    await hub.database.pool.query('update signup set reconfirm_until = null where reconfirm_until is not null');
  });

  it('loses the place at the moment that was told, and not a millisecond before', async () => {
    const offered = await offer({
      role: { capacity: 2 },
      shift: { startsAt: scenario.at(5 * DAY), endsAt: scenario.at(5 * DAY + 60) },
    });
    const [silent, quick] = (await families(scenario, 2, [schoolClass])) as [Family, Family];
    const [lost, kept] = [await signedUp(scenario, offered, silent), await signedUp(scenario, offered, quick)];
    await move(offered, to(6 * DAY));
    await reconfirm(quick, kept);
    clock = new Date(scenario.at(2 * DAY).getTime() - 1);
    expect(await sweep()).toBe(0);
    clock = scenario.at(2 * DAY);
    expect((await reconfirm(silent, lost)).codes).toEqual(['TOO_LATE']);
    expect(await sweep()).toBe(1);
    expect(await sweep()).toBe(0);
    expect(await placesOf(offered)).toBe(1);
    expect((await signupsOf(offered)).map((each) => (each as { status: string }).status).sort()).toEqual([
      'CANCELLED',
      'CONFIRMED',
    ]);
  });

  it('of those who wait gives the place to the next', async () => {
    const offered = await offer({
      role: { capacity: 1, lastSequence: 1 },
      shift: { startsAt: scenario.at(5 * DAY), endsAt: scenario.at(5 * DAY + 60) },
    });
    const [silent, next] = (await families(scenario, 2, [schoolClass])) as [Family, Family];
    await signedUp(scenario, offered, silent);
    const entry = aWaitlistEntry({
      role: offered.role,
      guardian: next.parent.guardian,
      sequence: 1,
      joinedAt: scenario.at(-60),
    });
    await scenario.write((put) => put(WaitlistEntry, entry));
    await move(offered, to(6 * DAY));
    clock = scenario.at(2 * DAY);
    expect(await sweep()).toBe(1);
    const { rows } = await hub.database.pool.query('select status from waitlist_entry where id = $1', [entry.id]);
    expect(rows).toEqual([{ status: 'OFFERED' }]);
    expect(await placesOf(offered)).toBe(1);
  });

  it('is never somebody else: a stranger does not find the sign-up', async () => {
    const [offered, own, stranger] = [
      await offer(),
      await family(scenario, [schoolClass]),
      await family(scenario, [schoolClass]),
    ];
    const signup = await signedUp(scenario, offered, own);
    await move(offered, to(2 * DAY));
    expect((await reconfirm(stranger, signup)).error).toBe('NOT_FOUND');
  });

  it('is found in portions, the longest due first', async () => {
    const some = await Promise.all([0, 1, 2].map(() => offer()));
    for (const [index, offered] of some.entries()) {
      await signedUp(scenario, offered, await family(scenario, [schoolClass]));
      await move(offered, to(2 * DAY + 120 * index));
    }
    clock = scenario.at(2 * DAY);
    expect([await sweep(1), await sweep(1), await sweep(100), await sweep(100)]).toEqual([1, 1, 1, 0]);
  });
});
