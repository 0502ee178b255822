import type { Pool } from 'pg';
import { Batch } from './batch.ts';
import type { Tables } from './tables.ts';
import { writeBatch } from './write.ts';

export interface LoaderOptions {
  readonly pool: Pool;
  readonly tables: Tables;
  /** How many batches are written at the same time. */
  readonly lanes: number;
  readonly onWritten?: (rows: number) => void;
}

/**
 * Writes batches while the next ones are being made. Whoever writes waits when all lanes are busy, which keeps the
 * memory bounded.
 */
export class Loader {
  readonly tables: Tables;
  readonly #options: LoaderOptions;
  readonly #inFlight = new Set<Promise<void>>();
  #failure: { readonly error: unknown } | undefined;

  constructor(options: LoaderOptions) {
    this.#options = options;
    this.tables = options.tables;
  }

  batch(): Batch {
    return new Batch(this.tables);
  }

  /** Resolves when the writing has begun; what is in the batch may not be there yet. */
  async write(batch: Batch): Promise<void> {
    while (this.#inFlight.size >= this.#options.lanes) await Promise.race(this.#inFlight);
    this.#throwFailure();
    const writing = writeBatch(this.#options.pool, batch)
      .then(() => this.#options.onWritten?.(batch.rows))
      .catch((error: unknown) => {
        this.#failure ??= { error };
      })
      .finally(() => this.#inFlight.delete(writing));
    this.#inFlight.add(writing);
  }

  /** Resolves when everything written so far is there, so that rows may refer to it. */
  async settle(): Promise<void> {
    await Promise.all(this.#inFlight);
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
