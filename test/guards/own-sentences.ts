import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectPaths } from './layout.ts';

/**
 * What a command writes into a row is read in every language: a sentence of the hub's own is declared in each of them. One that stands
 * in Chinese alone, in a file that writes rows or tells of them, is found here. Names are no sentences: they have four characters at most.
 */
const LONGEST_NAME = 4;

/** Declarations of the schema, texts of notices in both languages, and documents that are printed in Chinese: their files say so by their names. */
const DECLARES = /\.(?:entity|enum|graphql|relations|resolvers|search|pdf|page|downloads|texts)\.ts$/;

/** Files that hold Chinese sentences beside, each with its reason. */
export const MAY_HOLD_SENTENCES: Readonly<Record<string, string>> = {
  'src/domains/volunteering/records/rosters/service-hours.ts': 'heads of a table that is written in Chinese',
  'src/domains/volunteering/records/rosters/shift-roster.ts': 'heads and words of a table that is written in Chinese',
};

/** Sentences in the text that are declared in one language only: `line: words`. */
export function sentencesIn(text: string): string[] {
  const file = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isDeclared(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
      for (const [words] of node.text.matchAll(/\p{Script=Han}[^'"]*/gu))
        if (words.match(/\p{Script=Han}/gu)!.length > LONGEST_NAME) found.push(`${line + 1}: ${words}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A text in both languages, or words for whoever reads the schema. */
function isDeclared(node: ts.Node): boolean {
  if (ts.isPropertyAssignment(node))
    return ts.isIdentifier(node.name) && ['zh', 'description'].includes(node.name.text);
  return ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'registerEnum';
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
