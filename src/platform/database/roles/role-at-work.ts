import type { Database } from '../database.ts';
import { UnfitDatabase } from '../requirements.ts';
import { privilegesOn, SCHEMAS, type LimitedTables } from './privileges.ts';

export interface RoleAtWork {
  readonly name: string;
  /** It may change the tables and switch off what they guard: it owns one of them, or the database, or is a superuser. */
  readonly ownsTables: boolean;
}

const ROLE = `select current_user::text, exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = any($1) and c.relkind in ('r', 'p') and pg_has_role(c.relowner, 'MEMBER'))
  or exists (select from pg_database d where d.datname = current_database() and pg_has_role(d.datdba, 'MEMBER'))`;

/** A process of the version before asks for no more than that, whatever has been limited since. */
const MAY_NOT = `select n.nspname || '.' || c.relname, has_table_privilege(c.oid, 'SELECT'), has_table_privilege(c.oid, 'INSERT')
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname || '.' || c.relname = any($1) and not (has_table_privilege(c.oid, 'SELECT') and has_table_privilege(c.oid, 'INSERT'))
  order by 1`;

/**
 * The role that the hub works as.
 * @param tables those that this version of the hub knows, as `schema.table`
 * @throws UnfitDatabase where it may not read them, or not write what it must
 */
export async function roleAtWork(
  database: Database,
  tables: readonly string[],
  limited: LimitedTables,
): Promise<RoleAtWork> {
  const [row] = await database.read(ROLE, [SCHEMAS]);
  const [name, ownsTables] = row as [string, boolean];
  const lacking = (await database.read(MAY_NOT, [tables])) as [string, boolean, boolean][];
  const reasons = (
    [
      ['SELECT', 'read', 1],
      ['INSERT', 'write to', 2],
    ] as const
  ).flatMap(([privilege, words, at]) => {
    const refused = lacking.filter((each) => !each[at] && privilegesOn(each[0], limited).may.includes(privilege));
    return refused.length === 0
      ? []
      : `Its role ${name} may not ${words} ${refused.map(([table]) => table).join(', ')}: npm run database:roles, with MIGRATION_DATABASE_URL.`;
  });
  if (reasons.length > 0) throw new UnfitDatabase(reasons);
  return { name, ownsTables };
}
