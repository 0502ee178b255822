/** A map that forgets what was not asked for longest, beyond so many entries, or so much of what its entries weigh. */
export class Bounded<K, V> {
  readonly #most: number;
  readonly #weigh: (key: K, value: V) => number;
  readonly #entries = new Map<K, V>();
  #weight = 0;

  constructor(most: number, weigh: (key: K, value: V) => number = () => 1) {
    this.#most = most;
    this.#weigh = weigh;
  }

  get size(): number {
    return this.#entries.size;
  }

  get weight(): number {
    return this.#weight;
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, value);
    }
    return value;
  }

  clear(): void {
    this.#entries.clear();
    this.#weight = 0;
  }

  delete(key: K): void {
    const value = this.#entries.get(key);
    if (value === undefined) return;
    this.#entries.delete(key);
    this.#weight -= this.#weigh(key, value);
  }

  set(key: K, value: V): void {
    this.delete(key);
    this.#entries.set(key, value);
    this.#weight += this.#weigh(key, value);
    while (this.#weight > this.#most) this.delete(this.#entries.keys().next().value!);
  }
}
