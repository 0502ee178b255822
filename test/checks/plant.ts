import type { ClientBase, Pool } from 'pg';
import { hubTables, insertRows, type EntityClass, type Writable } from '../../seeds/writing/index.ts';
import { checks } from '../../src/app.ts';
import type { World } from './world.ts';

/** Writes inside a transaction that is rolled back. */
export interface Writes {
  row<Entity extends object>(entity: EntityClass<Entity>, record: Writable<Entity>): Promise<void>;
  run(statement: string, ...values: readonly unknown[]): Promise<void>;
}

export type Write = (writes: Writes, world: World) => Promise<void>;

/** A violation that a check must see. */
export interface Plant {
  readonly check: string;
  readonly how: string;
  /** What else is then broken; nothing where left out. */
  readonly alsoBreaks?: readonly string[];
  /** The constraint, index or trigger that refuses it: switched off so that the check is alone. The plant is written freely where left out. */
  readonly refusedBy?: string;
  readonly write: Write;
}

/** A write that the database refuses by itself. */
export interface Refusal {
  readonly constraint: string;
  readonly how: string;
  readonly write: Write;
}

/** Runs `work` in a transaction of which nothing stays. */
export async function rolledBack<T>(pool: Pool, work: (client: ClientBase, writes: Writes) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  const writes: Writes = {
    row: (entity, record) => insertRows(client, hubTables(), entity, [record]),
    async run(statement, ...values) {
      const { rowCount } = await client.query(statement, [...values]);
      if (rowCount === 0) throw new Error(`Nothing is written: ${statement}`);
    },
  };
  try {
    await client.query('begin');
    return await work(client, writes);
  } finally {
    await client.query('rollback').finally(() => client.release());
  }
}

const allChecks = checks.map(({ name, sql }) => `select '${name}' as name where exists (${sql})`).join('\nunion all\n');

/** Names of the checks that answer rows. */
export async function checksThatAnswer(connection: Pick<ClientBase, 'query'>): Promise<string[]> {
  const { rows } = await connection.query<{ name: string }>(allChecks);
  return rows.map((row) => row.name).sort();
}

/** Takes away one rule of the database, for the transaction. */
export async function switchOff(client: ClientBase, name: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement from pg_constraint where conname = $1
    union all
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) from pg_trigger where tgname = $1
    union all
    select format('drop index %s', indexrelid::regclass) from pg_index
    where indexrelid = to_regclass($1) and not exists (select 1 from pg_constraint where conindid = indexrelid)`,
    [name],
  );
  if (rows.length !== 1) throw new Error(`${name} names ${rows.length} rules of the database.`);
  await client.query(rows[0]!.statement);
}

/** Lets a counter of places be written that says something else than the rows: PostgreSQL would count them. */
export const UNCOUNTED = 'alter table shift_role disable trigger shift_role_places_counted';

/** One constraint, and the writes that it refuses, by how each breaks it. */
export function refusedAs(constraint: string, writes: Readonly<Record<string, Write>>): Refusal[] {
  return Object.entries(writes).map(([how, write]) => ({ constraint, how, write }));
}
