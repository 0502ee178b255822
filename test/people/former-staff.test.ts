import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import {
  CorrectGuardianNameDocument,
  ReleaseStaffDocument,
  UpdateStaffDocument,
} from '../../schema/generated/admin.ts';
import { aDistrict, aSchool, aStaffAssignment, type SchoolRecord } from '../../seeds/factories/index.ts';
import { family, openShift, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { District, School, StaffAssignment, StaffRole } from '../../src/domains/people/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';
import { whileHeld } from './while-held.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let head: StaffMember;
let district: StaffMember;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => scenario?.now ?? new Date() });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  [head, district] = [await scenario.schoolAdmin(school), await scenario.districtAdmin()];
});
afterAll(() => hub.stop());

async function run(document: DocumentNode, by: { readonly accountId: string }, input: Asked): Promise<string> {
  const { codes, refused } = await asked(hub, document as Parameters<typeof asked>[1], by.accountId, input);
  return refused ?? codes?.[0] ?? 'OK';
}

it('of somebody who has gone to another district the old one keeps the name of then, on what they did there, and no number', async () => {
  const member = await scenario.staffMember({ role: StaffRole.LECTURER, school });
  const before = member.person.name;
  const { activity } = await openShift(scenario, member, { school });
  await hub.database.pool.query("update person set phone = '13800138000' where id = $1", [member.person.id]);
  const told = async (as: string) => {
    const { data } = await hub.ask(
      'query ($staff: ID!, $activity: ID!) { staff: node(id: $staff) { ... on Staff { name phone } } activity: volunteerActivity(id: $activity) { organiser { name phone } } }',
      {
        as,
        variables: { staff: `staff_${member.staff.id}`, activity: `volunteer-activity_${activity.id}` },
      },
    );
    return [data!['staff'], data!['activity'].organiser];
  };
  const asColleague = { name: before, phone: '138****8000' };
  for (const { accountId } of [head, district]) expect(await told(accountId)).toEqual([asColleague, asColleague]);
  expect(await run(ReleaseStaffDocument, district, { staffId: `staff_${member.staff.id}` })).toBe('OK');

  const elsewhere = aDistrict();
  const there = aSchool({ district: elsewhere });
  await scenario.write((put) => {
    put(District, elsewhere);
    put(School, there);
    put(
      StaffAssignment,
      aStaffAssignment({ staff: member.staff, role: StaffRole.LECTURER, district: elsewhere, school: there }),
    );
  });
  const newHead = await scenario.staffMember({
    role: StaffRole.SCHOOL_ADMIN,
    district: elsewhere,
    school: there,
  } as never);
  expect(await run(UpdateStaffDocument, newHead, { staffId: `staff_${member.staff.id}`, name: '欧阳改名' })).toBe('OK');
  const asFormer = { name: before, phone: null };
  for (const { accountId } of [head, district]) expect(await told(accountId)).toEqual([asFormer, asFormer]);
  const { data } = await hub.ask('query ($staff: ID!) { node(id: $staff) { ... on Staff { name phone } } }', {
    as: newHead.accountId,
    variables: { staff: `staff_${member.staff.id}` },
  });
  expect(data).toEqual({ node: { name: '欧阳改名', phone: '138****8000' } });
  const found = async (as: string) =>
    (
      await hub.ask(
        '{ anew: staffMembers(where: { search: "欧阳改名" }) { nodes { id } } others: staffMembers(where: { search: "欧阳别名" }) { nodes { id } } }',
        { as },
      )
    ).data!;
  const [nobody, them] = [{ nodes: [] }, { nodes: [{ id: `staff_${member.staff.id}` }] }];
  // Whoever is told the name finds them by it, and nobody else.
  expect(await found(newHead.accountId)).toEqual({ anew: them, others: nobody });
  expect(await found(head.accountId)).toEqual({ anew: nobody, others: nobody });
});

it('a parent who was once of the staff is named by the school of their child, and by nobody who has not got them any more', async () => {
  const schoolOfChild = await scenario.school();
  const own = await family(scenario, [await scenario.schoolClass(schoolOfChild)]);
  const member = await scenario.staffMember({ role: StaffRole.LECTURER, school }, own.parent);
  const headOfChild = await scenario.schoolAdmin(schoolOfChild);
  const correct = (by: StaffMember) =>
    run(CorrectGuardianNameDocument, by, { guardianId: `guardian_${own.parent.guardian.id}`, name: '李新名' });
  const update = (by: StaffMember) =>
    run(UpdateStaffDocument, by, { staffId: `staff_${member.staff.id}`, name: '李新名' });
  expect(await correct(headOfChild)).toBe('OF_STAFF');
  expect(await run(ReleaseStaffDocument, district, { staffId: `staff_${member.staff.id}` })).toBe('OK');
  for (const by of [head, district]) expect(await update(by)).toBe('NOT_FOUND');
  expect(await correct(headOfChild)).toBe('OK');
  const { data } = await hub.ask('query ($staff: ID!) { node(id: $staff) { ... on Staff { name } } }', {
    as: head.accountId,
    variables: { staff: `staff_${member.staff.id}` },
  });
  expect(data).toEqual({ node: { name: own.parent.person.name } });
});

it('who is called otherwise is held as a guardian before they are as a person, and whoever is listed anew meanwhile waits for the name', async () => {
  const own = await family(scenario, [await scenario.schoolClass(school)]);
  const member = await scenario.staffMember({ role: StaffRole.LECTURER, school }, own.parent);
  const { pool } = hub.database;
  const isFree = (table: string, id: string) =>
    pool.query(`select from ${table} where id = $1 for no key update nowait`, [id]).then(
      () => true,
      () => false,
    );
  const personId = own.parent.person.id;
  const [answer] = await whileHeld(
    hub.database,
    'select from guardian where id = $1 for update',
    [own.parent.guardian.id],
    [() => run(UpdateStaffDocument, head, { staffId: `staff_${member.staff.id}`, name: '欧阳甲' })],
    async () => expect(await isFree('person', personId)).toBe(true),
  );
  expect(answer).toBe('OK');

  const keys = async () =>
    (
      await pool.query<{ one: boolean }>(
        'select gua.name_key = per.name_key and stf.name_key = per.name_key as one from person per join guardian gua on gua.person_id = per.id join staff stf on stf.person_id = per.id where per.id = $1',
        [personId],
      )
    ).rows;
  for (const table of ['guardian', 'staff']) {
    await whileHeld(
      hub.database,
      'select from person where id = $1 for no key update',
      [personId],
      [() => pool.query(`update ${table} set name_key = '' where person_id = $1`, [personId])],
    );
  }
  expect(await keys()).toEqual([{ one: true }]);
});
