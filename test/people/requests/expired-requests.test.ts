import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AssignRoleDocument, ReleaseStaffDocument, UpdateSchoolYearDocument } from '../../../schema/generated/admin.ts';
import { aPerson, aRoleRequest, aStaff } from '../../../seeds/factories/index.ts';
import { Person, RoleRequest, Staff, StaffRole } from '../../../src/domains/people/index.ts';
import { noticeKinds } from '../../../src/app.ts';
import { NoticeCatalogue } from '../../../src/domains/notice-kinds/index.ts';
import type { Scenario, StaffMember } from '../../../seeds/scenario/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { asked } from '../../support/mutations.ts';
import { beginScenario } from '../../support/world.ts';

const JOB = 'people.expire-role-requests';

let hub: TestHub;
let scenario: Scenario;
let clock: Date;

beforeAll(async () => {
  hub = await startTestHub({ clock: () => clock });
  scenario = await beginScenario(hub);
  clock = scenario.now;
});
afterAll(() => hub.stop());

it('requests for roles that nobody has decided end by the clock, so many at a time, and the log names those of each time', async () => {
  const asker = await scenario.districtAdmin();
  const wanted = Array.from({ length: 60 }, () => {
    const person = aPerson();
    const staff = aStaff({ person });
    const request = aRoleRequest({
      staff,
      role: StaffRole.ANALYST,
      district: scenario.district,
      askedBy: asker.staff,
      expiresAt: scenario.at(60),
    });
    return { person, staff, request };
  });
  await scenario.write((put) => {
    for (const { person, staff, request } of wanted) {
      put(Person, person);
      put(Staff, staff);
      put(RoleRequest, request);
    }
  });
  clock = scenario.at(61);
  await hub.hub.runJob(JOB);
  const { pool } = hub.database;
  const statuses = await pool.query('select distinct status from role_request');
  expect(statuses.rows).toEqual([{ status: 'EXPIRED' }]);
  const records = await pool.query<{ ids: string[] }>(
    "select subjects -> 'request' as ids from audit_record where mutation = $1 order by created_at, id",
    [JOB],
  );
  expect(records.rows.map(({ ids }) => ids.length)).toEqual([50, 10]);
  expect(records.rows.flatMap(({ ids }) => ids).sort()).toEqual(wanted.map(({ request }) => request.id).sort());
});

const why = async (request: string) =>
  (
    await hub.database.pool.query<{ kind: string; why: string }>(
      "select kind, params ->> 'why' as why from notice where about_id = $1 and not waiting and kind = 'people.role-expired'",
      [request.replace('role-request_', '')],
    )
  ).rows.map((each) => each.why);

describe('whoever asked for a role that nobody can approve any more is told why:', () => {
  const bodies = async ({ accountId }: StaffMember, language: string) =>
    (
      (
        await hub.ask(
          '{ viewer { inbox(first: 5, where: { kind: { eq: "people.role-expired" } }) { nodes { body } } } }',
          {
            as: accountId,
            headers: { 'accept-language': language },
          },
        )
      ).data!['viewer'].inbox.nodes as { body: string }[]
    ).map(({ body }) => body);
  const ask = async (by: StaffMember, role: object) => {
    const { payload, codes } = await asked(hub, AssignRoleDocument, by.accountId, {
      staffId: `staff_${by.staff.id}`,
      ...role,
    });
    expect(codes).toEqual([]);
    return (payload!['request'] as { id: string }).id;
  };

  it('they were released, weeks before its time was over', async () => {
    clock = scenario.now;
    const school = await scenario.school();
    const [asker, other] = [await scenario.schoolAdmin(school), await scenario.districtAdmin()];
    const schoolClass = await scenario.schoolClass(school);
    const request = await ask(asker, { role: 'HOMEROOM_TEACHER', classId: `class_${schoolClass.id}` });
    const { codes } = await asked(hub, ReleaseStaffDocument, other.accountId, { staffId: `staff_${asker.staff.id}` });
    expect(codes).toEqual([]);
    expect(await bodies(asker, 'zh-CN')).toEqual([
      `您已无权任命您所申请的职务,您提交的${school.name}班主任任命申请已失效。`,
    ]);
    expect(await bodies(asker, 'en')).toEqual([
      `You may not give the role of homeroom teacher at ${school.name} any more that you have asked for: your request is over.`,
    ]);
    expect(await why(request)).toEqual(['ASKER']);
  });

  it('the school year ends before it, or nobody came round to it', async () => {
    clock = scenario.now;
    const school = await scenario.school();
    const year = await scenario.anotherYear(1);
    const schoolClass = await scenario.schoolClass(school, 1, year);
    const [asker, other] = [await scenario.schoolAdmin(school), await scenario.districtAdmin()];
    const role = { role: 'HOMEROOM_TEACHER', classId: `class_${schoolClass.id}` };
    const day = (monthAndDay: string): string => `${year.endsOn.slice(0, 4)}-${monthAndDay}`;
    const request = await ask(asker, { ...role, validFrom: day('08-01') });
    const { codes } = await asked(hub, UpdateSchoolYearDocument, other.accountId, {
      schoolYearId: `school-year_${year.id}`,
      endsOn: day('07-15'),
    });
    expect(codes).toEqual([]);
    expect(await why(request)).toEqual(['YEAR']);
    expect(await bodies(asker, 'en')).toEqual([
      `The school year now ends before the role of homeroom teacher at ${school.name} that you have asked for would have begun: your request is over.`,
    ]);
    const late = await ask(asker, { role: 'SUBJECT_TEACHER', subject: '数学', classId: `class_${schoolClass.id}` });
    clock = scenario.at(31 * 1440);
    await hub.hub.runJob(JOB);
    expect(await why(late)).toEqual(['TIME']);
  });

  it('as a notice of before, which did not say why, still reads', () => {
    const { body } = noticeKinds.find(({ key }) => key === 'people.role-expired')!;
    const read = new NoticeCatalogue(noticeKinds).text(
      'body',
      'people.role-expired',
      {},
      { named: true, locale: 'en' },
    );
    expect(read).toBe(body({ why: 'TIME', place: null, role: null }).en);
  });
});
