import { TryLater } from '../errors/index.ts';

/** What a request holds while it is worked on. */
export interface Turn {
  /** Lets somebody else in: at the end, or before a wait for other requests. */
  leave(): void;
}

export interface TurnstileOptions {
  /** Requests that are worked on at the same time. */
  readonly atOnce: number;
  /** Beyond so many whoever comes is told to come again. */
  readonly mostWaiting: number;
  /** Whoever has waited longer is told so when it is their turn: their answer would come too late. */
  readonly longestWaitMs: number;
  /** Told now and then how many were sent away since the last time. */
  readonly onRefused: (refused: number) => void;
}

interface Waiting {
  readonly since: number;
  readonly enter: (turn: Turn) => void;
  readonly refuse: () => void;
}

const TOLD_EVERY_MS = 10_000;

/**
 * More requests than can be worked on stand in line here, before anything is done for them. Without it each would wait for a
 * connection before each of its statements, all would take the longer the more they are, and in the end the hub would work
 * for those alone who have given up: so as many are answered as at any other time, and the others are told at once.
 */
export class Turnstile {
  readonly #options: TurnstileOptions;
  /** Who came first stands first. */
  readonly #line = new Set<Waiting>();
  #inside = 0;
  #refused = 0;
  #toldAt = -Infinity;

  constructor(options: TurnstileOptions) {
    this.#options = options;
  }

  /** @param signal aborted where nobody waits for the answer any more @throws TryLater */
  enter(signal: AbortSignal): Turn | Promise<Turn> {
    if (this.#inside < this.#options.atOnce && this.#line.size === 0) return this.#admit();
    if (this.#line.size >= this.#options.mostWaiting) throw this.#refusal();
    return new Promise((resolve, reject) => {
      const gone = (): void => {
        this.#line.delete(waiting);
        reject(new TryLater());
      };
      const waiting: Waiting = {
        since: performance.now(),
        enter: (turn) => {
          signal.removeEventListener('abort', gone);
          resolve(turn);
        },
        refuse: () => {
          signal.removeEventListener('abort', gone);
          reject(this.#refusal());
        },
      };
      signal.addEventListener('abort', gone, { once: true });
      this.#line.add(waiting);
    });
  }

  #admit(): Turn {
    this.#inside += 1;
    let inside = true;
    return {
      leave: () => {
        if (!inside) return;
        inside = false;
        this.#inside -= 1;
        this.#next();
      },
    };
  }

  #next(): void {
    const { atOnce, longestWaitMs } = this.#options;
    const since = performance.now() - longestWaitMs;
    for (const each of this.#line) {
      if (each.since >= since && this.#inside >= atOnce) return;
      this.#line.delete(each);
      if (each.since < since) each.refuse();
      else each.enter(this.#admit());
    }
  }

  #refusal(): TryLater {
    this.#refused += 1;
    const now = performance.now();
    if (now >= this.#toldAt + TOLD_EVERY_MS) {
      this.#options.onRefused(this.#refused);
      this.#refused = 0;
      this.#toldAt = now;
    }
    return new TryLater({ zh: '当前访问人数较多,请稍后重试。', en: 'Too many ask at this moment: try again in some seconds.' });
  }
}
