import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hubSchema } from '../../../src/app.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { notePlan } from '../../support/index-use.ts';
import { SMALL, storedTypes } from '../../support/small-tables.ts';

const { reader } = hubSchema();
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** The plan that PostgreSQL makes where it avoids reading whole tables and sorting as far as it can. */
async function planOf(statement: string): Promise<string> {
  const client = await database.pool.connect();
  try {
    await client.query(
      'begin; set local enable_seqscan = off; set local enable_sort = off; set local enable_incremental_sort = off; set local enable_bitmapscan = off',
    );
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${statement}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    await client.query('rollback');
    client.release();
  }
}

async function expectIndex(statement: string): Promise<void> {
  const plan = await planOf(statement);
  notePlan(plan);
  expect(plan, `${statement}\n${plan}`).not.toMatch(/Seq Scan|Sort|Filter:/);
}

const large = storedTypes(reader.catalog).filter((type) => !SMALL.has(type.name));
/** Lists of the others always hang on a parent, which leaves few rows to filter and sort. */
const listed = large.filter((type) =>
  Object.values(reader.catalog.roots).some((root) => root.kind === 'connection' && root.of === type.entity),
);

// Values come from a sub-select: where they are known to be none, any partial index serves.
const filters = listed.flatMap((type) =>
  Object.entries(type.readable.filters ?? {}).map(([property, operators]) => {
    const { column, sqlType } = type.columns.get(property)!;
    const condition =
      operators!.includes('eq') || operators!.includes('in')
        ? `= any((select '{}'::${sqlType}[])::${sqlType}[])`
        : `>= '2026-11-16'::${sqlType}`;
    return [`${type.name}.${property}`, `select id from ${type.table.name} where ${column.text} ${condition}`] as const;
  }),
);

const orders = listed.flatMap((type) =>
  Object.entries(type.readable.orders ?? {}).map(([name, property]) => {
    const { column } = type.columns.get(property)!;
    return [
      `${type.name} by ${name}`,
      `select id from ${type.table.name} order by ${column.text}, id limit 20`,
    ] as const;
  }),
);

const relations = [...reader.catalog.types.values()].flatMap((type) =>
  [...type.fields].flatMap(([name, field]) => {
    if (field.kind === 'computed' || field.kind === 'several' || field.kind === 'node' || 'via' in field.link)
      return [];
    const [entity, property] =
      'backBy' in field.link
        ? [field.to, field.link.backBy]
        : 'by' in field.link
          ? field.kind === 'one'
            ? [field.to, 'id']
            : [field.to, field.link.by]
          : [field.link.through.link, field.link.through.from];
    const { table, columns } = reader.catalog.tables.get(entity)!;
    return [
      [
        `${type.name}.${name}`,
        `select 1 from ${table.name} where ${columns.get(property)!.column.text} = any((select '{}'::uuid[])::uuid[])`,
      ] as const,
    ];
  }),
);

describe('an index stands behind', () => {
  it.each(relations)('the relation %s', (_name, statement) => expectIndex(statement));
  it.each(filters)('the filter %s', (_name, statement) => expectIndex(statement));
  it.each(orders)('the order %s', (_name, statement) => expectIndex(statement));

  it('and the test bites where there is none', async () => {
    await expect(
      expectIndex(`select id from student where created_at = any(array[]::timestamptz[])`),
    ).rejects.toThrow();
    await expect(expectIndex('select id from student order by created_at, id limit 20')).rejects.toThrow();
  });
});

/** Indexes that another one of the same table begins with: whatever the shorter one can find, the longer one finds. */
const NEEDLESS = `select shorter.indexrelid::regclass::text as name
  from pg_index shorter join pg_index longer on longer.indrelid = shorter.indrelid and longer.indexrelid <> shorter.indexrelid
  join pg_class here on here.oid = shorter.indexrelid join pg_class other on other.oid = longer.indexrelid and other.relam = here.relam
  where here.relnamespace = 'public'::regnamespace and here.relam = (select oid from pg_am where amname = 'btree') and not shorter.indisunique
    and shorter.indexprs is null and shorter.indpred is null and longer.indexprs is null and longer.indpred is null
    and starts_with(longer.indkey::text || ' ', shorter.indkey::text || ' ') and starts_with(longer.indoption::text || ' ', shorter.indoption::text || ' ')`;

describe('no index is needless', () => {
  it('for none stands where another one begins with it', async () => {
    expect((await database.pool.query(NEEDLESS)).rows).toEqual([]);
    await database.pool.query('create index planted_index on student (name_key)');
    expect((await database.pool.query(NEEDLESS)).rows).toEqual([{ name: 'planted_index' }]);
    await database.pool.query('drop index planted_index');
  });
});
