import { TryLater } from '../errors/index.ts';
import { collectEarlyForLargeAnswer } from '../memory/index.ts';

/** Held by a request while it is worked on. */
export interface Permit {
  /**
   * Lets somebody else in: at the end, or before a wait for other requests.
   * @param delivered ends when the answer is taken: who asks for much asks for more only then, or after a second
   */
  release(delivered?: Promise<unknown>): void;
  /** For what turns out to ask for much: lets somebody else in, and stands in line with those who ask for as much. @throws TryLater */
  becomeHeavy(): Promise<void>;
}

/** The one whose request it is, and how much of the hub they may have at once. */
export interface Requester {
  /** An account; for guests and tokens that nobody has judged, a network. */
  readonly key: string;
  readonly maxConcurrent: number;
  readonly maxQueued: number;
}

export interface ConcurrencyLimiterOptions {
  /** Requests that are worked on at the same time. */
  readonly maxConcurrent: number;
  /** Beyond so many whoever comes is told to come again. */
  readonly maxQueued: number;
  /** Whoever has waited longer is told so when it is their turn: their answer would come too late. */
  readonly maxWaitMs: number;
  /**
   * Among those who ask for much, so many are worked on at the same time, one of each requester, and so many of a requester wait. They
   * hold none of the turns of the others.
   */
  readonly heavy?: { readonly maxConcurrent: number; readonly maxQueued: number } | undefined;
  /** Told now and then how many were sent away since the last time. */
  readonly onRefused: (refused: number) => void;
  /** Told each time why. */
  readonly onRefusal?: (why: Refusal) => void;
}

/** The line of all was full, or that of this requester; or they waited too long. */
export type Refusal = 'all' | 'requester' | 'late';

/** The requester of a process in which nobody is told apart. */
const ANYBODY: Requester = { key: '', maxConcurrent: Infinity, maxQueued: Infinity };

interface Waiting {
  readonly since: number;
  readonly enter: () => void;
  readonly refuse: () => void;
}

/** The requests of one requester. */
interface RequesterState {
  readonly requester: Requester;
  /** The first to come stands first. */
  readonly queue: Set<Waiting>;
  inside: number;
}

const TOLD_EVERY_MS = 10_000;
/** An answer that stands behind another one on its connection is not taken before that, which may wait for this permit. */
const LONGEST_DELIVERY_MS = 1_000;

/**
 * More requests than can be worked on stand in line here, before anything is done for them. Without it each would wait for a
 * connection before each of its statements, all would take the longer the more they are, and in the end the hub would work
 * for those alone who have given up: so as many are answered as at any other time, and the others are told at once.
 *
 * Requesters come in by turns, one request of each: a thousand requests of one of them delay another by one.
 */
export class ConcurrencyLimiter {
  readonly #options: ConcurrencyLimiterOptions;
  readonly #states = new Map<string, RequesterState>();
  /** Those of whom somebody waits, in the order of their turns. */
  readonly #waiting = new Set<RequesterState>();
  readonly #heavy: ConcurrencyLimiter | undefined;
  readonly #mostHeavyWaiting: number;
  #inside = 0;
  #queued = 0;
  #refused = 0;
  #toldAt = -Infinity;

  constructor({ heavy, ...options }: ConcurrencyLimiterOptions) {
    this.#options = options;
    this.#heavy = heavy && new ConcurrencyLimiter({ ...options, maxConcurrent: heavy.maxConcurrent });
    this.#mostHeavyWaiting = heavy?.maxQueued ?? 0;
  }

  /** How many are worked on at this moment. */
  get active(): number {
    return this.#inside + (this.#heavy?.active ?? 0);
  }

  /** The number of those of whom something is here: whoever was sent away leaves nothing behind. */
  get requesters(): number {
    return this.#states.size + (this.#heavy?.requesters ?? 0);
  }

