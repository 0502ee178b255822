import type { MigrationObject } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntityName, type Options } from '@mikro-orm/postgresql';
import type { Pool, PoolClient } from 'pg';
import { columnTypesBy, type Moments } from './column-types.ts';
import { StatementNames } from './statement-names.ts';

export interface DatabaseOptions {
  /** `postgresql://user:password@host:port/name` */
  readonly url: string;
  readonly entities: readonly EntityName[];
  readonly migrations: readonly MigrationObject[];
  readonly poolSize: number;
  /** A statement that takes longer is ended by PostgreSQL, in milliseconds. */
  readonly statementTimeoutMs: number;
  /** Whoever waits longer for a free connection gives up, in milliseconds: a crowd stands in line as long as a request may take. */
  readonly waitMs: number;
  readonly applicationName: string;
  /** Called with each statement as it is sent, whoever sends it. */
  readonly onStatement?: StatementListener;
}

export type StatementListener = (text: string, values: readonly unknown[]) => void;

/** One row as an array, in the order of the select list. */
export type RowArray = unknown[];

export interface Database {
  readonly orm: MikroORM;
  /** Runs one reading statement, outside any transaction, and answers its rows as arrays. */
  read(text: string, values: unknown[], moments?: Moments): Promise<RowArray[]>;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What the plans of the hub's statements depend on, apart from the data. */
export const PLANNING = {
  // Texts are fixed and their literals say what matters, so one plan serves every caller; planning the statements of a
  // wide operation anew costs several times their execution.
  plan_cache_mode: 'force_generic_plan',
  // A wide statement that reads little is reckoned to be dear: compiling it would cost many times its execution.
  jit: 'off',
  // What is read often lies in memory, and no disk is a spinning one. With the default of 4, a key of a table of a hundred rows
  // is dearer than the whole table: for each row of a list it is then read again.
  random_page_cost: '1.1',
} as const;

const SESSION = { timezone: 'UTC', idle_in_transaction_session_timeout: '30000', ...PLANNING } as const;

export function mikroOrmOptions(options: Pick<DatabaseOptions, 'entities' | 'migrations'>): Options {
  return {
    entities: [...options.entities],
    extensions: [Migrator],
    forceUtcTimezone: true,
    debug: false,
    logger: () => undefined,
    discovery: { checkDuplicateFieldNames: true },
    // The tables of background work are planned by pg-boss.
    schemaGenerator: { ignoreSchema: ['pgboss'] },
    migrations: {
      migrationsList: [...options.migrations],
      path: 'src/migrations',
      pathTs: 'src/migrations',
      snapshotName: 'schema-snapshot',
      snapshotOnMigrate: false, // it is committed: only `npm run migration:create` writes it
      tableName: 'schema_migration',
      transactional: true,
      allOrNothing: true,
      disableForeignKeys: false,
    },
  } as Options;
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  let pool: Pool | undefined;
  const orm = await MikroORM.init({
    ...mikroOrmOptions(options),
    clientUrl: options.url,
    pool: { min: 0, max: options.poolSize },
    driverOptions: {
      application_name: options.applicationName,
      connectionTimeoutMillis: options.waitMs,
      options: sessionSettings({ ...SESSION, statement_timeout: String(options.statementTimeoutMs) }),
      onPoolCreated: (created: Pool) => {
        pool = created;
        if (options.onStatement) created.on('connect', (client) => reportStatements(client, options.onStatement!));
      },
    },
  } as unknown as Options);
  await orm.em.getConnection().connect();
  pool ??= (await (orm.em.getConnection() as unknown as { getNativeClient(): Promise<Pool> }).getNativeClient());
  return new PooledDatabase(orm, pool);
}

function sessionSettings(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`).join(' ');
}

function reportStatements(client: PoolClient, report: StatementListener): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  (client as { query: unknown }).query = (...args: unknown[]) => {
    const [first, second] = args as [string | { text?: string; values?: unknown[] }, unknown];
    const sent = typeof first === 'string' ? { text: first, values: Array.isArray(second) ? second as unknown[] : [] } : first;
    report(sent.text ?? '', sent.values ?? []);
    return send(...args);
  };
}

class PooledDatabase implements Database {
  readonly orm: MikroORM;
  readonly #pool: Pool;
  readonly #names = new StatementNames({ answersColumns: false });

  constructor(orm: MikroORM, pool: Pool) {
    this.orm = orm;
    this.#pool = pool;
  }

  async read(text: string, values: unknown[], moments: Moments = 'dates'): Promise<RowArray[]> {
    const name = this.#names.of(text);
    const result = await this.#pool.query<RowArray>({
      text, values, rowMode: 'array', types: columnTypesBy[moments], ...(name && { name }),
    });
    return result.rows;
  }

  async ping(): Promise<void> {
    await this.#pool.query('select 1');
  }

  async close(): Promise<void> {
    await this.orm.close();
  }
}
