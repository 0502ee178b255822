import { contribution } from '../../../platform/graphql/index.ts';
import type { Sql } from '../../../platform/reading/index.ts';

/** The two that are to be one, as values of SQL. */
export interface Decider {
  /** Who decided, as a member of the staff. */
  readonly staffId: Sql;
  /** About whom. */
  readonly personId: Sql;
}

/**
 * What of a domain's own stands by a decision of somebody, and gives the one about whom it is something: nobody decides their own
 * case, though they were two persons here when they did.
 */
export interface StandingDecisions {
  /** E.g. `volunteering.signup`. */
  readonly name: string;
  readonly description: string;
  /** A query that has a row where there is any. */
  readonly standing: (decider: Decider) => Sql;
}

/** What all domains have declared: a lower room finds what hangs above it without knowing it. */
export const STANDING_DECISIONS = contribution<StandingDecisions>('standing decisions');
