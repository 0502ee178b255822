import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { named, namesOf } from '../../src/tasks/new-domain/names.ts';
import { clocksReadIn } from '../guards/clocks.ts';
import { layoutViolations, projectPaths } from '../guards/layout.ts';
import { FULL } from '../forms/form.ts';
import { sharedNames } from '../guards/names.ts';
import { undeclaredSentences } from '../guards/own-sentences.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TSX = createRequire(import.meta.url).resolve('tsx');
const copy = realpathSync(mkdtempSync(join(tmpdir(), 'hub-new-domain-')));

const FOLDERS = ['src', 'seeds', 'test', 'schema', 'docs'];
const FILES = [
  '.dependency-cruiser.cjs',
  '.gitignore',
  '.prettierignore',
  '.prettierrc.json',
  'codegen.ts',
  'eslint.config.js',
  'package.json',
  'tsconfig.json',
];

beforeAll(() => {
  for (const each of [...FOLDERS, ...FILES]) cpSync(join(ROOT, each), join(copy, each), { recursive: true });
  symlinkSync(realpathSync(join(ROOT, 'node_modules')), join(copy, 'node_modules'));
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=somebody', '-c', 'user.email=somebody@example.org', 'commit', '--quiet', '--message', 'all');
});
afterAll(() => rmSync(copy, { recursive: true }));

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: copy, encoding: 'utf8' });
}

