import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { family, type Family, type Scenario, type StaffMember } from '../../../seeds/scenario/index.ts';
import type { SchoolRecord } from '../../../seeds/factories/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let admin: StaffMember;
let stranger: StaffMember;
let district: StaffMember;
let own: Family;
let other: Family;

beforeAll(async () => {
  hub = await startTestHub({ variables: { ACCESSES_REMEMBERED: '0' } });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  admin = await scenario.schoolAdmin(school);
  stranger = await scenario.schoolAdmin(await scenario.school());
  district = await scenario.districtAdmin();
  const schoolClass = await scenario.schoolClass(school);
  own = await family(scenario, [schoolClass]);
  other = await family(scenario, [schoolClass]);
  await rows(
    `update student set name = '曾小明', student_number = 'G330106201901000X' where id = $1`,
    own.students[0]!.id,
  );
  await rows(`update student set name = '阿卜杜拉·买买提' where id = $1`, other.students[0]!.id);
  await rows(`update person set name = '吕翠翠', phone = '13800004821' where id = $1`, own.parent.person.id);
});
afterAll(() => hub.stop());

const rows = async (statement: string, ...values: unknown[]): Promise<Record<string, unknown>[]> =>
  (await hub.database.pool.query<Record<string, unknown>>(statement, values)).rows;

type Lists = Record<string, { readonly nodes: readonly { readonly name: string }[] }>;
/** Names of those who are found. */
async function found(field: string, search: string, as: StaffMember | Family['parent'] = admin): Promise<string[]> {
  const { data, errors } = await hub.ask<Lists>(
    `query ($search: String!) { ${field}(first: 100, where: { search: $search }) { nodes { id name } } }`,
    { as: as.accountId, variables: { search } },
  );
  expect(errors, JSON.stringify(errors)).toBeUndefined();
  return data![field]!.nodes.map(({ name }) => name);
}

