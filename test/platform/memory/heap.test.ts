import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('this Node still knows how much a heap may grow', () => {
  const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8', maxBuffer: 16 * 1_048_576 });
  expect(stdout).toContain('--heap-growing-percent');
});
