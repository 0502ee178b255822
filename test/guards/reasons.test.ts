import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FALLBACK_REASONS } from '../../src/platform/request/index.ts';

it('the page about debugging says of each reason of a fallback what it means, and of no other', () => {
  const [, table] = /### Why a faster executor did not answer\n(.*?)\n#/s.exec(
    readFileSync('docs/debugging.md', 'utf8'),
  )!;
  const named = [...table!.matchAll(/^\| `(.+?)` \| \S/gm)].map(([, reason]) => reason);
  expect(named.sort()).toEqual([...FALLBACK_REASONS].sort());
});
