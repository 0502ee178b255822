/** Names something that the process offers to commands besides its database. */
export interface Service<T> {
  readonly name: string;
  /** Never there: it holds the type. */
  readonly of?: T;
}

export function service<T>(name: string): Service<T> {
  return { name };
}

/** Services of the process, by name: made from the configuration when the hub starts, while the schema is made without one. */
export class Services {
  readonly #byName = new Map<string, unknown>();

  offer<T>({ name }: Service<T>, value: T): this {
    this.#byName.set(name, value);
    return this;
  }

  /** Undefined where nobody offers it. */
  find<T>({ name }: Service<T>): T | undefined {
    return this.#byName.get(name) as T | undefined;
  }

  get<T>({ name }: Service<T>): T {
    if (!this.#byName.has(name)) throw new Error(`Nobody offers ${name}.`);
    return this.#byName.get(name) as T;
  }
}
