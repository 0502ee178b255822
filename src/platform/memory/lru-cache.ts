/** The weight of entries, and how much of it there may be. */
export interface CacheWeight<K, V> {
  readonly most: number;
  readonly of: (key: K, value: V) => number;
}

/** A map that forgets what was not asked for longest, beyond so many entries and so much weight; what is too heavy on its own is not kept. */
export class LruCache<K, V> {
  readonly #most: number;
  readonly #heaviest: CacheWeight<K, V> | undefined;
  readonly #entries = new Map<K, V>();
  #weight = 0;

  constructor(most: number, heaviest?: CacheWeight<K, V>) {
    this.#most = most;
    this.#heaviest = heaviest;
  }

  get size(): number {
    return this.#entries.size;
  }

  get weight(): number {
    return this.#weight;
  }

  get(key: K): V | undefined {
    if (!this.#entries.has(key)) return undefined;
    const value = this.#entries.get(key) as V;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  clear(): void {
    this.#entries.clear();
    this.#weight = 0;
  }

  delete(key: K): void {
    if (!this.#entries.has(key)) return;
    const value = this.#entries.get(key) as V;
    this.#entries.delete(key);
    this.#weight -= this.#weightOf(key, value);
  }

  set(key: K, value: V): void {
    this.delete(key);
    const weight = this.#weightOf(key, value);
    const most = this.#heaviest?.most ?? 0;
    if (weight > most) return;
    this.#entries.set(key, value);
    this.#weight += weight;
    while (this.#weight > most || this.#entries.size > this.#most) this.delete(this.#entries.keys().next().value as K);
  }

  #weightOf(key: K, value: V): number {
    return this.#heaviest?.of(key, value) ?? 0;
  }
}
