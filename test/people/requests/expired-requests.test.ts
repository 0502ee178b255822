import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, aRoleRequest, aStaff } from '../../../seeds/factories/index.ts';
import { Person, RoleRequest, Staff, StaffRole } from '../../../src/domains/people/index.ts';
import type { Scenario } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

const JOB = 'people.expire-role-requests';

let hub: TestHub;
let scenario: Scenario;
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
});
afterAll(() => hub.stop());

it('requests for roles that nobody has decided end by the clock, so many at a time, and the log names those of each time', async () => {
  const asker = await scenario.districtAdmin();
  const wanted = Array.from({ length: 60 }, () => {
    const person = aPerson();
    const staff = aStaff({ person });
    const request = aRoleRequest({
      staff,
      role: StaffRole.ANALYST,
      district: scenario.district,
      askedBy: asker.staff,
      expiresAt: scenario.at(60),
    });
    return { person, staff, request };
  });
  await scenario.write((put) => {
    for (const { person, staff, request } of wanted) {
      put(Person, person);
      put(Staff, staff);
      put(RoleRequest, request);
    }
  });
  clock = scenario.at(61);
  await hub.hub.runJob(JOB);
  const { pool } = hub.database;
  const statuses = await pool.query('select distinct status from role_request');
  expect(statuses.rows).toEqual([{ status: 'EXPIRED' }]);
  const records = await pool.query<{ ids: string[] }>(
    "select subjects -> 'request' as ids from audit_record where mutation = $1 order by created_at, id",
    [JOB],
  );
  expect(records.rows.map(({ ids }) => ids.length)).toEqual([50, 10]);
  expect(records.rows.flatMap(({ ids }) => ids).sort()).toEqual(wanted.map(({ request }) => request.id).sort());
});
