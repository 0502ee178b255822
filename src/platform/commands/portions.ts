import { TimedOut } from '../errors/index.ts';
import { sql, type Sql } from '../reading/index.ts';
import type { RequestContext } from '../request/index.ts';
import { inTransaction } from './transaction.ts';

/** Few enough that nobody waits long for their locks. */
const PORTION = 2_000;

/**
 * Deletes the rows of a table that meet the condition, in transactions of their own, until there are none. An index must serve it.
 * @returns how many they were
 */
export async function deleteInPortions(context: RequestContext, table: Sql, condition: Sql): Promise<number> {
  for (let total = 0; ;) {
    if (context.signal.aborted) throw new TimedOut();
    const gone = await inTransaction(context, (tx) => tx.query<{ id: string }>(
      sql`delete from ${table} where id in (select id from ${table} where ${condition} limit ${PORTION} for update skip locked) returning id`,
    ));
    total += gone.length;
    if (gone.length < PORTION) return total;
  }
}
