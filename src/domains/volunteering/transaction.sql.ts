import type { Kysely } from '@mikro-orm/postgresql';
import type { Transaction } from '../../platform/commands/index.ts';
import type { Sql } from '../../platform/reading/index.ts';
import { prepare } from '../../platform/reading/sql.ts';

/** Runs a statement that may name the viewer and the clock, in the command's transaction and with real parameters. */
export async function query<Row>(tx: Transaction, statement: Sql): Promise<Row[]> {
  const { text, values } = prepare(statement);
  const parameters = values({ viewer: tx.viewer, now: tx.now });
  const connection = tx.em.getTransactionContext<Kysely<unknown>>()!;
  const { rows } = await connection.executeQuery<Row>({
    sql: text,
    parameters,
    query: { kind: 'RawNode', sqlFragments: [text], parameters: [] },
    queryId: { queryId: text },
  });
  return rows;
}
