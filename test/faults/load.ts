import { setTimeout as sleep } from 'node:timers/promises';

export interface LoadCounts {
  readonly good: number;
  /** Told to come again. */
  readonly later: number;
  /** Whatever else: there should be none. */
  readonly others: readonly string[];
}

/** Callers that ask one after the other, over HTTP, until they are told to stop. */
export class Load {
  readonly #ask: (caller: number) => Promise<{ status: number; code: string | undefined }>;
  readonly #callers: Promise<void>[] = [];
  #over = false;
  #good = 0;
  #later = 0;
  readonly #others: string[] = [];
  /** When the latest good answer was asked for, and when it came. */
  #latest = { asked: -Infinity, came: -Infinity };

  constructor(callers: number, ask: (caller: number) => Promise<{ status: number; code: string | undefined }>) {
    this.#ask = ask;
    for (let caller = 0; caller < callers; caller += 1) this.#callers.push(this.#go(caller));
  }

  get counts(): LoadCounts {
    return { good: this.#good, later: this.#later, others: this.#others };
  }

  /** Resolves when an answer that was asked for after this moment is good. @returns how long that took, in milliseconds */
  async goodAgain(withinMs: number): Promise<number> {
    const since = performance.now();
    while (this.#latest.asked < since) {
      if (performance.now() - since > withinMs)
        throw new Error(`No good answer within ${withinMs} ms: ${JSON.stringify(this.counts)}`);
      await sleep(5);
    }
    return this.#latest.came - since;
  }

  async stop(): Promise<LoadCounts> {
    this.#over = true;
    await Promise.all(this.#callers);
    return this.counts;
  }

  async #go(caller: number): Promise<void> {
    while (!this.#over) {
      const begun = performance.now();
      const { status, code } = await this.#ask(caller).catch((error: unknown) => ({ status: 0, code: String(error) }));
      if (status === 200 && code === undefined) {
        this.#good += 1;
        if (begun > this.#latest.asked) this.#latest = { asked: begun, came: performance.now() };
      } else if (code === 'TRY_LATER') {
        this.#later += 1;
        await sleep(20);
      } else {
        this.#others.push(`${status} ${code ?? ''}`);
      }
    }
  }
}
