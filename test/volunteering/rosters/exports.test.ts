import { parse as parseDisposition } from 'content-disposition';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportServiceHoursDocument, ExportShiftRosterDocument } from '../../../schema/generated/admin.ts';
import { DownloadServiceCertificateDocument } from '../../../schema/generated/mini-program.ts';
import { demoAccounts, loadDemo } from '../../../seeds/demo/index.ts';
import { aTerm, type SchoolRecord, type TermRecord } from '../../../seeds/factories/index.ts';
import {
  family,
  openShift,
  signedUp,
  type Family,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import { createTestDatabase } from '../../support/database.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let term: TermRecord;
let admin: StaffMember;
let organiser: StaffMember;
let own: Family;
let offered: ShiftOnOffer;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  const schoolClass = await scenario.schoolClass(school);
  [organiser, admin, own] = [
    await scenario.teacher(schoolClass),
    await scenario.schoolAdmin(school),
    await family(scenario, [schoolClass]),
  ];
  offered = await openShift(scenario, organiser, { school, activity: { title: '护学岗' } });
  await signedUp(scenario, offered, own);
  term = aTerm({ schoolYear: scenario.schoolYear, number: 1 });
  await scenario.write((put) => put(Term, term));
  await hub.database.pool.query('update person set name = $2 where id = $1', [own.parent.person.id, '=HYPERLINK("x")']);
});
afterAll(() => hub.stop());

type Who = { readonly accountId: string };

async function roster(who: Who, format: 'CSV' | 'XLSX' = 'CSV') {
  const { data, errors } = await hub.ask(ExportShiftRosterDocument, {
    as: who.accountId,
    variables: { input: { shiftId: `shift_${offered.shift.id}`, format } },
  });
  return {
    path: data?.exportShiftRoster.path,
    codes: data?.exportShiftRoster.userErrors.map(({ code }) => code),
    refusal: errors?.[0]?.extensions.code,
  };
}

describe('the roster of a shift', () => {
  it('is a table with masked phones and defused formulas, and who asked for it is on record', async () => {
    const { path, codes } = await roster(admin);
    expect(codes).toEqual([]);
    const response = await fetch(`${hub.address}${path}`);
    expect(response.status).toBe(200);
    expect(parseDisposition(response.headers.get('content-disposition')!).parameters['filename']).toMatch(
      /^护学岗-\d{4}-\d\d-\d\d-名单\.csv$/,
    );
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
    expect(text.split('\r\n')[0]).toBe('\ufeff岗位,姓名,手机号,家庭,状态,报名时间,替班,到岗情况,签到时间,签退时间');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).not.toMatch(/\d{11}/);
    const { rows } = await hub.database.pool.query(
      'select mutation, outcome, subjects from audit_record where account = $1',
      [admin.accountId],
    );
    expect(rows).toEqual([
      { mutation: 'exportShiftRoster', outcome: 'SUCCEEDED', subjects: { shift: offered.shift.id } },
    ]);
  });

  it('is a workbook as well', async () => {
    const response = await fetch(`${hub.address}${(await roster(organiser, 'XLSX')).path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
  });

  it('names families: that their children were read of is on record for each file, and without a record nothing is sent', async () => {
    const readers = async () =>
      (
        await hub.database.pool.query('select actor from access_record where subject = $1 order by id', [
          own.students[0]!.id,
        ])
      ).rows;
    expect(await readers()).toEqual([{ actor: admin.accountId }, { actor: organiser.accountId }]);
    const another = await scenario.schoolAdmin(school);
    const { pool } = hub.database;
    await pool.query('alter table access_record add constraint access_record_full check (actor is null) not valid');
    try {
      for (const format of ['XLSX', 'CSV'] as const)
        expect((await fetch(`${hub.address}${(await roster(another, format)).path}`)).status).toBe(500);
    } finally {
      await pool.query('alter table access_record drop constraint access_record_full');
    }
  });

  it('is for whoever runs the shift, and by the rights of the moment in which it is opened', async () => {
    const another = await scenario.teacher(await scenario.schoolClass(school));
    expect(await roster(another)).toMatchObject({ path: null, codes: ['NOT_ORGANISER'] });
    expect(await roster(await scenario.schoolAdmin(await scenario.school()))).toMatchObject({ refusal: 'NOT_FOUND' });
    expect(await roster(own.parent)).toMatchObject({ refusal: 'FORBIDDEN' });
    const gone = await scenario.schoolAdmin(school);
    const { path } = await roster(gone);
    await hub.database.pool.query('update staff_assignment set ended_at = now() where staff_id = $1', [gone.staff.id]);
    expect((await fetch(`${hub.address}${path}`)).status).toBe(404);
  });
});

it('the hours of a school are for its administrators', async () => {
  const ask = async (who: Who) =>
    (
      await hub.ask(ExportServiceHoursDocument, {
        as: who.accountId,
        variables: { input: { schoolId: `school_${school.id}`, termId: `term_${term.id}`, format: 'CSV' } },
      })
    ).data?.exportServiceHours;
  expect(await ask(organiser)).toMatchObject({ path: null, userErrors: [{ code: 'NOT_ADMINISTRATOR' }] });
  const response = await fetch(`${hub.address}${(await ask(admin))!.path}`);
  expect([response.status, (await response.text()).trim()]).toEqual([200, '姓名,手机号,服务次数,服务时长(分钟)']);
});

it('a certificate is a PDF for its holder, and not once it is revoked', async () => {
  const database = await createTestDatabase();
  await loadDemo(database.pool);
  const demo = await startTestHub({ database });
  try {
    const { rows } = await database.pool.query<{ id: string; account: string; revoked: boolean }>(`
      select sce.id, acc.id as account, sce.revoked_at is not null as revoked from service_certificate sce join account acc on acc.person_id = sce.person_id`);
    const ask = async (certificate: string, as: string) =>
      await demo.ask(DownloadServiceCertificateDocument, {
        as,
        variables: { input: { certificateId: `service-certificate_${certificate}` } },
      });
    const valid = rows.find((row) => !row.revoked)!;
    const { data } = await ask(valid.id, valid.account);
    const response = await fetch(`${demo.address}${data!.downloadServiceCertificate.path}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const stranger = demoAccounts.find(({ id, name }) => id !== valid.account && name === 'grandparent')!;
    expect((await ask(valid.id, stranger.id)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const revoked = rows.find((row) => row.revoked);
    if (revoked)
      expect((await ask(revoked.id, revoked.account)).data?.downloadServiceCertificate.userErrors).toMatchObject([
        { code: 'REVOKED' },
      ]);
  } finally {
    await demo.stop();
    await database.drop();
  }
});
