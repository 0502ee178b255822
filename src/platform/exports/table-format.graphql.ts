import { registerEnum } from '../graphql/index.ts';
import type { TableFormat } from './table-files.ts';

/** What a mutation asks for that answers a table as a file. */
export const TableFormats = { CSV: 'CSV', XLSX: 'XLSX' } as const satisfies Record<TableFormat, TableFormat>;

registerEnum(TableFormats, 'TableFormat', 'The form of a table as a file (表格格式).', {
  CSV: 'Values with commas, as Excel opens them (逗号分隔文本).',
  XLSX: 'An Excel workbook (电子表格).',
});
