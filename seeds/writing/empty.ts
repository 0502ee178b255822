import type { Connection } from './write.ts';
import { hubTables } from './hub-tables.ts';

/** The same in every database. */
const REFERENCE = ['grade', 'topic'];
/** PostgreSQL refuses to delete from them, and that rule has no exception for seeds. */
const LOGS = ['audit_record', 'access_record'];
/** One row from the migration on, and only ever counted up. */
const RIGHTS_VERSION = 'rights_version';
const KEPT = new Set([...LOGS, RIGHTS_VERSION]);
const NOT_COUNTED = new Set([...REFERENCE, ...KEPT]);

/** Whether nothing is there but reference data, and perhaps the logs of what has been deleted. */
export async function isEmpty(connection: Connection): Promise<boolean> {
  const tables = hubTables()
    .inOrder()
    .filter((table) => !NOT_COUNTED.has(table.name));
  const { rows } = await connection.query<{ filled: boolean }>(
    `select ${tables.map((table) => `exists (select 1 from ${table.quoted})`).join(' or ')} as filled`,
  );
  return !rows[0]!.filled;
}

/** Empties every table of the hub but its logs and the version of rights; what has been migrated stays so. */
export async function emptyTables(connection: Connection): Promise<void> {
  const tables = hubTables()
    .inOrder()
    .filter((table) => !KEPT.has(table.name));
  await connection.query(`truncate ${tables.map((table) => table.quoted).join(', ')}`);
  // No trigger tells that all rows of a table are gone.
  await connection.query('update rights_version set version = gen_random_uuid()');
}

/** Names of the tables that have not been migrated. */
export async function missingTables(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(
    'select name from unnest($1::text[]) name where to_regclass(quote_ident(name)) is null',
    [
      hubTables()
        .inOrder()
        .map((table) => table.name),
    ],
  );
  return rows.map(({ name }) => name);
}
