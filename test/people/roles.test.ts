import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AssignRoleDocument, EndAssignmentDocument } from '../../schema/generated/admin.ts';
import type { TypedDocument } from '../../schema/generated/typed-document.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { expectChecksHold } from '../support/checks.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { asked, type Asked } from '../support/mutations.ts';
import { beginScenario } from '../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let elsewhere: SchoolRecord;
let schoolClass: SchoolClassRecord;
let district: StaffMember;
let admin: StaffMember;
let teacher: StaffMember;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  [school, elsewhere] = [await scenario.school(), await scenario.school()];
  schoolClass = await scenario.schoolClass(school);
  [district, admin, teacher] = [
    await scenario.districtAdmin(),
    await scenario.schoolAdmin(school),
    await scenario.teacher(schoolClass),
  ];
});
afterAll(async () => {
  await expectChecksHold(hub);
  await hub.stop();
});

const run = <Data>(document: TypedDocument<Data, { input: never }>, who: { accountId: string }, input: Asked) =>
  asked(hub, document, who.accountId, input);
const rows = async (table: string): Promise<number> =>
  (await hub.database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;
const idOf = (payload: Asked | null | undefined, name: string): string => (payload![name] as { id: string }).id;

describe('roles', () => {
  const newStaff = async (): Promise<StaffMember> => scenario.staffMember({ role: 'LECTURER', school: elsewhere });
  const assign = (who: { accountId: string }, staff: StaffMember, input: Asked) =>
    run(AssignRoleDocument, who, { staffId: `staff_${staff.staff.id}`, ...input });

  it('reach down, never sideways or up: a school administrator grants those of their school alone', async () => {
    const somebody = await newStaff();
    const [schoolId, otherId, districtId] = [
      `school_${school.id}`,
      `school_${elsewhere.id}`,
      `district_${scenario.district.id}`,
    ];
    const before = await rows('staff_assignment');
    expect((await assign(admin, somebody, { role: 'SCHOOL_ADMIN', schoolId: otherId })).refused).toBe('NOT_FOUND');
    expect(
      (
        await assign(admin, somebody, {
          role: 'HOMEROOM_TEACHER',
          classId: `class_${(await scenario.schoolClass(elsewhere)).id}`,
        })
      ).refused,
    ).toBe('NOT_FOUND');
    for (const role of ['DISTRICT_ADMIN', 'ANALYST', 'PRIVACY_OFFICER'])
      expect((await assign(admin, somebody, { role, districtId })).refused).toBe('NOT_FOUND');
    for (const role of ['ANALYST', 'PRIVACY_OFFICER', 'DISTRICT_ADMIN'])
      expect((await assign(admin, somebody, { role, schoolId })).codes).toEqual(['BEYOND_OWN']);
    for (const who of [teacher, await scenario.analyst(), (await family(scenario, [schoolClass])).parent]) {
      expect(
        (await assign(who, somebody, { role: 'SUBJECT_TEACHER', subject: '数学', classId: `class_${schoolClass.id}` }))
          .refused,
      ).toBe('FORBIDDEN');
    }
    expect(await rows('staff_assignment')).toBe(before + 1);
    const own = await scenario.staffMember({ role: 'LECTURER', school });
    expect(
      (await assign(admin, own, { role: 'SUBJECT_TEACHER', subject: '数学', classId: `class_${schoolClass.id}` }))
        .codes,
    ).toEqual([]);
    expect((await assign(district, somebody, { role: 'ANALYST', districtId })).codes).toEqual([]);
  });

  it.each<[string, Asked, string]>([
    ['a district role at a school', { role: 'ANALYST', at: 'school' }, 'NODE'],
    ['a homeroom teacher of no class', { role: 'HOMEROOM_TEACHER', at: 'school' }, 'NODE'],
    ['a grade head of no grade', { role: 'GRADE_HEAD', at: 'school' }, 'NODE'],
    ['a subject teacher of no subject', { role: 'SUBJECT_TEACHER', at: 'class' }, 'SUBJECT'],
    ['a homeroom teacher of a subject', { role: 'HOMEROOM_TEACHER', at: 'class', subject: '语文' }, 'SUBJECT'],
    [
      'days that run backwards',
      { role: 'SCHOOL_ADMIN', at: 'school', validFrom: '2027-01-01', validTo: '2026-12-31' },
      'DATES',
    ],
  ])('%s is refused', async (_, { at, ...input }, code) => {
    const node = at === 'school' ? { schoolId: `school_${school.id}` } : { classId: `class_${schoolClass.id}` };
    expect((await assign(district, await newStaff(), { ...input, ...node })).codes).toEqual([code]);
  });

  it('one role at one node once, however many grant it at the same moment', async () => {
    const somebody = await newStaff();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        assign(district, somebody, { role: 'SCHOOL_ADMIN', schoolId: `school_${school.id}` }),
      ),
    );
    expect(answers.map(({ codes }) => codes?.[0]).sort()).toEqual(
      [...Array.from({ length: 9 }, () => 'ALREADY_HELD'), undefined].sort(),
    );
  });

  it('ended: the very next request is without it', async () => {
    const somebody = await newStaff();
    const granted = await assign(district, somebody, { role: 'SCHOOL_ADMIN', schoolId: `school_${school.id}` });
    const sees = async () =>
      (
        await hub.ask(
          'query ($id: ID!) { schoolClass(id: $id) { students(first: 1) { totalCount } studentCount } viewer { permissions } }',
          { as: somebody.accountId, variables: { id: `class_${schoolClass.id}` } },
        )
      ).data!;
    expect((await sees())['viewer'].permissions).toContain('people.assignment.manage');
    const end = () => run(EndAssignmentDocument, admin, { assignmentId: idOf(granted.payload, 'assignment') });
    expect((await end()).codes).toEqual([]);
    expect(await sees()).toMatchObject({
      schoolClass: null,
      viewer: { permissions: expect.not.arrayContaining(['people.assignment.manage']) },
    });
    expect((await end()).codes).toEqual(['ENDED_ALREADY']);
  });

  it('the last administrator of the district stays, though two end one another at once', async () => {
    const {
      rows: [mine],
    } = await hub.database.pool.query<{ id: string }>(`select id from staff_assignment where staff_id = $1`, [
      district.staff.id,
    ]);
    const second = await scenario.districtAdmin();
    const {
      rows: [other],
    } = await hub.database.pool.query<{ id: string }>(`select id from staff_assignment where staff_id = $1`, [
      second.staff.id,
    ]);
    const answers = await Promise.all([
      run(EndAssignmentDocument, second, { assignmentId: `staff-assignment_${mine!.id}` }),
      run(EndAssignmentDocument, district, { assignmentId: `staff-assignment_${other!.id}` }),
    ]);
    expect(answers.filter(({ codes }) => codes?.length === 0)).toHaveLength(1);
    // The other comes too late: as the last one, or with a role that has ended already.
    expect(answers.map(({ codes, refused }) => codes?.[0] ?? refused).filter(Boolean)).toEqual([
      expect.stringMatching(/^(?:LAST_ADMINISTRATOR|FORBIDDEN)$/),
    ]);
    const { rows: left } = await hub.database.pool.query(
      `select 1 from staff_assignment where role = 'DISTRICT_ADMIN' and district_id = $1 and ended_at is null`,
      [scenario.district.id],
    );
    expect(left).toHaveLength(1);
  });
});
