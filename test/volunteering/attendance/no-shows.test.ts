import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchoolClassRecord, SchoolRecord } from '../../../seeds/factories/index.ts';
import { aVolunteeringPolicy } from '../../../seeds/factories/index.ts';
import {
  family,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import {
  suspendAllForNoShows,
  suspendEachForNoShows,
  VolunteeringPolicy,
} from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { sweep } from '../../support/sweeps.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let organiser: StaffMember;
let admin: StaffMember;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [organiser, admin] = [await scenario.teacher(schoolClass), await scenario.schoolAdmin(school)];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const newFamily = (): Promise<Family> => family(scenario, [schoolClass]);
const day = (count: number): Date => scenario.at(count * 24 * 60);

/** Shifts on these days, counted from the scenario's, for which the family's parent had a place and did not come. */
async function missed(own: Family, ...on: readonly number[]): Promise<void> {
  for (const each of on) {
    const startsAt = day(each);
    const offered = await openShift(scenario, organiser, {
      school,
      shift: { startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000), signupOpensAt: day(each - 7) },
    });
    const signup = await signedUp(scenario, offered, own);
    await hub.database.pool.query(
      'insert into attendance (id, signup_id, shift_id, no_show_at) values (gen_random_uuid(), $1, $2, $3)',
      [signup.id, offered.shift.id, day(each + 2)],
    );
  }
}

const decide = ({ parent }: Family, on = 0): Promise<string | null> =>
  sweep(
    hub,
    day(on),
    async (tx) =>
      (await suspendEachForNoShows(tx, [{ personId: parent.person.id, districtId: scenario.district.id }]))[0] ?? null,
  );

async function suspensions({ parent }: Family): Promise<{ from: Date; to: Date; reason: string }[]> {
  const { rows } = await hub.database.pool.query<{ from: Date; to: Date; reason: string }>(
    `select starts_at as from, ends_at as to, reason from volunteer_suspension where person_id = $1 and cause = 'NO_SHOWS' and school_id is null order by starts_at`,
    [parent.person.id],
  );
  return rows;
}

describe('so many missed shifts suspend a volunteer', () => {
  it('at the third within 180 days, for 30 days in the whole district', async () => {
    const own = await newFamily();
    await missed(own, -9, -6);
    expect(await decide(own)).toBeNull();
    await missed(own, -3);
    expect(await decide(own)).not.toBeNull();
    expect(await suspensions(own)).toEqual([{ from: day(0), to: day(30), reason: '180 天内缺勤 3 次' }]);
  });

  it('not by one that was more than 180 days ago, nor by one that was corrected, nor by one for which the sign-up had ended', async () => {
    const [old, corrected, ended] = [await newFamily(), await newFamily(), await newFamily()];
    await missed(old, -180.1, -6, -3);
    await missed(corrected, -9, -6, -3);
    await missed(ended, -9, -6, -3);
    await hub.database.pool.query(
      `update attendance set no_show_at = null, checked_in_at = (select sft.starts_at from shift sft where sft.id = shift_id), checked_in_by = 'LIST' where signup_id = (select id from signup where person_id = $1 limit 1)`,
      [corrected.parent.person.id],
    );
    await hub.database.pool.query(
      `with one as (update signup set status = 'CANCELLED', cancelled_at = now() where id = (select id from signup where person_id = $1 limit 1) returning id, role_id),
      place as (update shift_role set places_taken = places_taken - 1 from one where shift_role.id = one.role_id)
      update engagement set status = 'ENDED', ended_at = starts_at from one where source_id = one.id`,
      [ended.parent.person.id],
    );
    for (const each of [old, corrected, ended]) expect(await decide(each)).toBeNull();
  });

  it('once, however often it is asked, at the same moment too', async () => {
    const own = await newFamily();
    await missed(own, -9, -6, -3);
    const made = await Promise.all(Array.from({ length: 8 }, () => decide(own)));
    expect(made.filter((id) => id !== null)).toHaveLength(1);
    expect(await suspensions(own)).toHaveLength(1);
  });

  it('and the count starts anew when it ends: what was missed before or during it, whenever noted, is covered', async () => {
    const own = await newFamily();
    await missed(own, -9, -6, -3);
    await decide(own);
    await missed(own, -12, 5, 10, 29);
    expect(await decide(own, 29.9)).toBeNull();
    expect(await decide(own, 31)).toBeNull();
    await missed(own, 30, 33, 36);
    expect(await decide(own, 37)).not.toBeNull();
    expect((await suspensions(own)).map(({ from }) => from)).toEqual([day(0), day(37)]);
  });

  it('and it starts anew at the lifting where it is lifted', async () => {
    const own = await newFamily();
    await missed(own, -9, -6, -3);
    const id = await decide(own);
    await hub.database.pool.query(
      `update volunteer_suspension set lifted_at = $2, lift_reason = '误记', lifted_by_id = $3 where id = $1`,
      [id, day(2), admin.staff.id],
    );
    await missed(own, 1, 3, 4);
    expect(await decide(own, 5)).toBeNull();
    await missed(own, 6);
    expect(await decide(own, 7)).not.toBeNull();
  });
});

describe('the sweep', () => {
  it('finds whom it has passed by, as many as it is told, the earliest noted first, and then nobody', async () => {
    const all = [await newFamily(), await newFamily(), await newFamily()];
    await sweep(hub, day(0), (tx) => suspendAllForNoShows(tx, 100));
    await missed(all[1]!, -20, -19, -18);
    await missed(all[0]!, -15, -14, -13);
    await missed(all[2]!, -15.2, -14.2);
    expect(await sweep(hub, day(0), (tx) => suspendAllForNoShows(tx, 1))).toBe(1);
    expect(await Promise.all(all.map(async (each) => (await suspensions(each)).length))).toEqual([0, 1, 0]);
    expect(await sweep(hub, day(0), (tx) => suspendAllForNoShows(tx, 100))).toBe(1);
    expect(await sweep(hub, day(0), (tx) => suspendAllForNoShows(tx, 100))).toBe(0);
    expect(await Promise.all(all.map(async (each) => (await suspensions(each)).length))).toEqual([1, 1, 0]);
  });

  it('is the same twice at once', async () => {
    const own = await newFamily();
    await missed(own, -9, -6, -3);
    const counts = await Promise.all(
      Array.from({ length: 4 }, () => sweep(hub, day(0), (tx) => suspendAllForNoShows(tx, 100))),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('goes by the rules of the district', async () => {
    const own = await newFamily();
    await missed(own, -9, -6);
    expect(await sweep(hub, day(0), (tx) => suspendAllForNoShows(tx, 100))).toBe(0);
    await scenario.write((put) =>
      put(
        VolunteeringPolicy,
        aVolunteeringPolicy({ district: scenario.district, noShowLimit: 2, noShowWindowDays: 8, suspensionDays: 7 }),
      ),
    );
    expect(await decide(own)).toBeNull();
    await hub.database.pool.query('update volunteering_policy set no_show_window_days = 10');
    expect(await sweep(hub, day(0), (tx) => suspendAllForNoShows(tx, 100))).toBeGreaterThan(0);
    expect(await suspensions(own)).toEqual([{ from: day(0), to: day(7), reason: '10 天内缺勤 2 次' }]);
    await hub.database.pool.query('delete from volunteering_policy');
  });
});
