import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pagesOf, untruthsOf } from './pages.ts';

it('what pages name is there: files, links and commands', () => {
  const pages = pagesOf('.');
  expect(pages).toContain('CONTRIBUTING.md');
  expect(pages.flatMap((page) => untruthsOf('.', page))).toEqual([]);
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
