import { ConnectionLost } from '../faults.ts';
import type { Lease } from '../lease.ts';

/** Somebody who waits for a connection. */
interface Waiting {
  readonly since: number;
  /** Those of one request have their turns in common. */
  readonly turn: object;
  readonly give: (lease: Lease) => void;
  readonly refuse: (cause: unknown) => void;
}

const LATE = new Error('timeout exceeded in the line for a connection');
const GONE = new Error('nobody waits for the answer any more');

/**
 * Those who wait for a connection. Requests come to it by turns, one statement of each: one that sends sixty at once delays another
 * by one.
 */
export class Line {
  readonly #turns = new Map<object, Set<Waiting>>();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /**
   * @param waitMs until whoever waits gives up; 0 where they never do
   * @param signal of the request that asks for it, aborted where nobody waits for its answer any more
   * @throws ConnectionLost
   */
  async wait(waitMs: number, signal: AbortSignal | undefined): Promise<Lease> {
    if (signal?.aborted) throw new ConnectionLost(GONE);
    let late: NodeJS.Timeout | undefined;
    let gone: (() => void) | undefined;
    try {
      return await new Promise((give, reject) => {
        const refuse = (cause: unknown): void => reject(new ConnectionLost(cause));
        const waiting: Waiting = { since: performance.now(), turn: signal ?? {}, give, refuse };
        if (waitMs > 0) late = setTimeout(() => this.#refuse(LATE, waiting), waitMs);
        signal?.addEventListener('abort', (gone = () => this.#refuse(GONE, waiting)), { once: true });
        this.#join(waiting);
      });
    } finally {
      clearTimeout(late);
      if (gone) signal?.removeEventListener('abort', gone);
    }
  }

  /** Whoever has their turn leaves the line and is given one; the others have theirs before the next of this one. */
  give(lease: Lease): void {
    const [turn] = this.#turns.values();
    const [first] = turn!;
    this.#leave(first!);
    if (this.#turns.delete(first!.turn)) this.#turns.set(first!.turn, turn!);
    first!.give(lease);
  }

  /** Those who have waited since before `moment` get none. */
  refuse(cause: unknown, moment = Infinity): void {
    for (const turn of [...this.#turns.values()])
      for (const each of [...turn]) if (each.since <= moment) this.#refuse(cause, each);
  }

  #refuse(cause: unknown, waiting: Waiting): void {
    if (this.#leave(waiting)) waiting.refuse(cause);
  }

  #join(waiting: Waiting): void {
    const turn = this.#turns.get(waiting.turn);
    if (turn) turn.add(waiting);
    else this.#turns.set(waiting.turn, new Set([waiting]));
    this.#length += 1;
  }

  /** @returns whether they have stood in it */
  #leave(waiting: Waiting): boolean {
    const turn = this.#turns.get(waiting.turn);
    if (!turn?.delete(waiting)) return false;
    if (turn.size === 0) this.#turns.delete(waiting.turn);
    this.#length -= 1;
    return true;
  }
}
