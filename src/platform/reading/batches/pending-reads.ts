/** What is being read for one query, and what goes on when it is there. */
export class PendingReads {
  #awaited = 1;
  #over = false;
  readonly #done = Promise.withResolvers<void>();

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
