import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessLogDocument, AuditLogDocument, UpdateStudentDocument } from '../../schema/generated/admin.ts';
import { ChildAccessesDocument } from '../../schema/generated/mini-program.ts';
import type { SchoolClassRecord, SchoolRecord } from '../../seeds/factories/index.ts';
import { families, family, type Family, type Scenario, type StaffMember } from '../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../support/hub.ts';
import { beginScenario } from '../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let child: Family;
let admin: StaffMember;
let adminElsewhere: StaffMember;
let teacher: StaffMember;
let officer: StaffMember;
let district: StaffMember;
let clock: Date | undefined;

beforeAll(async () => {
  hub = await startTestHub({
    clock: () => clock ?? new Date(),
    variables: { COMPILED_QUERIES: 'frequent', COMPILED_QUERIES_AFTER: '1' },
  });
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  child = await family(scenario, [schoolClass]);
  [admin, teacher, district] = [
    await scenario.schoolAdmin(school),
    await scenario.teacher(schoolClass),
    await scenario.districtAdmin(),
  ];
  adminElsewhere = await scenario.schoolAdmin(await scenario.school());
  officer = await scenario.staffMember({ role: 'PRIVACY_OFFICER' });
});
afterAll(() => hub.stop());

const studentOf = ({ students: [student] }: Family): string => student!.id;
const read = (who: { accountId: string }, of: Family) =>
  hub.ask('query ($id: ID!) { student(id: $id) { id name } }', {
    as: who.accountId,
    variables: { id: `student_${studentOf(of)}` },
  });
const accesses = async (of: Family) =>
  (
    await hub.database.pool.query<{ actor: string }>(
      'select actor from access_record where subject = $1 order by created_at, id',
      [studentOf(of)],
    )
  ).rows.map(({ actor }) => actor);

describe('reading a pupil is kept on record', () => {
  it('where its teachers or the administration of the school read, once an hour, by every executor; not where the family does', async () => {
    for (let twice = 0; twice < 3; twice += 1)
      expect((await read(child.parent, child)).data!['student']).not.toBeNull();
    expect(await accesses(child)).toEqual([]);
    // By now the query is planned for the family; for staff it is answered by the executor that knows the rows.
    for (let times = 0; times < 3; times += 1) expect((await read(admin, child)).data!['student']).not.toBeNull();
    expect(await accesses(child)).toEqual([admin.accountId]);
    await read(teacher, child);
    expect(await accesses(child)).toEqual([admin.accountId, teacher.accountId]);
    clock = new Date(Date.now() + 3_600_000);
    await read(admin, child);
    clock = undefined;
    expect(await accesses(child)).toEqual([admin.accountId, teacher.accountId, admin.accountId]);
    expect((await read(adminElsewhere, child)).data!['student']).toBeNull();
    expect(await accesses(child)).toHaveLength(3);
  });

  it('in one statement for a whole list, and of those alone who are in it', async () => {
    const another = await scenario.schoolClass(school);
    const inClass = await families(scenario, 7, [another]);
    const ask = (first: number) =>
      hub.ask(
        'query ($id: ID!, $first: Int) { schoolClass(id: $id) { students(first: $first) { nodes { name } pageInfo { hasNextPage } } } }',
        { as: admin.accountId, variables: { id: `class_${another.id}`, first } },
      );
    const { result, statements } = await hub.statementsOf(() => ask(5));
    expect(result.data!['schoolClass'].students.nodes).toHaveLength(5);
    expect(statements.filter((text) => text.includes('access_record'))).toHaveLength(1);
    expect((await Promise.all(inClass.map(accesses))).filter((each) => each.length > 0)).toHaveLength(5);
    await Promise.all(Array.from({ length: 8 }, () => ask(7)));
    expect((await Promise.all(inClass.map(accesses))).map((each) => each.length)).toEqual(inClass.map(() => 1));
  });

  it('whoever changes a pupil has read them', async () => {
    const other = await family(scenario, [schoolClass]);
    await hub.ask(UpdateStudentDocument, {
      as: admin.accountId,
      variables: { input: { studentId: `student_${studentOf(other)}`, name: '测试更名' } },
    });
    expect(await accesses(other)).toEqual([admin.accountId]);
  });

  it('and shown to the family, the school and the privacy officer, and to nobody else', async () => {
    const { data } = await hub.ask(ChildAccessesDocument, { as: child.parent.accountId, variables: {} });
    const shown = data!.viewer.guardian!.children!.nodes[0]!.accesses!.nodes;
    expect(shown.map(({ actorName, byProgram }) => [actorName, byProgram])).toEqual(
      [admin, teacher, admin].map(({ person }) => [person.name, false]),
    );
    const log = async (who: StaffMember) => {
      const answer = await hub.ask(AccessLogDocument, { as: who.accountId, variables: {} });
      return answer.data?.accessEntries?.nodes.length ?? answer.errors?.[0]?.extensions.code;
    };
    expect([await log(admin), await log(officer), await log(district)]).toEqual([11, 11, 11]);
    expect([await log(adminElsewhere), await log(teacher)]).toEqual([0, 'FORBIDDEN']);
    // Who reads the log and sees no pupil is told whose data it was by the id, and who read it by name.
    const { data: told } = await hub.ask(AccessLogDocument, { as: officer.accountId, variables: {} });
    for (const entry of told!.accessEntries!.nodes)
      expect(entry).toMatchObject({
        subject: expect.stringMatching(/^student:[0-9a-f-]{36}$/),
        actorName: expect.stringMatching(/./),
        student: null,
      });
    expect(told!.accessEntries!.nodes.map(({ subject }) => subject)).toContain(`student:${studentOf(child)}`);
    const stranger = await family(scenario, [schoolClass]);
    const { data: none } = await hub.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      as: stranger.parent.accountId,
      variables: { ids: shown.map(({ id }) => id) },
    });
    expect(none!['nodes']).toEqual(shown.map(() => null));
  });
});

