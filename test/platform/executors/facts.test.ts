import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hubSchema } from '../../../src/app.ts';
import { prepare, Scope, sql } from '../../../src/platform/reading/index.ts';
import { guest } from '../../../src/domains/people/index.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const { BOOL, DATE, INT2, INT4, INT8, JSON: JSON_TYPE, JSONB, TEXT, UUID, VARCHAR } = pg.types.builtins;
/** What is the same whether it is read as a value or as a member of a JSON array; `text[]` and `uuid[]` are among them. */
const SAME_IN_JSON = new Set<number>([BOOL, DATE, INT2, INT4, INT8, JSON_TYPE, JSONB, TEXT, UUID, VARCHAR, 1009, 2951]);

const {
  reader: { catalog },
} = hubSchema();
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const facts = [...catalog.types.values()].flatMap((type) =>
  [...type.fields].flatMap(([name, field]) =>
    (field.kind === 'computed' ? Object.entries(field.facts) : []).flatMap(([fact, source]) =>
      typeof source === 'function' ? [[`${type.name}.${name}: ${fact}`, type, source] as const] : [],
    ),
  ),
);

it.each(facts)('%s is the same in JSON', async (_name, type, source) => {
  const row = new Scope('_row');
  const everybody = {
    ...guest.shape,
    signedIn: true,
    guardian: true,
    teacher: true,
    school: true,
    staff: true,
    district: true,
    analyst: true,
  };
  const { text, values } = prepare(sql`select (${source(row, everybody)}) from ${type.rows(everybody)} ${row} limit 0`);
  const { fields } = await database.pool.query({ text, values: values({ viewer: guest, now: new Date() }) });
  expect(SAME_IN_JSON).toContain(fields[0]!.dataTypeID);
});
