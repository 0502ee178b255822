import { demoAccounts } from '../../../seeds/demo/index.ts';
import { readBudgets } from '../../budgets/budget.ts';
import { FULL } from '../../forms/form.ts';
import type { StoredQuery } from './stored-queries.ts';

/** Of whom one asks a query where not everybody does, each in turn. */
const SHARE = 4;
const { operations } = readBudgets();

/**
 * Whoever asks a stored query, with their number: everybody in the full form; where every change is tested, whom it is meant for (so that it
 * is planned, and tells something) and every fourth of all others, beginning with another one at each query.
 */
export function askersOf<Asker>(
  all: readonly Asker[],
  { operation }: StoredQuery,
  index: number,
  accountOf: (asker: Asker) => string | undefined | null,
): [turn: number, asker: Asker][] {
  const meant = demoAccounts.find(({ name }) => name === operations[operation]?.as)?.id;
  return [...all.entries()].filter(
    ([turn, asker]) => FULL || turn % SHARE === index % SHARE || (meant !== undefined && accountOf(asker) === meant),
  );
}
