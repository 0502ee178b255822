const A_SECOND_MS = 1_000;
const FIRST_PAUSE_MS = 50;
/** Room that comes back is found within this time. */
const LONGEST_PAUSE_MS = 1_000;

/**
 * How soon one more connection may be opened. As long as all goes well that is at once. After one could not be opened a single one is
 * tried, after a pause that grows with each failure; when one has been opened, twice as many may be tried at the same time. In no second
 * are more tried than `mostInASecond`, whatever becomes of them.
 */
export class OpeningPace {
  readonly #mostInASecond: number;
  readonly #begun: number[] = [];
  #atOnce = Infinity;
  #pauseMs = FIRST_PAUSE_MS;
  #pausedUntil = -Infinity;
  #failedAt = -Infinity;
  #openedSince = -Infinity;

  constructor(mostInASecond: number) {
    this.#mostInASecond = mostInASecond;
  }

  /** How long ago one could not be opened, in milliseconds; undefined where another was opened since. */
  get failsFor(): number | undefined {
    return this.#failedAt === -Infinity ? undefined : performance.now() - this.#failedAt;
  }

  /** Milliseconds until one more may be tried; undefined where one of those under way must come to its end first. */
  waitMs(underWay: number): number | undefined {
    if (underWay >= this.#atOnce) return undefined;
    const first = this.#begun.length < this.#mostInASecond ? -Infinity : this.#begun[0]!;
    return Math.max(0, Math.max(this.#pausedUntil, first + A_SECOND_MS) - performance.now());
  }

  /** @returns when, for `opened` */
  begin(): number {
    const now = performance.now();
    this.#begun.push(now);
    if (this.#begun.length > this.#mostInASecond) this.#begun.shift();
    return now;
  }

  opened(begunAt: number): void {
    // One that was begun before another failed says nothing about how it is now.
    if (begunAt < this.#failedAt) return;
    this.#openedSince = begunAt;
    this.#failedAt = -Infinity;
    this.#pauseMs = FIRST_PAUSE_MS;
    this.#atOnce *= 2;
  }

  failed(begunAt: number): void {
    // Nor does one that was begun before another that has been opened.
    if (begunAt < this.#openedSince) return;
    const now = performance.now();
    this.#failedAt = now;
    this.#atOnce = 1;
    // Several that were tried together have failed once.
    if (now < this.#pausedUntil) return;
    this.#pausedUntil = now + this.#pauseMs * (0.5 + Math.random() / 2);
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2);
  }

  /** One of the hub's own has ended, and has left a place: it need not be waited for. */
  ease(): void {
    this.#pausedUntil = -Infinity;
    this.#pauseMs = FIRST_PAUSE_MS;
  }
}
