import { TimedOut } from '../../errors/index.ts';
import type { RequestContext } from '../../request/index.ts';
import { inTransaction, type Transaction } from '../transaction.ts';

/**
 * Work without a foreseeable end, in portions, each in a transaction of its own: what is done stays done, and what it locks is free
 * again soon. Each portion answers where the next one begins, and null where there is nothing beyond.
 * @returns where to go on after so many portions, null where all is done
 * @throws TimedOut where its time is over: what is left is found by the next run
 */
export async function inPortions<Place>(
  context: RequestContext,
  from: Place,
  portion: (tx: Transaction, from: Place) => Promise<Place | null>,
  most: number,
): Promise<Place | null> {
  let place: Place | null = from;
  for (let portions = 0; place !== null && portions < most; portions += 1) {
    if (context.signal.aborted) throw new TimedOut();
    const here: Place = place;
    place = await inTransaction(context, (tx) => portion(tx, here));
  }
  return place;
}
