import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach } from 'vitest';
import { startEmbeddedPostgres } from '../../../seeds/embedded/index.ts';
import { isAlive, waitUntil } from '../../../seeds/embedded/processes.ts';

const root = resolve(import.meta.dirname, '../../..');
const leftovers: (() => void | Promise<void>)[] = [];

export function cleanUpAfterEach(): void {
  afterEach(async () => {
    for (const remove of leftovers.splice(0).reverse()) await remove();
  });
  afterAll(() => {
    if (prepared) rmSync(dirname(prepared), { recursive: true, force: true });
    // The next file of tests may run in this process.
    prepared = undefined;
  });
}

export function later(remove: () => void | Promise<void>): void {
  leftovers.push(remove);
}

/** Open to pass through, unlike what `mkdtemp` gives; `private` leaves it to its owner alone. */
export function temporaryFolder(access: 'open' | 'private' = 'open'): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'embedded-test-')));
  if (access === 'open') chmodSync(folder, 0o755);
  later(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let prepared: string | undefined;

/** A lasting database, stopped. Created once, since that takes ten times as long as all the rest of a test. */
export async function directoryWithData(): Promise<string> {
  prepared ??= await prepare();
  const directory = join(temporaryFolder(), 'postgres');
  // Unlike the functions of Node, it keeps the owner.
  spawnSync('cp', ['-a', prepared, directory]);
  return directory;
}

async function prepare(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'embedded-test-'));
  chmodSync(folder, 0o755);
  const directory = join(folder, 'postgres');
  await (await startEmbeddedPostgres({ directory, persistent: true, settings: { fsync: 'off' } })).stop();
  return directory;
}

export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

export function postmasterOf(home: string): number {
  return Number(readFileSync(join(home, 'data/postmaster.pid'), 'utf8').split('\n')[0]);
}

export async function ends(pid: number): Promise<boolean> {
  return waitUntil(() => !isAlive(pid), 5000);
}

export interface Owner {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

export async function startOwner(
  directory: string,
  persistent: 'persistent' | 'throw-away',
  ending: 'wait' | 'throw' | 'return',
  identity: { uid?: number; gid?: number } = {},
): Promise<Owner> {
  const script = join(import.meta.dirname, 'owner.ts');
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    ['--import', 'tsx', script, directory, persistent, ending],
    {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...identity,
    },
  );
  later(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = new Promise<number | NodeJS.Signals | null>((settle) =>
    child.once('close', (code, signal) => settle(code ?? signal)),
  );

  await waitUntil(() => output.includes('\n') || child.exitCode !== null, 15_000);
  if (!output.includes('\n')) throw new Error(errors || 'The owner said nothing.');
  return { child, url: output.split('\n')[0] ?? '', output: () => output, ended };
}
