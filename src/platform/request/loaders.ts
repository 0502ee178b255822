import DataLoader from 'dataloader';
import type { Moments } from '../database/index.ts';

/** A statement that reads, and which part of the schema. */
export interface ReadingStatement {
  readonly reads: string;
  /** Where it reads several places: by the name under which rows stand in it, the field that reads them. */
  readonly places?: Readonly<Record<string, string>> | undefined;
  readonly text: string;
  readonly values: unknown[];
  readonly moments?: Moments | undefined;
  /** It reads nothing where the viewer was read under other rights than those of this moment. */
  readonly comparesRights?: boolean;
}

/** Runs one reading statement and answers its rows as arrays. */
export type ReadStatement = (statement: ReadingStatement) => Promise<unknown[][]>;

interface Failure {
  readonly text: string;
  readonly values: string;
  readonly error: unknown;
}

/** The request's DataLoaders, each made when it is first asked for, and the door to the database that they share. */
export class StatementLoaders {
  readonly #read: ReadStatement;
  #refusal: unknown;
  readonly #byName = new Map<string, DataLoader<unknown, unknown>>();
  readonly #once = new Map<string, Promise<unknown>>();
  #failures: Failure[] = [];

  constructor(read: ReadStatement) {
    this.#read = read;
  }

  /** A statement that has failed is not tried again: whoever asks for the same is told the same. */
  async read(statement: ReadingStatement): Promise<unknown[][]> {
    const { text, values } = statement;
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- what was thrown is passed on as it is
    if (this.#refusal !== undefined) throw this.#refusal;
    if (this.#failures.length > 0) {
      const failed = this.#failures.find((each) => each.text === text && each.values === JSON.stringify(values));
      if (failed) throw failed.error;
    }
    try {
      return await this.#read(statement);
    } catch (error) {
      this.#failures.push({ text, values: JSON.stringify(values), error });
      throw error;
    }
  }

  /** Reads once for whoever asks for it under this name. */
  once<V>(name: string, read: () => Promise<V>): Promise<V> {
    let reading = this.#once.get(name) as Promise<V> | undefined;
    if (!reading) this.#once.set(name, (reading = read()));
    return reading;
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
    this.#once.clear();
    this.#failures = [];
  }
}
