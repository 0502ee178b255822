import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPaths } from './layout.ts';

/** What this hub is for. A platform that names it holds a rule that a domain should have declared. */
const OF_THE_DOMAIN =
  /guardian|pupil|student|school|district|teacher|homeroom|analyst|(?:家长|学生|学校|教师|班主任)/gi;

/** The name of the product, by which connections and keys are known. */
const PRODUCT = /home-school-hub/g;

const VARIABLES = 'whoever runs the hub sets limits by variables of these names';
const COLUMNS = 'columns of a table that has been written for years';

/** Words that a file may say, each file with its reason. */
export const MAY_SAY: Readonly<Record<string, { readonly words: readonly string[]; readonly because: string }>> = {
  'src/platform/config/rates.ts': { words: ['guardian', 'analyst'], because: VARIABLES },
  'src/platform/config/read-config.ts': { words: ['guardian', 'analyst'], because: VARIABLES },
  'src/platform/config/variables.ts': { words: ['guardian', 'analyst'], because: VARIABLES },
  'src/platform/commands/records/audit-record.entity.ts': { words: ['school', 'district'], because: COLUMNS },
  'src/platform/commands/records/record-call.ts': { words: ['school', 'district'], because: COLUMNS },
};

/** Words of the domain in a text, comments included: `line: word`. */
export function wordsOfTheDomain(text: string, maySay: readonly string[] = []): string[] {
  return text
    .replace(PRODUCT, '')
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(OF_THE_DOMAIN)]
        .map(([word]) => word.toLowerCase())
        .filter((word) => !maySay.includes(word))
        .map((word) => `${index + 1}: ${word}`),
    );
}

/** Each place in the platform that speaks of the domain and has no reason to. */
export function domainInPlatform(root: string): string[] {
  return projectPaths(root)
    .filter((file) => file.startsWith('src/platform/'))
    .flatMap((file) =>
      wordsOfTheDomain(readFileSync(join(root, file), 'utf8'), MAY_SAY[file]?.words).map((what) => `${file}:${what}`),
    );
}
