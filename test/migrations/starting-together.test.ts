import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { migrate } from '../../src/app.ts';
import { migrations } from '../../src/migrations/index.ts';
import { migrateAlone } from '../../src/platform/database/index.ts';
import { testConfig } from '../support/config.ts';

let name: string;
let url: string;
const opened: pg.Client[] = [];
beforeEach(async () => {
  name = `${inject('templateName')}_${randomBytes(4).toString('hex')}`;
  url = Object.assign(new URL(inject('serverUrl')), { pathname: `/${name}` }).href;
});
afterEach(async () => {
  for (const client of opened.splice(0)) await client.end();
  await onServer(`drop database if exists ${name} with (force)`);
});

async function client(databaseUrl = url): Promise<pg.Client> {
  const made = new pg.Client({ connectionString: databaseUrl });
  made.on('error', () => undefined);
  await made.connect();
  opened.push(made);
  return made;
}

/** A migration of the table that the migrator itself reads. */
const AGAIN = 'Migration20261129170000_migrations_run_once';

async function oneRunsAgain(by: pg.Client): Promise<void> {
  await by.query('alter table schema_migration drop constraint schema_migration_name_unique');
  await by.query('delete from schema_migration where name = $1', [AGAIN]);
}

async function onServer(statement: string): Promise<void> {
  const server = new pg.Client({ connectionString: inject('serverUrl') });
  await server.connect();
  await server.query(statement).finally(() => server.end());
}

describe('processes that start at the same moment with migrations to run', () => {
  it('all find the tables up to date afterwards, and each migration has run once', async () => {
    await onServer(`create database ${name}`);
    const waits: string[] = [];
    const done = await Promise.all(
      Array.from({ length: 5 }, () => migrate(testConfig(url), (sentence) => waits.push(sentence))),
    );
    expect(done.map((names) => names.length).sort((one, other) => one - other)).toEqual([
      0,
      0,
      0,
      0,
      migrations.length,
    ]);
    expect(waits).toEqual(waits.map(() => 'Another process is migrating: this one waits for it.'));
    const { rows } = await (
      await client()
    ).query<{ n: number; names: number }>(
      'select count(*)::int as n, count(distinct name)::int as names from schema_migration',
    );
    expect(rows).toEqual([{ n: migrations.length, names: migrations.length }]);
  }, 120_000);

  it('go one after the other where the server ends whoever idles, for the lock is kept', async () => {
    await onServer(`create database ${name}`);
    await onServer(`alter database ${name} set idle_session_timeout = '150ms'`);
    const done = await Promise.all(Array.from({ length: 3 }, () => migrate(testConfig(url))));
    expect(done.map((names) => names.length).sort((one, other) => one - other)).toEqual([0, 0, migrations.length]);
  }, 120_000);

  it('stop where the lock is lost, undo what they were at, and say so', async () => {
    await onServer(`create database ${name} template ${inject('templateName')}`);
    const [reader, others] = [await client(), await client()];
    await oneRunsAgain(others);
    await reader.query('begin');
    await reader.query('select count(*) from schema_migration');
    let isAtIt = (): void => undefined;
    const atIt = new Promise<void>((resolve) => (isAtIt = resolve));
    const migrating = migrate(testConfig(url), isAtIt);
    const outcome = expect(migrating).rejects.toThrow(/was lost: this one has stopped.*Start it again/);
    await atIt;
    await others.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'home-school-hub-migrations' and datname = current_database()`,
    );
    await outcome;
    await reader.query('commit');
    expect((await others.query(`select name from schema_migration where name = $1`, [AGAIN])).rows).toEqual([]);
    expect(await migrate(testConfig(url))).toEqual([AGAIN]);
  }, 60_000);

  it('are told by the database itself that a migration has run', async () => {
    await onServer(`create database ${name} template ${inject('templateName')}`);
    const again = (await client()).query(
      'insert into schema_migration (name) select name from schema_migration limit 1',
    );
    await expect(again).rejects.toMatchObject({ constraint: 'schema_migration_name_unique' });
  });

  it('give up in the end where another one does not end, and say so', async () => {
    await onServer(`create database ${name} template ${inject('templateName')}`);
    const nothing = { databaseUrl: url, onWait: () => undefined };
    await migrateAlone(nothing, async () => {
      await expect(migrateAlone({ ...nothing, waitMs: 500 }, () => Promise.resolve())).rejects.toThrow(
        /Another process has been migrating/,
      );
    });
    await migrateAlone(nothing, () => Promise.resolve());
  });
});

describe('a migration of a table that somebody reads for long', () => {
  it('does not hold up those who come: it lets them pass, and runs when the table is free', async () => {
    await onServer(`create database ${name} template ${inject('templateName')}`);
    const [reader, others] = [await client(), await client()];
    await oneRunsAgain(others);
    await reader.query('begin');
    await reader.query('select count(*) from schema_migration');
    const waits: string[] = [];
    const migrating = migrate(testConfig(url), (sentence) => waits.push(sentence));
    // Whoever comes while it waits for its lock stands behind it, and is let pass again and again.
    while (waits.length < 2) await others.query('select count(*) from schema_migration');
    expect(new Set(waits)).toEqual(new Set(['A table that must be changed is in use: it is tried again.']));
    await reader.query('commit');
    expect(await migrating).toEqual([AGAIN]);
  }, 60_000);
});
