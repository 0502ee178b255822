import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse as parseDisposition } from 'content-disposition';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  EnrolStudentsDocument,
  ExportServiceHoursDocument,
  ExportShiftRosterDocument,
} from '../../../schema/generated/admin.ts';
import { aTerm, type SchoolClassRecord, type SchoolRecord, type TermRecord } from '../../../seeds/factories/index.ts';
import {
  family,
  openShift,
  signedUp,
  type Scenario,
  type ShiftOnOffer,
  type StaffMember,
} from '../../../seeds/scenario/index.ts';
import { Term } from '../../../src/domains/people/index.ts';
import { ServiceSource } from '../../../src/domains/volunteering/index.ts';
import { defused } from '../../../src/platform/documents/index.ts';
import { startTestHub, type TestHub } from '../../support/hub.ts';
import { beginScenario } from '../../support/world.ts';
import { past, served } from '../service.ts';

/** What PostgreSQL takes for a name: with a letter, nothing of full width, no emoji. */
const NAMES = [
  '=2*A21',
  '+2*A21',
  '-2*A21',
  '@SUM(A1)',
  '=x',
  '林 "小" 棠',
  "'=A1",
  '王,=2*21',
  '王;=2*21',
  '|cmd',
  '"=2*A21"',
  '=HYPERLINK("http://x","y")',
  '&amp;b',
  '𠮷野家',
  'ئايگۈل',
  '1E5',
  'TRUE',
];

let hub: TestHub;
let scenario: Scenario;
let school: SchoolRecord;
let schoolClass: SchoolClassRecord;
let term: TermRecord;
let admin: StaffMember;
let offered: ShiftOnOffer;

beforeAll(async () => {
  hub = await startTestHub();
  scenario = await beginScenario(hub);
  school = await scenario.school();
  schoolClass = await scenario.schoolClass(school);
  admin = await scenario.schoolAdmin(school);
  offered = await openShift(scenario, await scenario.teacher(schoolClass), {
    school,
    activity: { title: '=护学"\\/:岗' },
    role: { name: '@引导', capacity: 100 },
  });
  term = aTerm({ schoolYear: scenario.schoolYear, number: 1 });
  await scenario.write((put) => put(Term, term));
  for (const name of NAMES) {
    const volunteer = await family(scenario, [schoolClass]);
    await signedUp(scenario, offered, volunteer);
    await hub.database.pool.query('update person set name = $2 where id = $1', [volunteer.parent.person.id, name]);
  }
});
afterAll(() => hub.stop());

async function file(
  document: typeof ExportShiftRosterDocument | typeof ExportServiceHoursDocument,
  input: object,
): Promise<{ bytes: Buffer; name: string }> {
  const { data } = await hub.ask<Record<string, { path: string }>>(document as never, {
    as: admin.accountId,
    variables: { input },
  });
  const response = await fetch(`${hub.address}${Object.values(data!)[0]!.path}`);
  expect(response.status).toBe(200);
  return {
    bytes: Buffer.from(await response.arrayBuffer()),
    name: parseDisposition(response.headers.get('content-disposition')!).parameters['filename']!,
  };
}

const roster = (format: 'CSV' | 'XLSX') =>
  file(ExportShiftRosterDocument, { shiftId: `shift_${offered.shift.id}`, format });
const column = (table: readonly (readonly string[])[], header: string): string[] =>
  table.slice(1).map((row) => row[table[0]!.indexOf(header)]!);
const FORMULA = /^(?:[=@\t\r\n]|[+-](?!\d+(?:\.\d+)?$))/;

