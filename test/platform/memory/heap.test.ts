import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('this Node still knows how much a heap may grow', () => {
  const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8', maxBuffer: 16 * 1_048_576 });
  for (const flag of ['--heap-growing-percent', '--semi-space-growth-factor']) expect(stdout).toContain(flag);
});

it('beside large answers the heap is collected more often', () => {
  const told = execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'collections.ts')], {
    encoding: 'utf8',
  });
  const { usual, besideLargeAnswers } = JSON.parse(told) as { usual: number; besideLargeAnswers: number };
  expect(besideLargeAnswers).toBeGreaterThan(1.5 * usual);
});
