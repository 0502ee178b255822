import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { families } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { findMistakes } from './correctness.ts';
import { planEvening, type Evening } from './evening.ts';
import { runLoad, type LoadResult } from './load.ts';
import { outcomeOf } from './visit.ts';

const ARRIVALS = 60;

let hub: TestHub;
let evening: Evening;
let result: LoadResult;

beforeAll(async () => {
  hub = await startTestHub();
  const { pool } = hub.database;
  const scenario = await beginScenario(hub);
  await scenario.districtAdmin();
  await scenario.analyst();
  for (let number = 0; number < 2; number += 1) {
    const school = await scenario.school();
    await scenario.schoolAdmin(school);
    await families(scenario, 20, [await scenario.schoolClass(school)]);
  }
  evening = await planEvening(pool, hub.address, {
    arrivals: ARRIVALS,
    seconds: 3,
    roles: 12,
    lost: 0.4,
    seed: 'a small evening',
    sockets: 20,
    limitSeconds: 25,
    leadMs: 1_500,
    analysts: 1,
    sign: hub.tokenOf,
  });
  result = await runLoad(evening.load);
});

afterAll(async () => {
  await hub?.stop();
});

const mistakes = (endings = result.endings): Promise<string[]> =>
  findMistakes(hub.database.pool, evening.roles, evening.load.visits, endings);

describe('a small evening', () => {
  it('serves everybody who comes, once, and says so', async () => {
    expect(await mistakes()).toEqual([]);
    const outcomes = result.endings.map(({ heard }) => heard && outcomeOf(heard));
    expect(outcomes).not.toContain(null);
    expect(outcomes).toContain('CONFIRMED');
    expect(outcomes).toContain('WAITING');
    const asked = Object.fromEntries(result.kinds.map(({ kind, count }) => [kind, count]));
    expect(asked).toMatchObject({ ParentHome: ARRIVALS, VolunteerBoard: ARRIVALS, visit: ARRIVALS });
    expect(asked['SignUpForShift again']).toBe(asked['SignUpForShift, answer lost']);
    expect(asked['SignUpForShift again']).toBeGreaterThan(10);
  });

  it('has screens, analysts and a roster that are answered', () => {
    const screens = result.kinds.filter(({ kind }) => kind !== 'visit' && !kind.startsWith('SignUp'));
    expect(screens.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['VolunteeringBySchool', 'ShiftRoster']));
    for (const { kind, codes } of screens) expect(Object.keys(codes), kind).toEqual(['OK']);
  });
});

describe('what is not right is found', () => {
  const told = async (
    outcome: string,
    change: (id: string, role: string) => [text: string, values: unknown[]],
  ): Promise<string> => {
    const index = result.endings.findIndex(({ heard }) => heard && outcomeOf(heard) === outcome);
    const { signup, waitlistEntry } = result.endings[index]!.heard!;
    const client = await hub.database.pool.connect();
    try {
      await client.query('begin; set local session_replication_role = replica');
      await client.query(...change((signup ?? waitlistEntry)!.split('_')[1]!, evening.load.visits[index]!.roleId));
      return (await findMistakes(client, evening.roles, evening.load.visits, result.endings)).join('\n');
    } finally {
      await client.query('rollback');
      client.release();
    }
  };

  it('a place that was promised and is not there', async () => {
    const found = await told('CONFIRMED', (id) => ['delete from signup where id = $1', [id]]);
    expect(found).toMatch(/CONFIRMED\).*0, 1, 1/);
    expect(found).toMatch(/its places/);
  });

  it('somebody who is forgotten on the waiting list', async () => {
    expect(await told('WAITING', (id) => ['delete from waitlist_entry where id = $1', [id]])).toMatch(
      /numbers of its waiting list/,
    );
  });

  it('a role over its capacity', async () => {
    expect(
      await told('CONFIRMED', (_, role) => [
        'update signup set role_id = $1 where role_id = any($2)',
        [role, evening.roles.map(({ id }) => id)],
      ]),
    ).toMatch(/volunteering.capacity/);
  });

  it('a call that was done twice', async () => {
    expect(
      await told('CONFIRMED', () => [
        "insert into audit_record (id, created_at, account, mutation, outcome, subjects) select gen_random_uuid(), created_at, account, mutation, outcome, subjects from audit_record where outcome = 'SUCCEEDED'",
        [],
      ]),
    ).toMatch(/1, 1, 2/);
  });

  it('an answer that is another one when asked again, and a guardian who was told nothing', async () => {
    const [first, ...others] = result.endings;
    const heard = { signup: 'signup_00000000-0000-7000-8000-000000000000', waitlistEntry: null, refused: null };
    expect((await mistakes([{ ...first!, lost: heard }, ...others])).join()).toMatch(/something else/);
    expect((await mistakes([{ ...first!, heard: { ...heard, signup: null } }, ...others])).join()).toMatch(
      /neither a place nor a reason/,
    );
    expect((await mistakes(others)).join()).toMatch(/have left/);
  });
});

describe('a bench that ends', () => {
  it('takes no more than its time', async () => {
    const over = await runLoad({
      ...evening.load,
      visits: evening.load.visits.map((visit) => ({ ...visit, key: `${visit.key} late` })),
      opensAt: Date.now(),
      limitSeconds: 0.2,
    });
    expect(over.seconds).toBeLessThan(5);
    expect(over.endings).toHaveLength(ARRIVALS);
    expect(over.endings.filter(({ sent }) => !sent).length).toBeGreaterThan(ARRIVALS / 2);
  });
});
