import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { applicationOn } from '../../../seeds/embedded/index.ts';
import { createHub, migrate, settleDatabaseRoles } from '../../../src/app.ts';
import { createLogger } from '../../../src/platform/observability/index.ts';
import { ownerConfig, testConfig } from '../../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { BEYOND } from './beyond-rows.ts';

const SAID_NOTHING = (): void => undefined;
const PRIVILEGES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'];
const MAY_NOT = { code: '42501' };

const made: { readonly databases: string[]; readonly roles: string[] } = { databases: [], roles: [] };
const nameOf = (what: string): string => `hub_${what}_${randomBytes(4).toString('hex')}`;

async function as<Row extends object>(url: string, statement: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}

const onServer = (statement: string) => as(inject('serverUrl'), statement);

/** A role without any right of its own, at a database of that name. */
async function login(what: string, database: string): Promise<{ role: string; url: string }> {
  const role = nameOf(what);
  made.roles.unshift(role);
  return {
    role,
    url: Object.assign(new URL(await applicationOn(inject('serverUrl'), role)), { pathname: database }).href,
  };
}

async function databaseOf(role: string, name: string): Promise<void> {
  made.databases.push(name);
  await onServer(`create database ${name} owner ${role}`);
}

/** Made before there were two roles: by one that owns all, and the database. */
async function madeByOne(): Promise<{ role: string; url: string; database: string }> {
  const database = nameOf('old');
  const one = await login('one', database);
  await databaseOf(one.role, database);
  await migrate(testConfig(one.url));
  // As up to PostgreSQL 14 everywhere.
  await as(one.url, 'grant create on schema public to public');
  return { ...one, database };
}

/** What everybody may do with each table, by their kind: the same in any database, whatever the names of roles. */
const privilegesIn = (url: string) =>
  as(
    url,
    `select n.nspname as schema, c.relname as name, array(select p from unnest($1::text[]) p where has_table_privilege(c.oid, p)) as may
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') order by 1, 2`,
    [PRIVILEGES],
  );

/** Whatever of the database says who may do what. */
const accessLists = (url: string) =>
  as(
    url,
    `select oid::regclass::text as what, relacl::text as list from pg_class where relacl is not null
     union all select nspname, nspacl::text from pg_namespace union all select oid::regprocedure::text, proacl::text from pg_proc where proacl is not null
     union all select defaclobjtype::text, defaclacl::text from pg_default_acl union all select datname, datacl::text from pg_database where datname = current_database()
     order by 1, 2`,
  );

let fresh: TestDatabase;
let old: Awaited<ReturnType<typeof madeByOne>>;
let owner: { role: string; url: string };
let told: string[];
beforeAll(async () => {
  fresh = await createTestDatabase();
  old = await madeByOne();
  owner = await login('owner', old.database);
}, 240_000);
afterAll(async () => {
  await fresh.drop();
  for (const each of made.databases) await onServer(`drop database if exists ${each} with (force)`);
  for (const each of made.roles) await onServer(`drop role if exists ${each}`);
});

const start = (url: string) => createHub(testConfig(url), { logger: createLogger('silent') });
const converted = () => ownerConfig({ url: old.url, ownerUrl: owner.url });

describe('a database in which one role owns all', () => {
  it('is worked with as before, and the hub says in one line what that means', async () => {
    const lines: { msg: string; role?: string }[] = [];
    const logger = pino({ level: 'warn' }, { write: (line) => lines.push(JSON.parse(line) as { msg: string }) });
    await (await createHub(testConfig(old.url), { logger })).stop();
    expect(lines).toEqual([
      expect.objectContaining({
        role: old.role,
        msg: expect.stringMatching(/owns the tables.*database:roles/) as string,
      }),
    ]);
    lines.length = 0;
    await (await createHub(testConfig(fresh.url), { logger })).stop();
    expect(lines).toEqual([]);
  });

  it('cannot be converted by somebody who may not act as that role, and is told what an administrator has to run', async () => {
    await expect(migrate(converted())).rejects.toThrow(`grant "${old.role}" to "${owner.role}"`);
    await onServer(`grant ${old.role} to ${owner.role}`);
  });

  it('is converted by one command, which changes nothing the second time', async () => {
    told = await settleDatabaseRoles(converted(), SAID_NOTHING);
    expect(told[0]).toBe(`reassign owned by "${old.role}" to "${owner.role}"`);
    const lists = await accessLists(old.url);
    expect(await settleDatabaseRoles(converted(), SAID_NOTHING)).toEqual([]);
    expect(await migrate(converted())).toEqual([]);
    expect(await accessLists(old.url)).toEqual(lists);
  });

  it('lets the application then do what it may in a new one, and no more', async () => {
    expect(await privilegesIn(old.url)).toEqual(await privilegesIn(fresh.url));
    const hub = await start(old.url);
    await hub.runJob('platform.forget-calls');
    await hub.stop();
  });

  it('has no password in what the command tells', () => {
    expect(told.join('\n')).not.toContain(new URL(old.url).password);
    expect(told.join('\n')).not.toMatch(/password/i);
  });
});

