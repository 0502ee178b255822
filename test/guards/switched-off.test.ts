import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { projectPaths } from './layout.ts';
import { HOUSE_RULES, wronglySwitchedOff } from './switched-off.ts';

describe('comments that switch a lint rule off', () => {
  test('this project keeps the rules', () => {
    const paths = projectPaths(process.cwd()).filter(
      // The guards name such comments in order to catch them.
      (path) => path.endsWith('.ts') && !/^test\/guards\/|\/generated\//.test(path),
    );
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.flatMap((path) => wronglySwitchedOff(path, readFileSync(path, 'utf8')))).toEqual([]);
  });

  test.each([
    '/* eslint-disable */',
    '/* eslint-disable max-lines */',
    '/* eslint max-lines: 0 */',
    '// eslint-disable-next-line',
    '// eslint-disable-next-line no-implied-eval',
    '// eslint-disable-next-line no-implied-eval --',
    'save(); // eslint-disable-line',
    ...HOUSE_RULES.map((rule) => `// eslint-disable-next-line ${rule} -- I am in a hurry`),
    '// eslint-disable-next-line no-implied-eval, no-console -- two at once',
  ])('%s is refused', (comment) => {
    expect(wronglySwitchedOff('src/x.ts', `const a = 1;\n${comment}\n`)).toHaveLength(1);
  });

  test.each([
    '// eslint-disable-next-line no-implied-eval -- the names are those of declared columns',
    '// eslint-disable-next-line no-implied-eval, no-empty -- two at once',
    'save(); // eslint-disable-line @typescript-eslint/no-floating-promises -- nobody waits for a farewell',
    "const name = 'eslint-disable';",
  ])('%s is allowed', (comment) => {
    expect(wronglySwitchedOff('src/x.ts', `const a = 1;\n${comment}\n`)).toEqual([]);
  });
});
