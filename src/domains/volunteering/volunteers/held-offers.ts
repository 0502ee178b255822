import type { Transaction } from '../../../platform/commands/index.ts';
import { contribution } from '../../../platform/graphql/index.ts';

/** Places that are kept for volunteers, which hang above them. */
export interface HeldOffers {
  /** Gives on what is kept for persons who may not take it any more, by bare ids; waits for nobody. */
  readonly giveOn: (tx: Transaction, personIds: readonly string[]) => Promise<unknown>;
}

export const HELD_OFFERS = contribution<HeldOffers>('held offers');

/** After all that a command writes of these persons, who are suspended now or have lost a qualification. */
export async function giveOnOffersTo(tx: Transaction, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return;
  await tx.em.flush();
  for (const { giveOn } of tx.services.get(HELD_OFFERS)) await giveOn(tx, personIds);
}