describe('the roster of volunteers with hostile names', () => {
  it('is read back from CSV as what was written, row by row, and no cell is a formula', async () => {
    const { bytes, name } = await roster('CSV');
    const table = parse(bytes, { bom: true }) as string[][];
    expect(column(table, '姓名')).toEqual(NAMES.map(defused));
    expect(new Set(column(table, '岗位'))).toEqual(new Set(["'@引导"]));
    expect(table.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
    expect(name).toMatch(/^[^\r\n"\\/]*\.csv$/);
  });

  it('is read back from XLSX as what was written, each name a text and none a formula', async () => {
    const book = read((await roster('XLSX')).bytes, { cellFormula: true });
    const sheet = book.Sheets[book.SheetNames[0]!]!;
    expect(column(utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' }), '姓名')).toEqual(NAMES);
    const cells = Object.entries(sheet)
      .filter(([at]) => !at.startsWith('!'))
      .map(([, cell]) => cell as { t: string; f?: string });
    expect(cells.filter(({ f }) => f !== undefined)).toEqual([]);
    expect(cells.filter(({ t }) => !['s', 'n'].includes(t))).toEqual([]);
  });

  const office = spawnSync('soffice', ['--version']).status === 0;
  it.skipIf(!office)(
    'computes nothing in LibreOffice (skipped where that is not installed)',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'roster-'));
      try {
        for (const format of ['CSV', 'XLSX'] as const) {
          const { bytes } = await roster(format);
          writeFileSync(path.join(folder, `in.${format.toLowerCase()}`), bytes);
          spawnSync('soffice', [
            '--headless',
            `-env:UserInstallation=file://${folder}/profile`,
            '--convert-to',
            'csv:Text - txt - csv (StarCalc):44,34,76',
            '--outdir',
            path.join(folder, format),
            path.join(folder, `in.${format.toLowerCase()}`),
          ]);
          const computed = parse(readFileSync(path.join(folder, format, 'in.csv')), {
            bom: true,
            relax_column_count: true,
          }) as string[][];
          expect(computed).toHaveLength(NAMES.length + 1);
          expect(computed.flat()).not.toContain('42');
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );
});

it('the hours of a school are read back with the names as they are', async () => {
  const hostile = NAMES.slice(0, 6);
  const organiser = await scenario.teacher(schoolClass);
  for (const name of hostile) {
    const volunteer = await family(scenario, [schoolClass]);
    await served(scenario, await past(scenario, organiser, volunteer, school, -3000), {
      source: ServiceSource.SYSTEM_CHECKED,
    });
    await hub.database.pool.query('update person set name = $2 where id = $1', [volunteer.parent.person.id, name]);
  }
  const input = { schoolId: `school_${school.id}`, termId: `term_${term.id}` };
  const csv = parse((await file(ExportServiceHoursDocument, { ...input, format: 'CSV' })).bytes, {
    bom: true,
  }) as string[][];
  expect(column(csv, '姓名').sort()).toEqual(hostile.map(defused).sort());
  const book = read((await file(ExportServiceHoursDocument, { ...input, format: 'XLSX' })).bytes);
  expect(
    column(
      utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1, raw: false, defval: '' }),
      '姓名',
    ).sort(),
  ).toEqual([...hostile].sort());
});

describe('a pupil is not enrolled under a name that is none', () => {
  it.each([
    ['林\n=2*21', /换行/],
    ['林\r小', /换行/],
    ['林\u2028小', /换行/],
    ['林\u202e小', /换行/],
    ['林🌸', /表情/],
    ['\u200b', /换行/],
    ['林'.repeat(41), /^此项最长 40 个字符/],
    ['123', /^姓名中至少要有一个文字/],
  ])('%j: NAME_NEEDED, of the name in its row, and why', async (name, why) => {
    const rows = [
      { name, studentNumber: 'T0001' },
      { name: '林 小棠', studentNumber: 'T0002' },
    ];
    const { data } = await hub.ask(EnrolStudentsDocument, {
      as: admin.accountId,
      variables: { input: { classId: `class_${schoolClass.id}`, rows, errorPolicy: 'REJECT_EVERYTHING' } },
    });
    expect(data!.enrolStudents.userErrors).toMatchObject([
      { code: 'NAME_NEEDED', path: ['rows', '0', 'name'], message: expect.stringMatching(why) },
    ]);
  });
});
