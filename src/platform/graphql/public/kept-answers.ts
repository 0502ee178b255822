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
  readonly bytes: number;
  readonly until: number;
}

/** What an entry takes besides its body and key. */
const OVERHEAD = 300;

/** Answers by what was asked, so many and so many bytes at most: the least used is forgotten first. */
export class KeptAnswers {
  readonly #most: number;
  readonly #mostBytes: number;
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  constructor(most: number, mostBytes: number) {
    this.#most = most;
    this.#mostBytes = mostBytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string, now: number): KeptAnswer | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    if (entry.until <= now) {
      this.#bytes -= entry.bytes;
      return undefined;
    }
    this.#entries.set(key, entry);
    return entry.answer;
  }

  set(key: string, answer: KeptAnswer, until: number): void {
    this.#forget(key);
    const bytes = 2 * key.length + answer.body.length + OVERHEAD;
    if (bytes > this.#mostBytes) return;
    this.#entries.set(key, { answer, bytes, until });
    this.#bytes += bytes;
    while (this.#bytes > this.#mostBytes || this.#entries.size > this.#most) this.#forget(this.#entries.keys().next().value!);
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }

  #forget(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }
}
