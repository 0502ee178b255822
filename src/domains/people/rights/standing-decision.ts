import { contribution } from '../../../platform/graphql/index.ts';
import type { Sql } from '../../../platform/reading/index.ts';

/** The two that are to be one, as values of SQL. */
export interface Decider {
  /** The member of staff who decided. */
  readonly staffId: Sql;
  /** About whom. */
  readonly personId: Sql;
}

/**
 * Decisions of a domain that stand and give something to the one about whom they are: nobody decides their own case, though they
 * were two persons here when they did.
 */
export interface StandingDecisions {
  /** E.g. `volunteering.signup`. */
  readonly name: string;
  readonly description: string;
  /** A query that has a row where there is any. */
  readonly standing: (decider: Decider) => Sql;
}

/** The standing decisions of all domains: a lower room finds what hangs above it without knowing it. */
export const STANDING_DECISIONS = contribution<StandingDecisions>('standing decisions');
