import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';

/** Beyond this many texts a statement is sent unnamed: what the server keeps for a connection stays bounded. */
const MOST_NAMED = 1000;
/** Texts that have come once. */
const MOST_SEEN = 5000;

/** Names of statements: PostgreSQL plans a named one once a connection instead of at each call. */
export class StatementNames {
  readonly #most: number;
  readonly #names = new Map<string, string>();
  readonly #seen = new Set<string>();

  constructor(most = MOST_NAMED) {
    this.#most = most;
  }

  /** Of a text that is fixed; undefined where there are too many. */
  of(text: string): string | undefined {
    let name = this.#names.get(text);
    if (name === undefined && this.#names.size < this.#most) {
      name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
      this.#names.set(text, name);
    }
    return name;
  }

  /** Of a text that may have been made for one occasion: from the second time on. */
  ofRepeated(text: string): string | undefined {
    if (this.#names.has(text) || this.#seen.has(text)) return this.of(text);
    if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.add(text);
    return undefined;
  }
}

/** Has whatever a library sends by this connection, as a text with values, named where it comes again. */
export function nameStatements(client: PoolClient, names: StatementNames): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  (client as { query: unknown }).query = (...args: unknown[]) => {
    const [text, values, ...rest] = args;
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0) return send(...args);
    const name = names.ofRepeated(text);
    return name === undefined ? send(...args) : send({ text, values: values as unknown[], name }, ...rest);
  };
}
