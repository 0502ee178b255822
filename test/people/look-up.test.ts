import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { family, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { hubSchema } from '../../src/app.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { hopsOf, nodeTypes } from '../support/crawl.ts';
import { beginScenario } from '../support/world.ts';

const { schema } = hubSchema();

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let district: StaffMember;
let pupil: Family['students'][number];
let own: Family;
beforeAll(async () => {
  hub = await startTestHub({
    variables: { COMPILED_QUERIES: 'frequent', COMPILED_QUERIES_AFTER: '1', ACCESSES_REMEMBERED: '0' },
  });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  district = await scenario.districtAdmin();
  own = await family(scenario, [schoolClass]);
  pupil = own.students[0]!;
  await hub.database.pool.query('alter table access_record disable trigger user');
  await hub.database.pool.query(
    `update student set name = '王小明', student_number = 'G330106201901000X' where id = $1`,
    [pupil.id],
  );
});
afterAll(() => hub.stop());

const BY_NUMBER = `query ($number: String!) { students(where: { studentNumber: { eq: $number } }) { totalCount nodes { id name studentNumber school { id } } } }`;
/** How many accesses to the pupil by the district have been recorded since this was asked for the last time: the same stand on record once an hour. */
const records = async (): Promise<number> =>
  (
    await hub.database.pool.query(`delete from access_record where kind = 'student' and subject = $1 and actor = $2`, [
      pupil.id,
      district.accountId,
    ])
  ).rowCount!;
const ask = (document: string, variables: Record<string, unknown> = {}, as = district.accountId) =>
  hub.ask(document, { as, variables });

describe("a district's look-up of a pupil by the exact number", () => {
  it('answers that pupil, masked, and is on record, each time', async () => {
    await records();
    for (let times = 0; times < 3; times += 1) {
      const { data, errors } = await ask(BY_NUMBER, { number: 'G330106201901000X' });
      expect(errors).toBeUndefined();
      expect(data!['students']).toEqual({
        totalCount: 1,
        nodes: [
          {
            id: `student_${pupil.id}`,
            name: '王**',
            studentNumber: 'G330************X',
            school: { id: `school_${school.id}` },
          },
        ],
      });
      expect(await records()).toBe(1);
    }
  });

  it('finds the number however it is typed, for whoever sees the pupil as well', async () => {
    for (const number of ['g330106201901000x', ' G330106201901000x ']) {
      expect((await ask(BY_NUMBER, { number })).data!['students'].nodes).toHaveLength(1);
      expect((await ask(BY_NUMBER, { number }, own.parent.accountId)).data!['students'].nodes).toMatchObject([
        { name: '王小明', studentNumber: 'G330106201901000X' },
      ]);
    }
    expect((await ask(BY_NUMBER, { number: 'G330106201901000' })).data!['students']).toEqual({
      totalCount: 0,
      nodes: [],
    });
  });

  it('is no number beside an empty condition, whatever was asked before', async () => {
    const count = 'query ($where: StudentWhere) { students(where: $where) { totalCount } }';
    for (let time = 0; time < 3; time += 1) {
      expect((await ask(count)).data!['students'].totalCount).toBeGreaterThan(0);
      const { errors } = await ask(count, { where: { studentNumber: {} } });
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    }
  });

  it('is on record where the number alone is asked for', async () => {
    await records();
    const { data } = await ask('{ students(where: { studentNumber: { eq: "G330106201901000X" } }) { totalCount } }');
    expect(data!['students']).toEqual({ totalCount: 1 });
    expect(await records()).toBe(1);
  });

  it('leads to the school, the class of today and how the guardians are reached, masked', async () => {
    const { data, errors } = await ask(
      'query ($number: String!) { students(where: { studentNumber: { eq: $number } }) { nodes { school { id } currentClass { id } guardianContacts { relation legal primaryContact name phone } } } }',
      { number: 'G330106201901000X' },
    );
    const [mother] = own.parent.guardianships;
    expect(errors).toBeUndefined();
    expect(data!['students'].nodes).toEqual([
      {
        school: { id: `school_${school.id}` },
        currentClass: { id: `class_${schoolClass.id}` },
        guardianContacts: [
          {
            relation: mother!.relation,
            legal: mother!.legal,
            primaryContact: mother!.primaryContact,
            name: expect.stringMatching(new RegExp(`^${own.parent.person.name.slice(0, 1)}\\*+$`)),
            phone: own.parent.person.phone === null ? null : expect.stringContaining('****'),
          },
        ],
      },
    ]);
  });

  it('tells guardians nothing more than they see: how others are reached is for whoever knows the pupil at work', async () => {
    const contacts = async (as: string) =>
      (
        await ask(
          'query ($id: ID!) { student(id: $id) { guardianContacts { name } } }',
          { id: `student_${pupil.id}` },
          as,
        )
      ).data!['student'] as unknown;
    expect(await contacts(own.parent.accountId)).toEqual({ guardianContacts: null });
    expect(await contacts((await scenario.teacher(schoolClass)).accountId)).toEqual({
      guardianContacts: [{ name: expect.stringContaining('*') }],
    });
    expect(await contacts(district.accountId)).toBeNull();
  });

  it('leads no further', async () => {
    const type = nodeTypes.find(({ name }) => name === 'Student')!;
    for (const [name, hop] of hopsOf(type)) {
      if (name === 'school' || name === 'currentClass') continue;
      for (const inner of hop === 'one' ? ['{ id }'] : ['{ totalCount }', '{ nodes { id } }']) {
        const { data, errors } = await ask(
          `{ students(where: { studentNumber: { eq: "G330106201901000X" } }) { nodes { ${name} ${inner} } } }`,
        );
        // A district reads the log of accesses, whosever they are.
        if (name !== 'accesses')
          expect([name, inner, data?.['students']?.nodes[0]?.[name] ?? null, errors?.[0]?.extensions.code]).toEqual([
            name,
            inner,
            null,
            hop === 'one' ? undefined : 'FORBIDDEN',
          ]);
      }
    }
    expect(
      (await ask('query ($id: ID!) { node(id: $id) { id } student(id: $id) { id } }', { id: `student_${pupil.id}` }))
        .data,
    ).toEqual({ node: null, student: null });
    expect(schema.getType('Student')).toBeDefined();
  });

  it('cannot be made a crawl or a probe: one in a request, by nothing but the number, and never beside a school', async () => {
    const code = async (document: string) => (await ask(document, {})).errors?.map(({ extensions }) => extensions.code);
    await records();
    expect(
      await code(
        '{ a: students(where: { studentNumber: { eq: "G330106201901000X" } }) { nodes { id } } b: students(where: { studentNumber: { eq: "G2" } }) { nodes { id } } }',
      ),
    ).toEqual(['BAD_USER_INPUT']);
    await records();
    for (const where of [
      '{ not: { studentNumber: { eq: "G1" } } }',
      '{ or: [{ studentNumber: { eq: "G1" } }, { studentNumber: { eq: "G330106201901000X" } }] }',
      `{ studentNumber: { eq: "G330106201901000X" }, school: { eq: "school_${school.id}" } }`,
    ]) {
      for (const asked of ['totalCount', 'nodes { id }'])
        expect(await code(`{ students(where: ${where}) { ${asked} } }`)).toEqual(['FORBIDDEN']);
    }
    for (let times = 0; times < 3; times += 1) {
      expect(
        await code(
          `{ school(id: "school_${school.id}") { students(where: { studentNumber: { eq: "G330106201901000X" } }) { totalCount } } }`,
        ),
      ).toEqual(['FORBIDDEN']);
      expect(await code(`{ students { nodes { id } } }`)).toEqual(['FORBIDDEN']);
      expect(await code(`{ students { totalCount } }`)).toBeUndefined();
    }
    expect(await records()).toBe(0);
  });

  it('is not for analysts, nor for whoever keeps the privacy of a district', async () => {
    const others = [await scenario.analyst(), await scenario.staffMember({ role: 'PRIVACY_OFFICER' as never })];
    for (const { accountId } of others)
      expect((await ask(BY_NUMBER, { number: 'G330106201901000X' }, accountId)).errors).toMatchObject([
        { extensions: { code: 'FORBIDDEN' } },
      ]);
  });
});

describe('a figure is whole or not told', () => {
  it('of the pupils of a school and a class: not to a parent or a teacher who counts some of them', async () => {
    const another = await scenario.schoolClass(school, 4);
    const one = await family(scenario, [another]);
    await family(scenario, [another]);
    const teacher = await scenario.teacher(another);
    const admin = await scenario.schoolAdmin(school);
    const elsewhere = await scenario.school();
    const FIGURES =
      'query ($school: ID!, $class: ID!) { school(id: $school) { studentCount } schoolClass(id: $class) { studentCount } }';
    const count = async ({ accountId }: { accountId: string }) =>
      (await ask(FIGURES, { school: `school_${school.id}`, class: `class_${another.id}` }, accountId)).data;
    expect(await count(one.parent)).toEqual({ school: { studentCount: null }, schoolClass: { studentCount: null } });
    expect(await count(teacher)).toEqual({ school: { studentCount: null }, schoolClass: { studentCount: 2 } });
    expect(await count(admin)).toEqual({ school: { studentCount: 3 }, schoolClass: { studentCount: 2 } });
    const stranger = await scenario.schoolAdmin(elsewhere);
    expect(
      (
        await ask(
          'query ($school: ID!) { school(id: $school) { studentCount } }',
          { school: `school_${school.id}` },
          stranger.accountId,
        )
      ).data,
    ).toEqual({ school: { studentCount: null } });
  });
});
