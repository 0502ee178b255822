import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { platformPackage, prepareBinaries } from './binaries.ts';
import { createCluster, passwordFor, SUPERUSER } from './cluster.ts';
import { guardAgainstKill, type Guard } from './guard.ts';
import { takeLock, type Lock } from './lock.ts';
import { ServerLog } from './log.ts';
import { readPostmasterFile, stopOrphan } from './orphan.ts';
import { dataIn, hasData, openDirectory, placeFor, recordedHome } from './place.ts';
import { isAlive } from './processes.ts';
import { Server, signalServer } from './server.ts';

export { applicationOn } from './application.ts';

export interface EmbeddedPostgres {
  /** The database `postgres`, as its superuser. */
  readonly url: string;
  /** Returns the URL of the database, which may exist already. */
  createDatabase(name: string): Promise<string>;
  /**
   * To be called last by the process that owns the database, when nothing uses it any more. Signals do not stop it;
   * only the end of the process does, when this was not called.
   */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Belongs to the database alone. Holds its data, password, log and lock. */
  readonly directory: string;
  /** False: built for speed, not for power cuts, and removed with its directory on stop. */
  readonly persistent: boolean;
  /** Left out or 0: any free one, a different one at each start. */
  readonly port?: number;
  /** Settings of PostgreSQL. `fsync: 'off'` also creates the data without waiting for the disk. */
  readonly settings?: Record<string, string>;
  readonly onLog?: (line: string) => void;
}

const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  log_checkpoints: 'off',
};

interface Opened {
  readonly server: Server;
  readonly url: string;
  readonly log: ServerLog;
  readonly guard: Guard | undefined;
  readonly folders: readonly string[];
}

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const directory = openDirectory(options.directory);
  const lock = await takeLock(join(directory, 'hub.lock'), directory);
  try {
    return running(await open(directory, options), lock, options.persistent);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function open(
  directory: string,
  { persistent, port = 0, onLog, ...options }: EmbeddedPostgresOptions,
): Promise<Opened> {
  if (!persistent && readdirSync(directory).some((entry) => entry !== 'hub.lock')) {
    throw new Error(`${directory} is not empty: a throw-away database would remove what is in it.`);
  }
  const settings: Record<string, string> = { ...(persistent ? {} : THROW_AWAY), ...options.settings };
  const log = new ServerLog(join(directory, 'postgres.log'), onLog);
  const place = placeFor(directory, persistent, (line) => log.note(line));
  const folders = [...new Set([place.home, directory])];
  const data = dataIn(place.home);
  const guard = persistent ? undefined : guardAgainstKill(data, folders);
  let server: Server | undefined;
  try {
    const binaries = prepareBinaries(await platformPackage(), place.account);
    const existed = hasData(place.home);
    const password = passwordFor(directory, place.home, persistent);
    if (existed) await stopOrphan(data, password, log, (pid, name) => signalServer({ binaries }, pid, name));
    else await createCluster(binaries, place, password, settings['fsync'] !== 'off');

    log.follow();
    const plan = { binaries, account: place.account, data, port, settings, log };
    server = await Server.start(plan);
    const url = addressOf(server.port, password);
    if (existed) await checkPassword(url, directory);
    return { server, url, log, guard, folders };
  } catch (error) {
    await server?.stop();
    guard?.dismiss();
    log.close();
    if (!persistent) remove(folders);
    throw error;
  }
}

function running({ server, url, log, guard, folders }: Opened, lock: Lock, persistent: boolean): EmbeddedPostgres {
  const finish = () => {
    log.close();
    guard?.dismiss();
    lock.release();
    if (!persistent) remove(folders);
  };
  const atExit = () => {
    server.stopNow();
    finish();
  };
  process.once('exit', atExit);

  // Several times as fast as logging each page, where its checkpoints need not wait for the disk.
  const strategy = persistent ? 'wal_log' : 'file_copy';
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await server.stop();
    process.off('exit', atExit);
    finish();
  };
  return { url, createDatabase: (name) => createDatabase(url, name, strategy), stop: () => (stopped ??= stop()) };
}

async function createDatabase(url: string, name: string, strategy: 'wal_log' | 'file_copy'): Promise<string> {
  await withClient(url, async (client) => {
    // Asked first, so that the log does not report an error at each start.
    if ((await client.query('SELECT FROM pg_database WHERE datname = $1', [name])).rowCount) return;
    try {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)} STRATEGY ${strategy}`);
    } catch (error) {
      const { code, constraint } = error as pg.DatabaseError;
      // Which of the two arrives depends on how far another that creates it at the same moment has come.
      if (code !== '42P04' && !(code === '23505' && constraint === 'pg_database_datname_index')) throw error;
    }
  });
  return databaseOf(url, name);
}

/** The address of another database of the same server. */
export function databaseOf(url: string, name: string): string {
  const database = new URL(url);
  database.pathname = `/${encodeURIComponent(name)}`;
  return database.href;
}

async function checkPassword(url: string, directory: string): Promise<void> {
  try {
    await withClient(url, async () => undefined);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '28P01') throw error;
    throw new Error(`The password in ${join(directory, 'password')} is not that of the data beside it.`, {
      cause: error,
    });
  }
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function remove(folders: readonly string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** The database `postgres` of the server that another process runs there now; undefined where none does. */
export function urlOfRunning(directory: string): string | undefined {
  const home = recordedHome(directory) ?? directory;
  const running = readPostmasterFile(dataIn(home));
  if (!running?.ready || !isAlive(running.pid)) return undefined;
  return addressOf(running.port, passwordFor(directory, home, true));
}

const addressOf = (port: number, password: string): string =>
  `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/postgres`;
