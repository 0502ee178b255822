import { shanghaiTime } from '../calendar/index.ts';

/** One column of a table that becomes a CSV or XLSX file. Each kind has the one form in which both files show it. */
export type TableColumn<Row> = {
  /** The heading above it, e.g. 姓名. */
  readonly header: string;
  /** In characters of a spreadsheet; a Chinese character is two of them wide. */
  readonly width?: number;
} & (
  | { readonly kind: 'text'; readonly of: (row: Row) => string | null }
  | { readonly kind: 'number'; readonly of: (row: Row) => number | null }
  /** A day: `2026-01-20`. */
  | { readonly kind: 'day'; readonly of: (row: Row) => string | null }
  /** A moment, shown to the minute by the clocks of Asia/Shanghai. */
  | { readonly kind: 'time'; readonly of: (row: Row) => Date | null }
);

export type Rows<Row> = AsyncIterable<Row> | Iterable<Row>;

/** Beginnings that a spreadsheet would take for those of a formula, their full-width forms included. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** A text that no spreadsheet runs: what begins like a formula, and is no plain number, gets an apostrophe in front. */
export function defused(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** A cell as plain text. */
export function cellText<Row>(column: TableColumn<Row>, row: Row): string {
  switch (column.kind) {
    case 'number':
      return column.of(row)?.toString() ?? '';
    case 'time': {
      const moment = column.of(row);
      return moment === null ? '' : shanghaiTime(moment);
    }
    case 'day':
    case 'text':
      return defused(column.of(row) ?? '');
  }
}
