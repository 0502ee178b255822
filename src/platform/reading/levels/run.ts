import type { RequestContext } from '../../request/index.ts';
import type { Tally } from '../planning/complete.ts';

/** One query while it is answered: what is being read for it, and what goes on when that is there. */
export class LevelRun implements Tally {
  readonly context: RequestContext;
  readonly variables: Readonly<Record<string, unknown>>;
  made = 0;
  #awaited = 1;
  #over = false;
  readonly #done = Promise.withResolvers<void>();

  constructor(context: RequestContext, variables: Readonly<Record<string, unknown>>) {
    this.context = context;
    this.variables = variables;
  }

  /** Begins, and resolves when nothing is awaited any more. Rejects with the first thing that goes wrong. */
  async whole(begin: () => void): Promise<void> {
    this.#step(begin);
    await this.#done.promise;
  }

  /** What is there already goes on at once, so that all that one level asks for is asked together. */
  with<T>(read: T | Promise<T>, goOn: (value: T) => void): void {
    if (!(read instanceof Promise)) return goOn(read);
    this.#awaited += 1;
    read.then(
      (value) => this.#step(() => goOn(value)),
      (error: unknown) => this.#fail(error),
    );
  }

  #step(go: () => void): void {
    if (this.#over) return;
    try {
      go();
    } catch (error) {
      return this.#fail(error);
    }
    this.#awaited -= 1;
    if (this.#awaited === 0) this.#done.resolve();
  }

  #fail(error: unknown): void {
    this.#over = true;
    this.#done.reject(error);
  }
}
