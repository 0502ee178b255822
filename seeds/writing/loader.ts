import { Batch } from './batch.ts';
import type { Tables } from './tables.ts';

export interface LoaderOptions {
  readonly tables: Tables;
  readonly write: (batch: Batch) => Promise<void>;
  /** How many batches may be written at the same time. */
  readonly lanes: number;
  readonly onWritten: (rows: number) => void;
}

/**
 * Writes batches while the next ones are being made. Whoever writes waits when all lanes are busy, which keeps the
 * memory bounded.
 */
export class Loader {
  readonly #options: LoaderOptions;
  readonly #busy = new Set<Promise<void>>();
  readonly #unsettled = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(options: LoaderOptions) {
    this.#options = options;
  }

  batch(): Batch {
    return new Batch(this.#options.tables);
  }

  /** Resolves when the writing has begun; what is in the batch may not be there yet. */
  async write(batch: Batch): Promise<void> {
    await this.#laneIsFree();
    const writing = this.#begin(batch);
    this.#unsettled.add(writing);
    void writing.then(() => this.#unsettled.delete(writing));
  }

  /** Resolves when the batch is there; `settle` does not wait for it. */
  async writeThrough(batch: Batch): Promise<void> {
    await this.#laneIsFree();
    await this.#begin(batch);
    this.#throwFailure();
  }

  /** Resolves when everything that `write` has begun is there, so that rows may refer to it. */
  async settle(): Promise<void> {
    await Promise.all(this.#unsettled);
    this.#throwFailure();
  }

  async #laneIsFree(): Promise<void> {
    while (this.#busy.size >= this.#options.lanes) await Promise.race(this.#busy);
    this.#throwFailure();
  }

  /** Never rejects: a failure is told to whoever comes next. */
  #begin(batch: Batch): Promise<void> {
    const writing = this.#options
      .write(batch)
      .then(() => this.#options.onWritten(batch.rows))
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#busy.delete(writing));
    this.#busy.add(writing);
    return writing;
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
