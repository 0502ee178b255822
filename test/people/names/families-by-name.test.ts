import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BlockGuardianDocument,
  ExportShiftRosterDocument,
  SuspendVolunteerDocument,
  UpdateStudentDocument,
} from '../../../schema/generated/admin.ts';
import {
  aGuardianship,
  aHouseholdGuardian,
  type SchoolClassRecord,
  type SchoolRecord,
} from '../../../seeds/factories/index.ts';
import { family, openShift, signedUp, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { Guardianship, GuardianshipStatus, HouseholdGuardian } from '../../../src/domains/people/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let [school, elsewhere]: SchoolRecord[] = [];
let [here, there]: SchoolClassRecord[] = [];
let admin: StaffMember;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  [school, elsewhere] = [await scenario.school(), await scenario.school()];
  [here, there] = [await scenario.schoolClass(school), await scenario.schoolClass(elsewhere)];
  admin = await scenario.schoolAdmin(school);
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const read = async (as: { accountId: string }, document: string, variables = {}) =>
  (await hub.ask(document, { as: as.accountId, variables })).data as never;
const called = async (as: { accountId: string }, household: { id: string }): Promise<unknown> =>
  (
    (await read(as, 'query ($id: ID!) { node(id: $id) { ... on Household { name } } }', {
      id: `household_${household.id}`,
    })) as { node: { name: string } | null }
  ).node?.name;
const block = async (tie: { id: string }, by: StaffMember) =>
  expect(
    (
      await asked(hub, BlockGuardianDocument, by.accountId, {
        guardianshipId: `guardianship_${tie.id}`,
        reason: '测试',
      })
    ).codes,
  ).toEqual([]);
const accessesOf = async (who: { accountId: string }) =>
  (
    await hub.database.pool.query<{ subject: string }>(
      "select distinct subject from access_record where kind = 'student' and actor = $1",
      [who.accountId],
    )
  ).rows.map(({ subject }) => subject);

describe('a family is called', () => {
  it('by each reader by the children whom they may see: not by a pupil of another school, nor by a child that was taken away', async () => {
    const home = await family(scenario, [here!, there!], { guardians: 2 });
    const [first, second] = home.students.map(({ name }) => name);
    const [mother, father] = home.guardians;
    const [teacherThere, adminThere] = [
      await scenario.teacher(there!),
      await scenario.staffMember({ role: 'SCHOOL_ADMIN', school: elsewhere! }, father),
    ];
    expect(await called(teacherThere, home.household)).toBe(`${second}家`);
    expect(await called(admin, home.household)).toBe(`${first}家`);
    expect([await called(mother!, home.household), await called(adminThere, home.household)]).toEqual([
      `${first}、${second}家`,
      `${first}、${second}家`,
    ]);
    await block(father!.guardianships[0]!, admin);
    expect(await called(adminThere, home.household)).toBe(`${second}家`);
  });

  it('by what its children are called today', async () => {
    const home = await family(scenario, [here!]);
    expect(
      (
        await asked(hub, UpdateStudentDocument, admin.accountId, {
          studentId: `student_${home.students[0]!.id}`,
          name: '欧阳新名',
        })
      ).codes,
    ).toEqual([]);
    expect(await called(home.parent, home.household)).toBe('欧阳新名家');
  });

  it('in the file of a roster as everywhere: an organiser who was blocked reads no name of the child there', async () => {
    const home = await family(scenario, [here!, await scenario.schoolClass(school!)], { guardians: 2 });
    const [first, second] = home.students.map(({ name }) => name);
    const [mother, father] = home.guardians;
    const organiser = await scenario.staffMember(
      { role: 'SUBJECT_TEACHER', school: school!, schoolClass: await scenario.schoolClass(school!), subject: '数学' },
      father,
    );
    const offered = await openShift(scenario, organiser, { school: school! });
    await signedUp(scenario, offered, { ...home, parent: mother! });
    await block(father!.guardianships[0]!, admin);
    const { payload } = await asked(hub, ExportShiftRosterDocument, organiser.accountId, {
      shiftId: `shift_${offered.shift.id}`,
      format: 'CSV',
    });
    const file = await (await fetch(hub.address + String(payload!['path']))).text();
    expect(file).toContain(mother!.person.name);
    expect(file).toContain(`${second}家`);
    expect(file).not.toContain(first);
  });
});

describe('a place that a guardian keeps', () => {
  it('is for the family of today, once they were taken every child of the other', async () => {
    const [lost, kept] = [
      await family(scenario, [here!]),
      await family(scenario, [await scenario.schoolClass(school!)]),
    ];
    const { parent } = lost;
    const offered = await openShift(scenario, await scenario.teacher(here!), {
      school: school!,
      audience: await scenario.audience({ school: school! }),
    });
    await signedUp(scenario, offered, lost);
    await scenario.write((put) => {
      put(HouseholdGuardian, aHouseholdGuardian({ household: kept.household, guardian: parent.guardian }));
      put(Guardianship, aGuardianship({ guardian: parent.guardian, student: kept.students[0]! }));
    });
    await block(parent.guardianships[0]!, admin);
    expect(
      await read(
        admin,
        'query ($id: ID!) { node(id: $id) { ... on Shift { signups { nodes { status household { id name } } } } } }',
        { id: `shift_${offered.shift.id}` },
      ),
    ).toEqual({
      node: {
        signups: {
          nodes: [
            {
              status: 'CONFIRMED',
              household: { id: `household_${kept.household.id}`, name: `${kept.students[0]!.name}家` },
            },
          ],
        },
      },
    });
  });
});

describe('guardians', () => {
  it('who were declined, or are guardians no longer, are none of the school, nor its volunteers', async () => {
    const child = await family(scenario, [here!]);
    for (const status of [GuardianshipStatus.REJECTED, GuardianshipStatus.ENDED]) {
      const outsider = await family(scenario, [there!]);
      await scenario.write((put) =>
        put(
          Guardianship,
          aGuardianship({
            guardian: outsider.parent.guardian,
            student: child.students[0]!,
            status,
            dataAccess: false,
            validTo: '2026-09-02',
            decisionReason: '测试',
            decidedAt: scenario.at(-60),
          }),
        ),
      );
      const id = `guardian_${outsider.parent.guardian.id}`;
      expect(await read(admin, 'query ($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null });
      const { refused, codes } = await asked(hub, SuspendVolunteerDocument, admin.accountId, {
        guardianId: id,
        schoolId: `school_${school!.id}`,
        until: scenario.at(1440 * 9).toISOString(),
        reason: '测试',
      });
      expect([refused, codes]).toEqual(['NOT_FOUND', undefined]);
    }
  });

  it('whom staff read of are on record by the pupils through whom they are seen, and by no pupil of another school', async () => {
    const home = await family(scenario, [here!, there!]);
    const reader = await scenario.teacher(here!, 'SUBJECT_TEACHER');
    await read(reader, 'query ($id: ID!) { node(id: $id) { ... on Guardian { name phone } } }', {
      id: `guardian_${home.parent.guardian.id}`,
    });
    expect(await accessesOf(reader)).toEqual([home.students[0]!.id]);
    const other = await scenario.teacher(here!, 'SUBJECT_TEACHER');
    await read(other, 'query ($id: ID!) { node(id: $id) { ... on Household { name } } }', {
      id: `household_${home.household.id}`,
    });
    expect(await accessesOf(other)).toEqual([home.students[0]!.id]);
    await read(home.parent, '{ guardians(first: 5) { nodes { name phone } } }');
    expect(await accessesOf(home.parent)).toEqual([]);
  });
});