const run = (program: string, ...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { cwd: copy, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const task = (name: string, ...args: string[]) =>
  run('--import', TSX, join(copy, 'src', 'tasks', `${name}.ts`), ...args);
const tool = (bin: string, ...args: string[]) => run(resolve(ROOT, 'node_modules', bin), ...args);

const written = (): string[] =>
  git('status', '--porcelain', '--untracked-files=all', '--', ...FOLDERS)
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(3))
    .filter((path) => !path.startsWith('schema/generated/'));

describe('the names of a new domain', () => {
  it.each([
    ['open-days', {}, 'open-day'],
    ['activities', {}, 'activity'],
    ['boxes', {}, 'box'],
    ['feedback', { one: 'feedback-entry' }, 'feedback-entry'],
  ])('%s: one of them is %s', (many, given, one) => {
    expect(namesOf(many, given).one).toBe(one);
  });

  it.each([
    ['OpenDays', 'words in lower case'],
    ['open_days', 'words in lower case'],
    ['9-days', 'words in lower case'],
    ['feedback', '--one'],
    ['bus', '--one'],
    ['orders', 'order, as one of orders would be called, is a word of SQL or of JavaScript'],
    ['groups', 'npm run new:domain -- groups --one group-'],
    ['series', 'What is one of series called?'],
    ['shift-series', 'What is one of shift-series called?'],
    ['news', 'What is one of news called?'],
  ])('%s is refused: %s', (many, sentence) => {
    expect(() => namesOf(many, {})).toThrow(sentence);
  });

  it('stand in the text in each of their forms, with their articles', () => {
    const text = 'An example thing (示例): exampleThings, ExampleThing, example_thing, EXAMPLE_THING, anExampleThing()';
    expect(named(text, { many: 'visits', one: 'visit', zh: '来访' })).toBe(
      'A visit (来访): visits, Visit, visit, VISIT, aVisit()',
    );
    expect(named('an example thing', { many: 'open-days', one: 'open-day', zh: '' })).toBe('an open day');
  });
});

describe('npm run new:domain', () => {
  /** Which names are refused is shown above; by processes of their own in the full form. */
  const REFUSED: readonly (readonly [args: readonly string[], sentence: string])[] = [
    [
      ['courses', '--one', 'shift'],
      'There is a domain courses, a table shift, a type Shift, ids that begin with shift',
    ],
    [['Open'], 'words in lower case'],
    [[], 'Usage:'],
  ];

  it.runIf(FULL).each(REFUSED)(
    'refuses %j: nothing is written',
    (args, sentence) => {
      const { status, stderr } = task('new-domain', ...args);
      expect(stderr).toContain(sentence);
      expect(stderr).not.toContain('    at ');
      expect(status).toBeGreaterThan(0);
      expect(written()).toEqual([]);
    },
    120_000,
  );

  it('refuses a place where something is not committed', () => {
    writeFileSync(join(copy, 'test', 'begun.ts'), 'export {};\n');
    const { status, stderr } = task('new-domain', 'open-days');
    expect(stderr).toContain('changes that are not committed');
    expect(status).toBe(1);
    expect(written()).toEqual(['test/begun.ts']);
    rmSync(join(copy, 'test', 'begun.ts'));
  }, 120_000);

  describe('writes a domain', () => {
    let files: string[];
    let program: ts.Program;
    beforeAll(() => {
      expect(task('new-domain', 'open-days', '--zh', '开放日')).toMatchObject({ status: 0, stderr: '' });
      files = written();
      expect(task('print-schema')).toMatchObject({ status: 0, stderr: '' });
      expect(tool('@graphql-codegen/cli/esm/bin.js', '--silent').status).toBe(0);
      const { config } = ts.readConfigFile(join(copy, 'tsconfig.json'), (path) => readFileSync(path, 'utf8')) as {
        config: unknown;
      };
      const { options } = ts.parseJsonConfigFileContent(config, ts.sys, copy);
      const rootNames = files.filter((path) => path.endsWith('.ts')).map((path) => join(copy, path));
      program = ts.createProgram({ rootNames, options: { ...options, noEmit: true } });
    }, 300_000);

    it('in its own folders, with three lines beside', () => {
      const changed = git('diff', '--name-only').split('\n');
      expect(files.filter((path) => changed.includes(path))).toEqual([
        'docs/glossary.md',
        'seeds/factories/index.ts',
        'src/domains/index.ts',
      ]);
      const OWN =
        /^(?:src\/domains|test|schema\/operations\/[a-z-]+)\/open-days\/|^seeds\/(?:samples\/open-days|factories\/open-days\/open-day)\.ts$/;
      expect(files.filter((path) => !changed.includes(path) && !OWN.test(path))).toEqual([]);
      const row = '| `AccessRecord` | 访问记录 | `access_record` |\n| `OpenDay` | 开放日 | `open_day` |\n\n';
      expect(readFileSync(join(copy, 'docs/glossary.md'), 'utf8')).toContain(row);
      for (const path of files)
        expect(readFileSync(join(copy, path), 'utf8'), path).not.toMatch(/example.?thing|示例/i);
    });

    it('whose types are right', () => {
      const wrong = program.getRootFileNames().flatMap((path) => {
        const file = program.getSourceFile(path);
        return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
      });
      expect(
        wrong.map(
          ({ file, messageText }) =>
            `${relative(copy, file!.fileName)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
        ),
      ).toEqual([]);
    }, 120_000);

    // Where every change is tested its types and the guards are; lint alone takes as long as both.
    it.runIf(FULL)(
      'that lint, formatter and the rules of imports have nothing against',
      async () => {
        const own = files.filter((path) => path.endsWith('.ts'));
        // It is told the types that are known already, and need not find them out anew.
        const eslint = new ESLint({
          cwd: copy,
          overrideConfig: {
            files: ['**/*.ts'],
            languageOptions: { parserOptions: { projectService: false, programs: [program] } },
          },
        });
        const linted = await eslint.lintFiles(own);
        expect(linted.map(({ filePath }) => relative(copy, filePath)).sort()).toEqual(own.toSorted());
        expect(linted.flatMap(({ messages }) => messages)).toEqual([]);
        expect(tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', ...own)).toMatchObject({
          stderr: '',
        });
        const cruised = tool('dependency-cruiser/bin/dependency-cruise.mjs', '--output-type', 'err', ...own);
        expect(cruised.stdout + cruised.stderr).toContain('no dependency violations found');
      },
      300_000,
    );

    it('that the guards have nothing against', () => {
      expect(layoutViolations(projectPaths(copy))).toEqual([]);
      expect(sharedNames(copy)).toEqual([]);
      expect(undeclaredSentences(copy)).toEqual([]);
      for (const path of files) expect(clocksReadIn(readFileSync(join(copy, path), 'utf8')), path).toEqual([]);
    });
  });
});
