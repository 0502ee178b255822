import type { Configuration } from '@mikro-orm/core';
import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { ClientConfig, Pool, QueryResultRow } from 'pg';
import { CommitInDoubt } from './faults.ts';
import type { Connections } from './lending/connections.ts';
import type { Lease } from './lease.ts';

type Dialect = ReturnType<PostgreSqlConnection['createKyselyDialect']>;
type Driver = ReturnType<Dialect['createDriver']>;
type Connection = Awaited<ReturnType<Driver['acquireConnection']>>;
type Statement = Parameters<Connection['executeQuery']>[0];
type TransactionSettings = Parameters<Driver['beginTransaction']>[1];

const CHANGES: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

class LeasedConnection implements Connection {
  lease: Lease;

  constructor(lease: Lease) {
    this.lease = lease;
  }

  async executeQuery<Row>({
    sql,
    parameters,
  }: Statement): Promise<{ readonly rows: Row[]; readonly numAffectedRows?: bigint }> {
    const { command, rowCount, rows } = await this.lease.query<Row & QueryResultRow>(sql, parameters);
    return { rows: rows ?? [], ...(CHANGES.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  /** Nothing is read by cursor. */
  async *streamQuery(): AsyncGenerator<never> {
    await Promise.reject(new Error('Nothing is read by cursor.'));
  }
}

const NOT_COMMITTED =
  'Nothing was committed: a statement of the transaction had failed, and whoever had sent it went on.';

/**
 * Transactions for the ORM. Kysely gives a connection back only where BEGIN and ROLLBACK go well, and the ORM goes on where they do
 * not: so BEGIN gives it back itself, and ROLLBACK always goes well, for a connection that cannot be rolled back is destroyed, and
 * PostgreSQL rolls back with it.
 */
class LeasingDriver implements Driver {
  readonly #connections: Connections;

  constructor(connections: Connections) {
    this.#connections = connections;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<LeasedConnection> {
    return new LeasedConnection(await this.#connections.lease());
  }

  releaseConnection(connection: LeasedConnection): Promise<void> {
    connection.lease.giveBack();
    return Promise.resolve();
  }

  async beginTransaction(connection: LeasedConnection, settings: TransactionSettings): Promise<void> {
    try {
      await this.#begin(connection, settings);
    } catch (error) {
      connection.lease.giveBack();
      throw error;
    }
  }

  /** A connection that idles in the pool may have died: nothing is begun on it yet, so another one does as well. */
  async #begin(connection: LeasedConnection, { isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const begin = ['start transaction', isolationLevel && `isolation level ${isolationLevel}`, accessMode]
      .filter(Boolean)
      .join(' ');
    try {
      await connection.lease.query(begin);
    } catch (error) {
      const { lease } = connection;
      if (!lease.wasStale(error)) throw error;
      lease.giveBack();
      connection.lease = await this.#connections.lease();
      await connection.lease.query(begin);
    }
  }

  async commitTransaction({ lease }: LeasedConnection): Promise<void> {
    const wasLost = lease.isLost;
    try {
      const { command } = await lease.query('commit');
      if (command !== 'COMMIT') throw new Error(NOT_COMMITTED);
    } catch (error) {
      throw lease.isLost && !wasLost ? new CommitInDoubt(error) : error;
    }
  }

  async rollbackTransaction({ lease }: LeasedConnection): Promise<void> {
    if (lease.isLost) return;
    try {
      await lease.query('rollback');
    } catch (error) {
      lease.lose(error);
    }
  }

  async savepoint({ lease }: LeasedConnection, name: string): Promise<void> {
    await lease.query(`savepoint ${quoted(name)}`);
  }

  async rollbackToSavepoint({ lease }: LeasedConnection, name: string): Promise<void> {
    await lease.query(`rollback to savepoint ${quoted(name)}`);
  }

  async releaseSavepoint({ lease }: LeasedConnection, name: string): Promise<void> {
    await lease.query(`release savepoint ${quoted(name)}`);
  }

  async destroy(): Promise<void> {
    await this.#connections.end();
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The ORM's driver for PostgreSQL over connections of our own keeping. @param own called with the settings of each of them */
export function driverOver(own: (settings: ClientConfig) => Connections): typeof PostgreSqlDriver {
  class OwnConnection extends PostgreSqlConnection {
    override createKyselyDialect(overrides: Parameters<PostgreSqlConnection['createKyselyDialect']>[0]): Dialect {
      // The ORM makes a pool, of which nothing is used but its settings: nothing is ever opened in it.
      let made: Pool;
      const dialect = super.createKyselyDialect({
        ...overrides,
        onPoolCreated: (pool: Pool) => (made = pool),
      } as typeof overrides);
      const driver = new LeasingDriver(own(made!.options));
      return Object.assign(dialect, { createDriver: () => driver });
    }
  }
  return class extends PostgreSqlDriver {
    protected override readonly connection: PostgreSqlConnection;
    constructor(config: Configuration) {
      super(config);
      this.connection = new OwnConnection(config);
    }
  };
}
