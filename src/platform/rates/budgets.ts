/** Whoever has spent nothing for so long may spend all that a minute allows at once. */
export const WINDOW_MS = 60_000;

/** The part of the budget of a key that was spent here, as the time in which it comes back. */
export interface Spent {
  readonly key: string;
  readonly ms: number;
}

interface Budget {
  /** When all that was spent has come back, in milliseconds since 1970. */
  whole: number;
  /** Milliseconds that were spent since the store was told of it. */
  untold: number;
  /** By how much it takes longer than a window at most until it is whole: what was overspent, here or elsewhere. */
  beyond: number;
}

function reach(budget: Budget, now: number): void {
  budget.beyond = Math.max(budget.beyond, budget.whole - now - WINDOW_MS);
}

/** Smaller sums are kept to oneself: who asks for little is told to nobody. */
const WORTH_TELLING_MS = WINDOW_MS / 10;

/**
 * Budgets that fill up again steadily: a point of 60,000 a minute is a millisecond. A budget is one moment, that at
 * which it is whole again; a budget that is whole is forgotten. The number that is kept is bounded: the one that was
 * spent from longest ago goes first. However the clock is set meanwhile, nobody waits for longer than what was spent takes.
 */
export class Budgets {
  readonly #most: number;
  readonly #budgets = new Map<string, Budget>();

  constructor(most = 50_000) {
    this.#most = most;
  }

  get size(): number {
    return this.#budgets.size;
  }

  /**
   * How long until so much can be spent, in milliseconds; 0 for now. What is dearer than a minute's budget can be spent
   * when that is whole.
   */
  wait(key: string, price: number, now: number): number {
    const budget = this.#of(key, now);
    return budget ? Math.max(0, budget.whole - now - Math.max(0, WINDOW_MS - price)) : 0;
  }

  /** Also beyond what is left: whoever overspends waits the longer. */
  spend(key: string, price: number, now: number): void {
    if (price === 0) return;
    const budget = this.#of(key, now) ?? { whole: now, untold: 0, beyond: 0 };
    if (budget.whole <= now) budget.beyond = 0;
    budget.whole = Math.max(budget.whole, now) + price;
    reach(budget, now);
    budget.untold += price;
    this.#budgets.delete(key);
    this.#budgets.set(key, budget);
    if (this.#budgets.size > this.#most) this.#budgets.delete(this.#budgets.keys().next().value!);
  }

  /** Forgets what is whole. */
  sweep(now: number): void {
    for (const [key, { whole }] of this.#budgets) if (whole <= now) this.#budgets.delete(key);
  }

  /** Spending that others should know of, without what has come back meanwhile. */
  untold(now: number): Spent[] {
    const spent: Spent[] = [];
    for (const [key, budget] of this.#budgets) {
      budget.untold = Math.min(budget.untold, Math.max(0, budget.whole - now));
      if (budget.untold >= WORTH_TELLING_MS) spent.push({ key, ms: budget.untold });
    }
    return spent;
  }

  /** Others know of `spent` at the moment `now`, and with what they have spent the budget is whole at `whole`. */
  told({ key, ms }: Spent, whole: number, now: number): void {
    const budget = this.#of(key, now);
    if (!budget) return;
    budget.untold = Math.max(0, budget.untold - ms);
    budget.whole = Math.max(budget.whole, whole + budget.untold);
    reach(budget, now);
  }

  /** A moment that is further away than that was reckoned by a clock which has been set back since. */
  #of(key: string, now: number): Budget | undefined {
    const budget = this.#budgets.get(key);
    if (budget) budget.whole = Math.min(budget.whole, now + WINDOW_MS + budget.beyond);
    return budget;
  }
}
