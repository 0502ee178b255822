import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unfitNode } from '../../src/platform/config/node.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A process that takes itself for another version of Node. */
const claiming = (version: string): string =>
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;

/** What is said, and how it ends. */
async function started(file: string, version: string): Promise<{ code: number | null; output: string }> {
  const { NODE_ENV: _env, ...environment } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', '--import', claiming(version), file], {
    cwd: ROOT,
    env: environment,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

it.each(['src/main.ts', 'src/tasks/migrate.ts', 'seeds/token.ts'])(
  '%s on a Node that is too old says in one sentence what it needs, and ends with 1',
  async (file) => {
    const { code, output } = await started(file, '20.20.2');
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([unfitNode('20.20.2')]);
    expect(output).toContain('needs Node 24.2 or newer, and this is Node 20.20.2');
  },
  60_000,
);

it('what is not built cannot be started, and says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-not-built-'));
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  try {
    const start = (): { code: number | null; output: string } => {
      const { status, stderr, stdout } = spawnSync('sh', ['-c', scripts['start:production']!], {
        cwd: folder,
        encoding: 'utf8',
      });
      return { code: status, output: stdout + stderr };
    };
    expect(start()).toEqual({ code: 1, output: 'There is no dist/main.js: say npm run build first.\n' });
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist', 'main.js'), 'process.stdout.write(process.env.NODE_ENV); process.exitCode = 3;');
    expect(start()).toEqual({ code: 3, output: 'production' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

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
