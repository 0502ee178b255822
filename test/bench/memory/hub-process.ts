import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { configOf, SIGNING_KEY } from '../database.ts';

export interface Memory {
  /** Bytes, each after what nobody holds has been collected: of the process, of JavaScript's objects, and of what they hold outside of its heap. */
  readonly rss: number;
  readonly heap: number;
  readonly external: number;
}

/** A hub in a process of its own, as in production, whose memory is looked at from outside. */
export interface HubProcess {
  readonly url: string;
  /** Where its thread tells of health. */
  readonly healthUrl: string;
  memory(): Promise<Memory>;
  /** The most bytes that the process has had since this was last asked to begin anew, or since it began. */
  mostMemory(): Promise<number>;
  /** Forgets what the process had at most until now, where the system can: on Linux. */
  beginMostMemory(): Promise<void>;
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '..', '..', '..');
/** One caller asks more than a district: rates are reckoned, and never used up. */
const RATES = Object.fromEntries(
  ['GUEST', 'GUARDIAN', 'STAFF', 'ANALYST', 'ADDRESS'].map((who) => [
    `RATE_POINTS_PER_MINUTE_${who}`,
    '100000000000000',
  ]),
);

/** @param program of the hub, with what Node is told before it @param variables besides those of every such hub */
export async function startHubProcess(
  databaseUrl: string,
  program: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<HubProcess> {
  const child = spawn(process.execPath, ['--inspect=127.0.0.1:0', ...program], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      HEALTH_PORT: '0',
      DRAIN_DELAY_MS: '0',
      TOKEN_SIGNING_KEY: SIGNING_KEY,
      DATABASE_URL: configOf(databaseUrl).databaseUrl,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      ...RATES,
      ...variables,
    },
  });
  const atExit = (): void => void child.kill('SIGKILL');
  process.once('exit', atExit);
  const [inspector, healthPort, url] = await Promise.all([
    told(child, 'stderr', /listening on (ws:\S+)/),
    told(child, 'stdout', /"port":(\d+),"msg":"health/),
    told(child, 'stdout', /"address":"([^"]+)"/),
  ]);
  const socket = new WebSocket(inspector);
  await once(socket, 'open');
  return {
    url,
    healthUrl: `http://127.0.0.1:${healthPort}`,
    async memory() {
      // What a first collection frees may let go of more.
      for (let time = 0; time < 2; time += 1) await call(socket, 'HeapProfiler.collectGarbage');
      const { rss, heapUsed, external } = await evaluate<NodeJS.MemoryUsage>(socket, 'process.memoryUsage()');
      return { rss, heap: heapUsed, external };
    },
    async mostMemory() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      const [, highest] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
      return highest === undefined
        ? evaluate<number>(socket, 'process.resourceUsage().maxRSS * 1024')
        : Number(highest) * 1024;
    },
    beginMostMemory: () => writeFile(`/proc/${child.pid}/clear_refs`, '5').catch(() => undefined),
    async stop() {
      socket.close();
      process.off('exit', atExit);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** What a line of the output says; the rest of it is read and forgotten, for a pipe that is full would hold the process up. */
function told(child: ChildProcess, stream: 'stdout' | 'stderr', pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const last: string[] = [];
    child.once('exit', () => reject(new Error(`The hub ended before it listened.\n${last.join('\n')}`)));
    createInterface({ input: child[stream]! }).on('line', (line) => {
      const [, found] = pattern.exec(line) ?? [];
      if (found !== undefined) resolve(found);
      last.push(line);
      if (last.length > 20) last.shift();
    });
  });
}

async function evaluate<T>(socket: WebSocket, expression: string): Promise<T> {
  const { result } = (await call(socket, 'Runtime.evaluate', { expression, returnByValue: true })) as {
    result: { value: T };
  };
  return result.value;
}

let calls = 0;

function call(socket: WebSocket, method: string, params = {}): Promise<unknown> {
  const id = ++calls;
  return new Promise((resolve, reject) => {
    const hear = ({ data }: MessageEvent): void => {
      const answer = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: { message: string } };
      if (answer.id !== id) return;
      socket.removeEventListener('message', hear);
      if (answer.error) reject(new Error(answer.error.message));
      else resolve(answer.result);
    };
    socket.addEventListener('message', hear);
    socket.send(JSON.stringify({ id, method, params }));
  });
}
