import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EndEnrolmentsDocument, EnrolStudentsDocument } from '../../schema/generated/admin.ts';
import {
  families,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../seeds/scenario/index.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { runDueJobs } from '../support/jobs.ts';
import { asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';

/** Of one command, and of one transaction. */
const [PERSONS, AT_ONCE] = [55, 50];

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let head: StaffMember;
let crowd: readonly Family[];
let offered: ShiftOnOffer;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  [schoolClass, head] = [await scenario.schoolClass(school), await scenario.schoolAdmin(school)];
  crowd = await families(scenario, PERSONS, [schoolClass]);
  offered = await openShift(scenario, await scenario.teacher(schoolClass), { school, role: { capacity: 60 } });
  for (const each of crowd) await signedUp(scenario, offered, each);
}, 120_000);
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const rows = async <Row extends object>(text: string, ...values: unknown[]) =>
  (await hub.database.pool.query<Row>(text, values)).rows;
const signups = async () =>
  Object.fromEntries(
    (
      await rows<{ status: string; n: number }>(
        'select status, count(*)::int as n from signup where shift_id = $1 group by status',
        offered.shift.id,
      )
    ).map(({ status, n }) => [status, n]),
  );
const told = async () =>
  (await rows<{ person_id: string }>("select distinct person_id from notice where kind = 'volunteering.signup-again'"))
    .length;

/** While somebody else writes about everybody beyond the first portion. */
async function whileOthersAreHeld<Answer>(call: () => Promise<Answer>): Promise<Answer> {
  const persons = crowd.map(({ parent }) => parent.person.id).sort();
  const holder = await hub.database.pool.connect();
  try {
    await holder.query('begin');
    await holder.query('select from person where id = any($1) for no key update', [persons.slice(AT_ONCE)]);
    return await call();
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

describe('a command for many', () => {
  it('that takes rights away ends what rested on them for fifty persons, waits for nobody beyond, and leaves these to the job that it asks for', async () => {
    const studentIds = crowd.map(({ students: [student] }) => `student_${student!.id}`);
    expect(
      (
        await whileOthersAreHeld(() =>
          asked(hub, EndEnrolmentsDocument, head.accountId, { studentIds, leaving: 'WITHDRAWN' }),
        )
      ).codes,
    ).toEqual([]);
    expect(await signups()).toEqual({ CANCELLED: AT_ONCE, CONFIRMED: PERSONS - AT_ONCE });
    expect(await runDueJobs(hub, new Date(Date.now() + 1000))).toContain('people.end-what-rested');
    expect(await signups()).toEqual({ CANCELLED: PERSONS });
  });

  it('that gives them again gives back, or tells, what had rested on them in the same portions', async () => {
    const table = crowd.map(({ students: [student] }) => ({
      name: student!.name,
      studentNumber: student!.studentNumber,
    }));
    expect(
      await whileOthersAreHeld(() =>
        asked(hub, EnrolStudentsDocument, head.accountId, { classId: `class_${schoolClass.id}`, rows: table }),
      ),
    ).toMatchObject({ codes: [], refused: undefined });
    expect(await told()).toBe(AT_ONCE);
    expect(await runDueJobs(hub, new Date(Date.now() + 1000))).toContain('people.give-back');
    expect(await told()).toBe(PERSONS);
  });
});

describe('the walk over everybody', () => {
  it('leaves whoever is being written about elsewhere to the next time, and waits for nobody', async () => {
    const [busy, free] = (await families(scenario, 2, [schoolClass])) as [Family, Family];
    for (const each of [busy, free]) await signedUp(scenario, offered, each);
    const standing = () =>
      rows<{ person_id: string }>(
        "select person_id from signup where shift_id = $1 and status = 'CONFIRMED'",
        offered.shift.id,
      );
    await rows(
      "update guardianship set valid_to = '2020-01-01', valid_from = '2019-01-01' where id = any($1)",
      [busy, free].map(({ parent }) => parent.guardianships[0]!.id),
    );
    const holder = await hub.database.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('select from person where id = $1 for no key update', [busy.parent.person.id]);
      await hub.hub.runJob('people.end-what-rested');
      expect(await standing()).toEqual([{ person_id: busy.parent.person.id }]);
    } finally {
      await holder.query('rollback');
      holder.release();
    }
    await hub.hub.runJob('people.end-what-rested');
    expect(await standing()).toEqual([]);
  });
});
