import pg, { type Pool } from 'pg';
import { PLANNING } from '../../../src/platform/database/index.ts';

/** What EXPLAIN tells of one statement, in short. */
export interface PlanSummary {
  readonly statement: string;
  /** Pages of eight kilobytes that were looked at, in memory or not. */
  readonly buffers: number;
  readonly ms: number;
  /** Each scan with its index, and how many rows of how many loops it gave and dropped; the largest first. */
  readonly scans: readonly string[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

const MOST_SCANS = 12;

/** Explains a statement with the plan that the hub's connections keep for it. */
export async function explain(
  pool: Pool,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
): Promise<PlanSummary> {
  const client = await pool.connect();
  try {
    await client.query(
      `begin read only; ${Object.entries(PLANNING)
        .map(([name, value]) => `set local ${name} = ${value}`)
        .join('; ')}`,
    );
    await client.query(`prepare explained as ${text}`);
    const given = values.map((value) => literal(value));
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode; 'Execution Time': number }] }>(
      `explain (analyze, buffers, timing off, format json) execute explained${given.length > 0 ? `(${given.join(', ')})` : ''}`,
    );
    const [{ Plan: plan, 'Execution Time': ms }] = rows[0]!['QUERY PLAN'];
    return {
      statement: text.replace(/\s+/g, ' ').trim(),
      ms,
      buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
      scans: scansOf(plan)
        .sort((one, other) => other.rows - one.rows)
        .slice(0, MOST_SCANS)
        .map((each) => each.told),
    };
  } finally {
    await client.query('rollback; deallocate all');
    client.release();
  }
}

function scansOf(node: PlanNode): { readonly rows: number; readonly told: string }[] {
  const table = node['Relation Name'] ?? (node['Node Type'] === 'Bitmap Index Scan' ? '' : undefined);
  const dropped = node['Rows Removed by Filter'] ?? 0;
  const loops = node['Actual Loops'];
  const told = `${node['Node Type']} ${[table, node['Index Name']].filter(Boolean).join(' by ')}: ${node['Actual Rows']} rows + ${dropped} dropped, ${loops} times`;
  const own = table === undefined ? [] : [{ rows: (node['Actual Rows'] + dropped) * loops, told }];
  return [...own, ...(node.Plans ?? []).flatMap(scansOf)];
}

/** As text that PostgreSQL reads as whatever type the parameter has. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Array.isArray(value))
    return pg.escapeLiteral(
      `{${value.map((each) => (each === null ? 'NULL' : `"${String(each).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`,
    );
  return pg.escapeLiteral(
    typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean),
  );
}
