/** What the operation was reckoned to cost before it ran, and what it then took. */
export class Meter {
  /** Points reckoned from page sizes and nesting. */
  requested = 0;
  limit = 0;
  /** Rows read. */
  rows = 0;
  statements = 0;
  /** Ids of rows whose reading is kept on record, by the prefix of their type. */
  readonly recorded = new Map<string, Set<string>>();
  /** Objects answered. */
  objects = 0;
}
