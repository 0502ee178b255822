import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPaths } from './layout.ts';

/**
 * What a command writes into a row is read in every language: a sentence of the hub's own is declared in each of them. One that stands
 * in Chinese alone, in a file that writes rows or tells of them, is found here. Names are no sentences: they have four characters at most.
 */
const LONGEST_NAME = 4;

/** Declarations of the schema, and documents that are printed in Chinese: their files say so by their names. */
const DECLARES = /\.(?:entity|enum|graphql|relations|resolvers|search|pdf|page|downloads)\.ts$/;

/** Texts in both languages, and words for whoever reads the schema. */
const DECLARED = /\b(?:zh|description): (?:'[^']*'|"[^"]*"|`[^`]*`)|\bregisterEnum\([^\n]*/g;

/** Files that hold Chinese sentences beside, each with its reason. */
export const MAY_HOLD_SENTENCES: Readonly<Record<string, string>> = {
  'src/domains/people/telling/kinds.ts': 'notices, each in both languages',
  'src/domains/volunteering/notices/index.ts': 'notices, each in both languages',
  'src/domains/volunteering/rosters/service-hours.ts': 'heads of a table that is written in Chinese',
  'src/domains/volunteering/rosters/shift-roster.ts': 'heads and words of a table that is written in Chinese',
};

/** Sentences in the text that are declared in one language only: `line: words`. */
export function sentencesIn(text: string): string[] {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
  return code
    .split('\n')
    .flatMap((line, index) =>
      [...line.replaceAll(DECLARED, '').matchAll(/\p{Script=Han}[^'"`]*/gu)]
        .filter(([words]) => words.match(/\p{Script=Han}/gu)!.length > LONGEST_NAME)
        .map(([words]) => `${index + 1}: ${words}`),
    );
}

/** Each place in a domain that holds a sentence in one language and has no reason to. */
export function undeclaredSentences(root: string): string[] {
  return projectPaths(root)
    .filter(
      (file) =>
        file.startsWith('src/domains/') &&
        file.endsWith('.ts') &&
        !DECLARES.test(file) &&
        !(file in MAY_HOLD_SENTENCES),
    )
    .flatMap((file) => sentencesIn(readFileSync(join(root, file), 'utf8')).map((what) => `${file}:${what}`));
}
