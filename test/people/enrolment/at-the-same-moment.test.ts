import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EnrolStudentsDocument, TransferStudentDocument } from '../../../schema/generated/admin.ts';
import type { SchoolClassRecord, SchoolRecord, SchoolYearRecord } from '../../../seeds/factories/index.ts';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import { expectChecksHold } from '../../support/checks.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';
import { schoolLife } from '../school-life.ts';
import { whileHeld } from '../while-held.ts';

/*
 * Several administrators, at two hubs of one database, put one pupil into several classes at the same moment: each is answered in the words
 * of the mutation, and the pupil is in one of the classes.
 */

const BURST = 6;
const ROUNDS = 4;
const HOLD_PUPIL = 'select 1 from student where id = $1 for no key update';

let hub: TestHub;
let second: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let district: StaffMember;
let admins: readonly [StaffMember, StaffMember];
let nextYear: SchoolYearRecord;
let classes: SchoolClassRecord[];

beforeAll(async () => {
  hub = await startTestHub();
  second = await startTestHub({ database: hub.database });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  district = await scenario.districtAdmin();
  admins = [await scenario.schoolAdmin(school), await scenario.schoolAdmin(school)];
  nextYear = await scenario.anotherYear(1);
  classes = [];
  for (let each = 0; each < BURST; each += 1) classes.push(await scenario.schoolClass(school));
});
afterAll(async () => {
  await expectChecksHold(hub);
  await second.stop();
  await hub.stop();
});

const { memberships, transfer, leave, promote } = schoolLife(() => ({ hub, school, nextYear }));

interface Pupil {
  readonly name: string;
  readonly studentNumber: string;
}

type Answered = Awaited<ReturnType<typeof asked>>;
const at = (index: number) => [hub, second][index % 2]!;

const enrol = (index: number, { name, studentNumber }: Pupil): Promise<Answered> =>
  asked(at(index), EnrolStudentsDocument, admins[index % 2]!.accountId, {
    classId: `class_${classes[index]!.id}`,
    rows: [{ name, studentNumber }],
  });
const move = (index: number, { studentNumber }: Pupil): Promise<Answered> =>
  asked(at(index), TransferStudentDocument, admins[index % 2]!.accountId, {
    classId: `class_${classes[index]!.id}`,
    studentNumber,
  });

const burst = (of: (index: number) => Promise<Answered>): Promise<Answered[]> =>
  Promise.all(classes.map((_, index) => of(index)));
const outcomes = (answers: readonly Answered[]): unknown[] =>
  answers.map(({ codes, refused }) => refused ?? (codes!.length === 0 ? 'DONE' : codes));
const all = (outcome: string): string[] => classes.map(() => outcome);

async function classesOf({ studentNumber }: Pupil): Promise<number> {
  const { rowCount } = await hub.database.pool.query(
    `select from class_membership mem join student stu on stu.id = mem.student_id where stu.student_number = $1 and mem.status = 'ACTIVE'`,
    [studentNumber],
  );
  return rowCount!;
}

describe('one pupil is put into six classes at the same moment', () => {
  const pupilOf = ({ students: [student] }: Family): Pupil => student!;
  let number = 0;
  const kinds: Record<string, () => Promise<Pupil>> = {
    'who changes the class': async () => pupilOf(await family(scenario, [await scenario.schoolClass(school)])),
    'who comes back': async () => {
      const child = await family(scenario, [await scenario.schoolClass(school)]);
      expect((await leave(admins[0], [child], { leaving: 'WITHDRAWN' })).codes).toEqual([]);
      return pupilOf(child);
    },
    'who is new': () => Promise.resolve({ name: '周小满', studentNumber: `G2028${(number += 1)}` }),
  };
  it.each(Object.keys(kinds))('%s: by enrolments', async (kind) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const pupil = await kinds[kind]!();
      expect(outcomes(await burst((index) => enrol(index, pupil)))).toEqual(all('DONE'));
      expect(await classesOf(pupil)).toBe(1);
    }
  });

  it('who changes the class: by enrolments and transfers', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const pupil = await kinds['who changes the class']!();
      expect(outcomes(await burst((index) => (index < 3 ? enrol(index, pupil) : move(index, pupil))))).toEqual(
        all('DONE'),
      );
      expect(await classesOf(pupil)).toBe(1);
    }
  });

  it('each after the other, as they have waited for the pupil', async () => {
    const child = await family(scenario, [await scenario.schoolClass(school)]);
    const answers = await whileHeld(
      hub.database,
      HOLD_PUPIL,
      [child.students[0]!.id],
      classes.map((_, index) => () => enrol(index, pupilOf(child))),
    );
    expect(outcomes(answers)).toEqual(all('DONE'));
    expect(await classesOf(pupilOf(child))).toBe(1);
  });
});

describe('whoever has waited for a pupil finds them where they are by then', () => {
  it('in another school of the district, where a transfer has taken them', async () => {
    const [other, third] = [await scenario.school(), await scenario.school()];
    const [to, then] = [await scenario.schoolClass(other), await scenario.schoolClass(third)];
    const child = await family(scenario, [classes[0]!]);
    const answers = await whileHeld(
      hub.database,
      HOLD_PUPIL,
      [child.students[0]!.id],
      [() => transfer(district, child, to), () => transfer(district, child, then)],
    );
    expect(outcomes(answers)).toEqual(['DONE', 'DONE']);
    expect((await memberships(child)).filter(({ status }) => status === 'ACTIVE')).toEqual([
      { class: then.id, status: 'ACTIVE', left: false },
    ]);
  });

  it.each(['the same school', 'another one'])(
    'in a class of %s, and does not take them along with the class of before',
    async (where) => {
      const [from, to] = [
        await scenario.schoolClass(school, 2),
        await scenario.schoolClass(where === 'the same school' ? school : await scenario.school(), 2),
      ];
      const [child, stays] = [await family(scenario, [from]), await family(scenario, [from])];
      const answers = await whileHeld(
        hub.database,
        HOLD_PUPIL,
        [child.students[0]!.id],
        [() => transfer(district, child, to), () => promote(admins[0], [from])],
      );
      expect(outcomes(answers)).toEqual(['DONE', 'DONE']);
      const active = async (of: Family) => (await memberships(of)).filter(({ status }) => status === 'ACTIVE').length;
      expect([await active(child), await active(stays)]).toEqual([1, 2]);
    },
  );
});

it('classes that have waited to go on find the year that has been put before the one they were to go on into', async () => {
  const own = await beginScenario(hub);
  const [at, beyond] = [await own.school(), await own.anotherYear(2)];
  const [by, schoolClass] = [await own.schoolAdmin(at), await own.schoolClass(at, 2)];
  const life = schoolLife(() => ({ hub, school: at, nextYear: beyond }));
  const answers = await whileHeld(
    hub.database,
    'select 1 from school_class where id = $1 for no key update',
    [schoolClass.id],
    [() => life.promote(by, [schoolClass])],
    () => own.anotherYear(1),
  );
  expect(outcomes(answers)).toEqual([['NOT_NEXT_YEAR']]);
});
