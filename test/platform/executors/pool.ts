import { columnTypes } from '../../../src/platform/database/column-types.ts';
import { Cursors, toGlobalId, type Catalog } from '../../../src/platform/reading/index.ts';
import { orderingOf, type OrderArgument } from '../../../src/platform/reading/keyset.ts';
import { TEST_SIGNING_KEY } from '../../support/config.ts';
import type { TestDatabase } from '../../support/database.ts';
import type { Pool } from './random-query.ts';
import { storedTypes } from '../../support/small-tables.ts';

const WORDS = ['家长', '作业', '双减', '2026', '学校', '第', '110', '', '%', '_'];
const MOST = 60;
const cursors = new Cursors(TEST_SIGNING_KEY);

/** Ids, words and cursors of what stands in a database. */
export async function poolOf({ pool }: Pick<TestDatabase, 'pool'>, catalog: Catalog, now: Date): Promise<Pool> {
  const rows = new Map<string, Record<string, unknown>[]>();
  for (const type of storedTypes(catalog)) {
    const columns = [...type.columns.values()].map((column) => `${column.column.text} as "${column.property}"`);
    const text = `select ${columns.join(', ')} from ${type.table.name} order by md5(id::text) limit ${MOST}`;
    rows.set(type.name, (await pool.query<Record<string, unknown>>({ text, types: columnTypes })).rows);
  }
  const ids = [...catalog.types.values()].map(
    (type) =>
      [
        type.name,
        (rows.get(type.name) ?? []).map((row) => toGlobalId(type.readable.prefix, row['id'] as string)),
      ] as const,
  );
  return {
    catalog,
    now,
    ids: new Map(ids.filter(([, some]) => some.length > 0)),
    words: [...WORDS, ...rows.get('School')!.flatMap((row) => [row['name'] as string, row['code'] as string])],
    cursor(type, orderBy, order, index) {
      const known = rows.get(type.name)!;
      const terms = orderBy as (Pick<OrderArgument, 'by'> & Partial<OrderArgument>)[] | undefined;
      try {
        return cursors.encode(
          orderingOf(
            type,
            terms?.map(({ by, direction = 'ASC' }) => ({ by, direction })),
            order,
          ),
          known[index % known.length] ?? {},
        );
      } catch {
        return 'of no order';
      }
    },
  };
}
