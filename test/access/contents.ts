import type { TestHub } from '../support/hub.ts';

/** Of every table but the log, what was asked for so far, codes that whoever asks is given, and the count of wrong ones that is part of an answer: how many rows, and what stands in them. */
export async function contents({ database: { pool } }: Pick<TestHub, 'database'>): Promise<Map<string, string>> {
  const { rows: tables } = await pool.query<{
    name: string;
  }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    and relname not in ('account_join', 'audit_record', 'code_miss', 'mikro_orm_migrations', 'rate_budget', 'refusal_tally') order by 1`);
  // A token notes that it was used.
  const text = (name: string): string =>
    name === 'service_token' ? `(to_jsonb(t) - 'last_used_at')::text` : 't::text';
  const { rows } = await pool.query<{ name: string; sum: string }>(
    tables
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(${text(name)}, ',' order by ${text(name)})), '') as sum from "${name}" t`,
      )
      .join(' union all '),
  );
  return new Map(rows.map(({ name, sum }) => [name, sum]));
}

/** Names of the tables that are not as they were. */
export async function changedSince(
  before: ReadonlyMap<string, string>,
  hub: Pick<TestHub, 'database'>,
): Promise<string[]> {
  return [...(await contents(hub))].flatMap(([name, sum]) => (before.get(name) === sum ? [] : [name]));
}
