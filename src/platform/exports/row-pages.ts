import type { ViewerShape } from '../auth/index.ts';
import { TooCostly } from '../errors/index.ts';
import { prepare, type Sql } from '../reading/index.ts';
import type { RequestContext } from '../request/index.ts';

/** The most rows that a file is made of: past this, ask for less. */
export const MOST_ROWS = 10_000;
const PAGE = 500;

/** The parts of a request that the rows of a file depend on: its viewer's rights of this moment. */
export type Asker = Pick<RequestContext, 'viewer' | 'now' | 'loaders'>;

/** Rows of one reading statement as arrays, in the order of its select list. */
export function rowsOf(asker: Asker, build: (viewer: ViewerShape) => Sql): Promise<unknown[][]> {
  const { text, values } = prepare(build(asker.viewer.shape));
  return asker.loaders.read({
    reads: 'a page of a table',
    text,
    values: values({ viewer: asker.viewer, now: asker.now }),
  });
}

/**
 * Rows of a list, read page by page as they are taken: no statement reads all of them, and nothing more is read where the file is given up.
 * @param pageOf the statement of the rows after a row, as many as it is told, in a total order
 * @throws TooCostly after MOST_ROWS rows where there are more
 */
export async function* pageByPage<Row>(
  asker: Asker,
  pageOf: (viewer: ViewerShape, after: Row | null, size: number) => Sql,
  rowFrom: (values: readonly unknown[]) => Row,
): AsyncGenerator<Row> {
  let after: Row | null = null;
  for (let read = 0; ;) {
    const page: Row[] = (await rowsOf(asker, (viewer) => pageOf(viewer, after, PAGE))).map(rowFrom);
    read += page.length;
    if (read > MOST_ROWS)
      throw new TooCostly({
        zh: `最多导出 ${MOST_ROWS} 行,请缩小范围。`,
        en: `A file has ${MOST_ROWS} rows at most: ask for less.`,
      });
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1)!;
  }
}
