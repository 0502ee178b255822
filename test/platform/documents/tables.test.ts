import { buffer } from 'node:stream/consumers';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv, defused, TooManyRows, xlsx, type TableColumn } from '../../../src/platform/documents/index.ts';

interface Row {
  number: string | null;
  name: string;
  minutes: number | null;
  day: string | null;
  at: Date | null;
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { header: '学号', kind: 'text', of: (row) => row.number, width: 16 },
  { header: '姓名', kind: 'text', of: (row) => row.name },
  { header: '时长(分钟)', kind: 'number', of: (row) => row.minutes },
  { header: '日期', kind: 'day', of: (row) => row.day },
  { header: '签到时间', kind: 'time', of: (row) => row.at },
];
const LIN: Row = {
  number: '00120260',
  name: '林 "小" 棠,\n一班',
  minutes: -90,
  day: '2026-01-20',
  at: new Date('2026-01-20T16:05:40Z'),
};
const NOBODY: Row = { number: null, name: '=HYPERLINK("http://x")', minutes: null, day: null, at: null };

const ATTACKS = [
  '=1+1',
  '+cmd|x',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '=1',
  '+1x',
  '-x',
  '@x',
  '-',
  '=',
  '+86 1',
];

describe('a text that would be run as a formula', () => {
  it.each(ATTACKS)('%j begins with an apostrophe', (text) => expect(defused(text)).toBe(`'${text}`));
  it.each(['', '0012', '-5', '+5.25', 'a=b', '王-李', '13800000001'])('%j stays as it is', (text) =>
    expect(defused(text)).toBe(text),
  );
});

describe('CSV', () => {
  const written = async (rows: Iterable<Row> | AsyncIterable<Row>): Promise<string> =>
    (await buffer(csv(COLUMNS, rows))).toString('utf8');

  it('is what Excel opens: its mark, lines ended by CR LF, quotes doubled, moments by the clocks of Asia/Shanghai', async () => {
    expect(await written([LIN, NOBODY])).toBe(
      '\ufeff学号,姓名,时长(分钟),日期,签到时间\r\n00120260,"林 ""小"" 棠,\n一班",-90,2026-01-20,2026-01-21 00:05\r\n,"\'=HYPERLINK(""http://x"")",,,\r\n',
    );
    expect(await written([])).toBe('\ufeff学号,姓名,时长(分钟),日期,签到时间\r\n');
  });

  it('is read back as what was written, whatever the text, and no cell is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...ATTACKS))), { minLength: 1 }),
        async (rows) => {
          const text = (
            await buffer(
              csv<[string]>(
                [
                  { header: '一', kind: 'text', of: ([cell]) => `${cell}` },
                  { header: '二', kind: 'text', of: () => '.' },
                ],
                rows,
              ),
            )
          ).toString('utf8');
          const cells = (parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][])
            .slice(1)
            .map(([first]) => first!);
          expect(cells).toEqual(rows.map(([cell]) => defused(Buffer.from(cell).toString('utf8'))));
          for (const cell of cells) expect(cell).not.toMatch(/^(?:[=@\t\r\n]|[+-](?!\d+(?:\.\d+)?$))/);
        },
      ),
      { numRuns: 100 },
    );
  });

  it.each(['\n', '\r', '\u0085', '\u2028', '\u2029', '\v', '\f'])(
    'a text with the line break %j stands in quotes, so that no program takes what follows for a row',
    async (separator) => {
      expect(await written([{ ...NOBODY, name: `林${separator}=2*21` }])).toContain(
        `\r\n,"林${separator}=2*21",,,\r\n`,
      );
    },
  );

  it('reads its rows as they are wanted, and no more of them when the reader is gone', async () => {
    let taken = 0;
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    const endless = async function* (): AsyncGenerator<Row> {
      try {
        for (;;) {
          taken += 1;
          yield LIN;
        }
      } finally {
        resolve();
      }
    };
    for await (const part of csv(COLUMNS, endless())) {
      expect(part.length).toBeGreaterThan(0);
      break;
    }
    await ended;
    expect(taken).toBeLessThan(5_000);
  });

  it('fails where its rows fail', async () => {
    const broken = async function* (): AsyncGenerator<Row> {
      yield LIN;
      await Promise.reject(new Error('the rows are gone'));
    };
    await expect(written(broken())).rejects.toThrow('the rows are gone');
  });
});

describe('XLSX', () => {
  const sheetOf = async (rows: Iterable<Row> | AsyncIterable<Row>) => {
    const book = read(await xlsx('班次名册', COLUMNS, rows), { cellStyles: true, cellNF: true, cellFormula: true });
    return { names: book.SheetNames, sheet: book.Sheets[book.SheetNames[0]!]! };
  };
  const cell = (sheet: Record<string, unknown>, at: string) =>
    sheet[at] as { t: string; v: unknown; w: string; z?: string; f?: string } | undefined;

  it('keeps texts as texts, numbers as numbers and dates as dates', async () => {
    const { names, sheet } = await sheetOf([LIN, NOBODY]);
    expect(names).toEqual(['班次名册']);
    expect(utils.sheet_to_json(sheet, { header: 1, raw: false, defval: '' })).toEqual([
      ['学号', '姓名', '时长(分钟)', '日期', '签到时间'],
      ['00120260', '林 "小" 棠,\n一班', '-90', '2026-01-20', '2026-01-21 00:05'],
      ['', '=HYPERLINK("http://x")', '', '', ''],
    ]);
    expect(cell(sheet, 'A2')).toMatchObject({ t: 's', v: '00120260', z: '@' });
    expect(cell(sheet, 'C2')).toMatchObject({ t: 'n', v: -90 });
    expect(cell(sheet, 'D2')).toMatchObject({ t: 'n', v: 46_042, z: 'yyyy-mm-dd' });
    expect(cell(sheet, 'B3')).toMatchObject({ t: 's', v: '=HYPERLINK("http://x")', z: '@' });
    expect(cell(sheet, 'B3')?.f).toBeUndefined();
  });

  it('has a bold header that stays in sight, and columns as wide as was asked', async () => {
    const bytes = await xlsx('名册', COLUMNS, [LIN]);
    const files = read(bytes, { bookFiles: true }) as unknown as { files: Record<string, { content: Uint8Array }> };
    const text = (name: string): string => Buffer.from(files.files[name]!.content).toString('utf8');
    const sheet = text('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<col [^>]*min="1"[^>]*width="16"/);
    expect(text('xl/styles.xml')).toContain('<b/>');
  });

  it('can be opened whatever the text', async () => {
    const column: TableColumn<string> = { header: '备注', kind: 'text', of: (text) => text };
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...ATTACKS, '<b>&"', 'a\0b\u001f', '\ud800')),
        async (text) => {
          const bytes = await xlsx('名册', [column], [`x${text}`]);
          const xml = Buffer.from(
            (read(bytes, { bookFiles: true }) as unknown as { files: Record<string, { content: Uint8Array }> }).files[
              'xl/sharedStrings.xml'
            ]!.content,
          ).toString('utf8');
          expect(xml).toMatch(/<t[^>]*>x/);
          expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('ends at a number of rows that memory can bear', async () => {
    const many = function* (): Generator<Row> {
      for (;;) yield NOBODY;
    };
    await expect(xlsx('名册', COLUMNS, many())).rejects.toThrow(TooManyRows);
  });
});
