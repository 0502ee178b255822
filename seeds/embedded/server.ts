import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { runAs, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { ENVIRONMENT } from './cluster.ts';
import type { ServerLog } from './log.ts';
import { readPostmasterFile } from './orphan.ts';
import { waitUntil } from './processes.ts';

export interface ServerPlan {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly data: string;
  /** 0: any free one. */
  readonly port: number;
  readonly settings: Record<string, string>;
  readonly log: ServerLog;
}

/** Long enough for the recovery after a crash. */
const START = 90_000;
const FAST = 60_000;
const IMMEDIATE = 10_000;

/**
 * Failures that pass by themselves: someone else took the free port first, or the last children of a killed server
 * still end.
 */
const TRANSIENT = /could not bind|could not create any TCP\/IP sockets|pre-existing shared memory block/;

export class Server {
  private expected = false;

  private constructor(
    private readonly plan: ServerPlan,
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  static async start(plan: ServerPlan): Promise<Server> {
    const deadline = Date.now() + START;
    for (;;) {
      const begin = plan.log.size();
      const port = plan.port || (await freePort());
      const server = new Server(plan, await launch(plan, port), port);
      if (await server.becomesReady(deadline)) {
        server.watch();
        return server;
      }
      if (!server.ended) {
        await server.stop();
        throw new Error(`PostgreSQL did not become ready within ${START / 1000} s.\n${plan.log.lastLines(begin)}`);
      }
      const output = plan.log.textSince(begin);
      const portIsTaken = plan.port !== 0 && /could not bind/.test(output);
      if (!TRANSIENT.test(output) || portIsTaken || Date.now() > deadline) {
        const how = server.child.signalCode ?? server.child.exitCode;
        throw new Error(`PostgreSQL did not start (ended with ${how}).\n${plan.log.lastLines(begin)}`);
      }
      await delay(200);
    }
  }

  private get pid(): number {
    return this.child.pid ?? 0;
  }

  async stop(): Promise<void> {
    this.expected = true;
    // Else a process with nothing left to do but wait for this would end first.
    this.child.ref();
    if (this.ended) return;
    signalServer(this.plan, this.pid, 'SIGINT');
    if (await waitUntil(() => this.ended, FAST)) return;
    signalServer(this.plan, this.pid, 'SIGQUIT');
    if (await waitUntil(() => this.ended, IMMEDIATE)) return;
    throw new Error(`PostgreSQL (process ${this.pid}) does not stop.\n${this.plan.log.lastLines()}`);
  }

  /** For the exit of the process, where nothing asynchronous runs any more. */
  stopNow(): void {
    if (this.ended) return;
    const { binaries, data, account } = this.plan;
    const options = ['stop', '--pgdata', data, '--mode', 'fast', '--timeout', '10', '--silent'];
    spawnSync(binaries.pgCtl, options, {
      cwd: '/',
      env: ENVIRONMENT,
      stdio: 'ignore',
      timeout: 12_000,
      windowsHide: true,
      ...runAs(account),
    });
  }

  private get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private async becomesReady(deadline: number): Promise<boolean> {
    const ready = () => {
      const file = readPostmasterFile(this.plan.data);
      return file !== undefined && file.pid === this.pid && file.ready;
    };
    await waitUntil(() => this.ended || ready(), deadline - Date.now());
    return !this.ended && ready();
  }

  private watch(): void {
    this.child.once('exit', (code, signal) => {
      if (!this.expected) this.plan.log.note(`PostgreSQL ended unexpectedly (${signal ?? code}).`);
    });
    this.child.unref();
  }
}

/** Windows knows no signals: there pg_ctl brings them, through a pipe that PostgreSQL listens to. */
export function signalServer(
  { binaries }: Pick<ServerPlan, 'binaries'>,
  pid: number,
  name: 'SIGINT' | 'SIGQUIT',
): void {
  if (process.platform === 'win32') {
    spawnSync(binaries.pgCtl, ['kill', name.slice('SIG'.length), String(pid)], { stdio: 'ignore', windowsHide: true });
    return;
  }
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function launch({ binaries, account, data, settings, log }: ServerPlan, port: number): Promise<ChildProcess> {
  const fixed = {
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_destination: 'stderr',
  };
  const options = Object.entries({ ...settings, ...fixed }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = log.openForWriting();
  try {
    // A session of its own: Ctrl-C reaches every process of the terminal's group, and the hub is to stop first.
    const child = spawn(binaries.postgres, ['-D', data, ...options], {
      cwd: '/',
      env: ENVIRONMENT,
      detached: true,
      stdio: ['ignore', output, output],
      windowsHide: true,
      ...runAs(account),
    });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('spawn', () => resolve(child));
    });
  } finally {
    closeSync(output);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
