import { createHmac } from 'node:crypto';
import type { Logger } from '../observability/index.ts';
import { WINDOW_MS } from './budgets.ts';

const MOST_LINES = 50;

/** One line in the log for each budget that was used up and each minute, so many at most; the rest is a number. */
export class RefusalLog {
  readonly #logger: Logger;
  readonly #secret: string;
  readonly #told = new Set<string>();
  #until = 0;
  #untold = 0;

  constructor(logger: Logger, secret: string) {
    this.#logger = logger;
    this.#secret = secret;
  }

  /** @param key whose budget it is, which may be an address: the log is told a keyed hash of it */
  refused(key: string, retryAfterSeconds: number, now: number): void {
    // A minute is over; or the clock was set back, by a minute or by years.
    if (now >= this.#until || now < this.#until - WINDOW_MS) {
      if (this.#untold > 0) this.#logger.warn({ refusals: this.#untold }, 'more requests were refused for their rate');
      this.#told.clear();
      this.#untold = 0;
      this.#until = now + WINDOW_MS;
    }
    if (this.#told.has(key) || this.#told.size >= MOST_LINES) {
      this.#untold += 1;
      return;
    }
    this.#told.add(key);
    const whose = createHmac('sha256', this.#secret).update(key).digest('base64url').slice(0, 12);
    this.#logger.warn({ budget: key.slice(0, key.indexOf(':')), whose, retryAfterSeconds }, 'a rate is used up');
  }
}
