import pg, { type ClientBase } from 'pg';
import { PLANNING } from './database.ts';

export interface ExplainedText {
  readonly text: string;
  readonly values: readonly unknown[];
}

/**
 * The plan that the hub's connections use for a statement that reads, a line each. It is told of a prepared one, for of what is sent with
 * its values PostgreSQL would plan for these values alone.
 * @param analyze whether it is run, so that times and rows are told as they were
 */
export async function explained(
  client: ClientBase,
  { text, values }: ExplainedText,
  analyze: boolean,
): Promise<string[]> {
  await client.query('begin transaction read only');
  try {
    for (const [name, value] of Object.entries({ timezone: 'UTC', ...PLANNING }))
      await client.query(`select set_config($1, $2, true)`, [name, value]);
    await client.query(`prepare explained as ${text}`);
    const given = values.length === 0 ? '' : `(${values.map(literal).join(', ')})`;
    const { rows } = await client.query<[string]>({
      text: `explain (${analyze ? 'analyze, buffers' : 'costs'}) execute explained${given}`,
      rowMode: 'array',
    });
    return rows.map(([line]) => line);
  } finally {
    await client.query('rollback');
    // Prepared statements outlive their transaction.
    await client.query('deallocate all');
  }
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  return pg.escapeLiteral(written(value));
}

/** As pg sends it. */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return `{${value.map(member).join()}}`;
  return JSON.stringify(value);
}

function member(value: unknown): string {
  return value === null || value === undefined ? 'NULL' : `"${written(value).replace(/["\\]/g, '\\$&')}"`;
}
