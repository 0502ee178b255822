import pg from 'pg';
import { PLANNING } from '../../src/platform/database/index.ts';

/** What one statement looked at. */
export interface Examined {
  readonly text: string;
  /** By table: rows of scans and entries of indexes. */
  readonly rows: Readonly<Record<string, number>>;
  /** Names of the indexes that were looked into. */
  readonly indexes: readonly string[];
}

interface Count {
  readonly table: string;
  readonly index: string | null;
  readonly rows: number;
}

/** As the hub's own connections plan, and always in the same way: no second process takes a share of a scan. */
const SETTINGS = { timezone: 'UTC', ...PLANNING, max_parallel_workers_per_gather: '0' };

/** What PostgreSQL counted in this transaction: of a table the rows that were read one after the other, of an index its entries. */
const COUNTS = `
select t.relname as table, null as index, pg_stat_get_xact_tuples_returned(t.oid)::int as rows
from pg_class t where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and pg_stat_get_xact_numscans(t.oid) > 0
union all
select t.relname, i.relname, pg_stat_get_xact_tuples_returned(i.oid)::int
from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
where i.relnamespace = 'public'::regnamespace and pg_stat_get_xact_numscans(i.oid) > 0`;

/**
 * Runs statements again and counts the rows that they examine. It asks PostgreSQL's own counters, not EXPLAIN: that one
 * tells rounded averages of each loop, in which what a condition drops now and then is lost.
 */
export class RowCounter {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async connect(url: string, settings: Readonly<Record<string, string>> = {}): Promise<RowCounter> {
    const options = Object.entries({ ...SETTINGS, ...settings })
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(' ');
    const client = new pg.Client({ connectionString: url, options });
    await client.connect();
    return new RowCounter(client);
  }

  async count({ text, values }: { readonly text: string; readonly values: readonly unknown[] }): Promise<Examined> {
    if (!/^\s*(?:select|with)\b/i.test(text)) return { text, rows: {}, indexes: [] };
    await this.#client.query('begin'); // what locks rows is no reading
    try {
      const before = await this.#counts();
      await this.#client.query(text, [...values]);
      const known = new Map(before.map((each) => [`${each.table} ${each.index}`, each.rows]));
      const scans = (await this.#counts()).map((each) => ({
        ...each,
        rows: each.rows - (known.get(`${each.table} ${each.index}`) ?? 0),
      }));
      const seen = scans.filter((each) => each.rows > 0);
      const rows: Record<string, number> = {};
      for (const each of seen) rows[each.table] = (rows[each.table] ?? 0) + each.rows;
      return { text, rows, indexes: seen.flatMap((each) => each.index ?? []) };
    } finally {
      await this.#client.query('rollback');
    }
  }

  end(): Promise<void> {
    return this.#client.end();
  }

  async #counts(): Promise<Count[]> {
    return (await this.#client.query<Count>(COUNTS)).rows;
  }
}