describe.each([
  ['of a new database', () => fresh.url, () => fresh.ownerUrl],
  ['of a converted one', () => old.url, () => owner.url],
])('the role that the hub works as, %s,', (_what, url, ownerUrl) => {
  it.each(Object.entries(BEYOND))('cannot %s', async (_name, statement) => {
    await expect(as(url(), statement)).rejects.toMatchObject(MAY_NOT);
  });

  it('cannot give itself rights: PostgreSQL warns, and nothing comes of it', async () => {
    const before = await privilegesIn(url());
    await as(url(), 'grant all on all tables in schema public to current_user');
    expect(await privilegesIn(url())).toEqual(before);
  });

  it('cannot become the owner', async () => {
    const [{ owner: name }] = (await as(ownerUrl(), 'select current_user as owner')) as [{ owner: string }];
    await expect(as(url(), `set role ${name}`)).rejects.toMatchObject(MAY_NOT);
  });

  it('may do with the rows of a later table what it may with all, from the moment on that the owner makes it', async () => {
    await as(ownerUrl(), 'create table made_later (id int)');
    try {
      await as(url(), 'insert into made_later values (1)');
      await as(url(), 'update made_later set id = 2');
      await expect(as(url(), 'truncate made_later')).rejects.toMatchObject(MAY_NOT);
    } finally {
      await as(ownerUrl(), 'drop table made_later');
    }
  });

  it('may not change or delete rows of any table of which a trigger refuses it, whatever the row', async () => {
    const held = await as<{ what: string; may: boolean }>(
      url(),
      `select t.tgrelid::regclass || ' ' || e.event as what, has_table_privilege(t.tgrelid, e.event) as may
       from pg_trigger t join pg_proc p on p.oid = t.tgfoid cross join (values ('UPDATE', 16), ('DELETE', 8)) e (event, bit)
       where t.tgtype & e.bit <> 0 and not t.tgisinternal and t.tgqual is null and p.prosrc ~* '^\\s*begin\\s+raise exception' order by 1`,
    );
    expect(held.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['access_record DELETE', 'access_record UPDATE', 'certified_record UPDATE']),
    );
    expect(held.filter(({ may }) => may)).toEqual([]);
  });
});

describe('the hub', () => {
  it('does not start where its role may not read or write a table, and names the command that mends it', async () => {
    const { rows } = await fresh.pool.query<{ role: string }>('select $1 as role', [new URL(fresh.url).username]);
    const { role } = rows[0]!;
    await fresh.pool.query(`revoke select on school, grade from ${role}; revoke insert on audit_record from ${role}`);
    await expect(start(fresh.url)).rejects.toThrow(
      new RegExp(
        `role ${role} may not read public.grade, public.school: npm run database:roles[^]*not write to public.audit_record`,
      ),
    );
    expect(await settleDatabaseRoles(ownerConfig(fresh), SAID_NOTHING)).toHaveLength(3);
    await (await start(fresh.url)).stop();
  });
});

