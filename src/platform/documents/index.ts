export { calendar, type CalendarEntry } from './calendar.ts';
export { csv } from './csv.ts';
export { escapedHtml, Html, html } from './html.ts';
export { drawQr, makePdf, onEachPage, type Pdf, type PdfFacts } from './pdf.ts';
export { drawTable, type PdfColumn, type PdfTable } from './pdf-table.ts';
export { qrModules, qrPicture, type QrModules } from './qr.ts';
export { defused, type TableColumn, type Rows } from './table.ts';
export { fonts } from './fonts.ts';
export { codePointOf, exactly, noteOnMissing, printable, unprintable, UnprintableText } from './text.ts';
export { TooManyRows, xlsx } from './xlsx.ts';

/** The `Content-Type` of each kind of file. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  svg: 'image/svg+xml',
  calendar: 'text/calendar; charset=utf-8',
} as const;
