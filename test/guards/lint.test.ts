import { beforeAll, describe, expect, test } from 'vitest';
import { PlantedProject } from './planted-project.ts';

interface FileResult {
  filePath: string;
  messages: { ruleId: string | null; message: string; line: number }[];
}

const lines = (count: number, line: string) => Array.from({ length: count }, () => line).join('\n');
const IMPORTS_TYPE_GRAPHQL = "import { Field } from 'type-graphql';\nexport { Field };\n";
const READS_ENV = 'export const port = process.env.PORT;\n';
const PRINTS = "console.log('hello');\n";
const STATE = "type State = 'OPEN' | 'FULL';\n";

/** Each planted file breaks one rule, and that one only. */
const REFUSED: [rule: string, file: string, text: string][] = [
  ['max-lines', 'src/domains/courses/long.ts', lines(301, '// a comment is a line too')],
  ['max-lines', 'seeds/demo/long.ts', `${lines(301, '')}export {};\n`], // so is an empty line
  ['max-lines', 'test/courses/long.test.ts', lines(301, '// …')],
  ['no-restricted-properties', 'src/domains/courses/port.ts', READS_ENV],
  ['no-restricted-properties', 'src/platform/http/port.ts', 'export const { env } = process;\n'],
  ['no-restricted-properties', 'src/main.ts', READS_ENV],
  ['no-restricted-imports', 'src/app.ts', "import { env } from 'node:process';\nexport { env };\n"],
  ['no-restricted-imports', 'src/domains/courses/state.entity.ts', "export { env } from 'node:process';\n"],
  ['no-restricted-imports', 'src/domains/courses/publish-course.ts', IMPORTS_TYPE_GRAPHQL],
  ['no-restricted-imports', 'src/platform/http/server.ts', IMPORTS_TYPE_GRAPHQL],
  ['no-restricted-imports', 'src/platform/config/limits.ts', IMPORTS_TYPE_GRAPHQL],
  ['no-restricted-imports', 'seeds/demo/types-of-demo.ts', "export type { ClassType } from 'type-graphql';\n"],
  ['no-console', 'src/domains/courses/print.ts', PRINTS],
  ['no-console', 'src/platform/http/print.ts', PRINTS],
  ['eqeqeq', 'src/domains/courses/equal.ts', 'export const same = (a: number, b: number) => a == b;\n'],
  ['@typescript-eslint/no-explicit-any', 'src/domains/courses/any.ts', 'export const all: any[] = [];\n'],
  [
    '@typescript-eslint/no-floating-promises',
    'src/domains/courses/floating.ts',
    'const save = async () => {};\nexport const done = () => {\n  save();\n};\n',
  ],
  [
    '@typescript-eslint/no-misused-promises',
    'src/domains/courses/misused.ts',
    'const allowed = async () => false;\nexport const go = () => (allowed() ? 1 : 2);\n',
  ],
  [
    '@typescript-eslint/consistent-type-imports',
    'src/domains/courses/type-import.ts',
    "import { Server } from 'node:http';\nexport type Listening = Server;\n",
  ],
  [
    '@typescript-eslint/switch-exhaustiveness-check',
    'src/domains/courses/forgets.ts',
    `${STATE}export function label(state: State) {\n  switch (state) {\n    case 'OPEN':\n      return '开放';\n  }\n  return '';\n}\n`,
  ],
  [
    '@typescript-eslint/return-await',
    'src/domains/courses/escapes.ts',
    'const load = async () => 1;\nexport async function safe() {\n  try {\n    return load();\n  } catch {\n    return 0;\n  }\n}\n',
  ],
];

/** The same things where they belong. */
const ALLOWED: [file: string, text: string][] = [
  ['src/migrations/long.ts', lines(301, '// …')],
  ['src/domains/courses/just-fits.ts', lines(300, '// …')],
  ['test/generated/documents.ts', lines(301, '// …')],
  ['src/platform/config/read.ts', READS_ENV],
  ['seeds/read.ts', READS_ENV],
  ['test/read.ts', READS_ENV],
  ['vitest.config.ts', READS_ENV],
  ['src/domains/courses/course.entity.ts', IMPORTS_TYPE_GRAPHQL],
  ['src/domains/courses/publish-course.graphql.ts', IMPORTS_TYPE_GRAPHQL],
  ['src/domains/courses/courses.resolvers.ts', IMPORTS_TYPE_GRAPHQL],
  ['src/platform/auth/viewer.graphql.ts', IMPORTS_TYPE_GRAPHQL],
  ['src/platform/graphql/build.ts', IMPORTS_TYPE_GRAPHQL],
  ['src/main.ts', PRINTS],
  ['src/tasks/migrate.ts', PRINTS],
  ['src/domains/courses/null.ts', 'export const absent = (value: string | null | undefined) => value == null;\n'],
];

function lint(files: readonly (readonly [string, string])[]) {
  const project = new PlantedProject(
    ['eslint.config.js', 'tsconfig.json', 'package.json'],
    Object.fromEntries(files),
  ).borrowPackages();
  try {
    const { status, report } = project.run<FileResult[]>('eslint/bin/eslint.js', '--format', 'json', '.');
    const rulesIn = new Map(
      report.map(({ filePath, messages }) => [
        filePath.slice(project.root.length + 1),
        messages.map((one) => one.ruleId ?? one.message),
      ]),
    );
    return { status, rulesIn };
  } finally {
    project.remove();
  }
}

describe('lint rules', () => {
  let planted: ReturnType<typeof lint>;
  beforeAll(() => {
    planted = lint(REFUSED.map(([, file, text]) => [file, text] as const));
  });

  test('a violation fails the command', () => {
    expect(planted.status).toBe(1);
  });

  test.each(REFUSED)('%s in %s', (rule, file) => {
    const rules = planted.rulesIn.get(file);
    expect(rules).toContain(rule);
    expect(rules?.filter((name) => name !== rule)).toEqual([]);
  });

  test('the same things are allowed where they belong', () => {
    const { status, rulesIn } = lint(ALLOWED);
    const complaints = [...rulesIn].filter(([, rules]) => rules.length > 0);
    expect(complaints).toEqual([]);
    expect(status).toBe(0);
    // Generated files are not read at all; all others have been.
    expect([...rulesIn.keys()].filter((file) => file.endsWith('.ts')).sort()).toEqual(
      ALLOWED.map(([file]) => file)
        .filter((file) => !file.includes('generated'))
        .sort(),
    );
  });
});