describe('the role of DATABASE_URL', () => {
  const settle = (url: string) => settleDatabaseRoles(ownerConfig({ url, ownerUrl: owner.url }), SAID_NOTHING);

  it('is made where there is none by whoever may make roles; else an administrator is told how', async () => {
    const role = nameOf('new');
    made.roles.unshift(role);
    const url = Object.assign(new URL(owner.url), { username: role, password: 'not-for-a-log' }).href;
    await expect(settle(url)).rejects.toThrow(`create role "${role}" login password '…';`);
    await onServer(`alter role ${owner.role} createrole`);
    const done = await settle(url);
    expect(done[0]).toBe(`create role "${role}" login`);
    expect(done.join('\n')).not.toContain('not-for-a-log');
    await onServer(`alter role ${owner.role} nocreaterole`);
    expect(await privilegesIn(url)).toEqual(await privilegesIn(fresh.url));
    await (await start(url)).stop();
  });

  it('is not that of MIGRATION_DATABASE_URL', async () => {
    await expect(settle(owner.url)).rejects.toThrow('lead to the same role');
  });

  it.each([
    ['is a superuser', 'superuser', 'nosuperuser'],
    ['may make roles', 'createrole', 'nocreaterole'],
    ['passes by what is secured by rows', 'bypassrls', 'nobypassrls'],
  ])('is refused where it %s', async (_what, right, without) => {
    const { role, url } = await login('mighty', old.database);
    await onServer(`alter role ${role} ${right}`);
    await expect(settle(url)).rejects.toThrow(`alter role "${role}" ${without};`);
  });

  it('is refused where it may do what the owner may', async () => {
    const { role, url } = await login('heir', old.database);
    await onServer(`grant ${owner.role} to ${role}`);
    await expect(settle(url)).rejects.toThrow(`revoke "${owner.role}" from "${role}";`);
    await onServer(`revoke ${owner.role} from ${role}`);
  });

  it.each([
    ['may more with a table', (group: string) => `grant truncate, trigger on signup to ${group}`],
    ['may change what is only added to', (group: string) => `grant update (code) on audit_record to ${group}`],
    ['may make tables', (group: string) => `grant create on schema public to ${group}`],
  ])('is refused where it is one of a group that %s', async (_what, grant) => {
    const { role, url } = await login('member', old.database);
    const group = nameOf('group');
    made.roles.unshift(group);
    await onServer(`create role ${group}`);
    await as(owner.url, `grant select on school to ${group}`);
    await onServer(`grant ${group} to ${role}`);
    await settle(url);
    const here = Object.assign(new URL(inject('serverUrl')), { pathname: old.database }).href;
    await as(here, grant(group));
    await expect(settle(url)).rejects.toThrow(`revoke "${group}" from "${role}";`);
    await as(here, `drop owned by ${group}; drop owned by ${role}`);
  });

  it('has nothing by what everybody, or a column alone, was granted: it is taken back, also of what is made later', async () => {
    await as(
      owner.url,
      `grant truncate, trigger on shift_role to public; grant usage on sequence schema_migration_id_seq to public; grant update (code) on audit_record to public;
      grant update (code) on audit_record to ${old.role}; alter default privileges in schema public grant truncate on tables to public`,
    );
    const done = await settleDatabaseRoles(converted(), SAID_NOTHING);
    expect(done.toSorted()).toEqual(
      [
        `revoke truncate, trigger on "public"."shift_role" from public`,
        `revoke usage on sequence "public"."schema_migration_id_seq" from public`,
        `revoke update ("code") on "public"."audit_record" from public`,
        `revoke update ("code") on "public"."audit_record" from "${old.role}"`,
        `alter default privileges in schema "public" revoke truncate on tables from public`,
      ].toSorted(),
    );
    expect(await settleDatabaseRoles(converted(), SAID_NOTHING)).toEqual([]);
    await expect(as(old.url, 'truncate shift_role')).rejects.toMatchObject(MAY_NOT);
    await expect(as(old.url, `update audit_record set code = 'X'`)).rejects.toMatchObject(MAY_NOT);
  });

  it('is refused where it would lose another database', async () => {
    const { role, url } = await login('both', old.database);
    const [here, there] = [nameOf('here'), nameOf('there')];
    for (const each of [here, there]) await databaseOf(role, each);
    await onServer(`grant ${role} to ${owner.role}`);
    const at = (whose: string) => Object.assign(new URL(whose), { pathname: here }).href;
    await expect(
      settleDatabaseRoles(ownerConfig({ url: at(url), ownerUrl: at(owner.url) }), SAID_NOTHING),
    ).rejects.toThrow(`owns ${there}, too`);
  });

  it('is given nothing where what is not the owner’s would have to be changed: it is told what to run', async () => {
    const { url } = await login('guest', old.database);
    await onServer(`alter database ${old.database} owner to current_user`);
    await onServer(`grant temporary on database ${old.database} to public`);
    await expect(settle(url)).rejects.toThrow(/has to run:\s+revoke temporary on database .* from public;/);
    expect((await privilegesIn(url)).some((each) => (each as { may: string[] }).may.length > 0)).toBe(false);
  });
});

describe('trouble of the owner’s connection', () => {
  it('is told of MIGRATION_DATABASE_URL', async () => {
    const ownerUrl = Object.assign(new URL(owner.url), { password: 'wrong' }).href;
    await expect(migrate(ownerConfig({ url: old.url, ownerUrl }))).rejects.toThrow(
      'does not accept the user or the password of MIGRATION_DATABASE_URL (',
    );
  });
});
