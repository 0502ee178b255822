import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPaths } from './layout.ts';

/** What this hub is for. A platform that names it holds a rule that a domain should have declared. */
const OF_THE_DOMAIN =
  /guardian|pupil|student|school|district|teacher|homeroom|analyst|(?:家长|学生|学校|教师|班主任)/gi;

/**
 * Further words of it, some of which are good names in an example: what stands in backticks in a comment or on a page is one. Of `class`,
 * `parent` and `child` nobody can tell whether they speak of pupils or of code.
 */
const MORE_OF_IT =
  /staff|famil(?:y|ies)|household|volunteer|attendance|meeting|lesson|lecture|organiser|(?<!of )\bcourse|(?<![.\w])shifts?\b|sign(?:s|ed)?[- ]?ups?\b|(?:家庭|孩子|班级|班次|课程|家长会|志愿|报名|考勤|教职工)/gi;

/** The name of the product, by which connections, keys and papers are known. */
const PRODUCT = /home-school-hub|家校社协同数据中心/g;

const VARIABLES = 'whoever runs the hub sets limits by variables of these names';
const COLUMNS = 'columns of a table that has been written for years';

/** Words that a file may say, each file with its reason. */
export const MAY_SAY: Readonly<Record<string, { readonly words: readonly string[]; readonly because: string }>> = {
  'src/platform/config/rates.ts': { words: ['guardian', 'staff', 'analyst'], because: VARIABLES },
  'src/platform/config/read-config.ts': { words: ['guardian', 'staff', 'analyst'], because: VARIABLES },
  'src/platform/config/variables.ts': { words: ['guardian', 'staff', 'analyst'], because: VARIABLES },
  'src/platform/commands/records/audit-record.entity.ts': { words: ['school', 'district'], because: COLUMNS },
  'src/platform/commands/records/record-call.ts': { words: ['school', 'district'], because: COLUMNS },
  'src/platform/http/graphql-routes.ts': { words: ['course'], because: 'what has become of a request, so far' },
  'src/platform/http/origin.ts': { words: ['family'], because: 'addresses are of one of two' },
};

const EXAMPLE = /^```.*?^```|`[^`\n]*`/gms;
const EXAMPLE_IN_COMMENT = /(?<=^\s*(?:\/\*\*|\*|\/\/).*)`[^`\n]*`/gm;
const withoutExamples = (text: string, isPage: boolean): string =>
  text.replace(isPage ? EXAMPLE : EXAMPLE_IN_COMMENT, (example) => example.replace(/[^\n]/g, ''));

/** Words of the domain in a text, comments included: `line: word`. */
export function wordsOfTheDomain(
  text: string,
  maySay: readonly string[] = [],
  { isPage = false }: { readonly isPage?: boolean } = {},
): string[] {
  const named = text.replace(PRODUCT, '');
  const said = withoutExamples(named, isPage).split('\n');
  return named.split('\n').flatMap((line, index) =>
    [...line.matchAll(OF_THE_DOMAIN), ...said[index]!.matchAll(MORE_OF_IT)]
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
      wordsOfTheDomain(readFileSync(join(root, file), 'utf8'), MAY_SAY[file]?.words, {
        isPage: file.endsWith('.md'),
      }).map((what) => `${file}:${what}`),
    );
}
