import { background, inTransaction, RESTING, type Transaction } from '../../../platform/commands/index.ts';
import { join, sql } from '../../../platform/reading/index.ts';
import { END_WHAT_RESTED, endWhatRestedOf, PERSONS_AT_ONCE } from './rights-ended.ts';

/** What is left after so many waits for the next time. */
const MOST_PORTIONS = 40;

/**
 * Ends what stands though the right has ended by the mere passing of a day, or was left behind by a command for many. Whoever is
 * being written about elsewhere is left to the next time.
 * @returns how many persons there were
 */
export async function endWhatRested(tx: Transaction, most: number): Promise<number> {
  const all = tx.services.get(RESTING);
  if (all.length === 0) return 0;
  const due = await tx.query<{ id: string }>(sql`select per.id from person per where per.id in (
      select lost.person_id from (${join(all.map(({ adrift }) => adrift), ' union ')}) lost limit ${most}::int)
    order by per.id for no key update skip locked`);
  await endWhatRestedOf(tx, due.map(({ id }) => id));
  return due.length;
}

export const endingWhatRested = background(END_WHAT_RESTED, async (context) => {
  for (let portions = 0; portions < MOST_PORTIONS && !context.signal.aborted; portions += 1) {
    if ((await inTransaction(context, (tx) => endWhatRested(tx, PERSONS_AT_ONCE))) === 0) return;
  }
});
