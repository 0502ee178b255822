import type { Sql } from '../reading/index.ts';
import { service } from '../request/index.ts';
import type { Transaction } from './transaction.ts';

/**
 * Things of a domain that rest on the rights of people, and how they end with them. It is said once: the command that takes a
 * right away ends them in the same transaction, and a job ends what a day has taken away. Nothing is seen of them meanwhile: that
 * is the matter of visibility, which never waits for either.
 */
export interface RightDependents {
  /** E.g. `volunteering.places`. */
  readonly name: string;
  readonly description: string;
  /**
   * A query of those of some persons (`person_id`) who have any of it that stands though the right has ended. It begins with the array
   * of their ids, by an index of what they have: it costs these persons, however many others there are.
   */
  readonly orphans: (personIds: Sql) => Sql;
  /**
   * Ends all of it that stands without a right and is of these persons, whose rows are locked; by the tables alone, for who calls
   * is whoever took the right away. Statements follow from the kinds of things, not from the number of persons.
   */
  readonly end: (tx: Transaction, personIds: readonly string[]) => Promise<void>;
  /**
   * Gives back, or tells of, what `end` had taken from these persons, whose rows are locked, as far as they have the right again and nothing
   * stands against it: after a mistake was corrected, or a right is there again. Does nothing where nothing had ended.
   */
  readonly giveBack?: (tx: Transaction, personIds: readonly string[]) => Promise<void>;
}

/** The right dependents of all domains: a lower room ends what hangs above it without knowing it. */
export const RIGHT_DEPENDENTS = service<readonly RightDependents[]>('right dependents');
