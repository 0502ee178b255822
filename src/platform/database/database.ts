import type { MigrationObject } from '@mikro-orm/core';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntityName, type Options } from '@mikro-orm/postgresql';
import pg from 'pg';
import { columnTypesBy, type Moments } from './column-types.ts';
import { Connections } from './lending/connections.ts';
import { driverOver } from './driver.ts';
import type { Lease } from './lease.ts';
import { StatementNames } from './statement-names.ts';

export interface DatabaseOptions {
  /** `postgresql://user:password@host:port/name` */
  readonly url: string;
  readonly entities: readonly EntityName[];
  readonly migrations: readonly MigrationObject[];
  readonly poolSize: number;
  /** A statement that takes longer is ended by PostgreSQL, in milliseconds; 0 where it may take as long as it likes. */
  readonly statementTimeoutMs: number;
  /** A statement that waits longer for a lock is ended, in milliseconds; 0 where only its whole time is limited. */
  readonly lockTimeoutMs?: number;
  /** Its connections are left alone by a server that ends whoever idles: work that is thought about between statements is not lost. */
  readonly mayIdle?: true;
  /** Milliseconds until whoever waits for a free connection gives up: a crowd stands in line as long as a request may take. */
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
  /** Runs one reading statement, outside any transaction, and answers its rows as arrays. @param signal of the request that it belongs to */
  read(text: string, values: unknown[], moments?: Moments, signal?: AbortSignal): Promise<RowArray[]>;
  readonly connections: Connections;
  /** Resolves in a few seconds at most: what is still in hand then is given up. */
  close(): Promise<void>;
}

/** Settings that the plans of the hub's statements depend on, apart from the data. */
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

/** The table of migrations that have run. */
export const MIGRATIONS_TABLE = 'schema_migration';

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
    // Functions stand in the migrations that brought them.
    // What a migration has changed of names is told by a table that it made for who corrects them, and that goes when they have.
    schemaGenerator: { ignoreSchema: ['pgboss'], ignoreRoutines: true, skipTables: ['settled_name'] },
    migrations: {
      migrationsList: [...options.migrations],
      path: 'src/migrations',
      pathTs: 'src/migrations',
      snapshotName: 'schema-snapshot',
      snapshotOnMigrate: false, // it is committed: only `npm run migration:create` writes it
      tableName: MIGRATIONS_TABLE,
      transactional: true,
      allOrNothing: false, // each in a transaction of its own: what one has locked is free before the next one reads whole tables
      disableForeignKeys: false,
    },
  } as Options;
}

/** Beyond its time PostgreSQL itself ends a statement and says so. Where that is not heard either, the connection is given up. */
const UNHEARD_MS = 1_000;
/** A new connection that takes longer is given up, and another one tried. */
const CONNECT_MS = 5_000;
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 } as const;

/** How every connection of the hub notices that nobody is at the other end any more. @param statementTimeoutMs 0 where statements may take as long as they like */
export function watchful(
  statementTimeoutMs: number,
): Pick<pg.ClientConfig, 'keepAlive' | 'keepAliveInitialDelayMillis' | 'query_timeout'> {
  return { ...KEEP_ALIVE, ...(statementTimeoutMs > 0 && { query_timeout: statementTimeoutMs + UNHEARD_MS }) };
}

export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  let connections: Connections | undefined;
  const { poolSize, statementTimeoutMs, lockTimeoutMs = 0, waitMs } = options;
  const driver = driverOver((settings) => {
    const make = (): pg.Client => {
      const client = new pg.Client(settings);
      if (options.onStatement) reportStatements(client, options.onStatement);
      return client;
    };
    return (connections = new Connections({ make, most: poolSize, waitMs }));
  });
  const orm = await MikroORM.init({
    ...mikroOrmOptions(options),
    driver,
    clientUrl: options.url,
    driverOptions: {
      ...watchful(statementTimeoutMs),
      application_name: options.applicationName,
      connectionTimeoutMillis: waitMs > 0 ? Math.min(waitMs, CONNECT_MS) : CONNECT_MS,
      options: sessionSettings({
        ...SESSION,
        statement_timeout: String(statementTimeoutMs),
        lock_timeout: String(lockTimeoutMs),
        ...(options.mayIdle && { idle_session_timeout: '0' }),
      }),
    },
  } as unknown as Options);
  await orm.em.getConnection().connect();
  return new PooledDatabase(orm, connections!);
}

function sessionSettings(settings: Readonly<Record<string, string>>): string {
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

function reportStatements(client: pg.Client, report: StatementListener): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  (client as { query: unknown }).query = (...args: unknown[]) => {
    const [first, second] = args as [string | { text?: string; values?: unknown[] }, unknown];
    const sent =
      typeof first === 'string' ? { text: first, values: Array.isArray(second) ? (second as unknown[]) : [] } : first;
    report(sent.text ?? '', sent.values ?? []);
    return send(...args);
  };
}

const CLOSED_WITHIN_MS = 2_000;

class PooledDatabase implements Database {
  readonly orm: MikroORM;
  readonly connections: Connections;
  readonly #names = new StatementNames({ answersColumns: false });

  constructor(orm: MikroORM, connections: Connections) {
    this.orm = orm;
    this.connections = connections;
  }

  async read(text: string, values: unknown[], moments: Moments = 'dates', signal?: AbortSignal): Promise<RowArray[]> {
    const lease = await this.connections.lease(signal);
    try {
      return await this.#readBy(lease, text, values, moments, this.#names.of(text));
    } catch (error) {
      if (!lease.wasStale(error)) throw error;
    } finally {
      lease.giveBack();
    }
    // A reading statement may be sent again, of which nothing is kept by then.
    const another = await this.connections.lease(signal);
    try {
      return await this.#readBy(another, text, values, moments);
    } finally {
      another.giveBack();
    }
  }

  async #readBy(lease: Lease, text: string, values: unknown[], moments: Moments, name?: string): Promise<RowArray[]> {
    return (
      await lease.query<RowArray>({
        text,
        values,
        rowMode: 'array',
        types: columnTypesBy[moments],
        ...(name && { name }),
      } as pg.QueryConfig)
    ).rows;
  }

  async close(): Promise<void> {
    const late = setTimeout(() => this.connections.abandon(), CLOSED_WITHIN_MS);
    try {
      await this.orm.close();
    } finally {
      clearTimeout(late);
    }
  }
}
