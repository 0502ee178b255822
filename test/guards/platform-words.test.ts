import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { projectPaths } from './layout.ts';
import { domainInPlatform, MAY_SAY, wordsOfTheDomain } from './platform-words.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('the platform does not speak of the domain', () => {
  it('in no file', () => {
    expect(domainInPlatform(ROOT)).toEqual([]);
  });

  it('but where it has a reason to, and there by each word that it may say', () => {
    for (const [file, { words }] of Object.entries(MAY_SAY)) {
      const said = wordsOfTheDomain(readFileSync(join(ROOT, file), 'utf8')).map((each) => each.split(': ')[1]);
      expect([...new Set(said)].toSorted(), file).toEqual(words.toSorted());
    }
  });

  it.each([
    'if (viewer.guardianId !== null) return ownRows;',
    'readonly schoolIds: readonly string[];',
    '/** A homeroom teacher sees the class. */',
    "zh: '家长请更新小程序后重试。',",
    'export const isAnalyst = (viewer: Viewer): boolean => false;',
  ])('it bites: %s', (planted) => {
    expect(wordsOfTheDomain(`const before = 1;\n${planted}\n`)).not.toEqual([]);
    expect(wordsOfTheDomain(planted, ['analyst', 'school', 'guardian', 'homeroom', 'teacher', '家长'])).toEqual([]);
  });

  it('and by each further word, in a comment and in code', () => {
    expect(
      wordsOfTheDomain(
        "/** The staff of a household sign up for a shift; a volunteer's attendance,\n * a meeting, a course, a family. */\nconst shifts = lessons('报名');",
      ),
    ).toEqual([
      ...['staff', 'household', 'sign up', 'shift', 'volunteer', 'attendance'].map((word) => `1: ${word}`),
      ...['meeting', 'course', 'family'].map((word) => `2: ${word}`),
      ...['shifts', 'lesson', '报名'].map((word) => `3: ${word}`),
    ]);
  });

  it('but not by what is an example, or means something else', () => {
    expect(wordsOfTheDomain('/** The prefix, e.g. `meeting`; of course. */\nqueue.shift();')).toEqual([]);
    expect(wordsOfTheDomain('```ts\nrelations(Meeting)\n```\n`Meeting.agenda`', [], { isPage: true })).toEqual([]);
    expect(wordsOfTheDomain('const sentence = `a meeting`;')).toEqual(['1: meeting']);
    expect(wordsOfTheDomain('/** E.g. `guardian`. */')).toEqual(['1: guardian']);
  });

  it('and lets the name of the product pass', () => {
    expect(wordsOfTheDomain("applicationName: 'home-school-hub',")).toEqual([]);
  });
});

describe('the platform is whole without a domain', () => {
  it('compiles alone, where viewers have no rights but its own', { timeout: 240_000 }, () => {
    const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (file) => ts.sys.readFile(file)) as {
      config: { compilerOptions: object };
    };
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
    const planted = join(ROOT, 'src/platform/auth/planted.ts');
    const host = ts.createCompilerHost(options);
    const { getSourceFile, fileExists, readFile } = host;
    const text = `import type { Viewer } from './viewer.ts';\nexport const named = (viewer: Viewer): unknown => viewer.schoolIds;\n`;
    host.fileExists = (file) => file === planted || fileExists.call(host, file);
    host.readFile = (file) => (file === planted ? text : readFile.call(host, file));
    host.getSourceFile = (file, ...rest) =>
      file === planted
        ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2024)
        : getSourceFile.call(host, file, ...rest);
    const files = projectPaths(ROOT).filter((file) => file.startsWith('src/platform/') && file.endsWith('.ts'));
    const program = ts.createProgram([...files.map((file) => join(ROOT, file)), planted], options, host);
    const found = ts
      .getPreEmitDiagnostics(program)
      .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
    expect(found).toEqual([`${planted}: Property 'schoolIds' does not exist on type 'Viewer'.`]);
  });
});
