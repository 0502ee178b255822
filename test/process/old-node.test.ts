import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unfitNode } from '../../src/platform/config/node.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A process that takes itself for another version of Node. */
const claiming = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;

it('the hub on a Node that is too old says in one sentence what it needs, and ends with 1', async () => {
  const { NODE_ENV: _env, ...environment } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', claiming('20.20.2'), 'src/main.ts'], {
    cwd: ROOT,
    env: environment,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toEqual([unfitNode('20.20.2')]);
  expect(output).toContain('needs Node 24.2 or newer, and this is Node 20.20.2');
}, 60_000);

it.each([
  ['18.0.0', false],
  ['20.20.2', false],
  ['22.18.0', false],
  ['24.1.0', false],
  ['24.2.0', true],
  ['24.21.0', true],
  ['25.0.0', true],
])('Node %s is fit: %s', (version, fit) => {
  expect(unfitNode(version) === undefined).toBe(fit);
});

it('nothing but the process itself asks whether it was started by itself, which an old Node would not tell', () => {
  const files = ['src', 'seeds', 'test'].flatMap((part) =>
    readdirSync(join(ROOT, part), { recursive: true, withFileTypes: true })
      .filter((each) => each.isFile() && each.name.endsWith('.ts'))
      .map((each) => join(each.parentPath, each.name)),
  );
  const asking = files.filter((file) => readFileSync(file, 'utf8').includes(['import', 'meta', 'main'].join('.')));
  expect(asking.map((file) => file.slice(ROOT.length + 1))).toEqual(['src/main.ts']);
});
