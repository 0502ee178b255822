import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A name that says nothing collects everything. */
const EMPTY_NAMES = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'shared', 'misc', 'base', 'types']);

/** "About twenty": past this a folder wants a folder per aggregate. */
const MOST_FILES = 22;

/** Written by a program, or one file per change for ever: their number says nothing about order. */
const GROWS_BY_ITSELF = /^src\/migrations$|^schema\/sql$|^schema\/client\/answers\/|(?:^|\/)generated(?:\/|$)/;

const ROOTS = ['src', 'seeds', 'test', 'schema'];
const NOT_OURS = new Set(['node_modules', 'dist', '.data']);

const isEmptyName = (name: string): boolean => EMPTY_NAMES.has(name.toLowerCase());

/** `base.entity.ts` is allowed: entities do share one. Any other part of a name counts: `shift.helpers.ts`. */
function emptyNamesIn(path: string): string[] {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const parts = file.endsWith('base.entity.ts') ? [] : file.split('.').slice(0, -1);
  return [...folders, ...parts].filter(isEmptyName);
}

/** Paths of files (relative, with /) in; one sentence per violation out. */
export function layoutViolations(paths: readonly string[]): string[] {
  const names = paths.flatMap((path) =>
    emptyNamesIn(path).map((name) => `${path}: "${name}" says nothing, name what it holds`),
  );

  const filesIn = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    filesIn.set(folder, (filesIn.get(folder) ?? 0) + 1);
  }
  const crowds = [...filesIn]
    .filter(([folder, files]) => files > MOST_FILES && !GROWS_BY_ITSELF.test(folder))
    .map(([folder, files]) => `${folder}/: ${files} files, more than ${MOST_FILES}: make a folder per aggregate`);

  return [...names, ...crowds].sort();
}

/** Every file under the folders that the rules are about. */
export function projectPaths(root: string): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      if (NOT_OURS.has(entry.name)) return [];
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? walk(path) : [path];
    });
  const present = new Set(readdirSync(root));
  return ROOTS.filter((folder) => present.has(folder)).flatMap(walk);
}
