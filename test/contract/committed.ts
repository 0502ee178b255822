/** Files that programs write and the repository keeps. */
import { existsSync, readFileSync } from 'node:fs';

export interface WrittenFile {
  readonly path: string;
  readonly content: string;
}

const readCommitted = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** One sentence for each file that is not what `command` would write now. */
export function staleFiles(
  written: readonly WrittenFile[],
  command: string,
  read: (path: string) => string | undefined = readCommitted,
): string[] {
  return written.flatMap(({ path, content }) => {
    const there = read(path);
    if (there === content) return [];
    if (there === undefined) return [`${path} is missing: run \`${command}\`.`];
    const lines = there.split('\n');
    const wanted = content.split('\n');
    const first = wanted.findIndex((line, index) => line !== lines[index]);
    const line = first === -1 ? wanted.length : first;
    return [
      `${path} is out of date: run \`${command}\`. Line ${line + 1} is ${JSON.stringify(lines[line] ?? '')}, and would be ${JSON.stringify(wanted[line] ?? '')}.`,
    ];
  });
}
