import type { Connection } from './write.ts';
import { hubTables } from './hub-tables.ts';

/** Written by every seed and every migration of reference data alike: they are nobody's work. */
const REFERENCE = new Set(['grade', 'topic']);

/** Whether nothing but reference data is there. */
export async function isEmpty(connection: Connection): Promise<boolean> {
  const tables = hubTables().inOrder().filter((table) => !REFERENCE.has(table.name));
  const { rows } = await connection.query<{ filled: boolean }>(
    `select ${tables.map((table) => `exists (select 1 from ${table.quoted})`).join(' or ')} as filled`,
  );
  return !rows[0]!.filled;
}

/** Empties every table of the hub; what has been migrated stays so. */
export async function emptyTables(connection: Connection): Promise<void> {
  await connection.query(`truncate ${hubTables().inOrder().map((table) => table.quoted).join(', ')}`);
}

/** Names of the tables that have not been migrated. */
export async function missingTables(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(
    'select name from unnest($1::text[]) name where to_regclass(quote_ident(name)) is null',
    [hubTables().inOrder().map((table) => table.name)],
  );
  return rows.map(({ name }) => name);
}
