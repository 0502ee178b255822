import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { cellText, defused, type TableColumn, type Rows } from './table.ts';

/** Programs differ in what ends a line for them. */
const LINE_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * Rows as CSV (RFC 4180), written as they come: UTF-8 with the mark that Excel knows it by, lines ended by CR LF.
 * Excel takes a number of digits alone for a number: where leading zeros matter, offer XLSX.
 */
export function csv<Row>(columns: readonly TableColumn<Row>[], rows: Rows<Row>): AsyncIterable<Uint8Array> {
  const lines = async function* (): AsyncGenerator<string[]> {
    yield columns.map((column) => defused(column.header));
    for await (const row of rows) yield columns.map((column) => cellText(column, row));
  };
  const source = Readable.from(lines());
  const writer = stringify({ bom: true, record_delimiter: 'windows', quoted_match: LINE_BREAK });
  // A failure of the rows is one of the file, and a reader who is gone ends the reading of rows.
  source.once('error', (error) => writer.destroy(error));
  writer.once('close', () => source.destroy());
  return source.pipe(writer);
}
