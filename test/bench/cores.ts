import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { ClientBase } from 'pg';

/** Which core does what: a generator of load that shares the server's core takes from the server what it measures. */
export interface Cores {
  /** In words, for the report. */
  readonly description: string;
  serverCommand(program: string, options: readonly string[]): string[];
}

export function divideCores(): Cores {
  const known = availableParallelism();
  const cannot = process.platform !== 'linux' || known < 2 || !hasTaskset();
  if (cannot) {
    return {
      description: `${known} cores, undivided: load and servers share them`,
      serverCommand: (program, options) => [program, ...options],
    };
  }
  const [server, load] = ['0', String(known - 1)];
  // Every thread of this process, for the load is made here.
  execFileSync('taskset', ['-a', '-p', '-c', load, String(process.pid)], { stdio: 'ignore' });
  return {
    description: `${known} cores: server on ${server}, load on ${load}, PostgreSQL on whichever is free`,
    serverCommand: (program, options) => ['taskset', '-c', server, program, ...options],
  };
}

function hasTaskset(): boolean {
  try {
    execFileSync('taskset', ['-p', String(process.pid)], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Of Linux, on all machines that matter here. */
const TICKS_A_SECOND = 100;

interface Stat {
  readonly program: string;
  readonly parent: number;
  readonly ms: number;
  readonly msOfEndedChildren: number;
}

/** CPU time of a process since it began; undefined where the platform does not tell. */
export function cpuOf(pid: number): number | undefined {
  return statOf(pid)?.ms;
}

/** CPU time of a PostgreSQL server, all its processes together. */
export function cpuOfServer(postmaster: number): number | undefined {
  const own = statOf(postmaster);
  if (!own) return undefined;
  const children = readdirSync('/proc')
    .map((entry) => (/^\d+$/.test(entry) ? statOf(Number(entry)) : undefined))
    .filter((stat) => stat?.parent === postmaster);
  return children.reduce((sum, child) => sum + child!.ms, own.ms + own.msOfEndedChildren);
}

/** The server that answers; undefined where it runs on another machine, whose numbers mean others here, or the platform does not tell. */
export async function serverOf(database: Pick<ClientBase, 'query'>): Promise<number | undefined> {
  const {
    rows: [backend],
  } = await database.query<{ pid: number }>('select pg_backend_pid() as pid');
  const stat = statOf(backend!.pid);
  return stat?.program === 'postgres' ? stat.parent : undefined;
}

function statOf(pid: number): Stat | undefined {
  try {
    // The name stands in brackets and may hold anything.
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const program = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ms = (from: number): number => ((Number(fields[from]) + Number(fields[from + 1])) * 1000) / TICKS_A_SECOND;
    return { program, parent: Number(fields[1]), ms: ms(11), msOfEndedChildren: ms(13) };
  } catch {
    return undefined;
  }
}