  /** @param signal aborted where nobody waits for the answer any more @throws TryLater */
  acquire(signal: AbortSignal, requester: Requester = ANYBODY): Permit | Promise<Permit> {
    if (signal.aborted) throw new TryLater();
    const state = this.#stateOf(requester);
    if (this.#inside < this.#options.maxConcurrent && state.queue.size === 0 && state.inside < requester.maxConcurrent)
      return this.#admit(state, signal);
    const full =
      this.#queued >= this.#options.maxQueued
        ? 'all'
        : state.queue.size >= requester.maxQueued
          ? 'requester'
          : undefined;
    if (full) throw this.#refusal(full);
    return new Promise((resolve, reject) => {
      const gone = (): void => {
        this.#dequeue(state, waiting);
        reject(new TryLater());
      };
      const waiting: Waiting = {
        since: performance.now(),
        enter: () => {
          signal.removeEventListener('abort', gone);
          resolve(this.#admit(state, signal));
        },
        refuse: () => {
          signal.removeEventListener('abort', gone);
          reject(this.#refusal('late'));
        },
      };
      signal.addEventListener('abort', gone, { once: true });
      state.queue.add(waiting);
      this.#states.set(requester.key, state);
      this.#queued += 1;
      this.#waiting.add(state);
    });
  }

  /** Kept as soon as something of the requester is here. */
  #stateOf(requester: Requester): RequesterState {
    return this.#states.get(requester.key) ?? { requester, queue: new Set(), inside: 0 };
  }

  #admit(state: RequesterState, signal: AbortSignal): Permit {
    this.#states.set(state.requester.key, state);
    this.#inside += 1;
    state.inside += 1;
    let inside = true;
    let heavy: Permit | undefined;
    const leave = (): void => {
      heavy?.release();
      if (!inside) return;
      inside = false;
      this.#inside -= 1;
      state.inside -= 1;
      this.#forget(state);
      this.#next();
    };
    return {
      release: (delivered) => {
        if (!heavy || !delivered) return leave();
        const clock = setTimeout(leave, LONGEST_DELIVERY_MS).unref();
        void delivered.finally(() => (clearTimeout(clock), leave()));
      },
      becomeHeavy: async () => {
        if (!inside || !this.#heavy) return;
        leave();
        heavy = await this.#heavy.acquire(signal, {
          key: state.requester.key,
          maxConcurrent: 1,
          maxQueued: this.#mostHeavyWaiting,
        });
        collectEarlyForLargeAnswer();
      },
    };
  }

  #dequeue(state: RequesterState, waiting: Waiting): void {
    if (!state.queue.delete(waiting)) return;
    this.#queued -= 1;
    if (state.queue.size === 0) this.#waiting.delete(state);
    this.#forget(state);
  }

  /** Forgets a requester of whom nothing is here any more. */
  #forget(state: RequesterState): void {
    if (state.inside === 0 && state.queue.size === 0) this.#states.delete(state.requester.key);
  }

  #next(): void {
    const { maxConcurrent, maxWaitMs } = this.#options;
    const since = performance.now() - maxWaitMs;
    for (const state of this.#waiting) {
      if (this.#inside >= maxConcurrent) return;
      for (const each of state.queue) {
        if (each.since >= since) break;
        this.#dequeue(state, each);
        each.refuse();
      }
      const [first] = state.queue;
      if (!first || state.inside >= state.requester.maxConcurrent) continue;
      first.enter();
      this.#dequeue(state, first);
      // The others have their turn before the next of this one.
      if (this.#waiting.delete(state)) this.#waiting.add(state);
    }
  }

  #refusal(why: Refusal): TryLater {
    this.#refused += 1;
    this.#options.onRefusal?.(why);
    const now = performance.now();
    if (now >= this.#toldAt + TOLD_EVERY_MS) {
      this.#options.onRefused(this.#refused);
      this.#refused = 0;
      this.#toldAt = now;
    }
    return new TryLater({
      zh: '当前访问人数较多,请稍后重试。',
      en: 'Too many ask at this moment: try again in some seconds.',
    });
  }
}
