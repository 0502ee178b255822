import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, settleDatabaseRoles } from '../../../src/app.ts';
import { ownerConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

/*
 * What the role of the application writes, and what the owner of the tables runs.
 */

let fresh: TestDatabase;
beforeAll(async () => {
  fresh = await createTestDatabase();
});
afterAll(() => fresh.drop());

async function as<Row extends object>(url: string, statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

describe('the role that the hub works as', () => {
  it('adds no queue whose name or table would be more than that in a statement of the owner', async () => {
    const add = (name: string, partition: boolean, table: string, policy: string) =>
      as(
        fresh.url,
        `insert into pgboss.queue (name, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, retention_seconds, deletion_seconds, partition, table_name)
         values ($1, $2, 0, 0, false, 1, 1, 1, $3, $4)`,
        [name, policy, partition, table],
      );
    const planted = 'x; create table public.owned_by_owner (id int); --';
    const rows: readonly Parameters<typeof add>[] = [
      ['mine', true, planted, 'short'],
      ['mine', false, planted, 'short'],
      ['mine', true, 'job_common', 'short'],
      [planted, false, 'job_common', 'short'],
      ['mine', false, 'job_common', planted],
    ];
    for (const row of rows) await expect(add(...row)).rejects.toMatchObject({ constraint: 'queue_is_plain' });
    await fresh.pool.query(`select pgboss.job_table_run('drop index if exists job_i1001')`);
    expect(await as(fresh.ownerUrl, `select to_regclass('public.owned_by_owner') as made`)).toEqual([{ made: null }]);
  });

  it('finds no function that runs a text but those of pg-boss, of which each reads the queues alone', async () => {
    const run = await as<{ name: string }>(
      fresh.ownerUrl,
      `select p.oid::regproc::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'pgboss') and (p.prosrc ~* '\\mexecute\\M' or p.prosecdef) order by 1`,
    );
    expect(run.map(({ name }) => name)).toEqual(['pgboss.create_queue', 'pgboss.delete_queue', 'pgboss.job_table_run']);
  });

  it('makes what every role may make, and is not in the way of migrating by that', async () => {
    await as(fresh.url, 'select lo_create(0)');
    await as(fresh.url, 'alter default privileges grant all on tables to public');
    await as(fresh.url, 'alter default privileges in schema public grant all on tables to public');
    expect(await settleDatabaseRoles(ownerConfig(fresh), () => undefined)).toEqual([]);
    expect(await migrate(ownerConfig(fresh))).toEqual([]);
    await fresh.pool.query('create table made_meanwhile (id int)');
    expect(
      await as(
        fresh.ownerUrl,
        `select from pg_class c, aclexplode(c.relacl) a where c.relname = 'made_meanwhile' and a.grantee = 0`,
      ),
    ).toEqual([]);
    await fresh.pool.query('drop table made_meanwhile');
  });
});

describe('migrating', () => {
  it('does nothing where the queues hold what would become a part of its statements, and says which', async () => {
    const { rows } = await fresh.pool.query<{ rule: string }>(
      `select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'queue_is_plain'`,
    );
    await fresh.pool.query('alter table pgboss.queue drop constraint queue_is_plain');
    await fresh.pool.query(
      `update pgboss.queue set table_name = 'x; drop table school; --' where name = 'platform.forget-calls'`,
    );
    await expect(migrate(ownerConfig(fresh))).rejects.toThrow(
      'queues are not as the hub makes them, and would become a part of statements that the owner of the tables runs: "platform.forget-calls: x; drop table school; --"',
    );
    await fresh.pool.query(`update pgboss.queue set table_name = 'job_common'`);
    await fresh.pool.query(`alter table pgboss.queue add constraint queue_is_plain ${rows[0]!.rule}`);
    expect(await migrate(ownerConfig(fresh))).toEqual([]);
  });
});
