/** Tables that are downloaded: columns declared once, rows read page by page, as CSV and as a workbook. */
export { MOST_ROWS, pageByPage, rowsOf, type Asker } from './row-pages.ts';
export { tableFiles, type TableFormat, type TableToExport } from './table-files.ts';
export { TableFormats } from './table-format.graphql.ts';
