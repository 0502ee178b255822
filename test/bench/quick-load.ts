import type { Pool } from 'pg';

interface Index {
  readonly name: string;
  readonly definition: string;
}

/** Those that enforce nothing: unique ones and exclusions are kept, and with them what rows of a batch are found by. */
const PLAIN_INDEXES = `
select i.relname as name, pg_get_indexdef(x.indexrelid) as definition
from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
where i.relnamespace = 'public'::regnamespace and not x.indisunique and not x.indisexclusion
order by pg_relation_size(t.oid) desc`;

/**
 * For connections that load: references and frozen rows are not looked at for each row, which takes longer than the rows.
 * What the seeds write is held to every invariant by their own tests; only a superuser may set this.
 */
export const LOADING = '-c session_replication_role=replica -c synchronous_commit=off';

/** An index that is made when all rows are there costs a fraction of one that is kept while they come. */
export async function withoutIndexes(pool: Pool, lanes: number, load: () => Promise<void>): Promise<void> {
  const { rows: indexes } = await pool.query<Index>(PLAIN_INDEXES);
  for (const { name } of indexes) await pool.query(`drop index "${name}"`);
  await load();
  const waiting = [...indexes];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await pool.query(next.definition);
    }),
  );
  await pool.query('vacuum (analyze)');
}
