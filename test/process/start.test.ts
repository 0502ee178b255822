import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAlive } from '../../seeds/embedded/processes.ts';
import { createTestDatabase } from '../support/database.ts';
import { TEST_SIGNING_KEY } from '../support/config.ts';

const ROOT = join(import.meta.dirname, '..', '..');

interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly address: string;
}

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hub-start-'));
});
afterAll(async () => {
  for (const child of launched) child.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

const launched: ChildProcess[] = [];

function launch(environment: Record<string, string>): { process: ChildProcess; output: () => string } {
  const { DATABASE_URL: _url, NODE_ENV: _env, TOKEN_SIGNING_KEY: _key, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', 'seeds/start.ts'], {
    cwd: ROOT,
    env: { ...inherited, PORT: '0', LOG_LEVEL: 'info', DATA_DIRECTORY: directory, ...environment },
  });
  launched.push(child);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { process: child, output: () => output };
}

async function start(environment: Record<string, string> = {}): Promise<Started> {
  const { process: child, output } = launch(environment);
  for (;;) {
    const address = /"address":"(http:[^"]+)"/.exec(output())?.[1];
    if (address !== undefined) return { process: child, output, address };
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}:\n${output()}`);
    await sleep(20);
  }
}

async function stop({ process: child }: Started, signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(child, 'exit') as Promise<[number | null]>;
  child.kill(signal);
  const [code] = await gone;
  return code;
}

async function ask(
  address: string,
  query: string,
  token?: string,
): Promise<{ status: number; data: Record<string, { totalCount: number }> }> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, ...((await response.json()) as { data: Record<string, { totalCount: number }> }) };
}

/** A request whose bytes have left this process when `written` resolves. */
function send(address: string, query: string): { written: Promise<unknown>; status: Promise<number | undefined> } {
  const asked = request(`${address}/graphql`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json' },
  });
  const written = once(asked, 'finish');
  const status = (once(asked, 'response') as Promise<[IncomingMessage]>).then(([response]) => {
    response.resume();
    return response.statusCode;
  });
  asked.end(JSON.stringify({ query }));
  return { written, status };
}

/** The process of the database, as it wrote it down itself. */
async function postgresPid(): Promise<number> {
  const location = await readFile(join(directory, 'postgres', 'location'), 'utf8').then(
    (text) => text.trim(),
    () => join(directory, 'postgres'),
  );
  return Number((await readFile(join(location, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

describe('npm start', () => {
  it('brings up the demonstration, answers what is in flight and stops with everything on a signal, and comes back with its data after a kill', async () => {
    const first = await start({ DRAIN_DELAY_MS: '200' });
    expect((await ask(first.address, '{ schools { totalCount } }')).data['schools']!.totalCount).toBe(3);
    const tokens = [...first.output().matchAll(/Bearer ([\w.-]+)/g)].map((match) => match[1]!);
    expect(tokens.length).toBeGreaterThan(5);
    for (const name of ['district-admin-2', 'privacy-officer']) expect(first.output()).toContain(`--as ${name})`);
    expect(first.output()).toContain(`the data stay in ${directory}.`);
    for (const token of tokens)
      expect((await ask(first.address, '{ viewer { signedIn } }', token)).data).toEqual({ viewer: { signedIn: true } });
    const pid = await postgresPid();
    expect(isAlive(pid)).toBe(true);
    const sent = Array.from({ length: 20 }, () =>
      send(first.address, '{ schools { nodes { name classes { totalCount } } } }'),
    );
    await Promise.all(sent.map((each) => each.written));
    const stopped = stop(first, 'SIGTERM');
    expect(new Set(await Promise.all(sent.map((each) => each.status))), 'in flight').toEqual(new Set([200]));
    expect(await stopped).toBe(0);
    expect(isAlive(pid)).toBe(false);

    const second = await start();
    expect(second.output()).not.toContain('Loading');
    const orphan = await postgresPid();
    await stop(second, 'SIGKILL');

    const third = await start();
    expect((await ask(third.address, '{ schools { totalCount } }')).data['schools']!.totalCount).toBe(3);
    expect(isAlive(orphan)).toBe(false);
    // As npm and the terminal send it: twice.
    third.process.kill('SIGINT');
    expect(await stop(third, 'SIGINT')).toBe(0);
    expect(third.output()).toContain('"msg":"stopped"');
  }, 240_000);
});

describe('npm start with DATABASE_URL', () => {
  it('runs the hub on that database, without demonstration or tokens, and says that it is not ready while it drains', async () => {
    const database = await createTestDatabase();
    const hub = await start({
      DATABASE_URL: database.url,
      TOKEN_SIGNING_KEY: TEST_SIGNING_KEY,
      DRAIN_DELAY_MS: '3000',
    });
    try {
      expect((await ask(hub.address, '{ schools { totalCount } }')).data['schools']!.totalCount).toBe(0);
      expect(hub.output()).not.toContain('Bearer');
      expect((await fetch(`${hub.address}/livez`)).status).toBe(200);
      expect((await fetch(`${hub.address}/readyz`)).status).toBe(200);
      const stopped = stop(hub, 'SIGTERM');
      let status = 200;
      for (let attempt = 0; status === 200 && attempt < 50; attempt += 1)
        status = (await fetch(`${hub.address}/readyz`)).status;
      expect(status).toBe(503);
      expect((await ask(hub.address, '{ schools { totalCount } }')).status).toBe(200);
      expect(await stopped).toBe(0);
    } finally {
      await database.drop();
    }
  }, 60_000);

  it('refuses to start with the demonstration key, and says so', async () => {
    const { process: child, output } = launch({
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
      TOKEN_SIGNING_KEY: 'demo-signing-key-for-fictional-people-only',
    });
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(78);
    expect(output()).toContain('TOKEN_SIGNING_KEY: expected a secret of your own');
  }, 60_000);
});
