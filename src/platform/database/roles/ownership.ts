import pg, { type ClientBase } from 'pg';
import { UnfitDatabase } from '../requirements.ts';
import { loginOf } from './login.ts';
import { ROW_PRIVILEGES, SCHEMAS, type LimitedTables } from './privileges.ts';

const q = pg.escapeIdentifier;

/** The role that the application signs in as, with its password. */
export interface ApplicationLogin {
  readonly role: string;
  readonly password: string | undefined;
}

interface Standing {
  /** The role that runs this. */
  readonly owner: string;
  readonly mayMakeRoles: boolean;
  readonly oid: number | null;
  /** Rights that it has as a role, which no grant takes away again. */
  readonly may: readonly string[];
  /** Roles through which it would own the tables, or may more with them than what the hub does with rows. */
  readonly isMemberOf: readonly string[];
  /** Whether whoever runs this may act as it. */
  readonly mayActAs: boolean | null;
  /** Anything but what everybody may make, without a right: large objects, and what one would grant of things that one makes. */
  readonly owns: boolean | null;
  readonly otherDatabases: readonly string[];
}

/** A group, which is not whoever owns the database, is granted more on a table, on one of its columns, or around it, than the application is to have. */
const GROUP_MAY_MORE = `exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (select a.grantee, a.privilege_type from aclexplode(c.relacl) a
      union all select a.grantee, a.privilege_type from pg_attribute att cross join aclexplode(att.attacl) a where att.attrelid = c.oid) acl
    where n.nspname = any($2) and c.relkind in ('r', 'p', 'v', 'm') and acl.grantee = g.oid
      and acl.privilege_type <> all(array(select jsonb_array_elements_text(coalesce($3::jsonb -> (n.nspname || '.' || c.relname), $4::jsonb)))))
  or exists (select from pg_namespace n cross join aclexplode(n.nspacl) acl where n.nspname = any($2) and acl.grantee = g.oid and acl.privilege_type = 'CREATE')
  or exists (select from pg_database d cross join aclexplode(d.datacl) acl where d.datname = current_database() and acl.grantee = g.oid and acl.privilege_type <> 'CONNECT')`;

const STANDING = `
  select current_user as owner, me.rolsuper or me.rolcreaterole as "mayMakeRoles", r.oid,
    array_remove(array[case when r.rolsuper then 'superuser' end, case when r.rolcreaterole then 'createrole' end, case when r.rolcreatedb then 'createdb' end,
      case when r.rolreplication then 'replication' end, case when r.rolbypassrls then 'bypassrls' end], null) as may,
    array(select g.rolname::text from pg_roles g where g.oid <> r.oid and pg_has_role(r.oid, g.oid, 'MEMBER') and not r.rolsuper
      and (g.rolname = current_user or g.rolsuper
        or exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any($2) and c.relowner = g.oid)
        or g.rolname in ('pg_write_all_data', 'pg_maintain', 'pg_execute_server_program', 'pg_write_server_files')
        or g.rolname <> 'pg_database_owner' and (${GROUP_MAY_MORE})) order by 1) as "isMemberOf",
    pg_has_role(r.oid, 'USAGE') as "mayActAs",
    exists (select from pg_shdepend d where d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o'
      and d.classid <> all ('{pg_largeobject, pg_default_acl}'::regclass[]) and (d.dbid = here.oid or d.classid = 'pg_database'::regclass and d.objid = here.oid)) as owns,
    array(select o.datname::text from pg_database o where o.datdba = r.oid and o.oid <> here.oid order by 1) as "otherDatabases"
  from pg_roles me cross join pg_database here left join pg_roles r on r.rolname = $1
  where me.rolname = current_user and here.datname = current_database()`;

/**
 * Makes the role of the application where there is none, and takes from it what it owns in this database.
 * @returns the statements that were run
 * @throws UnfitDatabase naming what somebody with more rights has to do first
 */
export async function settleOwnership(
  client: ClientBase,
  { role, password }: ApplicationLogin,
  limited: LimitedTables,
): Promise<{ oid: number; done: string[] }> {
  const standing = await standingOf(client, role, limited);
  if (standing.owner === role)
    throw new UnfitDatabase([
      `DATABASE_URL and MIGRATION_DATABASE_URL lead to the same role, ${role}: it would own the tables.`,
    ]);
  if (standing.oid === null) return makeRole(client, standing, { role, password }, limited);
  const reasons = [
    standing.may.length > 0 &&
      `The role ${role} of DATABASE_URL may more than use tables. An administrator of the server runs: alter role ${q(role)} ${standing.may.map((each) => `no${each}`).join(' ')};`,
    ...standing.isMemberOf.map(
      (each) =>
        `The role ${role} of DATABASE_URL may do what ${each} may. An administrator of the server runs: revoke ${q(each)} from ${q(role)};`,
    ),
    standing.owns === true &&
      standing.mayActAs === false &&
      `What the role ${role} of DATABASE_URL owns can be taken from it only by somebody who may act as it. An administrator of the server runs, for this once: grant ${q(role)} to ${q(standing.owner)};`,
    standing.owns === true &&
      standing.otherDatabases.length > 0 &&
      `The role ${role} of DATABASE_URL owns ${standing.otherDatabases.join(', ')}, too, and would lose it: let it keep this one under MIGRATION_DATABASE_URL, and give DATABASE_URL a role of its own.`,
  ].filter((each) => each !== false);
  if (reasons.length > 0) throw new UnfitDatabase(reasons);
  if (standing.owns !== true) return { oid: standing.oid, done: [] };
  const reassign = `reassign owned by ${q(role)} to ${q(standing.owner)}`;
  await client.query(reassign);
  return { oid: standing.oid, done: [reassign] };
}

async function makeRole(
  client: ClientBase,
  { mayMakeRoles }: Standing,
  { role, password }: ApplicationLogin,
  limited: LimitedTables,
) {
  if (!mayMakeRoles || password === undefined || password === '')
    throw new UnfitDatabase([
      `There is no role ${role}, which DATABASE_URL names. An administrator of the server runs: create role ${q(role)} login password '…';`,
    ]);
  await client.query(`create role ${loginOf(role, password)}`);
  const { oid } = await standingOf(client, role, limited);
  return { oid: oid!, done: [`create role ${q(role)} login`] };
}

async function standingOf(client: ClientBase, role: string, limited: LimitedTables): Promise<Standing> {
  const values = [role, SCHEMAS, JSON.stringify(ofWholeTables(limited)), JSON.stringify(ROW_PRIVILEGES)];
  return (await client.query<Standing>(STANDING, values)).rows[0]!;
}

/** The privileges that hold for each row of these tables, and each of its columns. */
function ofWholeTables(limited: LimitedTables): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(limited).map(([table, { may, keeps = [] }]) => [
      table,
      may.filter((each) => each !== 'UPDATE' || keeps.length === 0),
    ]),
  );
}
