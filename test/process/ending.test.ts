import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TEST_SIGNING_KEY } from '../support/config.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const ROOT = join(import.meta.dirname, '..', '..');

let database: TestDatabase;
let child: ChildProcess | undefined;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => {
  child?.kill('SIGKILL');
});
afterAll(() => database.drop());

interface Running {
  readonly port: number;
  readonly output: () => string;
}

/** The process as a district runs it, with limits of its own that would hold longer than any test. */
async function start(databaseUrl: string): Promise<Running> {
  const started = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      TOKEN_SIGNING_KEY: TEST_SIGNING_KEY,
      PORT: '0',
      LOG_LEVEL: 'info',
      JOBS: 'off',
      STATEMENT_TIMEOUT_MS: '600000',
      REQUEST_TIMEOUT_MS: '600000',
      DRAIN_DELAY_MS: '0',
      DRAIN_TIMEOUT_MS: '500',
    },
  });
  child = started;
  let output = '';
  started.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  started.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for (;;) {
    const port = /"address":"http:[^"]*:(\d+)"/.exec(output)?.[1];
    if (port !== undefined) return { port: Number(port), output: () => output };
    if (started.exitCode !== null) throw new Error(`It ended with ${started.exitCode}:\n${output}`);
    await sleep(20);
  }
}

/** Waits for the end itself, however long it takes; nothing but the process can bring it about. */
async function endedBy(signal: NodeJS.Signals): Promise<number | null> {
  const gone = once(child!, 'exit') as Promise<[number | null]>;
  child!.kill(signal);
  const [code] = await gone;
  return code;
}

const SCHOOLS = JSON.stringify({ query: '{ schools { totalCount } }' });
const request = (body: string): string =>
  `POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

async function waitsForALock(): Promise<void> {
  for (;;) {
    const {
      rows: [found],
    } = await database.pool.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (found!.n > 0) return;
    await sleep(10);
  }
}

describe('a process that is told to stop, and cannot', () => {
  it('because a query never ends: the query is given up', async () => {
    const running = await start(database.url);
    const holder = await database.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('lock table school');
      const asks = await connected(running.port);
      asks.write(request(SCHOOLS));
      await waitsForALock();
      expect(await endedBy('SIGTERM')).toBe(0);
      expect(running.output()).toContain('"msg":"stopped"');
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  }, 120_000);

  it('because a client never reads what it is answered, and another never says what it wants: they are cut', async () => {
    const running = await start(database.url);
    const [deaf, mute] = [await connected(running.port), await connected(running.port)];
    deaf.pause();
    // More than the buffers of both sides hold, and a request that is not whole.
    const wide = JSON.stringify({
      query: `{ ${Array.from({ length: 50 }, (_, n) => `${'a'.repeat(50)}${n}: __typename`).join(' ')} }`,
    });
    for (let time = 0; time < 20; time += 1) deaf.write(request(wide));
    mute.write(request(SCHOOLS).slice(0, -10));
    await sleep(100);
    expect(await endedBy('SIGTERM')).toBe(0);
    expect(running.output()).toContain('"msg":"stopped"');
  }, 120_000);
});
