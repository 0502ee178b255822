import DataLoader from 'dataloader';

/** Runs one reading statement and answers its rows as arrays. */
export type ReadStatement = (text: string, values: unknown[]) => Promise<unknown[][]>;

/** The request's DataLoaders, each made when it is first asked for, and the door to the database that they share. */
export class Loaders {
  readonly #read: ReadStatement;
  #refusal: unknown;
  readonly #byName = new Map<string, DataLoader<unknown, unknown>>();

  constructor(read: ReadStatement) {
    this.#read = read;
  }

  read(text: string, values: unknown[]): Promise<unknown[][]> {
    // What is refused is the error of an earlier statement, passed on as it came.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what was thrown is passed on as it is
    return this.#refusal === undefined ? this.#read(text, values) : Promise.reject(this.#refusal);
  }

  /** From now on nothing is read any more: whoever tries fails with this error. */
  refuse(error: unknown): void {
    this.#refusal = error;
  }

  /** `batch` must answer one value a key, in the order of the keys. */
  get<K, V>(name: string, batch: (keys: readonly K[]) => Promise<readonly (V | Error)[]>): DataLoader<K, V> {
    let loader = this.#byName.get(name) as DataLoader<K, V> | undefined;
    if (!loader) {
      loader = new DataLoader<K, V>(batch);
      this.#byName.set(name, loader as DataLoader<unknown, unknown>);
    }
    return loader;
  }

  /** After a write nothing that was read before may be answered again. */
  clear(): void {
    this.#byName.clear();
  }
}
