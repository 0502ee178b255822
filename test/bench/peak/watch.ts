import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { cpuOf, cpuOfServer, serverOf } from '../cores.ts';
import { sharesOf } from './meter.ts';

const EVERY_MS = 100;

/** What the hub and PostgreSQL were doing, seen from outside. Cores: CPU time by time; absent where the platform does not tell. */
export interface WatchFigures {
  readonly seconds: number;
  readonly hubCores: number | undefined;
  readonly databaseCores: number | undefined;
  /** Of the load that this command makes. */
  readonly generatorCores: number | undefined;
  /** Of the whole machine, everybody together. */
  readonly machineCores: number | undefined;
  /** Time that the hub's process was ready to run and had no core, by time. */
  readonly hubWaitedForCore: number | undefined;
  /** `/livez`, which waits for nothing but the event loop; milliseconds. */
  readonly livez: { readonly asked: number; readonly p50: number; readonly p99: number; readonly max: number };
  readonly connections: ConnectionFigures;
  /** A statement outside a transaction is one of its own. */
  readonly transactions: Transactions;
}

interface Transactions {
  readonly committed: number;
  readonly undone: number;
  readonly deadlocks: number;
}

/** The hub's own connections, by the samples of pg_stat_activity. */
export interface ConnectionFigures {
  readonly samples: number;
  /** Share of the samples in which all of the pool were in use. */
  readonly allInUse: number;
  readonly meanInUse: number;
  /** Mean number of those in use that waited for what: a lock, the disk, or (Client) for the hub itself; `CPU` waits for nothing. */
  readonly waits: Readonly<Record<string, number>>;
}

export interface Watched {
  readonly url: string;
  readonly databaseUrl: string;
  readonly hub: number;
  readonly generator: number;
  readonly poolSize: number;
}

/** Watches until it is told to stop. */
export async function watch(
  { url, databaseUrl, hub, generator, poolSize }: Watched,
  until: Promise<unknown>,
): Promise<WatchFigures> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'peak watch' });
  await client.connect();
  try {
    const postmaster = await serverOf(client);
    const state = { over: false };
    void until.then(
      () => (state.over = true),
      () => (state.over = true),
    );
    const look = () => ({
      at: performance.now(),
      hub: cpuOf(hub),
      database: postmaster && cpuOfServer(postmaster),
      generator: cpuOf(generator),
      machine: cpuOfMachine(),
      waited: waitedForCore(hub),
    });
    const counted = await countTransactions(client);
    const before = look();
    const [livez, connections] = await Promise.all([askLivez(url, state), sampleConnections(client, poolSize, state)]);
    const after = look();
    const recounted = await countTransactions(client);
    const cores = (name: 'hub' | 'database' | 'generator' | 'machine' | 'waited'): number | undefined =>
      before[name] === undefined || after[name] === undefined
        ? undefined
        : (after[name] - before[name]) / (after.at - before.at);
    return {
      seconds: (after.at - before.at) / 1000,
      hubCores: cores('hub'),
      databaseCores: cores('database'),
      generatorCores: cores('generator'),
      machineCores: cores('machine'),
      hubWaitedForCore: cores('waited'),
      livez,
      connections,
      transactions: {
        committed: recounted.committed - counted.committed,
        undone: recounted.undone - counted.undone,
        deadlocks: recounted.deadlocks - counted.deadlocks,
      },
    };
  } finally {
    await client.end();
  }
}

async function askLivez(url: string, state: { readonly over: boolean }): Promise<WatchFigures['livez']> {
  const times: number[] = [];
  const pending: Promise<unknown>[] = [];
  while (!state.over) {
    const begun = performance.now();
    pending.push(
      fetch(`${url}/livez`)
        .then((response) => response.text())
        .then(
          () => times.push(performance.now() - begun),
          () => undefined,
        ),
    );
    await sleep(EVERY_MS);
  }
  await Promise.all(pending);
  const at = sharesOf(times);
  return { asked: pending.length, p50: at(0.5), p99: at(0.99), max: at(1) };
}

async function sampleConnections(
  client: pg.Client,
  poolSize: number,
  state: { readonly over: boolean },
): Promise<ConnectionFigures> {
  const waits: Record<string, number> = {};
  let [samples, inUse, full] = [0, 0, 0];
  while (!state.over) {
    const { rows } = await client.query<{ waits: string }>(`
      select case when wait_event is null then 'CPU' when wait_event_type = 'Client' then 'Client:' || wait_event || ' (the hub, within a transaction)' else wait_event_type || ':' || wait_event end as waits
      from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend' and state <> 'idle'`);
    samples += 1;
    inUse += rows.length;
    if (rows.length >= poolSize) full += 1;
    for (const { waits: name } of rows) waits[name] = (waits[name] ?? 0) + 1;
    await sleep(EVERY_MS);
  }
  const mean = (count: number): number => count / Math.max(1, samples);
  return {
    samples,
    allInUse: mean(full),
    meanInUse: mean(inUse),
    waits: Object.fromEntries(
      Object.entries(waits)
        .sort(([, one], [, other]) => other - one)
        .map(([name, count]) => [name, mean(count)]),
    ),
  };
}

async function countTransactions(client: pg.Client): Promise<Transactions> {
  const {
    rows: [found],
  } = await client.query<Transactions>(`
    select xact_commit::int as committed, xact_rollback::int as undone, deadlocks::int as deadlocks from pg_stat_database where datname = current_database()`);
  return found!;
}

/** Milliseconds that a process stood in line for a core (Linux). */
function waitedForCore(pid: number): number | undefined {
  const [ran, waited] = numbersIn(`/proc/${pid}/schedstat`);
  return ran ? waited! / 1e6 : undefined;
}

/** Milliseconds that all cores were busy: user, nice, system, interrupts and what other machines took (Linux, 100 ticks a second). */
function cpuOfMachine(): number | undefined {
  const [user, nice, system, , , irq, softirq, steal] = numbersIn('/proc/stat');
  return user === undefined ? undefined : (user + nice! + system! + irq! + softirq! + steal!) * 10;
}

/** Of the first line. */
function numbersIn(path: string): number[] {
  try {
    return readFileSync(path, 'latin1')
      .split('\n')[0]!
      .replace(/^cpu\s+/, '')
      .trim()
      .split(/\s+/)
      .map(Number);
  } catch {
    return [];
  }
}
