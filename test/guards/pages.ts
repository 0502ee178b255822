import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { projectPaths } from './layout.ts';

/** Pages for people, and what stands in them that could become untrue by itself. */
export const pagesOf = (root: string): string[] =>
  globSync(['*.md', 'docs/**/*.md', 'src/**/*.md', 'test/**/*.md', 'schema/*.md'], {
    cwd: root,
    exclude: (name) => name.includes('node_modules'),
  }).sort();

const PATH = /`((?:src|test|seeds|schema|docs|\.ci)\/[\w./-]+)`/g;
const BARE_PATH = /(?<![\w./@-])((?:src|test|seeds|schema|docs|\.ci)\/[\w./-]*\w)/g;
const FENCED = /^```[^\n]*\n(.*?)^```/gms;
const LINK = /\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g;
const COMMAND = /\bnpm run (?:-s |--silent )?([a-z][a-z:-]*)/g;

/** Paths that are not there, links that lead nowhere, and commands that nobody can run; also in what is there to be copied into a shell. */
export function untruthsOf(root: string, page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8');
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const all = (pattern: RegExp, within = text): string[] => [...within.matchAll(pattern)].map(([, found]) => found!);
  return [
    ...[...all(PATH), ...all(FENCED).flatMap((block) => all(BARE_PATH, block))].filter(
      (path) => !existsSync(join(root, path)),
    ),
    ...all(LINK).filter((path) => !existsSync(join(root, normalize(join(dirname(page), path))))),
    ...all(COMMAND)
      .filter((name) => !(name in scripts))
      .map((name) => `npm run ${name}`),
  ].map((what) => `${page}: ${what}`);
}

const PAGE = /(?<![\w./-])(?:[\w-]+\/)*[\w-]+\.md\b/g;
const COMMENT = /\/\*.*?\*\/|(?<!:)\/\/[^\n]*/gs;

/** What the one plants is not there, and what the other names is in a package. */
const NAMES_OTHERS = ['test/guards/pages.test.ts', 'test/platform/explorer/plugin.test.ts'];

/** Pages that code names, in a comment or in a sentence, and files that its comments name: each is there, a page perhaps beside it or further up. */
export function untruthsInCode(root: string, file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const isPage = (path: string): boolean => {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      if (existsSync(join(root, folder, path))) return true;
      if (folder === '.') return false;
    }
  };
  const paths = [...text.matchAll(COMMENT)].flatMap(([comment]) =>
    [...comment.matchAll(BARE_PATH)].map(([, path]) => path!),
  );
  return [
    ...[...text.matchAll(PAGE)].map(([page]) => page).filter((page) => !isPage(page)),
    ...paths.filter((path) => !path.endsWith('.md') && !existsSync(join(root, path))),
  ].map((what) => `${file}: ${what}`);
}

/** What is written by hand and has comments. */
export const codeOf = (root: string): string[] =>
  projectPaths(root).filter(
    (file) => /\.[cm]?[jt]s$/.test(file) && !/(?:^|\/)generated\//.test(file) && !NAMES_OTHERS.includes(file),
  );
