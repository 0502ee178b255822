import type { Prepared } from '../../../src/platform/reading/sql.ts';

/* What a statement looks in is recorded while it is made; here it is looked for in its text, which finds too much rather than too little. */

const RIGHTS_VERSION = /\(select version from rights_version\)/g;
const TEXT = /'[^']*'/g;
/** A word by itself: neither a column of something nor what something is called. */
const WORD = /(?<![.\w$"])"?([a-z_][a-z0-9_]*)"?(?![\w"(])/g;

/** @returns the tables that are named in a statement, and of which it does not know */
export function forgottenTables({ text, tables }: Prepared, known: ReadonlySet<string>): string[] {
  const words = [...text.replace(RIGHTS_VERSION, '').replace(TEXT, '').matchAll(WORD)].map(([, word]) => word!);
  return [...new Set(words)].filter((word) => known.has(word) && !tables.has(word));
}
