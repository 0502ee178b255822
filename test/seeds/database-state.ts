import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { checks, describeEntities } from '../../src/app.ts';
import { storedEntities } from '../../src/platform/database/index.ts';
import { hubTables } from '../../seeds/writing/index.ts';

/** Names of the invariants that do not hold, with the first row that breaks each. */
export async function brokenChecks(pool: Pool): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, sql } of checks) {
    const { rows } = await pool.query(sql);
    if (rows.length > 0) broken.push(`${name}: ${JSON.stringify(rows[0])}`);
  }
  return broken;
}

/** Of every row of every table. `expression` says what of a row counts. */
export async function hashOfTables(pool: Pool, expression = 't::text'): Promise<string> {
  const hash = createHash('sha256');
  for (const { name, quoted } of hubTables().inOrder()) {
    // Whoever changes rights gives their version a random value.
    if (name === 'rights_version') continue;
    const { rows } = await pool.query<{ line: string }>(`select ${expression} as line from ${quoted} t order by t.id`);
    hash.update(`${name}\n${rows.map(({ line }) => line).join('\n')}\n`);
  }
  return hash.digest('hex');
}

export async function countRows(pool: Pool, tables: readonly string[]): Promise<Record<string, number>> {
  const { rows } = await pool.query<Record<string, number>>(
    `select ${tables.map((table) => `(select count(*)::int from "${table}") as "${table}"`).join(', ')}`,
  );
  return rows[0]!;
}

/** `table.column VALUE` for each value of an enum that no row has. */
export async function statesThatDoNotOccur(pool: Pool, platform: ReadonlySet<string>): Promise<string[]> {
  const missing: string[] = [];
  for (const meta of storedEntities(describeEntities().getMetadata())) {
    if (platform.has(meta.tableName)) continue;
    for (const prop of meta.props.filter((each) => each.items !== undefined)) {
      const column = `"${prop.fieldNames[0]!}"`;
      const { rows } = await pool.query<{ value: string }>(
        `select distinct ${prop.columnTypes[0]!.endsWith('[]') ? `unnest(${column})` : column} as value from "${meta.tableName}"`,
      );
      const found = new Set(rows.map(({ value }) => value));
      missing.push(
        ...prop
          .items!.filter((item) => !found.has(String(item)))
          .map((item) => `${meta.tableName}.${prop.fieldNames[0]!} ${item}`),
      );
    }
  }
  return missing;
}
