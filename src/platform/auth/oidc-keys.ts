import { setTimeout as sleep } from 'node:timers/promises';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';

/** The keys of the identity provider cannot be had at the moment. */
export class ProviderIsDown extends Error {
  constructor(cause: unknown) {
    super('The keys of the identity provider cannot be had.', { cause });
    this.name = 'ProviderIsDown';
  }
}

/** A token names a key that is not among those the provider has published, and it was asked too often of late to be asked again, or does not answer. */
export class KeyUnknown extends ProviderIsDown {}

const LARGEST_ANSWER = 262_144;
const TIMEOUT_MS = 3_000;
/** Keys are asked for anew after so long: who is withdrawn is refused by then. */
const FRESH_MS = 600_000;
/** After a failure nobody asks again for so long: callers with tokens of the provider must not become a crowd at its door. */
const PAUSE_MS = 5_000;
/** So long a caller waits for newer keys where those that are known are no longer fresh: a provider that hangs keeps nobody. */
const PATIENCE_MS = 500;
/** Keys that were good go on being good for so long where the provider fails; who left in the meantime is kept out by the account. */
const STALE_MS = 3_600_000;
/** So often the provider is asked at once because of keys that are not known: after a rotation the first token brings the new ones. */
const ASKED_AT_ONCE = 10;
/** And then once in so long, whatever keys people make up. */
const ASKED_EVERY_MS = 30_000;

interface Keys {
  readonly find: ReturnType<typeof createLocalJWKSet>;
  readonly at: number;
}

/** The published keys of an identity provider: bounded in size, patient with a provider that fails, and never redirected. */
export class ProviderKeys {
  readonly #url: string;
  #keys: Keys | undefined;
  #failure: { readonly error: unknown; readonly at: number } | undefined;
  #asking: Promise<Keys> | undefined;
  /** How often it may be asked because of unknown keys, and since when that is so. */
  #left = ASKED_AT_ONCE;
  #leftAt = performance.now();

  constructor(url: string) {
    this.#url = url;
  }

  /**
   * The key that a token names: of one that is not known the provider is asked, for it may be new.
   * @throws KeyUnknown where nobody can say whether there is such a key, ProviderIsDown where no key is known, JWKSNoMatchingKey where there is none
   */
  readonly keyOf: JWTVerifyGetKey = async (header, token) => {
    const known = await this.#known();
    try {
      return await known.find(header, token);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      if (!this.#mayAsk()) throw new KeyUnknown(error);
      return (await this.#ask().catch((reason: unknown) => Promise.reject(new KeyUnknown(reason)))).find(header, token);
    }
  };

  async #known(): Promise<Keys> {
    const now = performance.now();
    const known = this.#keys;
    if (known && now - known.at < FRESH_MS) return known;
    const asked = this.#ask();
    if (!known || now - known.at >= STALE_MS) return asked;
    const patience = new AbortController();
    const soon = sleep(PATIENCE_MS, known, { signal: patience.signal }).catch(() => known);
    return Promise.race([asked.catch(() => known), soon]).finally(() => patience.abort());
  }

  #mayAsk(): boolean {
    const back = Math.floor((performance.now() - this.#leftAt) / ASKED_EVERY_MS);
    if (back > 0) {
      this.#left = Math.min(ASKED_AT_ONCE, this.#left + back);
      this.#leftAt += back * ASKED_EVERY_MS;
    }
    // Whoever comes while it is being asked waits for the same answer.
    if (this.#asking) return true;
    if (this.#left === 0) return false;
    this.#left -= 1;
    return true;
  }

  /** @throws ProviderIsDown */
  #ask(): Promise<Keys> {
    if (this.#failure && performance.now() - this.#failure.at < PAUSE_MS)
      return Promise.reject(new ProviderIsDown(this.#failure.error));
    return (this.#asking ??= this.#fetch().finally(() => {
      this.#asking = undefined;
    }));
  }

  async #fetch(): Promise<Keys> {
    const at = performance.now();
    try {
      const response = await fetch(this.#url, {
        headers: { accept: 'application/json, application/jwk-set+json' },
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      if (response.status !== 200) throw new Error(`The keys were answered with status ${response.status}.`);
      const published = JSON.parse(await textOf(response)) as JSONWebKeySet;
      const find = createLocalJWKSet(published);
      // It would refuse every token, the good ones too.
      if (published.keys.length === 0) throw new Error('The provider publishes no key.');
      this.#keys = { find, at };
      this.#failure = undefined;
      return this.#keys;
    } catch (error) {
      this.#failure = { error, at: performance.now() };
      throw new ProviderIsDown(error);
    }
  }
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LARGEST_ANSWER) throw new Error('The answer is too large for a set of keys.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