describe('the log', () => {
  const log = async (who: { accountId: string }, where: Record<string, unknown> = {}) => {
    const { data, errors } = await hub.ask(AuditLogDocument, {
      as: who.accountId,
      variables: { where: where as never },
    });
    return data?.auditEntries ? data.auditEntries.nodes : errors!.map((error) => error.extensions.code);
  };

  it('shows a school what its people did, the district and the privacy officer all, and others nothing', async () => {
    const tooMany = `mutation { markNoticesRead(input: { noticeIds: [${Array.from({ length: 101 }, () => `"notice_${crypto.randomUUID()}"`).join()}] }) { userErrors { code } } }`;
    for (const who of [child.parent, adminElsewhere]) await hub.ask(tooMany, { as: who.accountId });
    const where = { mutation: { eq: 'markNoticesRead' } };
    expect([(await log(admin, where)).length, (await log(adminElsewhere, where)).length]).toEqual([1, 1]);
    expect(await log(admin, where)).toMatchObject([
      { outcome: 'REFUSED', staff: null, guardian: { id: `guardian_${child.parent.guardian.id}` } },
    ]);
    for (const who of [district, officer]) expect(await log(who, where)).toHaveLength(2);
    // Who did it is told by name, also where the reader of the log sees neither staff nor guardians.
    expect(
      ((await log(officer, where)) as readonly { actorName: string | null }[]).map(({ actorName }) => actorName).sort(),
    ).toEqual([child.parent.person.name, adminElsewhere.person.name].sort());
    for (const who of [teacher, child.parent, await scenario.analyst()]) expect(await log(who)).toEqual(['FORBIDDEN']);
  });

  it('is found by what was done, what became of it, when, by whom and about what', async () => {
    await hub.ask(UpdateStudentDocument, {
      as: admin.accountId,
      variables: { input: { studentId: `student_${studentOf(child)}`, studentNumber: '学籍' } },
    });
    const about = { about: { in: [studentOf(child)] } };
    expect(await log(admin, { ...about, outcome: { eq: 'REFUSED' } })).toMatchObject([
      {
        mutation: 'updateStudent',
        code: 'NUMBER_NEEDED',
        staff: { id: `staff_${admin.staff.id}` },
        subjects: [`student:${studentOf(child)}`],
      },
    ]);
    expect(await log(admin, { ...about, outcome: { eq: 'SUCCEEDED' } })).toEqual([]);
    expect(await log(admin, { ...about, createdAt: { lt: scenario.now.toISOString() } })).toEqual([]);
    expect(await log(district, { staff: { in: [`staff_${admin.staff.id}`] } })).not.toEqual([]);
    expect(await log(district, { staff: { in: [`staff_${teacher.staff.id}`] } })).toEqual([]);
    expect(await log(district, { about: { in: ['no id at all'] } })).toEqual([]);
  });

  it('is paged, each entry once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an ad hoc query has no type
      const { data }: { data?: any } = await hub.ask(
        'query ($after: String) { auditEntries(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
        { as: district.accountId, variables: { after } },
      );
      const page = data.auditEntries as {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.nodes.map(({ id }) => id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(3);
  });
});
