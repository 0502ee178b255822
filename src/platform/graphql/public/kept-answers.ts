import { LruCache } from '../../memory/index.ts';

/** An answer that anybody may be given who asks the same without signing in. */
export interface KeptAnswer {
  /** Its text as it is sent. */
  readonly body: Buffer;
  /** A strong validator of the body. */
  readonly etag: string;
  /** For caches between the hub and whoever asks. */
  readonly cacheControl: string;
}

interface Entry {
  readonly answer: KeptAnswer;
  readonly until: number;
}

/** What an entry takes besides its body and key. */
const OVERHEAD = 300;
/** A body is kept as it stands, and packed in two ways, which together take less than it does. */
const WITH_PACKED = 2;

/** Answers by what was asked, so many and so many bytes at most: the least used is forgotten first. */
export class KeptAnswers {
  readonly #entries: LruCache<string, Entry>;

  constructor(most: number, mostBytes: number) {
    this.#entries = new LruCache(most, {
      most: mostBytes,
      of: (key, { answer: { body } }) => 2 * key.length + WITH_PACKED * body.length + OVERHEAD,
    });
  }

  get size(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#entries.weight;
  }

  get(key: string, now: number): KeptAnswer | undefined {
    const entry = this.#entries.get(key);
    if (!entry || entry.until > now) return entry?.answer;
    this.#entries.delete(key);
    return undefined;
  }

  set(key: string, answer: KeptAnswer, until: number): void {
    this.#entries.set(key, { answer, until });
  }

  clear(): void {
    this.#entries.clear();
  }
}
