/** Whoever reads of the same people again within an hour is on record already, and nothing is written for it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

const HOUR = 3_600_000;
let hub: TestHub;
let scenario: Scenario;
let one: StaffMember;
let other: StaffMember;
let now = new Date('2026-11-16T01:00:00.000Z');
beforeAll(async () => {
  hub = await startTestHub({ clock: () => now });
  scenario = await beginScenario(hub);
  const school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  one = await scenario.schoolAdmin(school);
  other = await scenario.schoolAdmin(school);
  for (let pupils = 0; pupils < 3; pupils += 1) await family(scenario, [schoolClass]);
});
afterAll(() => hub?.stop());

/** How many rows are on record, and whether the request wrote any. */
async function read({ accountId }: StaffMember, first = 3): Promise<{ onRecord: number; writes: boolean }> {
  const { result, statements } = await hub.statementsOf(() =>
    hub.ask(`{ students(first: ${first}) { nodes { name } } }`, { as: accountId }),
  );
  expect(result.data!['students'].nodes).toHaveLength(first);
  const { rowCount } = await hub.database.pool.query('select 1 from access_record where actor = $1', [accountId]);
  return { onRecord: rowCount!, writes: statements.some((text) => text.includes('access_record')) };
}

it('each reader, each pupil and each hour is written once', async () => {
  expect(await read(one, 2)).toEqual({ onRecord: 2, writes: true });
  expect(await read(one, 2)).toEqual({ onRecord: 2, writes: false });
  expect(await read(one)).toEqual({ onRecord: 3, writes: true });
  expect(await read(other)).toEqual({ onRecord: 3, writes: true });
  expect(await read(one)).toEqual({ onRecord: 3, writes: false });
  now = new Date(now.getTime() + HOUR);
  expect(await read(one)).toEqual({ onRecord: 6, writes: true });
  expect(await read(one)).toEqual({ onRecord: 6, writes: false });
});

it('what could not be written is not taken for written', async () => {
  now = new Date(now.getTime() + HOUR);
  const locker = await hub.database.pool.connect();
  const before = await hub.database.pool.query('select 1 from access_record where actor = $1', [one.accountId]);
  try {
    await locker.query('begin; alter table access_record add constraint nothing_now check (false) not valid; commit');
    const { data } = await hub.ask('{ students(first: 3) { nodes { name } } }', { as: one.accountId });
    expect(data ?? null).toBeNull();
  } finally {
    await locker.query('alter table access_record drop constraint nothing_now');
    locker.release();
  }
  expect(await read(one)).toEqual({ onRecord: before.rowCount! + 3, writes: true });
});
