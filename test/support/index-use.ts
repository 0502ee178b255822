import { appendFileSync } from 'node:fs';
import pg from 'pg';

/** Where `npm run indexes` wants to be told which indexes the tests use; without it nothing is noted. */
const FILE = process.env['INDEX_USE'];

/** The tables of tests are small: an index that a real one needs would seem to be needed by nobody. */
export async function discourageScans(url: string): Promise<void> {
  if (FILE)
    await onDatabase(url, (client, name) =>
      client.query(`alter database ${client.escapeIdentifier(name)} set enable_seqscan = off`),
    );
}

/** To be called when nobody uses the database any more: a connection tells what it counted when it ends. */
export async function noteIndexes(url: string): Promise<void> {
  if (!FILE) return;
  await onDatabase(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select indexrelname as name from pg_stat_user_indexes where schemaname = 'public' and idx_scan > 0`,
    );
    appendFileSync(FILE, rows.map(({ name }) => `${name}\n`).join(''));
  });
}

/** Those that PostgreSQL plans to use, where a statement is explained and not run. */
export function notePlan(plan: string): void {
  if (FILE)
    appendFileSync(
      FILE,
      [...plan.matchAll(/Index(?: Only)? Scan (?:Backward )?using (\w+)/g)].map(([, name]) => `${name}\n`).join(''),
    );
}

async function onDatabase(url: string, work: (client: pg.Client, name: string) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client, client.database!);
  } finally {
    await client.end();
  }
}
