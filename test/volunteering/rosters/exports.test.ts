import { parse as parseDisposition } from 'content-disposition';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTerm, type SchoolClassRecord, type SchoolRecord, type TermRecord } from '../../../seeds/factories/index.ts';
import { family, openShift, signedUp, type Family, type Scenario, type ShiftOnOffer, type StaffMember } from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import { ExportServiceHoursDocument, ExportShiftRosterDocument } from '../../../schema/generated/admin.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let term: TermRecord;
let organiser: StaffMember;
let admin: StaffMember;
let own: Family;
let offered: ShiftOnOffer;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  [organiser, admin, own] = [await scenario.teacher(schoolClass), await scenario.schoolAdmin(school), await family(scenario, [schoolClass])];
  offered = await openShift(scenario, organiser, { school, activity: { title: '护学岗/早班' } });
  await signedUp(scenario, offered, own);
  term = aTerm({ schoolYear: scenario.schoolYear, number: 1 });
  await scenario.write((put) => put(Term, term));
  await hub.database.pool.query('update person set name = $2 where id = $1', [own.parent.person.id, '=HYPERLINK("x")']);
});
afterAll(() => hub.stop());

type Who = { readonly accountId: string } | undefined;

async function exportRoster(who: Who, format: 'CSV' | 'XLSX' = 'CSV') {
  const { data, errors } = await hub.ask(ExportShiftRosterDocument, { as: who?.accountId, variables: { input: { shiftId: `shift_${offered.shift.id}`, format } } });
  return { path: data?.exportShiftRoster.path, codes: data?.exportShiftRoster.userErrors.map(({ code }) => code), refusal: errors?.[0]?.extensions.code };
}

const fetched = (path: string | null | undefined): Promise<Response> => fetch(`${hub.address}${path}`);
const audited = async (account: string) => (await hub.database.pool.query<{ outcome: string }>('select mutation, outcome, subjects from audit_record where account = $1 order by created_at', [account])).rows;

describe('the roster of a shift', () => {
  it('is a file of its own name, phones masked and formulas defused; who took it away is on record by ids', async () => {
    const { path, codes } = await exportRoster(admin);
    expect(codes).toEqual([]);
    const response = await fetched(path);
    expect(response.status).toBe(200);
    expect(parseDisposition(response.headers.get('content-disposition')!).parameters['filename']).toMatch(/^报名名单-护学岗 早班-\d{4}-\d\d-\d\d\.csv$/);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    const [head, line, ...rest] = text.split('\r\n');
    expect(head).toBe('\ufeff岗位,姓名,手机号,家庭,状态,报名时间,替班,到岗情况,签到时间,签退时间');
    expect(line).toContain(`"'=HYPERLINK(""x"")"`);
    expect(line).toContain('已确认');
    expect(line).not.toMatch(/\d{11}/);
    expect(rest).toEqual(['']);
    expect(await audited(admin.accountId)).toEqual([{ mutation: 'exportShiftRoster', outcome: 'SUCCEEDED', subjects: { shift: offered.shift.id } }]);
  });

  it('is a workbook where one is asked for', async () => {
    const response = await fetched((await exportRoster(organiser, 'XLSX')).path);
    expect(response.headers.get('content-type')).toBe('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(Buffer.from(await response.arrayBuffer()).subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    ['a guest', () => Promise.resolve(undefined), 'UNAUTHENTICATED'],
    ['a parent', () => Promise.resolve(own.parent as Who), 'FORBIDDEN'],
    ['another teacher of the school', async () => scenario.teacher(await scenario.schoolClass(school)), 'FORBIDDEN'],
    ['the district, for a shift of a school', () => scenario.districtAdmin(), 'FORBIDDEN'],
    ['another school', async () => scenario.schoolAdmin(await scenario.school()), 'NOT_FOUND'],
  ])('is refused to %s, and it is not on record that they had it', async (_who, who, code) => {
    const account = await who();
    expect((await exportRoster(account)).refusal).toBe(code);
    if (account) expect((await audited(account.accountId)).filter(({ outcome }) => outcome === 'SUCCEEDED')).toEqual([]);
  });

  it('is not fetched by whose right has ended since', async () => {
    const leaving = await scenario.schoolAdmin(school);
    const { path } = await exportRoster(leaving);
    await hub.database.pool.query("update staff_assignment set valid_to = '2020-12-31' where staff_id = $1", [leaving.staff.id]);
    expect((await fetched(path)).status).toBe(404);
  });

  it('of a crowd is refused', async () => {
    const crowded = await openShift(scenario, organiser, { school, role: { capacity: 20_000 } });
    const client = await hub.database.pool.connect();
    try {
      await client.query("set session_replication_role = replica");
      await client.query(`insert into signup (id, role_id, shift_id, guardian_id, person_id, status, signed_up_at)
        select gen_random_uuid(), $1, $2, $3, gen_random_uuid(), 'CONFIRMED', now() from generate_series(1, 10001)`, [crowded.role.id, crowded.shift.id, own.parent.guardian.id]);
    } finally {
      await client.query('reset session_replication_role');
      client.release();
    }
    const { data } = await hub.ask(ExportShiftRosterDocument, { as: admin.accountId, variables: { input: { shiftId: `shift_${crowded.shift.id}`, format: 'CSV' } } });
    expect(data?.exportShiftRoster).toMatchObject({ path: null, userErrors: [{ code: 'TOO_MANY_ROWS', path: ['shiftId'] }] });
  });
});

describe('the hours of a school', () => {
  const exportHours = async (who: Who, termId = term.id) => {
    const { data, errors } = await hub.ask(ExportServiceHoursDocument, { as: who?.accountId, variables: { input: { schoolId: `school_${school.id}`, termId: `term_${termId}`, format: 'CSV' } } });
    return { path: data?.exportServiceHours.path, refusal: errors?.[0]?.extensions.code };
  };

  it('are a file for its administrators alone', async () => {
    const response = await fetched((await exportHours(admin)).path);
    expect(parseDisposition(response.headers.get('content-disposition')!).parameters['filename']).toMatch(/^志愿服务时长-.+-\d{4}—\d{4}学年第1学期\.csv$/);
    expect(await response.text()).toBe('姓名,手机号,服务次数,服务时长(分钟)\r\n');
    expect((await exportHours(organiser)).refusal).toBe('FORBIDDEN');
    expect((await exportHours(await scenario.districtAdmin())).refusal).toBe('FORBIDDEN');
    expect((await exportHours(admin, '00000000-0000-7000-8000-000000000000')).refusal).toBe('NOT_FOUND');
  });
});

describe('an address', () => {
  it.each(['', 'CSV', '.CSV', 'x.CSV', `00000000-0000-7000-8000-000000000000.PDF`])('of a file that is none of ours leads nowhere: %s', async (id) => {
    const token = await hub.hub.fileTokens.sign({ kind: 'shift-roster', id, accountId: admin.accountId }, new Date());
    expect((await fetched(`/files/${token}`)).status).toBe(404);
  });
});
