import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createHub, migrate, openAsOwner } from '../../src/app.ts';
import { createLogger } from '../../src/platform/observability/index.ts';
import { ownerConfig, testConfig } from '../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('the migrations', () => {
  it('make the very tables that the entities describe', async () => {
    const opened = await openAsOwner(ownerConfig(database));
    try {
      expect((await opened.orm.schema.getUpdateSchemaSQL()).trim()).toBe('');
    } finally {
      await opened.close();
    }
  });

  it('run once', async () => {
    expect(await migrate(ownerConfig(database))).toEqual([]);
  });
});

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

describe('a database that the hub cannot use', () => {
  const name = `${inject('templateName')}_unfit`;
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  const start = () => createHub(testConfig(url.href), { logger: createLogger('silent') });

  it.each([
    ['without tables', `create database ${name} template template0`, /npm run migrate/],
    ['under locale C', `create database ${name} template template0 locale 'C'`, /locale must not be C/],
    [
      'of another encoding',
      `create database ${name} template template0 locale 'C' encoding 'SQL_ASCII'`,
      /encoding must be UTF8/,
    ],
  ])('%s', async (_what, create, reason) => {
    await onServer(create);
    try {
      await expect(start()).rejects.toThrow(reason);
    } finally {
      await onServer(`drop database ${name} with (force)`);
    }
  });
});

describe('whoever becomes one person with somebody', () => {
  it('is found by an index in every table that names persons, in rows of whatever state', async () => {
    // As `confirmJoin` asks, for every reference that the database knows of.
    const { rows } = await database.pool.query<{
      table: string;
      column: string;
    }>(`select con.conrelid::regclass::text as table, att.attname as column
      from pg_constraint con join pg_attribute att on att.attrelid = con.conrelid and att.attnum = con.conkey[1]
      where con.contype = 'f' and con.confrelid = 'person'::regclass and not exists (select 1 from pg_index idx where idx.indrelid = con.conrelid and idx.indkey[0] = att.attnum and idx.indisvalid
        and (idx.indpred is null or pg_get_expr(idx.indpred, idx.indrelid) = format('(%s IS NOT NULL)', att.attname)))`);
    expect(rows).toEqual([]);
  });
});
