import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { SUPERUSER } from './cluster.ts';
import type { ServerLog } from './log.ts';
import { commandOf, isAlive, waitUntil, worksIn } from './processes.ts';

export interface PostmasterFile {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

const FAST = 60_000;
const IMMEDIATE = 10_000;

/** Above the largest number that any system gives to a process. */
const NO_PROCESS = 2 ** 31 - 1;

/** Undefined also while the file is being written. */
export function readPostmasterFile(data: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    if (!Number.isInteger(pid) || pid <= 0) return undefined;
    return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * A hub that was killed leaves its PostgreSQL running. It is stopped rather than adopted: a restart costs 0.1 s, and
 * brings the settings, the port and the log of this start instead of those of the last one.
 */
export async function stopOrphan(
  data: string,
  password: string,
  log: ServerLog,
  signal: (pid: number, name: 'SIGINT' | 'SIGQUIT') => void,
): Promise<void> {
  const file = readPostmasterFile(data);
  if (!file) return;
  const { pid, port } = file;
  if (isAlive(pid) && (isServerOf(data, pid) || (await answers(data, port, password)))) {
    log.note(`Stopping the PostgreSQL that an earlier run left behind (process ${pid}).`);
    signal(pid, 'SIGINT');
    if (await waitUntil(() => !isAlive(pid), FAST)) return;
    signal(pid, 'SIGQUIT');
    if (await waitUntil(() => !isAlive(pid), IMMEDIATE)) return;
    throw new Error(
      `The PostgreSQL that an earlier run left behind (process ${pid}) does not stop.\n${log.lastLines()}`,
    );
  }
  forget(pid, data);
}

/**
 * PostgreSQL will not start while the process that the file names is alive, even if that is by now another program.
 * Only the number is replaced. The rest lets PostgreSQL find out by itself whether a server, or a last child of one,
 * still holds the data, whatever we believe.
 */
function forget(pid: number, data: string): void {
  const path = join(data, 'postmaster.pid');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (text.startsWith(`${pid}\n`)) writeFileSync(path, text.replace(String(pid), String(NO_PROCESS)));
}

function isServerOf(data: string, pid: number): boolean {
  const command = commandOf(pid);
  if (!command?.includes('postgres')) return false;
  // The second finds a server whose folder was moved under it.
  return command.includes(`-D ${data} -c`) || worksIn(pid, data);
}

/** For systems that hide the command lines of processes. */
async function answers(data: string, port: number, password: string): Promise<boolean> {
  if (!(port > 0)) return false;
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory === data;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
