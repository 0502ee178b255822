import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const BRANCHES = ['origin/main', 'main'];

/** A file of the repository as clients know it: that of the main branch, or the one that lies here where there is no such branch. */
export function publishedFile(
  path: string,
  root: string,
  branches: readonly string[] = BRANCHES,
): { readonly from: string; readonly text: string } {
  for (const branch of branches) {
    try {
      const text = execFileSync('git', ['show', `${branch}:${path}`], {
        cwd: root,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 2 ** 26,
      });
      return { from: branch, text };
    } catch {
      continue; // no git, no such branch, or a branch from before the file
    }
  }
  return { from: path, text: readFileSync(`${root}/${path}`, 'utf8') };
}
