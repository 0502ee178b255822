import { csv, MEDIA_TYPES, xlsx, type TableColumn } from '../documents/index.ts';
import type { DownloadKind } from '../graphql/index.ts';
import type { RequestContext } from '../request/index.ts';

export type TableFormat = 'CSV' | 'XLSX';

export interface TableToExport<Row> {
  /** The name of the file, without its ending. */
  readonly name: string;
  readonly sheet: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly rows: AsyncIterable<Row>;
}

/**
 * One table as a kind of file in each format.
 * @param names of the kinds, as links name them
 * @param table what it is made of, by the rights of this moment. @throws NotFound for what the viewer may not know of
 */
export function tableFiles<Row>(
  names: Readonly<Record<TableFormat, string>>,
  description: string,
  table: (context: RequestContext, id: string) => Promise<TableToExport<Row>>,
): DownloadKind[] {
  return [
    {
      name: names.CSV,
      description: `${description}, as CSV.`,
      produce: async (context, id) => {
        const { name, columns, rows } = await table(context, id);
        return { filename: `${name}.csv`, mediaType: MEDIA_TYPES.csv, body: csv(columns, rows) };
      },
    },
    {
      name: names.XLSX,
      description: `${description}, as a workbook.`,
      produce: async (context, id) => {
        const { name, sheet, columns, rows } = await table(context, id);
        return { filename: `${name}.xlsx`, mediaType: MEDIA_TYPES.xlsx, body: await xlsx(sheet, columns, rows) };
      },
    },
  ];
}