describe('somebody is looked for', () => {
  it.each([
    '曾小明',
    '小明',
    '明',
    '曾',
    '曾 小明',
    'zengxiaoming',
    'ZengXM',
    'zxm',
    'zeng',
    'zxiaoming',
    'xiaom',
    'cengxm',
    ' ｚｘｍ ',
    'zeng xiao ming',
    'g330106201901000x',
  ])('a pupil by %j', async (typed) => expect(await found('students', typed)).toContain('曾小明'));
  it.each(['阿卜杜拉•买买提', '阿卜杜拉买买提', '买买提', 'abdlmmt', 'maimaiti'])('and by %j', async (typed) =>
    expect(await found('students', typed)).toEqual(['阿卜杜拉·买买提']),
  );
  it.each(['zxmm', '曾大明', 'G330106201901000', '%', '_', "'", '\\', "曾':* | 'a", '曾:*'])(
    'and by %j nobody is',
    async (typed) => {
      const { data, errors } = await hub.ask<Lists>(
        `query ($search: String!) { students(where: { search: $search }) { nodes { name } } }`,
        { as: admin.accountId, variables: { search: typed } },
      );
      if (errors) expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
      else expect(data!['students']!.nodes).toEqual([]);
    },
  );
  it('a guardian by name, and by the four digits that the mask shows', async () => {
    for (const typed of ['吕翠翠', 'lvcc', 'lücc', 'lucuicui', '4821'])
      expect(await found('guardians', typed), typed).toEqual(['吕翠翠']);
  });
  it('a family by a child', async () => {
    expect(await found('households', 'zxm')).toEqual(['曾小明家']);
    expect(await found('households', 'G330106201901000X')).toEqual(['曾小明家']);
  });
  it('staff by name, number and telephone', async () => {
    const [staff] = await rows(
      'select per.name, stf.staff_number, per.phone from staff stf join person per on per.id = stf.person_id join account acc on acc.person_id = per.id where acc.id = $1',
      admin.accountId,
    );
    for (const typed of [staff!['name'], staff!['staff_number'], (staff!['phone'] as string).slice(-4)])
      expect(await found('staffMembers', typed as string), typed as string).toContain(staff!['name']);
  });
  it('by an index of each', async () => {
    const client = await hub.database.pool.connect();
    try {
      await client.query('begin; set local enable_seqscan = off');
      for (const [table, index] of [
        ['person', 'person_search_index'],
        ['student', 'student_search_index'],
        ['lecturer', 'lecturer_search_index'],
      ])
        expect(
          JSON.stringify(
            (await client.query(`explain select id from ${table} where name_search @@ '''zxm'':*'::tsquery`)).rows,
          ),
        ).toContain(index);
      expect(
        JSON.stringify((await client.query(`explain select id from person where right(phone, 4) = '4821'`)).rows),
      ).toContain('person_phone_end_index');
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('nobody finds more than they are told', () => {
  it('of another school nobody is found, and what is found at work is on record', async () => {
    for (const [field, typed] of [
      ['students', 'zxm'],
      ['guardians', '4821'],
      ['guardians', 'lvcc'],
      ['households', 'zxm'],
    ] as const)
      expect(await found(field, typed, stranger)).toEqual([]);
    await rows('alter table access_record disable trigger user');
    await rows('delete from access_record');
    await found('students', 'zxm');
    await found('guardians', '4821');
    await expect
      .poll(async () =>
        rows('select distinct subject from access_record where actor = $1 and kind = $2', admin.accountId, 'student'),
      )
      .toEqual([{ subject: own.students[0]!.id }]);
  });

  it.each(['800', '04821', '00004821', '13800004821', '1380'])(
    'no digit that a mask hides is told: %s',
    async (typed) => expect(await found('guardians', typed)).toEqual([]),
  );

  it('a parent finds those whom they see, and not by a child of somebody else', async () => {
    expect(await found('students', 'zxm', own.parent)).toEqual(['曾小明']);
    expect(await found('students', 'abdlmmt', own.parent)).toEqual([]);
    expect(await found('households', 'abdlmmt', own.parent)).toEqual([]);
    expect(await found('guardians', '4821', other.parent)).toEqual([]);
  });

  it('whoever is told numbers alone counts nobody by name: neither on top nor of a school', async () => {
    for (const document of [
      '{ students(where: { search: "zxm" }) { totalCount } }',
      '{ students(where: { or: [{ search: "zxm" }, { search: "a" }] }) { totalCount } }',
      `{ school(id: "school_${school.id}") { students(where: { not: { search: "zxm" } }) { totalCount } } }`,
    ]) {
      const { errors } = await hub.ask(document, { as: district.accountId });
      expect(
        errors?.map(({ extensions }) => extensions.code),
        document,
      ).toEqual(['FORBIDDEN']);
    }
    expect(
      (await hub.ask('{ students(where: { search: "zxm" }) { nodes { name } } }', { as: district.accountId })).errors,
    ).toBeDefined();
    const { data } = await hub.ask<Record<string, { nodes: unknown[] }>>(
      '{ students(where: { studentNumber: { eq: "G330106201901000X" } }) { edges { cursor } nodes { name } } }',
      { as: district.accountId },
    );
    expect(data!['students']!.nodes).toEqual([{ name: '曾**' }]);
    const [{ cursor }] = (data as unknown as Record<string, { edges: [{ cursor: string }] }>)['students']!.edges;
    expect(Buffer.from(cursor, 'base64url').toString()).not.toMatch(/小明|xiao|zeng/);
  });

  it('whoever is on record for whom they find counts nobody whom they do not read', async () => {
    for (const [document, as] of [
      ['{ guardians(where: { search: "4821" }) { totalCount } }', admin],
      ['{ students(where: { and: [{ search: "zxm" }, { search: "zeng" }] }) { totalCount } }', admin],
      ['{ students(where: { studentNumber: { eq: "G330106201901000X" } }) { totalCount } }', admin],
    ] as const)
      expect((await hub.ask(document, { as: as.accountId })).errors?.[0]!.extensions.code, document).toBe('FORBIDDEN');
    const { data } = await hub.ask('{ guardians(where: { search: "4821" }) { totalCount nodes { name } } }', {
      as: admin.accountId,
    });
    expect(data).toEqual({ guardians: { totalCount: 1, nodes: [{ name: '吕翠翠' }] } });
  });

  it('whoever sees all of those whom they count is told how many are found', async () => {
    const { data } = await hub.ask<Record<string, { totalCount: number; nodes: unknown[] }>>(
      '{ staffMembers(where: { search: "zzzz" }) { totalCount nodes { name } } }',
      { as: district.accountId },
    );
    expect(data!['staffMembers']).toEqual({ totalCount: 0, nodes: [] });
  });

  it('the number of who works there no more, and the new name of who was renamed since, are neither told, nor found, nor shown by their place', async () => {
    const left = await scenario.schoolAdmin(school);
    const idOf = `(select stf.id from staff stf join account acc on acc.person_id = stf.person_id where acc.id = $1)`;
    const person = '(select person_id from account where id = $1)';
    await rows(`update person set name = '查一一', phone = '13800007777' where id = ${person}`, left.accountId);
    expect(await found('staffMembers', 'zhayy')).toEqual(['查一一']);
    expect(await found('staffMembers', '7777')).toEqual(['查一一']);
    await rows(
      `update staff_assignment set ended_at = now(), held_as = '查一一' where staff_id = ${idOf}`,
      left.accountId,
    );
    await rows(`update person set name = '仇一一' where id = ${person}`, left.accountId);
    for (const typed of ['qiuyy', '仇一一', '7777']) expect(await found('staffMembers', typed), typed).toEqual([]);
    const { data } = await hub.ask<Record<string, { edges: { cursor: string; node: { name: string } }[] }>>(
      '{ staffMembers(first: 100, orderBy: [{ by: NAME }]) { edges { cursor node { name } } } }',
      { as: admin.accountId },
    );
    const last = data!['staffMembers']!.edges.at(-1)!;
    expect(last.node.name).toBe('查一一');
    expect(Buffer.from(last.cursor, 'base64url').toString()).not.toContain('仇');
  });
});

describe('lists of the organisation', () => {
  it.each(['eq: 40000', 'in: [1, 40000]', 'eq: -2147483648', 'in: [2147483647]'])(
    'a number that no column holds is that of no row: %s',
    async (condition) => {
      const { data, errors } = await hub.ask<Lists>(
        `{ grades(where: { number: { ${condition} } }) { nodes { name } } }`,
      );
      expect(errors).toBeUndefined();
      expect(data!['grades']!.nodes.length).toBeLessThanOrEqual(1);
    },
  );

  it.each([
    '{ districts(where: { code: { eq: "110102" }, name: { contains: "区" } }, orderBy: [{ by: NAME }]) { nodes { id } } }',
    '{ grades(where: { number: { in: [1, 2] }, stage: { eq: PRIMARY } }, orderBy: [{ by: NUMBER, direction: DESC }]) { nodes { id } } }',
    '{ schoolYears(where: { startsOn: { lt: "2026-11-20" }, endsOn: { gte: "2026-11-20" } }, orderBy: [{ by: STARTS_ON }]) { nodes { id } } }',
    '{ guardians(orderBy: [{ by: NAME }]) { nodes { id } } }',
    '{ households(orderBy: [{ by: CREATED_AT, direction: DESC }]) { nodes { id } } }',
    '{ staffMembers(where: { staffNumber: { in: ["x"] } }, orderBy: [{ by: STAFF_NUMBER }]) { nodes { id } } }',
    '{ serviceTokens(where: { role: { eq: SCHOOL_ADMIN }, revokedAt: { isNull: true } }, orderBy: [{ by: EXPIRES_AT }]) { nodes { id } } }',
  ])('are filtered and ordered: %s', async (document) => {
    const { errors } = await hub.ask(document, { as: admin.accountId });
    expect(errors).toBeUndefined();
  });
});
