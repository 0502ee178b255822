import { violationOf, type Rules } from '../../errors/index.ts';
import { rowByRow, type BulkOptions, type RowsDone } from './rows.ts';

export interface ToDecide<Found, Code extends string, Done> extends Pick<BulkOptions<string>, 'field' | 'policy'> {
  readonly rules: Rules<Code | 'NOT_FOUND'>;
  /** Things that the caller may know of, by id, under lock. */
  readonly found: ReadonlyMap<string, Found>;
  /** Why it cannot be decided so; null where it can. As it stands at this moment: decisions before it in one call count. */
  readonly blocker: (found: Found) => Code | null;
  /** Writes the decision. */
  readonly decide: (found: Found) => Done;
}

/**
 * Decides on many, in the order in which they are named, under the policy of the caller. What is not found and what must not be
 * is refused in the words of the mutation, before anything is written of it.
 * @param ids bare ids, each of them once (`checkNamedOnce`)
 * @throws RowsRefused where the policy rejects everything
 */
export function decideOnEach<Found, Code extends string, Done>(
  ids: readonly string[],
  { field, policy, rules, found, blocker, decide }: ToDecide<Found, Code, Done>,
): Promise<RowsDone<Done>> {
  return rowByRow(ids, { field, policy }, async (id) => {
    const known = found.get(id);
    if (known === undefined) throw violationOf(rules, 'NOT_FOUND');
    const code = blocker(known);
    if (code !== null) throw violationOf(rules, code);
    return decide(known);
  });
}
