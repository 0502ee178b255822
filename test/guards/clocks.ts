import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Rules go by the one clock of the request. Whoever reads another one is found here: the clock of the process, or that of the
 * database in a statement of its own.
 */
const READS_A_CLOCK =
  /\bDate\.now\b|\bperformance\.timeOrigin\b|\bDate\(\)|(?<![.\w])(?:now|statement_timestamp|transaction_timestamp|clock_timestamp|timeofday)\(\)|\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\b/gi;

/** Places that may, each with its reason. */
export const MAY_READ_A_CLOCK: Readonly<Record<string, string>> = {
  'src/platform/auth/process-clock.ts': 'for tasks and programs that are no hub',
  'src/platform/database/clock.ts': 'the one clock itself',
  'src/platform/database/watch.ts': 'sets the one clock by that of the database',
  'src/platform/database/frozen.ts':
    'how old a record of the log must be to be deleted: the last word on it is that of the database, whoever asks',
  'src/platform/database/stored.entity.ts':
    'the default of rows that no command has made, by the clock that the hub goes by',
  'src/tasks/retire-documents.ts': 'a date in a file of the repository',
};

/** Where in the text a clock is read, without comments: `line: what`. */
export function clocksReadIn(text: string): string[] {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
  return code
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(READS_A_CLOCK)].map(([what]) => `${index + 1}: ${what}`));
}

/** Each place in `src` that reads a clock and has no reason to. */
export function forbiddenClocks(root: string): string[] {
  return globSync('src/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('src/migrations/') && !(file in MAY_READ_A_CLOCK))
    .flatMap((file) => clocksReadIn(readFileSync(join(root, file), 'utf8')).map((what) => `${file}:${what}`));
}
