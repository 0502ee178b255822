/** For browsers, and for Node. */
import { NoConnection, type Transport } from './transport.ts';
import type { Tokens, TokenStorage } from './session.ts';

/** Of `fetch`, what the kit uses. */
export type Fetch = (
  url: string,
  options: {
    readonly method: 'POST';
    readonly headers: Record<string, string>;
    readonly body: string;
    readonly cache: 'no-store';
    readonly credentials: 'omit';
    /** An AbortSignal, of which a mini-program knows nothing. */
    readonly signal: never;
  },
) => Promise<{
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  text(): Promise<string>;
}>;

// Browsers have these for longer than `AbortSignal.timeout`.
declare const AbortController: new () => { readonly signal: never; abort(): void };
declare function setTimeout(work: () => void, milliseconds: number): never;
declare function clearTimeout(timer: never): void;

export function fetchTransport(fetch: Fetch): Transport {
  return async ({ url, headers, body, timeoutMs }) => {
    const timeout = new AbortController();
    // What is thrown before a request is under way is a fault of the program, and passes with no time.
    const asked = fetch(url, {
      method: 'POST',
      headers: { ...headers },
      body,
      cache: 'no-store',
      credentials: 'omit',
      signal: timeout.signal,
    });
    const timer = setTimeout(() => timeout.abort(), timeoutMs);
    try {
      const response = await asked;
      const text = await response.text();
      return {
        status: response.status,
        body: readJson(text),
        header: (name) => response.headers.get(name) ?? undefined,
      };
    } catch (error) {
      throw new NoConnection(String(error));
    } finally {
      clearTimeout(timer);
    }
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** Tokens that are gone with the page. */
export function memoryStorage(): TokenStorage {
  let held: Tokens | null = null;
  return {
    read: () => held,
    write(tokens) {
      held = tokens;
    },
  };
}

/** Of `sessionStorage` and `localStorage`: whatever script runs in the page reads it, too. */
export interface WebStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export function webStorage(storage: WebStorage, key = 'home-school-hub'): TokenStorage {
  return {
    read: () => readJson(storage.getItem(key) ?? 'null') as Tokens | null,
    write: (tokens) => (tokens ? storage.setItem(key, JSON.stringify(tokens)) : storage.removeItem(key)),
  };
}
