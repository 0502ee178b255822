/** One column of a table that becomes a file: of the same shape as those of the documents room. */
export type TableColumn<Row> = {
  /** What stands above it, e.g. 姓名. */
  readonly header: string;
  /** In characters of a spreadsheet; a Chinese character is two of them wide. */
  readonly width?: number;
} & (
  | { readonly kind: 'text'; readonly of: (row: Row) => string | null }
  | { readonly kind: 'number'; readonly of: (row: Row) => number | null }
  /** A moment, shown to the minute by the clocks of Asia/Shanghai. */
  | { readonly kind: 'time'; readonly of: (row: Row) => Date | null }
);
