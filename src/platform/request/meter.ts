/** Where a request pays for what it asks. */
export interface Purse {
  /** @param calls root fields @throws RateLimited, with nothing paid, where there is too little left */
  pay(points: number, calls: readonly string[]): void;
  /** What was tried by a root field was wrong: a guesser pays more. */
  missed(call: string): void;
}

/** What the operation was reckoned to cost before it ran, and what it then took. */
export class Meter {
  /** Points reckoned from page sizes and nesting. */
  requested = 0;
  limit = 0;
  /** Rows read. */
  rows = 0;
  statements = 0;
  /** Objects answered. */
  objects = 0;
  readonly #purse: Purse | undefined;
  #paid = false;

  /** @param purse none for the hub's own work */
  constructor(purse?: Purse) {
    this.#purse = purse;
  }

  /** Pays what was reckoned: once, though the operation may be tried on two roads. @throws RateLimited */
  pay(calls: readonly string[]): void {
    if (this.#paid) return;
    this.#purse?.pay(this.requested, calls);
    this.#paid = true;
  }

  missed(call: string): void {
    this.#purse?.missed(call);
  }
}
