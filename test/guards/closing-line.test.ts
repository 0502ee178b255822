import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { PlantedProject } from './planted-project.ts';

/** Runs vitest on planted test files and gives the last line that it prints. */
function lastLine(files: Record<string, string>): { line: string | undefined; status: number | null } {
  const project = new PlantedProject([], {
    'package.json': '{ "type": "module" }',
    'vitest.config.js': `export default { test: { reporters: ['default', ${JSON.stringify(resolve('test/support/closing-line.ts'))}] } };`,
    ...files,
  }).borrowPackages();
  try {
    const done = spawnSync(process.execPath, [resolve('node_modules/vitest/vitest.mjs'), 'run'], {
      cwd: project.root,
      encoding: 'utf8',
    });
    return { line: done.stdout.trimEnd().split('\n').at(-1), status: done.status };
  } finally {
    project.remove();
  }
}

const IMPORT = "import { test } from 'vitest';\n";

test('the closing line counts tests', () => {
  const good = `${IMPORT}test('a', () => {});\ntest('b', () => {});\n`;
  expect(lastLine({ 'good.test.js': good })).toEqual({ line: '2 passed, 0 failed', status: 0 });
});

test('a failure is never read as success: neither in a test, nor around tests, nor in a file that cannot be loaded', () => {
  const mixed = `${IMPORT}test('a', () => {});\ntest('b', () => { throw new Error(); });\ntest.skip('c', () => {});\n`;
  const hook =
    "import { beforeAll, test } from 'vitest';\nbeforeAll(() => { throw new Error(); });\ntest('d', () => {});\n";
  const broken = "import './nowhere.js';\n";
  const stray = `${IMPORT}test('e', () => { void Promise.reject(new Error('stray')); });\n`;
  expect(
    lastLine({ 'mixed.test.js': mixed, 'hook.test.js': hook, 'broken.test.js': broken, 'stray.test.js': stray }),
  ).toEqual({ line: '2 passed, 4 failed, 2 skipped', status: 1 });
});
