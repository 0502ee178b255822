/** Where a request pays for what it asks. */
export interface RateAccount {
  /** Once, though what is asked for may be tried by several executors. @param calls root fields @throws RateLimited, with nothing paid, where there is too little left */
  charge(points: number, calls: readonly string[]): void;
  /** What was done already, also beyond what is left: whoever overspends waits the longer. */
  spend(points: number): void;
  /** Something that was tried by a root field was wrong: a guesser pays more. */
  missed(call: string): void;
}

/** The cost of the operation, as reckoned before it ran and as it then was. */
export class Meter {
  /** Points reckoned from page sizes and nesting. */
  requested = 0;
  limit = 0;
  /** Rows read. */
  rows = 0;
  statements = 0;
  /** Characters of the texts in these rows. */
  characters = 0;
  /** So many may be read for a query; what a mutation has done is told whatever it takes. */
  mostCharacters = Infinity;
  /** Ids of those of whom was read what is kept on record, by the prefix of their type. */
  readonly recorded = new Map<string, Set<string>>();
  /** Objects answered. */
  objects = 0;
  readonly #account: RateAccount | undefined;

  /** @param account none for the hub's own work */
  constructor(account?: RateAccount) {
    this.#account = account;
  }

  /** Pays what was reckoned. @throws RateLimited */
  charge(calls: readonly string[]): void {
    this.#account?.charge(this.requested, calls);
  }

  spend(points: number): void {
    this.#account?.spend(points);
  }

  missed(call: string): void {
    this.#account?.missed(call);
  }

  /** @param kind prefix of the type of whom was read of */
  record(kind: string, subject: string): void {
    const noted = this.recorded.get(kind);
    if (noted) noted.add(subject);
    else this.recorded.set(kind, new Set([subject]));
  }
}
