import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, startOf } from './processes.ts';

interface Holder {
  readonly pid: number;
  readonly started: string;
}

export interface Lock {
  release(): void;
}

/**
 * One living process per directory. PostgreSQL guards its data against a second server by itself; this guards against
 * a second hub that would take the running server for an orphan and stop it.
 */
export async function takeLock(path: string, directory: string): Promise<Lock> {
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid) } satisfies Holder);
  const lock = { release: () => read(path) === mine && rmSync(path, { force: true }) };
  for (;;) {
    try {
      writeFileSync(path, mine, { flag: 'wx', mode: 0o644 });
      return lock;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = await holderOf(path);
    if (holder === 'released') continue;
    if (holder !== 'stale') throw inUse(directory, holder.pid);

    // Where several find the same stale lock, the last to replace it wins, and the others see so after the pause.
    const replacement = `${path}.${process.pid}`;
    writeFileSync(replacement, mine);
    renameSync(replacement, path);
    await delay(25);
    if (read(path) === mine) return lock;
  }
}

async function holderOf(path: string): Promise<Holder | 'stale' | 'released'> {
  for (;;) {
    const text = read(path);
    if (text === undefined) return 'released';
    const holder = parse(text);
    if (holder) return isAlive(holder.pid) && startOf(holder.pid) === holder.started ? holder : 'stale';
    // Created and not yet written, or left half-written by a crash: only time tells which.
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 1000) return 'stale';
    await delay(20);
  }
}

function inUse(directory: string, pid: number): Error {
  const who = pid === process.pid ? 'this very process' : `process ${pid}`;
  return new Error(
    `The embedded PostgreSQL in ${directory} is in use by ${who}. ` +
      'Stop that one first, or use another directory or a DATABASE_URL.',
  );
}

function parse(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder> | null;
    return Number.isInteger(value?.pid) && typeof value?.started === 'string' ? (value as Holder) : undefined;
  } catch {
    return undefined;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
