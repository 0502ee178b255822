import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectPaths } from './layout.ts';

/** Parts that each domain exports under the same name, for `app/domains.ts` collects them. */
const PARTS = new Set([
  'readables',
  'checks',
  'roots',
  'permissions',
  'noticeKinds',
  'standingDecisions',
  'rightDependents',
]);

/** Names that several files define for one thing, each with its reason. */
export const MAY_BE_SHARED: Readonly<Record<string, string>> = {
  Access: 'the decorator states what the type says',
  ErrorPolicy: 'the enum of the schema has the values of the type',
  Viewer: 'the type of the schema tells of the viewer of a request',
};

/** Exported names that several files define: `name: files`. One word has one meaning, and whoever searches for it finds one place. */
export function sharedNames(root: string): string[] {
  const files = new Map<string, string[]>();
  for (const file of projectPaths(root)) {
    if (!file.startsWith('src/') || !file.endsWith('.ts') || file.startsWith('src/migrations/')) continue;
    for (const name of exportedBy(readFileSync(join(root, file), 'utf8')))
      if (!PARTS.has(name) && !(name in MAY_BE_SHARED)) files.set(name, [...(files.get(name) ?? []), file]);
  }
  return [...files]
    .filter(([, defining]) => defining.length > 1)
    .map(([name, defining]) => `${name}: ${defining.join(', ')}`)
    .sort();
}

/** What a text defines and exports; an enum and the type of its values, which have one name, are one. */
export function exportedBy(text: string): string[] {
  const names = ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest).statements.flatMap((statement) => {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
    return 'name' in statement && statement.name && ts.isIdentifier(statement.name as ts.Node)
      ? [(statement.name as ts.Identifier).text]
      : [];
  });
  return [...new Set(names)];
}
