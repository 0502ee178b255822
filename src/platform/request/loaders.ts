import DataLoader from 'dataloader';

/** Runs one reading statement and answers its rows as arrays. */
export type ReadStatement = (text: string, values: unknown[]) => Promise<unknown[][]>;

/** The request's DataLoaders, each made when it is first asked for, and the door to the database that they share. */
export class Loaders {
  readonly read: ReadStatement;
  readonly #byName = new Map<string, DataLoader<unknown, unknown>>();

  constructor(read: ReadStatement) {
    this.read = read;
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
