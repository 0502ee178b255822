import { once } from 'node:events';
import type { ClientBase, Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Batch, type Portion } from './batch.ts';
import type { EntityClass, Writable } from './record.ts';
import type { Tables } from './tables.ts';

export type Connection = Pool | ClientBase;

/** Writes many records of one entity, all or none. */
export async function insertRows<Entity extends object>(
  connection: Connection,
  tables: Tables,
  entity: EntityClass<Entity>,
  records: readonly Writable<Entity>[],
): Promise<void> {
  const batch = new Batch(tables);
  for (const record of records) batch.add(entity, record);
  await onClient(connection, async (client) => {
    for (const portion of batch.portions()) await copy(client, portion);
  });
}

/** Writes a batch in a transaction of its own. */
export function writeBatch(connection: Connection, batch: Batch): Promise<void> {
  return inTransaction(connection, (client) => writeInto(client, batch));
}

/** Writes a batch in the transaction that the client is in. */
export async function writeInto(client: ClientBase, batch: Batch): Promise<void> {
  for (const portion of batch.portions()) await copy(client, portion);
  for (const { text, values } of batch.statements()) await client.query(text, [...values]);
}

/** All that `work` writes with its client, or nothing. */
export function inTransaction<T>(connection: Connection, work: (client: ClientBase) => Promise<T>): Promise<T> {
  return onClient(connection, async (client) => {
    await client.query('begin');
    try {
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  });
}

async function copy(client: ClientBase, portion: Portion): Promise<void> {
  const columns = portion.columns.map((column) => column.name).join(', ');
  const stream = client.query(copyFrom(`copy ${portion.table.quoted} (${columns}) from stdin`));
  const finished = once(stream, 'finish');
  // Looked at after the last chunk: until then nobody waits for it, and a failure is not to end the process.
  finished.catch(() => undefined);
  for (const chunk of portion.chunks()) {
    if (!stream.writable) break;
    if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), finished]);
  }
  stream.end();
  await finished;
}

async function onClient<T>(connection: Connection, work: (client: ClientBase) => Promise<T>): Promise<T> {
  if (!isPool(connection)) return work(connection);
  const client: PoolClient = await connection.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

function isPool(connection: Connection): connection is Pool {
  return 'totalCount' in connection;
}
