import { createHash } from 'node:crypto';

/** Beyond this many texts a statement is sent unnamed: what the server keeps for a connection stays bounded. */
const MOST_NAMED_STATEMENTS = 1000;

/** Answers all columns of a table, whichever they are then: a kept plan would be refused once the table has one more. */
const ALL_COLUMNS = /(?:\.|\bselect\s+|\breturning\s+)\*/i;

/** A named statement is planned once a connection instead of at each call. */
export class StatementNames {
  readonly #names = new Map<string, string | undefined>();
  readonly #answersColumns: boolean;

  /** @param answersColumns where statements may answer rows of tables as they are, and not only values that they name */
  constructor({ answersColumns }: { readonly answersColumns: boolean }) {
    this.#answersColumns = answersColumns;
  }

  of(text: string): string | undefined {
    if (this.#names.has(text)) return this.#names.get(text);
    if (this.#names.size >= MOST_NAMED_STATEMENTS) return undefined;
    const unfit = this.#answersColumns && ALL_COLUMNS.test(text);
    const name = unfit ? undefined : createHash('sha256').update(text).digest('base64url').slice(0, 24);
    this.#names.set(text, name);
    return name;
  }
}
