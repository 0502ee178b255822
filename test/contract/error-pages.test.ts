import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/platform/errors/index.ts';

test('docs/errors.md tells of each code, once, and of no other', () => {
  const told = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, code]) => code);
  expect(told.toSorted()).toEqual([...ERROR_CODES].sort());
});
