import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MeetingStatus, ReplyAnswer } from '../../src/domains/meetings/index.ts';
import { GuardianshipStatus } from '../../src/domains/people/index.ts';
import { loadReference } from '../../seeds/reference/index.ts';
import { World } from '../../seeds/world/index.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { brokenChecks } from './database-state.ts';

const NOW = new Date('2026-11-16T01:00:00.000Z');

let database: TestDatabase;
let seed: World;
beforeAll(async () => {
  database = await createTestDatabase();
  seed = await World.open({ connection: database.pool, clock: () => NOW });
});
afterAll(() => database.drop());

const count = async (text: string, ...values: unknown[]): Promise<number> =>
  (await database.pool.query<{ count: number }>(`select count(*)::int as count from ${text}`, values)).rows[0]!.count;

describe('a world', () => {
  test('tells a story that keeps every invariant', async () => {
    const school = await seed.school();
    const schoolClass = await seed.schoolClass({ school, grade: 3 });
    const junior = await seed.schoolClass({ school, grade: 7 });
    const teacher = await seed.teacher({ schoolClass });
    const family = await seed.family({ classes: [schoolClass, junior], guardians: 2 });
    const apart = await seed.family({ schoolClass, guardians: 2, apart: true });
    const room = await seed.room({ school });
    const edition = await seed.policyEdition({ texts: ['第一段', '第二段'], topics: ['homework'] });
    await seed.policyLecture({ cites: [edition] });
    const course = await seed.publishedCourse({ school, lessons: 4, cites: [edition], topics: ['homework'] });
    const meeting = await seed.meeting({ classes: [schoolClass, junior], room });
    await seed.reply({ meeting, guardian: family.guardian, others: [family.guardians[1]!] });
    await seed.reply({ meeting, guardian: apart.guardian, answer: ReplyAnswer.NOT_ATTENDING });
    const shift = await seed.openShift({ school, capacity: 1 });
    await seed.signup({ shift, guardian: apart.guardian });

    expect(meeting.organiser).toBe(teacher.id);
    expect(meeting.invitations).toHaveLength(3);
    expect(course.lessons).toHaveLength(4);
    expect(await count('shift_role where places_taken = capacity')).toBe(1);
    expect(await count('household_student where student_id = $1', apart.student.id)).toBe(2);
    expect(await brokenChecks(database.pool)).toEqual([]);
  });

  test('gives accounts to all who may sign in', async () => {
    const school = await seed.school();
    const schoolClass = await seed.schoolClass({ school });
    const people = [
      await seed.teacher({ schoolClass }), await seed.subjectTeacher({ schoolClass }), await seed.gradeHead({ school, grade: 3 }),
      await seed.schoolAdmin({ school }), await seed.districtAdmin(), await seed.analyst(), await seed.lecturerOfDistrict(),
      await seed.privacyOfficer(), ...(await seed.family({ schoolClass, guardians: 3 })).guardians, await seed.person(),
    ];
    expect(await count('account a where a.id = any($1) and a.person_id = any($2)', people.map((each) => each.accountId), people.map((each) => each.person)))
      .toBe(people.length);
  });

  test('knows one person in several parts', async () => {
    const school = await seed.school();
    const schoolClass = await seed.schoolClass({ school });
    const { guardian } = await seed.family({ schoolClass });
    const teacher = await seed.teacher({ schoolClass, who: guardian });
    const admin = await seed.schoolAdmin({ school, who: teacher });
    expect(teacher).toMatchObject({ person: guardian.person, accountId: guardian.accountId });
    expect(admin.id).toBe(teacher.id);
  });

  test('makes what is special of a guardianship', async () => {
    const schoolClass = await seed.schoolClass({ school: await seed.school() });
    const family = await seed.family({ schoolClass });
    const blocked = await seed.guardian({ family, status: GuardianshipStatus.BLOCKED });
    expect(blocked.guardianships).toMatchObject([{ student: family.student.id, status: 'BLOCKED' }]);
    expect(blocked.household).toBe(family.household);
  });

  test('reckons by its clock', async () => {
    const school = await seed.school();
    const shift = await seed.openShift({ school });
    expect(shift.signupOpensAt < NOW && NOW < shift.signupClosesAt).toBe(true);
    expect(seed.after({ days: 1, hours: -1 })).toEqual(new Date('2026-11-17T00:00:00.000Z'));
    const draft = await seed.meeting({ schoolClass: await seed.schoolClass({ school }), status: MeetingStatus.DRAFT });
    expect(draft).toMatchObject({ publishedAt: null, invitations: [] });
  });
});

test('reference data are written once', async () => {
  const before = await loadReference(database.pool);
  const after = await loadReference(database.pool);
  expect(after).toEqual(before);
  expect([before.grades.size, before.topics.size]).toEqual([9, 12]);
});
