import { TimedOut } from '../errors/index.ts';
import { sql, type Sql } from '../reading/index.ts';
import type { RequestContext } from '../request/index.ts';
import { inTransaction, type Transaction } from './transaction.ts';

/** Few enough that nobody waits long for their locks. */
const PORTION = 2_000;

/**
 * Work without a foreseeable end, in portions, each in a transaction of its own: what is done stays done, and what it locks is free
 * again soon. Each portion answers where the next one begins, and null where there is nothing beyond.
 * @returns where to go on after so many portions, null where all is done
 */
export async function inPortions<Place>(
  context: RequestContext,
  from: Place,
  portion: (tx: Transaction, from: Place) => Promise<Place | null>,
  most = Number.POSITIVE_INFINITY,
): Promise<Place | null> {
  let place: Place | null = from;
  for (let portions = 0; place !== null && portions < most; portions += 1) {
    if (context.signal.aborted) throw new TimedOut();
    const here: Place = place;
    place = await inTransaction(context, (tx) => portion(tx, here));
  }
  return place;
}

export interface Deleted {
  readonly table: Sql;
  /** An index must serve it. */
  readonly where: Sql;
  /** Its rows are never changed: the hub may not even lock them. */
  readonly onlyAdded: boolean;
}

/** Deletes the rows of a table that meet the condition, until there are none. */
export async function deleteInPortions(context: RequestContext, { table, where, onlyAdded }: Deleted): Promise<void> {
  const lock = onlyAdded ? sql`` : sql`for update skip locked`;
  await inPortions(context, 'MORE', async (tx, more) => {
    const gone = await tx.query(
      sql`delete from ${table} where id in (select id from ${table} where ${where} limit ${PORTION} ${lock}) returning id`,
    );
    return gone.length < PORTION ? null : more;
  });
}
