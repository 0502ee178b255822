import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const SEARCHES = 'match|matchAll|replace|replaceAll|search|split|includes|indexOf|startsWith|endsWith';

/**
 * What must be known of a statement is recorded while it is made: which tables it reads (`table`), on what it depends (`Late`), what it has
 * at hand (`Scope`). Whoever searches its text, or remembers things by the identity of a piece of it, guesses.
 */
const GUESSES = new RegExp(
  [
    String.raw`\bWeak(?:Map|Set)<\s*(?:Alias|Sql|Scope|Prepared|Table)\b`,
    String.raw`\b(?:sql|text|strings)\s*\??\.\s*(?:${SEARCHES})\(`,
    String.raw`\.(?:test|exec)\([^()]*\b(?:sql|text|strings)\)`,
    String.raw`\bnew RegExp\([^()]*\.(?:sql|text)\b`,
  ].join('|'),
  'g',
);

function guessesIn(text: string): string[] {
  return [...text.matchAll(GUESSES)].map(({ 0: what, index }) => `${text.slice(0, index).split('\n').length}: ${what}`);
}

/** Their texts are ids, cursors, and what clients send. */
const OTHER_TEXTS = ['global-id', 'cursors', 'storable'].map((name) => `src/platform/reading/${name}.ts`);

describe('finished SQL is not searched', () => {
  it('in all of the reading room', () => {
    const files = globSync('src/platform/reading/**/*.ts', { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));
    expect(files.length).toBeGreaterThan(40);
    const guesses = files
      .filter((file) => !OTHER_TEXTS.includes(file))
      .flatMap((file) => guessesIn(readFileSync(join(ROOT, file), 'utf8')).map((what) => `${file}:${what}`));
    expect(guesses).toEqual([]);
  });

  it.each([
    'const held = new WeakMap<Alias, Map<string, Held>>();',
    'const tables = new WeakMap<Sql, string[]>();',
    'for (const [, name] of about.sql.matchAll(NAMES)) names.add(name);',
    "const words = text.replace(RIGHTS_VERSION, '').match(WORD);",
    'return NOW.test(prepared.text);',
    'new RegExp(row.sql + AND_A_COLUMN)',
    'text\n        .replace(TEXTS, nothing)',
    "if (statement.text.includes('now()')) return;",
  ])('it bites: %s', (planted) => {
    expect(guessesIn(`const before = 1;\n${planted}\n`)).not.toEqual([]);
  });

  it.each([
    'const known = new WeakMap<ListNode, BoundList>();',
    'of: (_key, { statement }) => statement.text.length,',
    'const key = prepare(filter).text;',
    'return sql`select 1`;',
  ])('and lets pass: %s', (allowed) => {
    expect(guessesIn(allowed)).toEqual([]);
  });
});
