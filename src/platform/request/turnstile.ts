import { TryLater } from '../errors/index.ts';

/** What a request holds while it is worked on. */
export interface Turn {
  /** Lets somebody else in: at the end, or before a wait for other requests. */
  leave(): void;
  /** For what turns out to ask for much: lets somebody else in, and stands in line with those who ask for as much. @throws TryLater */
  joinHeavy(): Promise<void>;
}

/** Whose request it is, and how much of the hub they may have at once. */
export interface Claimant {
  /** An account; for guests and tokens that nobody has judged, a network. */
  readonly key: string;
  readonly atOnce: number;
  readonly mostWaiting: number;
}

export interface TurnstileOptions {
  /** Requests that are worked on at the same time. */
  readonly atOnce: number;
  /** Beyond so many whoever comes is told to come again. */
  readonly mostWaiting: number;
  /** Whoever has waited longer is told so when it is their turn: their answer would come too late. */
  readonly longestWaitMs: number;
  /**
   * Of those who ask for much, so many are worked on at the same time, one of each claimant; of a claimant so many wait. They hold none
   * of the turns of the others.
   */
  readonly heavy?: { readonly atOnce: number; readonly mostWaiting: number } | undefined;
  /** Told now and then how many were sent away since the last time. */
  readonly onRefused: (refused: number) => void;
  /** Told each time why. */
  readonly onRefusal?: (why: Refusal) => void;
}

/** The line of all was full, or that of this claimant; or they waited too long. */
export type Refusal = 'all' | 'claimant' | 'late';

/** Of a process in which nobody is told apart. */
const ANYBODY: Claimant = { key: '', atOnce: Infinity, mostWaiting: Infinity };

interface Waiting {
  readonly since: number;
  readonly enter: () => void;
  readonly refuse: () => void;
}

/** The requests of one claimant. */
interface Place {
  readonly claimant: Claimant;
  /** Who came first stands first. */
  readonly line: Set<Waiting>;
  inside: number;
}

const TOLD_EVERY_MS = 10_000;

/**
 * More requests than can be worked on stand in line here, before anything is done for them. Without it each would wait for a
 * connection before each of its statements, all would take the longer the more they are, and in the end the hub would work
 * for those alone who have given up: so as many are answered as at any other time, and the others are told at once.
 *
 * Claimants come in by turns, one request of each: a thousand requests of one of them delay another by one.
 */
export class Turnstile {
  readonly #options: TurnstileOptions;
  readonly #places = new Map<string, Place>();
  /** Those of whom somebody waits, in the order of their turns. */
  readonly #waiting = new Set<Place>();
  readonly #heavy: Turnstile | undefined;
  readonly #mostHeavyWaiting: number;
  #inside = 0;
  #inLine = 0;
  #refused = 0;
  #toldAt = -Infinity;

  constructor({ heavy, ...options }: TurnstileOptions) {
    this.#options = options;
    this.#heavy = heavy && new Turnstile({ ...options, atOnce: heavy.atOnce });
    this.#mostHeavyWaiting = heavy?.mostWaiting ?? 0;
  }

  /** How many are worked on at this moment. */
  get inside(): number {
    return this.#inside + (this.#heavy?.inside ?? 0);
  }

  /** Of how many something is here: whoever was sent away leaves nothing behind. */
  get claimants(): number {
    return this.#places.size + (this.#heavy?.claimants ?? 0);
  }

  /** @param signal aborted where nobody waits for the answer any more @throws TryLater */
  enter(signal: AbortSignal, claimant: Claimant = ANYBODY): Turn | Promise<Turn> {
    const place = this.#placeOf(claimant);
    if (this.#inside < this.#options.atOnce && place.line.size === 0 && place.inside < claimant.atOnce)
      return this.#admit(place, signal);
    const full =
      this.#inLine >= this.#options.mostWaiting
        ? 'all'
        : place.line.size >= claimant.mostWaiting
          ? 'claimant'
          : undefined;
    if (full) throw this.#refusal(full);
    return new Promise((resolve, reject) => {
      const gone = (): void => {
        this.#outOfLine(place, waiting);
        reject(new TryLater());
      };
      const waiting: Waiting = {
        since: performance.now(),
        enter: () => {
          signal.removeEventListener('abort', gone);
          resolve(this.#admit(place, signal));
        },
        refuse: () => {
          signal.removeEventListener('abort', gone);
          reject(this.#refusal('late'));
        },
      };
      signal.addEventListener('abort', gone, { once: true });
      place.line.add(waiting);
      this.#places.set(claimant.key, place);
      this.#inLine += 1;
      this.#waiting.add(place);
    });
  }

  /** Kept as soon as something of the claimant is here. */
  #placeOf(claimant: Claimant): Place {
    return this.#places.get(claimant.key) ?? { claimant, line: new Set(), inside: 0 };
  }

  #admit(place: Place, signal: AbortSignal): Turn {
    this.#places.set(place.claimant.key, place);
    this.#inside += 1;
    place.inside += 1;
    let inside = true;
    let heavy: Turn | undefined;
    const leave = (): void => {
      heavy?.leave();
      if (!inside) return;
      inside = false;
      this.#inside -= 1;
      place.inside -= 1;
      this.#forget(place);
      this.#next();
    };
    return {
      leave,
      joinHeavy: async () => {
        if (!inside || !this.#heavy) return;
        leave();
        if (signal.aborted) throw new TryLater();
        heavy = await this.#heavy.enter(signal, {
          key: place.claimant.key,
          atOnce: 1,
          mostWaiting: this.#mostHeavyWaiting,
        });
      },
    };
  }

  #outOfLine(place: Place, waiting: Waiting): void {
    if (!place.line.delete(waiting)) return;
    this.#inLine -= 1;
    if (place.line.size === 0) this.#waiting.delete(place);
    this.#forget(place);
  }

  /** Of whom nothing is here any more. */
  #forget(place: Place): void {
    if (place.inside === 0 && place.line.size === 0) this.#places.delete(place.claimant.key);
  }

  #next(): void {
    const { atOnce, longestWaitMs } = this.#options;
    const since = performance.now() - longestWaitMs;
    for (const place of this.#waiting) {
      if (this.#inside >= atOnce) return;
      for (const each of place.line) {
        if (each.since >= since) break;
        this.#outOfLine(place, each);
        each.refuse();
      }
      const [first] = place.line;
      if (!first || place.inside >= place.claimant.atOnce) continue;
      first.enter();
      this.#outOfLine(place, first);
      // The others have their turn before the next of this one.
      if (this.#waiting.delete(place)) this.#waiting.add(place);
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
