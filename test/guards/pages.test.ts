import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeOf, pagesOf, untruthsInCode, untruthsOf } from './pages.ts';

it('what pages name is there: files, links and commands', () => {
  const pages = pagesOf('.');
  expect(pages).toContain('CONTRIBUTING.md');
  expect(pages.flatMap((page) => untruthsOf('.', page))).toEqual([]);
});

it('each command stands in CONTRIBUTING.md', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const text = readFileSync('CONTRIBUTING.md', 'utf8');
  expect(
    Object.keys(scripts).filter((name) => !new RegExp(`\`npm (?:run )?${name}\\b|\`${name}\``).test(text)),
  ).toEqual([]);
});

it('and what is not there is found', () => {
  const root = mkdtempSync(join(tmpdir(), 'hub-pages-'));
  writeFileSync(join(root, 'package.json'), '{"scripts": {"start": "x"}}');
  writeFileSync(
    join(root, 'PAGE.md'),
    'See `src/gone.ts`, [there](docs/gone.md#part), `npm run gone` and `npm run start`.\n' +
      "```sh\nnpx vitest run test/gone.test.ts -t 'a'  # and npm run away; node ./dist/main.js\n```\n",
  );
  expect(untruthsOf(root, 'PAGE.md')).toEqual([
    'PAGE.md: src/gone.ts',
    'PAGE.md: test/gone.test.ts',
    'PAGE.md: docs/gone.md',
    'PAGE.md: npm run gone',
    'PAGE.md: npm run away',
  ]);
  rmSync(root, { recursive: true });
});

it('what code names is there: pages, and in comments files', () => {
  const files = codeOf('.');
  expect(files).toContain('test/access/reach.test.ts');
  expect(files.flatMap((file) => untruthsInCode('.', file))).toEqual([]);
});

it('and what is not there is found in code, too', () => {
  const root = mkdtempSync(join(tmpdir(), 'hub-pages-'));
  mkdirSync(join(root, 'src', 'room'), { recursive: true });
  writeFileSync(join(root, 'src', 'README.md'), '');
  writeFileSync(
    join(root, 'src', 'room', 'file.ts'),
    [
      '/** As GONE.md and docs/gone.md say; README.md tells more, and src/room/file.ts. */',
      "import { x } from 'src/is-no-comment.ts'; // but src/room/gone.ts and test/<each>/it.ts",
      "it('does what THE-PAGE.md says', () => fetch('https://example.org/READ.md'));",
    ].join('\n'),
  );
  expect(untruthsInCode(root, 'src/room/file.ts')).toEqual(
    ['GONE.md', 'docs/gone.md', 'THE-PAGE.md', 'src/room/gone.ts'].map((what) => `src/room/file.ts: ${what}`),
  );
  rmSync(root, { recursive: true });
});
