import type { Transaction } from '../../../platform/commands/index.ts';
import { contribution } from '../../../platform/graphql/index.ts';
import type { Sql } from '../../../platform/reading/index.ts';

/** Something that waits, and whoever is newly asked to decide on it. */
export interface DecisionRequest {
  /** Bare id of what waits. */
  readonly about: string;
  /** Bare ids of the persons. */
  readonly to: readonly string[];
  readonly school: string | null;
  readonly district: string | null;
}

/**
 * Things that wait for somebody to decide on them. Who decides follows from the roles and ties of the day, so it is said once, as SQL:
 * whoever comes to it is asked, and whoever may not any more is asked no longer, whatever has brought it about.
 */
export interface DecisionQueue {
  /** Key of the kind of notice that asks them, e.g. `people.role-asked`. */
  readonly kind: string;
  readonly description: string;
  /** The tables of it and of what its deciders follow from, with their aliases, as after `from`. */
  readonly things: Sql;
  readonly id: Sql;
  /** Null where it is no school's. */
  readonly schoolId: Sql;
  readonly districtId: Sql;
  /**
   * True of one of them while it waits. An index finds the few of all that do. It may ask who is there: what waits no more because somebody
   * has come is found by whom it is asked of.
   */
  readonly waits: Sql;
  /** A query of the persons (`person_id`) who may decide on one of them today; one of nobody where nobody may. */
  readonly deciders: Sql;
  /**
   * The row under whose lock it stands still whether one of them waits, by its table and its id: PostgreSQL looks there as somebody is asked
   * (`notice_follow_news`). None where that is nobody's row, as whether somebody is there at all.
   */
  readonly under?: { readonly table: string; readonly id: Sql };
  /** Until when one of them waits, given its id: a scalar query; none where there is no such moment. */
  readonly dueAt?: (id: Sql) => Sql;
  /** Tells them, by notices that are `waiting`. */
  readonly ask: (tx: Transaction, all: readonly DecisionRequest[]) => Promise<unknown>;
}

/** The decision queues of all domains: a lower room asks for what hangs above it without knowing it. */
export const DECISION_QUEUES = contribution<DecisionQueue>('decision queues');
