import { createHash } from 'node:crypto';
import { LruCache } from '../memory/index.ts';

/** Of all texts that have a name, as `keptFor` reckons them. All stored operations, for each shape of viewer, take 1.7 million. */
const MOST_NAMED = 2_500_000;
/** Names that are forgotten here stay on a connection: beyond so much it is ended, and another takes its place. */
const MOST_ON_CONNECTION = 1.5 * MOST_NAMED;
/** Hashes of texts that came once. */
const MOST_SEEN = 10_000;

/** Answers all columns of a table, whichever they are then: a kept plan would be refused once the table has one more. */
const ALL_COLUMNS = /(?:\.|\bselect\s+|\breturning\s+)\*/i;

/** What the server keeps of a statement on one connection: measured, 110 to 130 bytes for each of these. */
const keptFor = (text: string): number => 2_000 + text.length;

/**
 * A named statement is planned once a connection instead of at each call. What comes again has a name, and what has not come for
 * longest loses it where there are too many.
 */
export class StatementNames {
  /** Undefined where a text has none whatever comes. */
  readonly #names = new LruCache<string, { readonly name: string | undefined }>(Infinity, {
    most: MOST_NAMED,
    of: keptFor,
  });
  readonly #seen = new LruCache<string, true>(MOST_SEEN);
  readonly #answersColumns: boolean;

  /** @param answersColumns where statements may answer rows of tables as they are, and not only values that they name */
  constructor({ answersColumns }: { readonly answersColumns: boolean }) {
    this.#answersColumns = answersColumns;
  }

  of(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known) return known.name;
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 24);
    if (!this.#seen.get(hash)) {
      this.#seen.set(hash, true);
      return undefined;
    }
    const name = this.#answersColumns && ALL_COLUMNS.test(text) ? undefined : hash;
    this.#names.set(text, { name });
    return name;
  }
}

/** The statements that were sent under a name on one connection. */
export class NamedStatements {
  readonly #names = new Set<string>();
  #kept = 0;

  add(name: string, text: string): void {
    if (this.#names.has(name)) return;
    this.#names.add(name);
    this.#kept += keptFor(text);
  }

  get areTooMany(): boolean {
    return this.#kept > MOST_ON_CONNECTION;
  }
}
