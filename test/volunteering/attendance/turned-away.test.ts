import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentNode } from 'graphql';
import {
  BlockGuardianDocument,
  EndEnrolmentsDocument,
  EnrolStudentsDocument,
  TransferStudentDocument,
  UnblockGuardianDocument,
} from '../../../schema/generated/admin.ts';
import { aVolunteeringPolicy, type SchoolClassRecord } from '../../../seeds/factories/index.ts';
import type { Family, StaffMember } from '../../../seeds/scenario/index.ts';
import { VolunteeringPolicy } from '../../../src/domains/volunteering/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { asked } from '../../support/mutations.ts';
import { Duties, HOUR, type Duty } from '../duties.ts';

let duties: Duties;
let head: StaffMember;
let district: StaffMember;
let elsewhere: SchoolClassRecord;
beforeAll(async () => {
  duties = await Duties.open();
  head = await duties.scenario.schoolAdmin(duties.school);
  district = await duties.scenario.districtAdmin();
  await duties.scenario.write((put) =>
    put(VolunteeringPolicy, aVolunteeringPolicy({ district: duties.scenario.district, noShowLimit: 1 })),
  );
  elsewhere = await duties.scenario.schoolClass(await duties.scenario.school());
});
afterAll(async () => {
  await expectChecksHold(duties.hub);
  await duties.hub.stop();
});

async function did(document: DocumentNode, input: object, who: StaffMember = head): Promise<void> {
  expect((await asked(duties.hub, document as never, who.accountId, input as never)).codes).toEqual([]);
}
const tie = ({ parent }: Family) => ({
  guardianshipId: `guardianship_${parent.guardianships[0]!.id}`,
  reason: '误操作',
});
const block = (own: Family) => did(BlockGuardianDocument, tie(own));
const unblock = (own: Family) => did(UnblockGuardianDocument, tie(own));
const moves = ({ students: [student] }: Family, schoolClass: SchoolClassRecord) =>
  did(TransferStudentDocument, { studentNumber: student!.studentNumber, classId: `class_${schoolClass.id}` }, district);
const leaves = ({ students: [student] }: Family) =>
  did(EndEnrolmentsDocument, { studentIds: [`student_${student!.id}`], leaving: 'TRANSFERRED_OUT' });
const enrolled = ({ students: [student] }: Family) =>
  did(EnrolStudentsDocument, {
    classId: `class_${duties.schoolClass.id}`,
    rows: [{ name: student!.name, studentNumber: student!.studentNumber }],
  });

/** How what is taken by mistake comes back. */
const MISTAKES: readonly (readonly [string, (own: Family) => Promise<void>, (own: Family) => Promise<void>])[] = [
  ['a guardian is blocked', block, unblock],
  ['the pupil leaves the school', leaves, enrolled],
  ['the pupil goes to another school', (own) => moves(own, elsewhere), (own) => moves(own, duties.schoolClass)],
];

/** What the hub has noted by itself when nothing can be sent any more, and whether it has suspended anybody. */
async function noted({
  signup,
  volunteer,
  at,
}: Duty): Promise<{ missing: boolean; excused: boolean; suspended: boolean; told: string[] } | null> {
  at(49 * HOUR);
  await duties.hub.hub.runJob('volunteering.note-no-shows');
  const {
    rows: [row],
  } = await duties.hub.database.pool.query(
    `select a.no_show_at is not null as missing, a.excused_at is not null as excused,
      exists (select 1 from volunteer_suspension v where v.person_id = $2) as suspended,
      array(select n.kind from notice n where n.about_id = a.signup_id and n.kind in ('volunteering.no-show-noted', 'volunteering.absence-excused')) as told
    from attendance a where a.signup_id = $1`,
    [signup.id, volunteer.parent.person.id],
  );
  return (row as Awaited<ReturnType<typeof noted>>) ?? null;
}

const EXCUSED = { missing: false, excused: true, suspended: false, told: ['volunteering.absence-excused'] };
const MISSED = { missing: true, excused: false, suspended: true, told: ['volunteering.no-show-noted'] };

describe('nobody misses a shift from which the hub itself has turned them away', () => {
  it.each(MISTAKES)(
    '%s while it runs, cannot check in, and has the right again when it is over: they are excused',
    async (_, wrong, right) => {
      const here = await duties.duty();
      here.at(5);
      await wrong(here.volunteer);
      here.at(10);
      expect((await duties.checkIn(here.volunteer.parent, await duties.codeNow(here))).codes).toEqual(['NOT_ELIGIBLE']);
      here.at(2 * HOUR);
      await right(here.volunteer);
      expect(
        (await duties.record(duties.organiser, here.shift.id, [{ signup: here.signup, noShow: true }])).codes,
      ).toEqual([['EXCUSED', 'rows.0.noShow']]);
      expect(await noted(here)).toEqual(EXCUSED);
      await expect(
        duties.hub.database.pool.query(
          'update attendance set excused_at = null, no_show_at = now() where signup_id = $1',
          [here.signup.id],
        ),
      ).rejects.toMatchObject({ constraint: 'attendance_missed_by_right' });
    },
  );

  it('a right that is there again while it runs: they check in, or are excused', async () => {
    const [comes, stays] = [await duties.duty(), await duties.duty()];
    for (const here of [comes, stays]) {
      here.at(5);
      await block(here.volunteer);
      here.at(20);
      await unblock(here.volunteer);
    }
    comes.at(25);
    expect((await duties.checkIn(comes.volunteer.parent, await duties.codeNow(comes))).codes).toEqual([]);
    expect(await noted(comes)).toMatchObject({ missing: false, excused: false, suspended: false });
    expect(await noted(stays)).toEqual(EXCUSED);
  });

  it('between classes no sign-up ends, and nobody can check in: it is kept in mind by the job, and forgotten where the classes are there before the start', async () => {
    const [turnedAway, inTime] = [await duties.duty(), await duties.duty()];
    const membership = (here: Duty, status: string) =>
      duties.hub.database.pool.query('update class_membership set status = $2 where student_id = $1', [
        here.volunteer.students[0]!.id,
        status,
      ]);
    for (const here of [turnedAway, inTime]) {
      here.at(-300);
      await membership(here, 'ENDED');
      await duties.hub.hub.runJob('people.end-what-rested');
      here.at(here === turnedAway ? 90 : -120);
      await membership(here, 'ACTIVE');
      await duties.hub.hub.runJob('people.end-what-rested');
    }
    expect(await noted(turnedAway)).toEqual(EXCUSED);
    expect(await noted(inTime)).toEqual(MISSED);
  });

  it('but whoever had the right as long as it ran, and lost it for a while afterwards, has missed it', async () => {
    const here = await duties.duty();
    here.at(2 * HOUR);
    await block(here.volunteer);
    here.at(3 * HOUR);
    await unblock(here.volunteer);
    expect(await noted(here)).toEqual(MISSED);
  });
});
