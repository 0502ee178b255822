import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/**
 * A zombie counts as dead. In a container whose first process does not reap, an orphaned postmaster stays a zombie
 * for ever, and signal 0 would call it alive for as long.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return statusFromProc(pid)?.state !== 'Z';
}

/**
 * Tells one process from a later one that was given the same number, which in containers is the rule rather than the
 * exception: each start of the same image counts from 1 again.
 */
export function startOf(pid: number): string {
  return statusFromProc(pid)?.started ?? askPs(pid, 'lstart=') ?? '';
}

/** The command line, its arguments joined by spaces; undefined where it cannot be read. */
export function commandOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return askPs(pid, 'command=');
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ') || undefined;
  } catch {
    return undefined;
  }
}

/** By the folder itself, not by its name. False where the system does not tell. */
export function worksIn(pid: number, folder: string): boolean {
  try {
    const [actual, expected] = [statSync(`/proc/${pid}/cwd`), statSync(folder)];
    return actual.ino === expected.ino && actual.dev === expected.dev;
  } catch {
    return false;
  }
}

export async function waitUntil(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const deadline = Date.now() + milliseconds;
  while (!condition()) {
    if (Date.now() >= deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}

function statusFromProc(pid: number): { state: string; started: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

function askPs(pid: number, column: string): string | undefined {
  if (process.platform === 'win32') return undefined;
  const answer = spawnSync('ps', ['-ww', '-o', column, '-p', String(pid)], { encoding: 'utf8' });
  return answer.status === 0 ? answer.stdout.trim() || undefined : undefined;
}
