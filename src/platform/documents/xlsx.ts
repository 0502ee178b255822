import { shanghaiTime } from '../calendar/index.ts';
import type { CellObject, SheetData } from 'write-excel-file/node';
import { TooCostly } from '../errors/index.ts';
import type { TableColumn, Rows } from './table.ts';

/** A workbook is made in memory: past this a file is for CSV. */
export const MOST_XLSX_ROWS = 50_000;

/** More rows than a workbook is made of. */
export class TooManyRows extends TooCostly {
  constructor() {
    super({
      zh: `表格最多 ${MOST_XLSX_ROWS} 行,请缩小范围,或改用 CSV。`,
      en: `A workbook has ${MOST_XLSX_ROWS} rows at most: ask for less, or for CSV.`,
    });
  }
}

/**
 * Rows as a workbook of one sheet: the header bold and frozen, texts as texts (leading zeros stay, and
 * no spreadsheet takes one for a formula), days and moments as
 * dates that Excel can sort. `sheet` is its name, at most 31 characters.
 * @throws TooManyRows
 */
export async function xlsx<Row>(
  sheet: string,
  columns: readonly TableColumn<Row>[],
  rows: Rows<Row>,
): Promise<Uint8Array> {
  const data: SheetData = [
    columns.map((column) => ({ value: column.header, type: String, fontWeight: 'bold', alignVertical: 'center' })),
  ];
  for await (const row of rows) {
    if (data.length > MOST_XLSX_ROWS) throw new TooManyRows();
    data.push(columns.map((column) => cellOf(column, row)));
  }
  const { default: writeExcel } = await import('write-excel-file/node');
  return writeExcel(data, {
    sheet,
    stickyRowsCount: 1,
    columns: columns.map(({ width, header }) => ({ width: width ?? widthOf(header) })),
  }).toBuffer();
}

function cellOf<Row>(column: TableColumn<Row>, row: Row): CellObject | null {
  switch (column.kind) {
    case 'number': {
      const value = column.of(row);
      return value === null ? null : { value, type: Number };
    }
    case 'day': {
      const day = column.of(row);
      return day === null ? null : { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
    }
    case 'time': {
      const moment = column.of(row);
      // A spreadsheet's dates have no zone: they are the hands of a clock, and it is the one of Asia/Shanghai.
      return moment === null
        ? null
        : { value: new Date(`${shanghaiTime(moment).replace(' ', 'T')}:00Z`), type: Date, format: 'yyyy-mm-dd hh:mm' };
    }
    case 'text': {
      const text = column.of(row);
      return text === null || text === '' ? null : { value: text, type: String, format: '@' };
    }
  }
}

function widthOf(header: string): number {
  return Math.max(12, 2 * header.length + 4);
}
